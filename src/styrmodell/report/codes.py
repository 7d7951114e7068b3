"""Findings of the report floor."""

from styrmodell.finding import Code, Severity, Text

BUILD_FAILED = Code(
    code="SM401",
    severity=Severity.ERROR,
    title=Text(sv="Rapporten kunde inte byggas", en="The report could not be built"),
    found=Text(sv="{report}: {error}", en="{report}: {error}"),
    expected=Text(sv="ett dokument", en="a document"),
    do=Text(
        sv="anmäl felet till den som gjort tilläggsmodulen {plugin}",
        en="report it to the author of the plugin {plugin}",
    ),
)
UNKNOWN_REPORT = Code(
    code="SM402",
    severity=Severity.ERROR,
    title=Text(sv="Okänd rapport", en="Unknown report"),
    found=Text(sv="rapporten {name}", en="the report {name}"),
    expected=Text(
        sv="en rapport som finns[[; menade du {near}?]]", en="a report that exists[[; did you mean {near}?]]"
    ),
    do=Text(
        sv="rätta namnet i [reports] eller installera tilläggsmodulen; 'styrmodell reports' visar de som finns",
        en="correct the name in [reports] or install the plugin; 'styrmodell reports' lists those that exist",
    ),
)
HAND_EDITED = Code(
    code="SM403",
    severity=Severity.WARNING,
    title=Text(sv="Filen har ändrats för hand", en="The file was edited by hand"),
    found=Text(sv="{file} är ändrad efter förra körningen", en="{file} was changed after the last run"),
    expected=Text(sv="filen som förra körningen skrev", en="the file the last run wrote"),
    do=Text(
        sv="den nya skrevs som {other}; jämför dem och ta bort den som inte behövs",
        en="the new one was written as {other}; compare them and remove the one not needed",
    ),
)
NOT_WRITTEN = Code(
    code="SM404",
    severity=Severity.ERROR,
    title=Text(sv="Filen kunde inte skrivas", en="The file could not be written"),
    found=Text(sv="{file}: {error}", en="{file}: {error_en}"),
    expected=Text(sv="en fil som går att skriva", en="a file that can be written"),
    do=Text(sv="{do}", en="{do_en}"),
)
INTERRUPTED = Code(
    code="SM445",
    severity=Severity.ERROR,
    title=Text(sv="Den senaste körningen avbröts", en="The last run was interrupted"),
    found=Text(
        sv="en körning som avbröts innan manifest.json var skriven: en del filer är nya och en del äldre",
        en="a run that was stopped before manifest.json was written: some files are new and some are older",
    ),
    expected=Text(sv="filer ur en och samma körning", en="files of one and the same run"),
    do=Text(sv="skriv ut igen; varje fil för sig är hel", en="render again; every single file is whole"),
)
INPUT_CHANGED = Code(
    code="SM446",
    severity=Severity.WARNING,
    title=Text(sv="Indata ändrades under körningen", en="Input was changed during the run"),
    found=Text(sv="filen {found} sedan den lästes", en="the file {found_en} since it was read"),
    expected=Text(sv="samma fil från början till slut", en="the same file from beginning to end"),
    do=Text(
        sv="kör igen; dokumenten visar det som lästes, och manifest.json har dess kontrollsumma",
        en="run again; the documents show what was read, and manifest.json has its hash",
    ),
)
OUT_OF_MEMORY = Code(
    code="SM447",
    severity=Severity.ERROR,
    title=Text(sv="Minnet räckte inte till rapporten", en="There was not memory enough for the report"),
    found=Text(sv="{report}: minnet tog slut", en="{report}: out of memory"),
    expected=Text(sv="ett dokument", en="a document"),
    do=Text(
        sv="stäng andra program, eller skriv färre rapporter åt gången med --report; det gamla dokumentet är orört",
        en="close other programs, or render fewer reports at a time with --report; the old document is untouched",
    ),
)
DOES_NOT_AGREE = Code(
    code="SM420",
    severity=Severity.WARNING,
    title=Text(sv="Två tabeller stämmer inte med varandra", en="Two tables do not agree"),
    found=Text(sv="{text} skiljer sig med {off} ({cells})", en="{text} differ by {off} ({cells})"),
    expected=Text(
        sv="samma belopp, inom {allowed} som avrundningen tillåter",
        en="the same amount, within {allowed} that rounding allows",
    ),
    do=Text(
        sv="rätta den av siffrorna som är fel, eller förklara skillnaden i texten",
        en="correct the figure that is wrong, or explain the difference in the text",
    ),
)
NOT_COMPARED = Code(
    code="SM421",
    severity=Severity.NOTE,
    title=Text(sv="Två tabeller kan inte stämmas av", en="Two tables cannot be compared"),
    found=Text(sv="{text}: {cells} saknas", en="{text}: {cells} is missing"),
    expected=Text(sv="en siffra på båda ställena", en="a figure in both places"),
    do=Text(sv="lägg till den som saknas", en="add what is missing"),
)
PRINTED_WHERE_BLANK = Code(
    code="SM422",
    severity=Severity.WARNING,
    title=Text(sv="En tryckt siffra där cellen är tom", en="A printed figure where the cell is blank"),
    found=Text(sv="tryckt {text}, och cellen är tom ({cell})", en="printed {text}, and the cell is blank ({cell})"),
    expected=Text(sv="en siffra på båda ställena, eller ingen", en="a figure in both places, or none"),
    do=Text(
        sv="lägg in underlaget, eller ta bort den tryckta siffran om cellen ska vara tom",
        en="add the input, or remove the printed figure if the cell is to be blank",
    ),
)
PRINTED_NOWHERE = Code(
    code="SM423",
    severity=Severity.WARNING,
    title=Text(sv="En tryckt siffra för en cell som inte finns", en="A printed figure for a cell that is not there"),
    found=Text(sv="tryckt {text} i {cell}", en="printed {text} in {cell}"),
    expected=Text(sv="en cell i någon av rapporterna", en="a cell of one of the reports"),
    do=Text(
        sv="rätta cellens id; styrmodell explain --figure letar upp celler efter siffra",
        en="correct the cell id; styrmodell explain --figure finds cells by figure",
    ),
)
NOT_A_MASTER = Code(
    code="SM410",
    severity=Severity.ERROR,
    title=Text(sv="Filen är ingen Wordmall som går att läsa", en="The file is no Word master that can be read"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(
        sv="ett Word-dokument (.docx) utan lösenord och utan makron",
        en="a Word document (.docx) without a password and without macros",
    ),
    do=Text(
        sv="öppna filen i Word, ta bort lösenordet om den har ett, och spara den som Word-dokument (.docx)",
        en="open the file in Word, remove its password if it has one, and save it as a Word document (.docx)",
    ),
)
UNSAFE_MASTER = Code(
    code="SM411",
    severity=Severity.ERROR,
    title=Text(sv="Wordmallens paket tas inte emot", en="The Word master's package is not accepted"),
    found=Text(sv="[[{part}: ]]{found}", en="[[{part}: ]]{found_en}"),
    expected=Text(
        sv="[[högst {limit}; ]]hela delar av XML utan DOCTYPE, som Word sparar dem",
        en="[[at most {limit_en}; ]]whole parts of XML without DOCTYPE, as Word saves them",
    ),
    do=Text(
        sv="öppna filen i Word, gör stora bilder mindre och spara den på nytt",
        en="open the file in Word, make large pictures smaller and save it again",
    ),
)
UNKNOWN_VARIABLE = Code(
    code="SM412",
    severity=Severity.ERROR,
    title=Text(sv="Okänd variabel i Wordmallen", en="Unknown variable in the Word master"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="någon av {known}", en="one of {known}"),
    do=Text(
        sv="[[menade du {near}? ]]rätta namnet; 'styrmodell template variables' visar vad de blir",
        en="[[did you mean {near}? ]]correct the name; 'styrmodell template variables' shows what they become",
    ),
)
UNBALANCED_TAG = Code(
    code="SM413",
    severity=Severity.ERROR,
    title=Text(sv="Ett märke i Wordmallen går inte ihop", en="A mark in the Word master does not close"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="skriv märket helt inom ett stycke, och if och endif i samma stycke eller i stycken i samma cell",
        en="write the mark whole in one paragraph, and if and endif in the same paragraph or in ones of the same cell",
    ),
)
REFUSED_TAG = Code(
    code="SM414",
    severity=Severity.ERROR,
    title=Text(sv="Wordmallen ber om mer än den får", en="The Word master asks for more than it may"),
    found=Text(sv="{tag}: {found}", en="{tag}: {found_en}"),
    expected=Text(
        sv="variabler, villkor och filtren {filters}, i vanlig text",
        en="variables, conditions and the filters {filters}, in ordinary text",
    ),
    do=Text(
        sv="ta bort märket, eller skriv det som 'styrmodell template variables' visar",
        en="remove the mark, or write it as 'styrmodell template variables' shows",
    ),
)
BODY_PLACE = Code(
    code="SM415",
    severity=Severity.ERROR,
    title=Text(sv="Platsen för rapportens innehåll", en="The place of the report's content"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(
        sv="{{{{ innehall }}}} en gång, som ett eget stycke i brödtexten, utanför tabeller och textrutor",
        en="{{{{ innehall }}}} once, as a paragraph of its own in the body, outside tables and text boxes",
    ),
    do=Text(
        sv="skriv {{{{ innehall }}}} på en egen rad där rapporten ska börja, och ingen annanstans",
        en="write {{{{ innehall }}}} on a line of its own where the report is to begin, and nowhere else",
    ),
)
NOT_FILLED = Code(
    code="SM416",
    severity=Severity.WARNING,
    title=Text(sv="Märket fylls inte i där det står", en="The mark is not filled where it stands"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(
        sv="variabler i brödtext, sidhuvud, sidfot och fotnoter",
        en="variables in the body, headers, footers and footnotes",
    ),
    do=Text(sv="flytta märket; annars skrivs det ut som det står", en="move the mark; else it is printed as it stands"),
)
MISSING_STYLES = Code(
    code="SM417",
    severity=Severity.NOTE,
    title=Text(sv="Formatmallar som Wordmallen saknar", en="Styles the Word master lacks"),
    found=Text(sv="{found} saknas", en="{found} are not there"),
    expected=Text(sv="regionens egna, med dessa namn", en="the region's own, by these names"),
    do=Text(
        sv="inget: de läggs till när rapporten skrivs; gör egna för att välja utseendet",
        en="nothing: they are added when the report is written; make your own to choose the look",
    ),
)
MASTER_LANGUAGE = Code(
    code="SM418",
    severity=Severity.WARNING,
    title=Text(sv="Wordmallen har ett annat språk än svenska", en="The Word master's language is not Swedish"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="sv-SE", en="sv-SE"),
    do=Text(
        sv="välj Granska, Språk, Ange språk, Svenska (Sverige), Ange som standard, och spara: uppläsning följer det",
        en="choose Review, Language, Set Proofing Language, Swedish (Sweden), Set As Default: reading aloud follows it",
    ),
)
FETCHES = Code(
    code="SM419",
    severity=Severity.WARNING,
    title=Text(
        sv="Wordmallen hämtar något eller bär på något som öppnas",
        en="The Word master fetches something or carries something that is opened",
    ),
    found=Text(sv="{kind}: {found}", en="{kind}: {found}"),
    expected=Text(
        sv="text och bilder inne i filen, utan inbäddade objekt",
        en="text and pictures inside the file, without embedded objects",
    ),
    do=Text(
        sv="bädda in bilden, koppla bort mallen eller ta bort fältet eller objektet: Word hämtar eller öppnar det annars"
        " hos var och en som öppnar dokumentet",
        en="embed the picture, detach the template or remove the field or object: else Word fetches or opens it"
        " wherever the document is opened",
    ),
)
