"""Findings of targets, baselines and what they are measured in."""

from styrmodell.finding import Code, Severity, Text

WRONG_UNIT = Code(
    code="SM229",
    severity=Severity.ERROR,
    title=Text(sv="Fel enhet", en="Wrong unit"),
    found=Text(sv="{what} för {measure} är i {found}", en="{what_en} of {measure} is in {found}"),
    expected=Text(sv="måttets enhet {unit}", en="the measure's unit {unit}"),
    do=Text(sv="rätta enheten på det ena stället", en="correct the unit in one of the places"),
)
UNREAD_TARGET = Code(
    code="SM230",
    severity=Severity.WARNING,
    title=Text(sv="Ett mål som inte kan läsas", en="A target that cannot be read"),
    found=Text(sv="målet för {measure}: {words}", en="the target of {measure}: {words}"),
    expected=Text(
        sv="ett mål som minst 80 %, högst 90 dagar, mellan 10 och 20 %, ska minska eller ja",
        en="a target as minst 80 %, högst 90 dagar, mellan 10 och 20 %, ska minska or ja",
    ),
    do=Text(
        sv="skriv om målet; tills dess behandlas det som en händelse",
        en="rewrite the target; until then it is treated as an event",
    ),
)
PERCENT_OR_POINTS = Code(
    code="SM231",
    severity=Severity.WARNING,
    title=Text(sv="Procent eller procentenheter", en="Per cent or percentage points"),
    found=Text(sv="målet för {measure}: {words}", en="the target of {measure}: {words}"),
    expected=Text(
        sv="procent eller procentenheter utskrivet, eftersom måttet är en andel",
        en="per cent or percentage points in words, since the measure is a share",
    ),
    do=Text(
        sv="skriv procent eller procentenheter; tills dess kan målet inte bedömas",
        en="write procent or procentenheter; until then the target cannot be judged",
    ),
)
NO_INTERVAL = Code(
    code="SM232",
    severity=Severity.WARNING,
    title=Text(sv="Ett tidsintervall utan tal", en="A time interval without a number"),
    found=Text(sv="målet för {measure}: {words}", en="the target of {measure}: {words}"),
    expected=Text(sv="intervallet i dagar eller månader", en="the interval in days or months"),
    do=Text(sv="skriv hur långt intervallet är", en="write how long the interval is"),
)
SHARE_ABOVE_ONE = Code(
    code="SM233",
    severity=Severity.WARNING,
    title=Text(sv="En andel över 100 %", en="A share above 100 %"),
    found=Text(sv="{what} för {measure}: {words}", en="{what_en} of {measure}: {words}"),
    expected=Text(sv="en andel från 0 till 100 %, med procenttecken", en="a share from 0 to 100 %, with its sign"),
    do=Text(
        sv="rätta talet, skriv % efter det, eller byt måttets enhet om det inte är en andel",
        en="correct the number, write % after it, or change the measure's unit where it is no share",
    ),
)
PRINTED_DIFFERS = Code(
    code="SM234",
    severity=Severity.WARNING,
    title=Text(
        sv="Tryckt andel stämmer inte med täljare och nämnare", en="The printed share is not numerator over denominator"
    ),
    found=Text(
        sv="ingångsvärdet för {measure}: {words}; {numerator}/{denominator} är {computed}",
        en="the baseline of {measure}: {words}; {numerator}/{denominator} is {computed}",
    ),
    expected=Text(sv="samma andel som täljare genom nämnare", en="the same share as numerator over denominator"),
    do=Text(sv="rätta det som är fel", en="correct what is wrong"),
)
TARGET_MET = Code(
    code="SM235",
    severity=Severity.NOTE,
    title=Text(sv="Målet är redan nått", en="The target is already met"),
    found=Text(
        sv="målet för {measure} är {target} och ingångsvärdet {baseline}",
        en="the target of {measure} is {target} and the baseline {baseline}",
    ),
    expected=Text(
        sv="ett mål som ännu inte är nått, eller att bibehålla", en="a target that is not met yet, or to keep"
    ),
    do=Text(sv="fråga om målet är högt nog", en="ask whether the target is high enough"),
)
NO_DIRECTION = Code(
    code="SM236",
    severity=Severity.WARNING,
    title=Text(sv="Ett mål utan riktning", en="A target without direction"),
    found=Text(sv="målet för {measure} är {target}", en="the target of {measure} is {target}"),
    expected=Text(
        sv="måttets riktning (högre eller lägre är bättre), eller minst eller högst i målet",
        en="the measure's direction (higher or lower is better), or minst or högst in the target",
    ),
    do=Text(
        sv="skriv måttets riktning; den kan inte läsas ur ett tal",
        en="write the measure's direction; it cannot be read from a number",
    ),
)
NO_REFERENCE = Code(
    code="SM237",
    severity=Severity.WARNING,
    title=Text(sv="En förändring utan något att jämföra med", en="A change with nothing to compare with"),
    found=Text(
        sv="målet för {measure} är {target} men ingångsvärde saknas",
        en="the target of {measure} is {target} but there is no baseline",
    ),
    expected=Text(
        sv="ett ingångsvärde, eller ett utfall för den period målet nämner",
        en="a baseline, or an outcome of the period the target names",
    ),
    do=Text(
        sv="skriv ingångsvärdet; tills dess kan målet inte bedömas",
        en="write the baseline; until then the target cannot be judged",
    ),
)
UNREAD_BASELINE = Code(
    code="SM238",
    severity=Severity.WARNING,
    title=Text(sv="Ett ingångsvärde som inte kan läsas", en="A baseline that cannot be read"),
    found=Text(sv="{what} för {measure}: {words}", en="{what_en} of {measure}: {words}"),
    expected=Text(
        sv="ett värde med år, som 2018: 84 %, eller att det saknas",
        en="a value with its year, as 2018: 84 %, or that there is none",
    ),
    do=Text(sv="skriv om ingångsvärdet", en="rewrite the baseline"),
)
