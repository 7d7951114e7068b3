"""Findings of freezing a run, and of verifying what was frozen or rendered."""

from styrmodell.finding import Code, Severity, Text

ALREADY_FROZEN = Code(
    code="SM430",
    severity=Severity.ERROR,
    title=Text(sv="Frysningen finns redan", en="The frozen run exists already"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="ett namn som ingen frysning har", en="a name that no frozen run has"),
    do=Text(
        sv="välj ett annat namn med --name; det som är fryst ersätts aldrig, och inget skrevs",
        en="choose another name with --name; what is frozen is never replaced, and nothing was written",
    ),
)
NOT_AS_READ = Code(
    code="SM431",
    severity=Severity.ERROR,
    title=Text(sv="Indata är inte det som lästes", en="The input is not what was read"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="filer som ger det som ska frysas", en="files that give what is to be frozen"),
    do=Text(
        sv="spara klart, läs arbetsytan igen och frys; inget skrevs",
        en="finish saving, load the workspace again and freeze it; nothing was written",
    ),
)
CHANGED = Code(
    code="SM432",
    severity=Severity.ERROR,
    title=Text(sv="Filen är ändrad", en="The file was changed"),
    found=Text(sv="kontrollsumman {found}", en="the hash {found}"),
    expected=Text(sv="{expected}, som skrevs ned när den gjordes", en="{expected}, as noted when it was made"),
    do=Text(
        sv="hämta filen ur säkerhetskopian eller diariet; siffror i den går inte att lita på",
        en="restore the file from the backup or the registry; its figures cannot be relied on",
    ),
)
MISSING = Code(
    code="SM433",
    severity=Severity.ERROR,
    title=Text(sv="Filen saknas", en="The file is missing"),
    found=Text(sv="ingen fil som går att läsa", en="no file that can be read"),
    expected=Text(sv="filen med kontrollsumman {expected}", en="the file with the hash {expected}"),
    do=Text(sv="hämta filen ur säkerhetskopian eller diariet", en="restore the file from the backup or the registry"),
)
EXTRA = Code(
    code="SM434",
    severity=Severity.ERROR,
    title=Text(sv="Filen hör inte till", en="The file does not belong"),
    found=Text(sv="en fil som inte fanns när det gjordes", en="a file that was not there when it was made"),
    expected=Text(sv="bara det som skrevs ned då", en="only what was noted then"),
    do=Text(sv="flytta filen till en annan plats", en="move the file somewhere else"),
)
DIFFERS = Code(
    code="SM435",
    severity=Severity.ERROR,
    title=Text(sv="Omräkningen ger andra siffror", en="The recomputation gives other figures"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="samma siffror ur samma indata", en="the same figures from the same input"),
    do=Text(
        sv="jämför cellerna med explain; dokumentet är ändrat, eller en annan version räknar annorlunda",
        en="compare the cells with explain; the document was changed, or another version computes differently",
    ),
)
OTHER_VERSIONS = Code(
    code="SM436",
    severity=Severity.NOTE,
    title=Text(sv="Andra versioner än då", en="Other versions than then"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="{expected}, som då", en="{expected}, as then"),
    do=Text(
        sv="cellernas siffror är jämförda i stället för filernas byte; installera de versionerna för att jämföra byte",
        en="the cells' figures were compared, not the files' bytes; install those versions to compare bytes",
    ),
)
NOT_RECOMPUTED = Code(
    code="SM437",
    severity=Severity.ERROR,
    title=Text(sv="Siffrorna går inte att räkna om", en="The figures cannot be recomputed"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="indata och tilläggsmoduler som då", en="input and plugins as they were then"),
    do=Text(
        sv="rätta det som saknas eller är ändrat, och verifiera igen",
        en="restore what is missing or changed, and verify again",
    ),
)
SAME_FIGURES = Code(
    code="SM438",
    severity=Severity.WARNING,
    title=Text(sv="Samma siffror, andra byte", en="The same figures, other bytes"),
    found=Text(
        sv="en omräkning som skiljer sig i annat än det en läsare ser",
        en="a recomputation that differs in something else than what a reader sees",
    ),
    expected=Text(sv="samma byte ur samma indata", en="the same bytes from the same input"),
    do=Text(
        sv="jämför utseendet; filen är sparad om, eller bibliotek som skriver den har andra versioner än då",
        en="compare the looks; the file was saved again, or libraries that write it have other versions than then",
    ),
)
UNKNOWN_FILE = Code(
    code="SM439",
    severity=Severity.NOTE,
    title=Text(sv="Körningen har inte skrivit filen", en="The run did not write the file"),
    found=Text(sv="en fil som inte står i manifest.json", en="a file that is not in manifest.json"),
    expected=Text(sv="bara det som körningen skrev", en="only what the run wrote"),
    do=Text(sv="inget, om filen hör hemma där", en="nothing, when the file belongs there"),
)
