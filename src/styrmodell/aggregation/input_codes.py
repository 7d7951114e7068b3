"""Findings of the aggregation floor about the figures that are folded."""

from styrmodell.finding import Code, Severity, Text

TWO_VALUES = Code(
    code="SM309",
    severity=Severity.WARNING,
    title=Text(sv="Två olika värden för samma nyckel", en="Two different values for one key"),
    found=Text(sv="{first}, och {second} i {other}", en="{first}, and {second} in {other}"),
    expected=Text(
        sv="ett värde, eller en daterad rättelse; enheten räknas som om den saknas",
        en="one value, or a dated correction; the unit counts as missing",
    ),
    do=Text(
        sv="ta bort det felaktiga, eller fyll i rattelse och rapporterad på det som gäller",
        en="remove the wrong one, or fill in correction and reported on the one that counts",
    ),
)
NO_WEIGHT = Code(
    code="SM310",
    severity=Severity.WARNING,
    title=Text(sv="Ett värde saknar vikt", en="A figure has no weight"),
    found=Text(sv="inget värde av {weight} för samma enhet och tid", en="no figure of {weight} for that unit and time"),
    expected=Text(sv="en vikt; värdet är inte med i medelvärdet", en="a weight; the figure is left out of the mean"),
    do=Text(sv="rapportera vikten", en="report the weight"),
)
NEGATIVE_WEIGHT = Code(
    code="SM311",
    severity=Severity.WARNING,
    title=Text(sv="En vikt är negativ", en="A weight is negative"),
    found=Text(sv="vikten {value}", en="the weight {value}"),
    expected=Text(
        sv="noll eller mer; medelvärdet där enheten ingår saknas",
        en="nought or more; a mean that the unit is part of is missing",
    ),
    do=Text(sv="rätta vikten", en="correct the weight"),
)
IE_UNKNOWN = Code(
    code="SM312",
    severity=Severity.WARNING,
    title=Text(sv="I/E-kod saknas", en="No I/E code"),
    found=Text(
        sv="ett belopp utan I/E-kod, när bara {cut} frågas efter",
        en="an amount without I/E code, where only {cut} is asked for",
    ),
    expected=Text(
        sv="en I/E-kod på varje belopp; enheten räknas som om den saknas",
        en="an I/E code on every amount; the unit counts as missing",
    ),
    do=Text(sv="fyll i kolumnen ie", en="fill in the column ie"),
)
IE_MIXED = Code(
    code="SM313",
    severity=Severity.WARNING,
    title=Text(sv="Ett belopp har I/E-koder både i och utanför utsnittet", en="An amount has I/E codes in and outside"),
    found=Text(sv="koderna {codes}, när {cut} frågas efter", en="the codes {codes}, where {cut} is asked for"),
    expected=Text(
        sv="ett belopp för varje kod; enheten räknas som om den saknas",
        en="one amount a code; the unit counts as missing",
    ),
    do=Text(sv="dela upp beloppet efter I/E-kod", en="split the amount by I/E code"),
)
OUTSIDE_ORDER = Code(
    code="SM314",
    severity=Severity.WARNING,
    title=Text(sv="Ett värde hör till en enhet som inte finns i ordningen", en="A figure's unit is not in the order"),
    found=Text(
        sv="{unit} har ett värde för {period} men finns inte då[[ i hierarkin {hierarchy}]]",
        en="{unit} has a figure for {period} but is not there then[[ in the hierarchy {hierarchy}]]",
    ),
    expected=Text(
        sv="att enheten finns i perioden; värdet är inte med i någon summa",
        en="that the unit is there in the period; the figure is in no sum",
    ),
    do=Text(
        sv="rätta enhetens dagar, dess plats i hierarkin eller värdets enhet",
        en="correct the unit's days, its place in the hierarchy or the figure's unit",
    ),
)
WEIGHTS_ZERO = Code(
    code="SM315",
    severity=Severity.WARNING,
    title=Text(sv="Vikterna är tillsammans noll", en="The weights sum to zero"),
    found=Text(sv="vikter som tillsammans är 0 ({cell})", en="weights that are 0 together ({cell})"),
    expected=Text(sv="vikter över noll; medelvärdet saknas", en="weights above nought; the mean is missing"),
    do=Text(sv="kontrollera vikterna", en="check the weights"),
)
UNMATCHED = Code(
    code="SM316",
    severity=Severity.WARNING,
    title=Text(sv="Köp och sälj mellan två enheter går inte ut", en="What two units buy and sell does not match"),
    found=Text(
        sv="{first} redovisar {amount} mot {second}, som redovisar {other}: skillnaden är {gap} ({period} {kind})",
        en="{first} reports {amount} with {second}, which reports {other}: the gap is {gap} ({period} {kind})",
    ),
    expected=Text(sv="samma belopp med ombytt tecken", en="the same amount with the other sign"),
    do=Text(sv="stäm av motparterna", en="reconcile the two"),
)
