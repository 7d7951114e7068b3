"""The kinds of findings about lists of objects in tables (SM170–SM179)."""

from styrmodell.finding import Code, Severity, Text

UNKNOWN_LIST_HEADING = Code(
    code="SM170",
    severity=Severity.WARNING,
    title=Text(sv="okänd rubrik i en lista", en="unknown heading in a list"),
    found=Text(sv='"{found}"; kolumnen är inte läst', en='"{found}"; the column was not read'),
    expected=Text(sv="en känd rubrik: {known}", en="a known heading: {known}"),
    do=Text(
        sv="[[menade du {near}? ]]rätta rubriken, eller säg i columns under [[tables]] vad den betyder",
        en="[[did you mean {near}? ]]correct the heading, or say in columns under [[tables]] what it means",
    ),
)
UNKNOWN_MARK = Code(
    code="SM171",
    severity=Severity.ERROR,
    title=Text(sv="inte ett kryss", en="not a mark"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="x, ja eller 1 för ett kryss; annars tomt eller nej", en="x, yes or 1 for a mark; else empty or no"
    ),
    do=Text(sv="kryssa eller töm cellen", en="mark the cell or empty it"),
)
SUM_DIFFERS = Code(
    code="SM172",
    severity=Severity.WARNING,
    title=Text(sv="summan stämmer inte", en="the sum does not add up"),
    found=Text(sv="{stated}, men delarna blir {computed}", en="{stated}, but the parts make {computed}"),
    expected=Text(sv="delarnas summa", en="the sum of the parts"),
    do=Text(
        sv="rätta beloppen eller summan; summan läses inte in, beloppen gäller",
        en="correct the amounts or the sum; the sum is not read, the amounts hold",
    ),
)
WORDS_FOR_AMOUNT = Code(
    code="SM173",
    severity=Severity.NOTE,
    title=Text(sv="ord i stället för belopp", en="words where an amount should be"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="ett belopp, som {example}", en="an amount, such as {example}"),
    do=Text(
        sv="skriv beloppet när det är känt; tills dess saknas det, det är inte noll",
        en="write the amount once it is known; until then it is missing, not zero",
    ),
)
SAME_ROW_ID = Code(
    code="SM174",
    severity=Severity.ERROR,
    title=Text(sv="två rader ger samma id", en="two rows give the same id"),
    found=Text(sv="{found}, som redan kom från {other}", en="{found}, which already came from {other}"),
    expected=Text(sv="en rad för varje id", en="one row for each id"),
    do=Text(
        sv="ge raderna olika nummer eller namn, eller en kolumn Id; den senare raden är inte läst",
        en="give the rows different numbers or names, or a column Id; the later row was not read",
    ),
)
OTHER_SCALE = Code(
    code="SM175",
    severity=Severity.ERROR,
    title=Text(sv="rubriken säger en annan skala än filen", en="the heading says another scale than the file"),
    found=Text(sv='"{found}", men beloppen läses i {scale}', en='"{found}", but the amounts are read in {scale}'),
    expected=Text(sv="samma skala", en="the same scale"),
    do=Text(
        sv='ange scale = "{suggestion}" för filen under [[sources]] i styrmodell.toml, eller rätta rubriken',
        en='set scale = "{suggestion}" for the file under [[sources]] in styrmodell.toml, or correct the heading',
    ),
)
UNIT_NOT_SAID = Code(
    code="SM176",
    severity=Severity.NOTE,
    title=Text(sv="måttets enhet framgår inte", en="the unit of the measure is not said"),
    found=Text(sv="{found} utan enhet", en="{found} without a unit"),
    expected=Text(
        sv='en enhet i en kolumn Måttenhet, i målvärdet eller i ingångsvärdet, som "antal" eller "%"',
        en='a unit in a column Måttenhet, in the target or in the baseline, such as "antal" or "%"',
    ),
    do=Text(sv='lägg till enheten; tills dess är den "ej angiven"', en='add the unit; until then it is "ej angiven"'),
)
ROW_WITHOUT_HOME = Code(
    code="SM177",
    severity=Severity.ERROR,
    title=Text(sv="raden hör inte till något", en="the row belongs to nothing"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="lägg raden där den hör hemma, eller fyll i det som saknas", en="move the row, or fill in what is missing"
    ),
)
SKIPPED_ROWS = Code(
    code="SM178",
    severity=Severity.NOTE,
    title=Text(sv="rader som inte är objekt", en="rows that are no objects"),
    found=Text(sv="{count} st hoppades över: {found}", en="{count} were skipped: {found}"),
    expected=Text(sv="tomma formulärrader, rubriker, hänvisningar och summor", en="empty form rows, headings and sums"),
    do=Text(sv="inget, om raderna verkligen är sådana", en="nothing, if the rows really are such"),
)
COST_AS_INCOME = Code(
    code="SM179",
    severity=Severity.WARNING,
    title=Text(sv="kostnader skrivna med plus", en="costs written with a plus"),
    found=Text(sv="belopp större än noll, som läses som intäkter", en="amounts above zero, which are read as income"),
    expected=Text(sv="att filen säger hur kostnader skrivs", en="that the file says how costs are written"),
    do=Text(
        sv='ange sign = "ledger" för filen under [[sources]] i styrmodell.toml om beloppen är kostnader',
        en='set sign = "ledger" for the file under [[sources]] in styrmodell.toml if the amounts are costs',
    ),
)
