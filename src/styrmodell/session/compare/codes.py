"""Findings of comparisons: SM440 to SM449."""

from styrmodell.finding import Code, Severity, Text

OTHER_PLAN = Code(
    code="SM440",
    severity=Severity.NOTE,
    title=Text(sv="Planer för olika enhet eller period jämförs", en="Plans of different units or periods are compared"),
    found=Text(sv="planen för {found} jämförs med planen för {expected}", en="the plan of {found} beside {expected}"),
    expected=Text(sv="två planer för samma enhet och period", en="two plans of the same unit and period"),
    do=Text(
        sv="läs det som rapporterna skriver som nytt och borttaget: deras celler har andra namn",
        en="read what reports print as added and removed: their cells have other ids",
    ),
)
NO_DERIVATION = Code(
    code="SM441",
    severity=Severity.NOTE,
    title=Text(sv="Arbetsboken jämförs efter rubriker", en="The workbook is compared by its headings"),
    found=Text(sv="en arbetsbok utan bladet Härledning", en="a workbook without the sheet Härledning"),
    expected=Text(sv="en arbetsbok som styrmodell har skrivit", en="a workbook that styrmodell has written"),
    do=Text(
        sv="läs jämförelsen med försiktighet: siffror paras efter blad, radrubrik och kolumnrubrik",
        en="read the comparison with care: figures are paired by sheet, row label and column heading",
    ),
)
NO_FIGURES = Code(
    code="SM442",
    severity=Severity.WARNING,
    title=Text(sv="Arbetsboken har inga siffror att jämföra", en="The workbook has no figures to compare"),
    found=Text(sv="ingen cell med en siffra", en="no cell with a figure"),
    expected=Text(sv="en arbetsbok med tabeller", en="a workbook with tables"),
    do=Text(sv="kontrollera att det är rätt fil", en="see that it is the right file"),
)
MOVED_FIGURES = Code(
    code="SM443",
    severity=Severity.NOTE,
    title=Text(sv="Ett blad är ändrat sedan det skrevs", en="A sheet has been changed since it was written"),
    found=Text(
        sv="bladet {sheet} har fått ett annat namn, eller rader eller kolumner på andra platser",
        en="the sheet {sheet} has another name, or rows or columns in other places",
    ),
    expected=Text(sv="siffrorna där Härledning säger att de står", en="the figures where Härledning says they stand"),
    do=Text(
        sv="inget; rader följs efter sina rubriker och kolumner efter det som stod i dem",
        en="nothing; rows are followed by their labels and columns by what stood in them",
    ),
)
LOST_SHEET = Code(
    code="SM444",
    severity=Severity.WARNING,
    title=Text(sv="Ett blad finns inte i arbetsboken", en="A sheet is not in the workbook"),
    found=Text(sv="bladet {sheet} finns inte", en="there is no sheet {sheet}"),
    expected=Text(sv="bladen som Härledning nämner", en="the sheets that Härledning names"),
    do=Text(
        sv="läs dess siffror med försiktighet: de är vad Härledning skrev, inte vad som levererades",
        en="read its figures with care: they are those that Härledning wrote, not those that were delivered",
    ),
)
