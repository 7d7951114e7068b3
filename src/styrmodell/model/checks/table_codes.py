"""Findings about the tables that a region defines."""

from styrmodell.finding import Code, Severity, Text

NO_FIGURES = Code(
    code="SM270",
    severity=Severity.ERROR,
    title=Text(sv="En cell räknas ur något som inte har tal", en="A cell is computed from what holds no figures"),
    found=Text(sv="{what} {name} har inga tal där", en="{what_en} {name} holds no figures there"),
    expected=Text(sv="en rad eller kolumn med tal", en="a row or column with figures"),
    do=Text(sv="räkna ur en annan, eller ge raden en cell", en="compute from another one, or give the row a cell"),
)
WRONG_MARK = Code(
    code="SM271",
    severity=Severity.ERROR,
    title=Text(sv="Notmärken och noter som inte hör ihop", en="Marks and notes that do not belong together"),
    found=Text(sv='märket "{mark}" {but}', en='the mark "{mark}" {but_en}'),
    expected=Text(
        sv="en not för varje märke, och ett märke för varje not", en="a note for each mark, and a mark for each"
    ),
    do=Text(
        sv="skriv märket och noten lika, lägg till det som saknas eller ta bort det andra",
        en="write mark and note alike, add the one that is missing or remove the other",
    ),
)
WRONG_TABLE = Code(
    code="SM272",
    severity=Severity.ERROR,
    title=Text(sv="En tabell som inte kan skrivas", en="A table that cannot be printed"),
    found=Text(sv="tabellen {table}: {but}", en="the table {table}: {but_en}"),
    expected=Text(sv="{wanted}", en="{wanted_en}"),
    do=Text(sv="rätta tabellen; tills dess skrivs den inte", en="correct the table; until then it is not printed"),
)
WRONG_PRINTED = Code(
    code="SM273",
    severity=Severity.ERROR,
    title=Text(sv="En tryckt siffra som inte är ett tal", en="A printed figure that is no number"),
    found=Text(sv='"{text}" som tryckt i {cell}', en='"{text}" as printed in {cell}'),
    expected=Text(sv="ett tal som det är tryckt, som −1 232 003 eller 39,2 %", en="a number as printed"),
    do=Text(
        sv="rätta texten, eller ta bort raden; tills dess jämförs inget",
        en="correct the text, or remove the row; until then nothing is compared",
    ),
)
