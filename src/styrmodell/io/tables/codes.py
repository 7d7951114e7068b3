"""The kinds of findings about tables in workbooks and files (SM155-SM159, SM164-SM169)."""

from styrmodell.finding import Code, Severity, Text

SKIPPED_ROWS = Code(
    code="SM155",
    severity=Severity.NOTE,
    title=Text(sv="rader som inte är data", en="rows that are not data"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="rader med data under rubrikraden", en="rows of data below the heading"),
    do=Text(
        sv="inget om det stämmer; rätta annars raderna, eller ange heading_row under tables i styrmodell.toml",
        en="nothing if this is right; otherwise correct the rows, or set heading_row under tables in styrmodell.toml",
    ),
)
NO_TABLE = Code(
    code="SM156",
    severity=Severity.ERROR,
    title=Text(sv="tabellen hittas inte", en="the table is not found"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="rätta rubrikerna, eller blocket tables i styrmodell.toml (sheet, heading_row, heading_rows, columns)",
        en="correct the headings, or the block tables in styrmodell.toml (sheet, heading_row, heading_rows, columns)",
    ),
)
UNKNOWN_NAME = Code(
    code="SM157",
    severity=Severity.ERROR,
    title=Text(sv="okänt namn", en="unknown name"),
    found=Text(sv='"{found}"', en='"{found}"'),
    expected=Text(
        sv="id eller namn på {what}, som bara en har: {known}",
        en="the id or name of {what_en} that only one has: {known}",
    ),
    do=Text(
        sv="[[menade du {near}? ]]rätta texten eller skriv id; i en korsad tabell kan texten stå i names",
        en="[[did you mean {near}? ]]correct the text or write the id; in a crossed table the text may stand in names",
    ),
)
SEVERAL_TABLES = Code(
    code="SM158",
    severity=Severity.WARNING,
    title=Text(sv="fler än en tabell", en="more than one table"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(
        sv="en tabell, eller ett block tables för var och en med sin heading_row",
        en="one table, or a block tables for each with its own heading_row",
    ),
    do=Text(
        sv="lägg till tables med heading_row i styrmodell.toml, eller dela bladet",
        en="add tables with heading_row in styrmodell.toml, or split the sheet",
    ),
)
AMBIGUOUS_PERIOD = Code(
    code="SM159",
    severity=Severity.ERROR,
    title=Text(sv="oklar period", en="unclear period"),
    found=Text(sv='"{found}", som kan läsas på flera sätt', en='"{found}", which can be read in several ways'),
    expected=Text(
        sv="en period med sitt år i fyra siffror, som jan 2020 eller 2024-T1, eller en kolumn år",
        en="a period with its year in four digits, such as jan 2020 or 2024-T1, or a column year",
    ),
    do=Text(sv="skriv ut året", en="write the year"),
)
WITHOUT_FIGURE = Code(
    code="SM164",
    severity=Severity.NOTE,
    title=Text(sv="ord i stället för tal", en="words instead of numbers"),
    found=Text(sv="{count} utan tal: {found}", en="{count} without a number: {found}"),
    expected=Text(sv="ett tal, eller en tom cell", en="a number, or an empty cell"),
    do=Text(
        sv="inget om det stämmer; värdena räknas som saknade och ordet står i kommentaren",
        en="nothing if this is right; the values count as missing and the word is kept in the comment",
    ),
)
TOTAL_DIFFERS = Code(
    code="SM165",
    severity=Severity.WARNING,
    title=Text(sv="summan stämmer inte", en="the total does not add up"),
    found=Text(
        sv='"{label}" är {found}, raderna ovanför ger {sum}', en='"{label}" is {found}, the rows above give {sum}'
    ),
    expected=Text(sv="samma summa, så när som på avrundning", en="the same sum, but for rounding"),
    do=Text(
        sv="rätta raderna eller summan; summan läses inte in, den räknas",
        en="correct the rows or the total; it is not imported but computed",
    ),
)
ERROR_CELL = Code(
    code="SM166",
    severity=Severity.ERROR,
    title=Text(sv="felvärde i cellen", en="an error value in the cell"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="ett värde", en="a value"),
    do=Text(
        sv="rätta formeln i Excel och spara; raden är inte läst",
        en="correct the formula in Excel; the row was not read",
    ),
)
NOT_COMPUTED = Code(
    code="SM167",
    severity=Severity.ERROR,
    title=Text(sv="formel utan uträknat värde", en="a formula without a computed value"),
    found=Text(sv="en formel vars värde inte är sparat", en="a formula whose value is not saved"),
    expected=Text(sv="formelns värde i filen", en="the formula's value in the file"),
    do=Text(
        sv="öppna filen i Excel och spara den; raden är inte läst",
        en="open the file in Excel and save it; the row was not read",
    ),
)
TEXT_NUMBERS = Code(
    code="SM168",
    severity=Severity.NOTE,
    title=Text(sv="tal som text", en="numbers as text"),
    found=Text(sv="{count} tal som är text i Excel", en="{count} numbers that are text in Excel"),
    expected=Text(sv="talceller", en="number cells"),
    do=Text(
        sv="inget om talen är rätt lästa; gör annars om cellerna till tal i Excel",
        en="nothing if they were read right; otherwise convert the cells to numbers in Excel",
    ),
)
DOUBTFUL_SHARE = Code(
    code="SM169",
    severity=Severity.WARNING,
    title=Text(sv="andel eller procent?", en="a share or per cent?"),
    found=Text(
        sv="{found}[[ ({count} celler i kolumnen)]], i en cell utan procentformat; läst som {found} %",
        en="{found}[[ ({count} cells in the column)]], in a cell without a per cent format; read as {found} %",
    ),
    expected=Text(sv="39,2, eller en cell med procentformat", en="39.2, or a cell with a per cent format"),
    do=Text(
        sv="ge cellerna procentformat i Excel om de är andelar av ett",
        en="give the cells a per cent format in Excel if they are shares of one",
    ),
)
SHEET_TOO_LARGE = Code(
    code="SM147",
    severity=Severity.ERROR,
    title=Text(sv="bladet sträcker sig för långt", en="the sheet stretches too far"),
    found=Text(sv="celler från {first} till {last}", en="cells from {first} to {last}"),
    expected=Text(sv="högst {limit} celler inom en rektangel", en="at most {limit} cells within a rectangle"),
    do=Text(
        sv="gå till {last} med Ctrl+End, ta bort rader och kolumner som inte ska vara med och spara, eller dela bladet",
        en="go to {last} with Ctrl+End, delete the rows and columns that do not belong and save, or split the sheet",
    ),
)
