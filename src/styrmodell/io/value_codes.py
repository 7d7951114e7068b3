"""The kinds of findings about values, rows and columns (SM1xx); those about files stand in codes.py."""

from styrmodell.finding import Code, Severity, Text

NOT_A_NUMBER = Code(
    code="SM104",
    severity=Severity.ERROR,
    title=Text(sv="inte ett tal", en="not a number"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="ett tal, som {example}", en="a number, such as {example}"),
    do=Text(
        sv="rätta talet; lägg texten i kolumnen kommentar", en="correct the number; put words in the column comment"
    ),
)
AMBIGUOUS_NUMBER = Code(
    code="SM105",
    severity=Severity.ERROR,
    title=Text(sv="tvetydigt tal", en="ambiguous number"),
    found=Text(sv='"{found}", som kan läsas på två sätt', en='"{found}", which can be read in two ways'),
    expected=Text(sv="ett tal, som {example}", en="a number, such as {example}"),
    do=Text(
        sv='skriv talet så, eller ange notation = "{other}" för filen under [[sources]] i styrmodell.toml',
        en='write it so, or set notation = "{other}" for the file under [[sources]] in styrmodell.toml',
    ),
)
UNKNOWN_COLUMN = Code(
    code="SM109",
    severity=Severity.ERROR,
    title=Text(sv="okänd rubrik", en="unknown heading"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="en känd rubrik eller en indelning: {known}", en="a known heading or a dimension: {known}"),
    do=Text(
        sv="[[menade du {near}? ]]rätta rubriken eller ta bort kolumnen",
        en="[[did you mean {near}? ]]correct the heading or remove the column",
    ),
)
CELL_COUNT = Code(
    code="SM117",
    severity=Severity.ERROR,
    title=Text(sv="fel antal celler", en="wrong number of cells"),
    found=Text(sv="{found} celler", en="{found} cells"),
    expected=Text(sv="{expected} celler, som rubrikraden", en="{expected} cells, as in the heading"),
    do=Text(
        sv="lägg till eller ta bort skiljetecken; text med skiljetecken ska stå inom citattecken",
        en="add or remove delimiters; quote text that holds a delimiter",
    ),
)
NOT_A_DATE = Code(
    code="SM119",
    severity=Severity.ERROR,
    title=Text(sv="inte ett datum", en="not a date"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="ett datum, som 2019-09-26", en="a date, such as 2019-09-26"),
    do=Text(sv="skriv år-månad-dag", en="write year-month-day"),
)
NOT_A_PERIOD = Code(
    code="SM120",
    severity=Severity.ERROR,
    title=Text(sv="inte en period", en="not a period"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="en period, som 2020, 2020-T1, 2020-Q3, 2020-08, 2020-01..2020-07 eller R12-2024-06",
        en="a period, such as 2020, 2020-T1, 2020-Q3, 2020-08, 2020-01..2020-07 or R12-2024-06",
    ),
    do=Text(sv="skriv perioden så", en="write the period so"),
)
NOT_A_DUE_DAY = Code(
    code="SM199",
    severity=Severity.ERROR,
    title=Text(sv="inte en dag när något ska vara klart", en="not a day when something is due"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="en dag som 15 februari, sista februari, 15 februari året efter, den 10:e varje månad, den 20:e månaden efter eller 10 dagar efter periodens slut",
        en="a day in Swedish, such as 15 februari, sista februari, 15 februari året efter, den 10:e varje månad, den 20:e månaden efter or 10 dagar efter periodens slut",
    ),
    do=Text(
        sv="skriv dagen så; arbetsdagar räknas inte, så skriv dagar eller ett datum",
        en="write the day so; working days are not counted, so write days or a date",
    ),
)
UNKNOWN_WORD = Code(
    code="SM121",
    severity=Severity.ERROR,
    title=Text(sv="okänt ord", en="unknown word"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="något av {known}", en="one of {known}"),
    do=Text(sv="[[menade du {near}? ]]rätta ordet", en="[[did you mean {near}? ]]correct the word"),
)
NOT_AN_ID = Code(
    code="SM122",
    severity=Severity.ERROR,
    title=Text(sv="inte en id", en="not an id"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="små bokstäver a–z, siffror, - och _; först en bokstav (en medlem får börja med en siffra)",
        en="lower case a–z, digits, - and _; a letter first (a member may begin with a digit)",
    ),
    do=Text(sv='skriv till exempel "{near}"', en='write for example "{near}"'),
)
NOT_A_DEFINITION = Code(
    code="SM123",
    severity=Severity.ERROR,
    title=Text(sv="definitionen kan inte läsas", en="the definition cannot be read"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv='en definition, som "ekonomi[dvo=regionbidrag] / invanare"',
        en='a definition, such as "ekonomi[dvo=regionbidrag] / invanare"',
    ),
    do=Text(
        sv="bara mått, tal, + - * / och parenteser; mellanslag på båda sidor om minus",
        en="only measures, numbers, + - * / and parentheses; a space on both sides of a minus",
    ),
)
OUTSIDE_TABLE = Code(
    code="SM151",
    severity=Severity.ERROR,
    title=Text(sv="rad() eller kolumn() utanför en tabell", en="rad() or kolumn() outside a table"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="en definition av mått", en="a definition of measures"),
    do=Text(
        sv="skriv måtten i stället; rad() och kolumn() hör till cell under tables",
        en="write the measures instead; rad() and kolumn() belong to cell under tables",
    ),
)
NOT_A_CELL = Code(
    code="SM152",
    severity=Severity.ERROR,
    title=Text(sv="cellen kan inte läsas", en="the cell cannot be read"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv='mått, rader eller kolumner, som "ekonomi[slag=netto]" eller "rad(lakare) / rad(summa)"',
        en='measures, rows or columns, such as "ekonomi[slag=netto]" or "rad(lakare) / rad(summa)"',
    ),
    do=Text(
        sv="bara mått, rad(), kolumn(), tal, + - * / och parenteser; mellanslag på båda sidor om minus",
        en="only measures, rad(), kolumn(), numbers, + - * / and parentheses; a space on both sides of a minus",
    ),
)
UNKNOWN_MEASURE = Code(
    code="SM124",
    severity=Severity.ERROR,
    title=Text(sv="okänt mått", en="unknown measure"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="ett mått ur measures: {known}", en="a measure from measures: {known}"),
    do=Text(
        sv="[[menade du {near}? annars ]]lägg till måttet under measures",
        en="[[did you mean {near}? otherwise ]]add the measure under measures",
    ),
)
PERCENT_SIGN = Code(
    code="SM125",
    severity=Severity.ERROR,
    title=Text(sv="procenttecken vid ett mått som inte är i procent", en="a per cent sign where none belongs"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(sv="ett tal i måttets enhet, {unit}", en="a number in the measure's unit, {unit}"),
    do=Text(sv='ta bort tecknet, eller ge måttet enheten "%"', en='remove the sign, or give the measure the unit "%"'),
)
FOREIGN_DIMENSION = Code(
    code="SM126",
    severity=Severity.ERROR,
    title=Text(sv="indelning som måttet inte har", en="a dimension the measure does not have"),
    found=Text(
        sv='"{found}" i {dimension}, men {measure} är inte indelat så',
        en='"{found}" in {dimension}, but {measure} is not split so',
    ),
    expected=Text(
        sv="en tom cell, eller en av måttets indelningar: {known}",
        en="an empty cell, or one of its dimensions: {known}",
    ),
    do=Text(
        sv="töm cellen eller lägg till indelningen i måttets dimensions",
        en="empty the cell, or add it to the measure's dimensions",
    ),
)
STATE_AGAINST_VALUE = Code(
    code="SM127",
    severity=Severity.ERROR,
    title=Text(sv="tillståndet säger emot värdet", en="state and value contradict each other"),
    found=Text(
        sv='tillståndet "{found}" och ändå ett värde, {value}', en='the state "{found}" and yet a value, {value}'
    ),
    expected=Text(sv="antingen ett värde eller det tillståndet", en="either a value or that state"),
    do=Text(sv="töm värdet eller ändra tillståndet", en="empty the value or change the state"),
)
STATE_WITHOUT_VALUE = Code(
    code="SM128",
    severity=Severity.WARNING,
    title=Text(sv="tillstånd utan värde", en="a state without a value"),
    found=Text(sv='tillståndet "{found}" men inget värde', en='the state "{found}" but no value'),
    expected=Text(sv="ett värde, eller tillståndet saknas", en="a value, or the state missing"),
    do=Text(sv="fyll i värdet; tills dess räknas det som saknat", en="fill in the value; until then it is missing"),
)
VALUE_TWICE = Code(
    code="SM129",
    severity=Severity.ERROR,
    title=Text(sv="både värde och täljare med nämnare", en="both a value and a numerator with denominator"),
    found=Text(sv="värde {value}, täljare {numerator}", en="value {value}, numerator {numerator}"),
    expected=Text(sv="ett värde, eller täljare och nämnare", en="a value, or numerator and denominator"),
    do=Text(sv="behåll täljare och nämnare och töm värdet", en="keep numerator and denominator, empty the value"),
)
HALF_A_RATIO = Code(
    code="SM130",
    severity=Severity.ERROR,
    title=Text(sv="täljare utan nämnare, eller tvärtom", en="a numerator without denominator, or the reverse"),
    found=Text(sv="bara den ena", en="only one of them"),
    expected=Text(sv="båda, eller ingen", en="both, or neither"),
    do=Text(sv="fyll i den som saknas", en="fill in the other"),
)
DUPLICATE_COLUMN = Code(
    code="SM131",
    severity=Severity.ERROR,
    title=Text(sv="samma rubrik två gånger", en="the same heading twice"),
    found=Text(sv='"{found}" och "{first}"', en='"{found}" and "{first}"'),
    expected=Text(sv="varje rubrik en gång, på svenska eller engelska", en="each heading once, in one language"),
    do=Text(sv="ta bort eller döp om den ena kolumnen", en="remove or rename one of the columns"),
)
BROKEN_CSV = Code(
    code="SM132",
    severity=Severity.ERROR,
    title=Text(sv="trasig CSV", en="broken CSV"),
    found=Text(sv="CSV-läsaren stannade: {found}", en="the CSV reader stopped: {found}"),
    expected=Text(
        sv='citattecken i par; ett citattecken i text skrivs ""', en='quotes in pairs; a quote in text is written ""'
    ),
    do=Text(
        sv="rätta citattecknen; raderna därefter är inte lästa",
        en="correct the quotes; the rows after it were not read",
    ),
)
LONG_NUMBER = Code(
    code="SM138",
    severity=Severity.ERROR,
    title=Text(sv="för långt tal", en="the number is too long"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="högst 40 siffror, sedan filens skala räknats in", en="at most 40 digits once the file's scale is applied"
    ),
    do=Text(sv="rätta talet", en="correct the number"),
)
