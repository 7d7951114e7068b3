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
    found=Text(sv="{file}: {error}", en="{file}: {error}"),
    expected=Text(sv="en fil som går att skriva", en="a file that can be written"),
    do=Text(
        sv="stäng filen i Excel eller Word, eller välj en annan mapp med --out; den gamla filen är orörd",
        en="close the file in Excel or Word, or choose another folder with --out; the old file is untouched",
    ),
)
