"""Findings of figures that are doubtful beside the others of their form."""

from styrmodell.finding import Code, Severity, Text

TOTAL_CHANGED = Code(
    code="SM520",
    severity=Severity.WARNING,
    title=Text(sv="En låst siffra är överskriven", en="A locked figure was typed over"),
    found=Text(sv="{found} ({what})", en="{found} ({what})"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(
        sv="ändra siffrorna i de gula cellerna; summor räknas ut och läses aldrig in",
        en="change the figures in the yellow cells; totals are worked out and never collected",
    ),
)
OUTSIDE = Code(
    code="SM521",
    severity=Severity.WARNING,
    title=Text(sv="Något står där formuläret inte frågar", en="Something stands where the form asks for nothing"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="uppgifter i de gula cellerna", en="figures in the yellow cells"),
    do=Text(
        sv="för in det på en rad som formuläret har, eller under Kommentar; det lästes inte in",
        en="enter it in a row that the form has, or under Kommentar; it was not collected",
    ),
)
MOVED = Code(
    code="SM522",
    severity=Severity.ERROR,
    title=Text(sv="Siffror har bytt plats", en="Figures have changed place"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="egna siffror för {name}", en="the own figures of {name}"),
    do=Text(
        sv="flytta tillbaka siffrorna, som inte lästes in[[; stämmer det ändå, läs in med --accept '{cell}']]",
        en="move the figures back; they were not collected[[; if it is right, collect with --accept '{cell}']]",
    ),
)
UNLIKELY_AMOUNT = Code(
    code="SM523",
    severity=Severity.ERROR,
    title=Text(sv="Beloppet är för stort bredvid de andra", en="The amount is too large beside the others"),
    found=Text(sv="{found} i en cell för {unit} ({what})", en="{found} in a cell for {unit} ({what})"),
    expected=Text(sv="ett belopp i {unit}[[; {beside}]]", en="an amount in {unit}[[; {beside_en}]]"),
    do=Text(
        sv="skriv beloppet i {unit}[[; stämmer det ändå, läs in med --accept '{cell}']]",
        en="write the amount in {unit}[[; if it is right, collect with --accept '{cell}']]",
    ),
)
DOUBTFUL_UNIT = Code(
    code="SM524",
    severity=Severity.ERROR,
    title=Text(sv="Beloppet kan vara i fel enhet", en="The amount may be in the wrong unit"),
    found=Text(
        sv="{found} ({what}), och {other} i samma formulär är i fel storlek",
        en="{found} ({what}), and {other} of the same form is of the wrong magnitude",
    ),
    expected=Text(sv="ett belopp i {unit}", en="an amount in {unit}"),
    do=Text(
        sv="se efter att alla belopp är i {unit}[[; stämmer det, läs in med --accept '{cell}']]",
        en="see that all amounts are in {unit}[[; if it is right, collect with --accept '{cell}']]",
    ),
)
WRONG_SIGN = Code(
    code="SM525",
    severity=Severity.ERROR,
    title=Text(sv="Fel tecken", en="The wrong sign"),
    found=Text(sv="{found} ({what})", en="{found} ({what})"),
    expected=Text(sv="samma tecken som förut; {beside}", en="the same sign as before; {beside_en}"),
    do=Text(
        sv="skriv intäkter med plus och kostnader med minus[[; stämmer det ändå, läs in med --accept '{cell}']]",
        en="write income with plus and costs with minus[[; if it is right, collect with --accept '{cell}']]",
    ),
)
MERGED = Code(
    code="SM526",
    severity=Severity.ERROR,
    title=Text(sv="Cellen är hopslagen med andra", en="The cell is merged with others"),
    found=Text(sv="en hopslagen cell ({what})", en="a merged cell ({what})"),
    expected=Text(sv="en cell för varje uppgift", en="a cell for each figure"),
    do=Text(
        sv="dela cellen och skriv siffran där den hör hemma; den lästes inte in",
        en="split the cell and write the figure where it belongs; it was not collected",
    ),
)
