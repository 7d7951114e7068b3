"""Findings of the sheets of objects and texts in forms that come back."""

from styrmodell.finding import Code, Severity, Text

ROW_GONE = Code(
    code="SM424",
    severity=Severity.WARNING,
    title=Text(sv="En rad är borta ur formuläret", en="A row is gone from the form"),
    found=Text(sv="ingen rad med id {name} ({what})", en="no row with the id {name} ({what})"),
    expected=Text(sv="alla rader som formuläret skickades med", en="all the rows that the form was sent with"),
    do=Text(
        sv="inget, om raden ska vara kvar: den står kvar i planen. Ska den bort, ta bort den ur arbetsytans filer",
        en="nothing if it is to stay: it stands in the plan. If it is to go, remove it from the workspace's files",
    ),
)
SAME_ROW = Code(
    code="SM425",
    severity=Severity.ERROR,
    title=Text(sv="Två rader med samma id", en="Two rows with the same id"),
    found=Text(sv="{name} också på {other}", en="{name} on {other}, too"),
    expected=Text(sv="ett id på en rad; en ny rad utan id", en="an id on one row; a new row without one"),
    do=Text(
        sv="töm Id på raden som är ny, eller ta bort den som är för mycket; ingen av dem lästes in",
        en="empty Id on the row that is new, or remove the one too many; neither was collected",
    ),
)
FOREIGN_ROW = Code(
    code="SM426",
    severity=Severity.ERROR,
    title=Text(sv="Ett id som inte hör till formuläret", en="An id that does not belong to the form"),
    found=Text(sv="{name}[[, som hör till {unit}]]", en="{name}[[, which belongs to {unit}]]"),
    expected=Text(
        sv="ett id som formuläret skickades med[[ (menade du {near}?)]], eller inget på en ny rad",
        en="an id that the form was sent with[[ (did you mean {near}?)]], or none on a new row",
    ),
    do=Text(
        sv="återställ id, eller töm det på en ny rad; raden lästes inte in",
        en="restore the id; the row was not collected",
    ),
)
UNKNOWN_CHOICE = Code(
    code="SM427",
    severity=Severity.ERROR,
    title=Text(sv="Ett ord som inte finns i listan", en="A word outside the list"),
    found=Text(sv='"{found}" ({what})', en='"{found}" ({what})'),
    expected=Text(sv="{known}[[ (menade du {near}?)]]", en="{known}[[ (did you mean {near}?)]]"),
    do=Text(sv="välj ett av orden i cellens lista", en="choose one of the words of the cell's list"),
)
NOT_A_DAY = Code(
    code="SM428",
    severity=Severity.ERROR,
    title=Text(sv="Det står inget datum i en datumcell", en="A cell for a date holds none"),
    found=Text(sv='"{found}" ({what})', en='"{found}" ({what})'),
    expected=Text(sv="ett datum som Excel känner igen, som 2020-09-30", en="a date that Excel knows, as 2020-09-30"),
    do=Text(
        sv="skriv datumet på nytt i en gul cell, så att Excel gör det till ett datum",
        en="write the date anew in a yellow cell, so that Excel makes it a date",
    ),
)
TEXT_CUT = Code(
    code="SM429",
    severity=Severity.ERROR,
    title=Text(sv="Texten är längre än en cell", en="The text is longer than a cell"),
    found=Text(sv="{count} tecken ({what})", en="{count} characters ({what})"),
    expected=Text(sv="en text på högst {limit} tecken", en="a text of at most {limit} characters"),
    do=Text(
        sv="korta texten, eller ändra den i arbetsytans filer; den lästes inte in",
        en="shorten the text, or change it in the workspace's files; it was not collected",
    ),
)
UNCLEAR_CELL = Code(
    code="SM498",
    severity=Severity.ERROR,
    title=Text(sv="En cell eller rad går inte att läsa in", en="A cell or row cannot be collected"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(sv="rätta det; det lästes inte in", en="correct it; it was not collected"),
)
HALF_SCORE = Code(
    code="SM499",
    severity=Severity.ERROR,
    title=Text(sv="Bara sannolikhet eller bara konsekvens", en="Likelihood or consequence alone"),
    found=Text(sv="bara det ena ({what})", en="only one of them ({what})"),
    expected=Text(sv="både sannolikhet och konsekvens", en="both likelihood and consequence"),
    do=Text(sv="fyll i båda; ingen av dem lästes in", en="fill in both; neither was collected"),
)
