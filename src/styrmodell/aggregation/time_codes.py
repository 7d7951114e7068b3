"""Findings of the aggregation floor about periods."""

from styrmodell.finding import Code, Severity, Text

PERIODS_DO_NOT_FIT = Code(
    code="SM317",
    severity=Severity.WARNING,
    title=Text(sv="De rapporterade perioderna passar inte den efterfrågade", en="The reported periods do not fit"),
    found=Text(
        sv="{asked} frågas efter, och {reported} är rapporterade ({cell})",
        en="{asked} is asked for, and {reported} are reported ({cell})",
    ),
    expected=Text(
        sv="perioder som tillsammans är den efterfrågade; värdet saknas",
        en="periods that make the one asked for; the value is missing",
    ),
    do=Text(
        sv="rapportera den efterfrågade perioden eller kortare, eller fråga efter en som passar",
        en="report the period asked for or shorter ones, or ask for one that fits",
    ),
)
PERIOD_DIFFERS = Code(
    code="SM318",
    severity=Severity.WARNING,
    title=Text(sv="En rapporterad period skiljer sig från sina delars summa", en="A period differs from its parts"),
    found=Text(
        sv="{reported} är rapporterat, delarna ger {computed} ({cell})",
        en="{reported} is reported, the parts give {computed} ({cell})",
    ),
    expected=Text(
        sv="att de är lika; det som rapporterats för hela perioden används",
        en="that they agree; what is reported for the whole period is used",
    ),
    do=Text(sv="rätta perioden eller dess delar", en="correct the period or its parts"),
)
TIME_NOT_SAID = Code(
    code="SM319",
    severity=Severity.NOTE,
    title=Text(
        sv="Måttet säger inte hur perioder läggs ihop", en="The measure does not say how periods are put together"
    ),
    found=Text(
        sv="{asked} frågas efter, och {reported} är rapporterade ({cell})",
        en="{asked} is asked for, and {reported} are reported ({cell})",
    ),
    expected=Text(
        sv="over_time på måttet {measure}; värdet saknas", en="over_time on the measure {measure}; the value is missing"
    ),
    do=Text(
        sv="skriv over_time: summa för ett flöde, sista för en nivå",
        en="write over_time: sum for a flow, last for a stock",
    ),
)
NOT_COMBINED = Code(
    code="SM320",
    severity=Severity.WARNING,
    title=Text(sv="Värden som inte kan läggas ihop", en="Figures that cannot be put together"),
    found=Text(
        sv="medel över tid som inte kan läggas ihop med regeln {rule} ({cell})",
        en="means over time that the rule {rule} cannot put together ({cell})",
    ),
    expected=Text(
        sv="samma slags perioder från alla, eller regeln sum; värdet saknas",
        en="the same sort of periods from all, or the rule sum; the value is missing",
    ),
    do=Text(sv="rapportera samma perioder överallt", en="report the same periods everywhere"),
)
OTHER_MONTHS = Code(
    code="SM321",
    severity=Severity.WARNING,
    title=Text(sv="Det som jämförs gäller olika månader", en="What is compared has different months"),
    found=Text(
        sv="{name} saknar {count} av månaderna[[ ({cell})]]", en="{name} lacks {count} of the months[[ ({cell})]]"
    ),
    expected=Text(
        sv="samma månader i alla delar; värdet saknas", en="the same months in all parts; the value is missing"
    ),
    do=Text(
        sv="fråga efter den del av året som är rapporterad, som januari till augusti",
        en="ask for the part of the year that is reported, such as January to August",
    ),
)
PERIOD_WITHIN = Code(
    code="SM322",
    severity=Severity.WARNING,
    title=Text(
        sv="Den efterfrågade perioden är kortare än de rapporterade", en="The period is shorter than those reported"
    ),
    found=Text(
        sv="{asked} frågas efter, och {reported} är rapporterade ({cell})",
        en="{asked} is asked for, and {reported} are reported ({cell})",
    ),
    expected=Text(
        sv="en period som är rapporterad, eller en längre; värdet saknas",
        en="a period that is reported, or a longer one; the value is missing",
    ),
    do=Text(sv="fråga efter en längre period", en="ask for a longer period"),
)
NOT_ADDED = Code(
    code="SM323",
    severity=Severity.WARNING,
    title=Text(sv="Ett tillägg är inte med i värdet", en="An addition is not in the value"),
    found=Text(
        sv="{addition} gäller {added}, {version} gäller {reported}, och {asked} frågas efter för {unit} ({cell})",
        en="{addition} is for {added}, {version} for {reported}, and {asked} is asked for, of {unit} ({cell})",
    ),
    expected=Text(
        sv="ett tillägg inom den efterfrågade perioden, och något där att lägga det till, i ett mått som summeras över tid",
        en="an addition within the period asked for, and something there to add it to, of a measure summed over time",
    ),
    do=Text(
        sv="fråga efter en period som rymmer båda, eller lämna tillägget för samma perioder som det läggs till; är måttet "
        "ett flöde, skriv over_time: summa",
        en="ask for a period that holds both, or give the addition for the same periods as what it adds to; where the "
        "measure is a flow, write over_time: sum",
    ),
)
NEWER_IN_PART = Code(
    code="SM324",
    severity=Severity.WARNING,
    title=Text(
        sv="En nyare version gäller bara delar av perioden", en="A newer version is for parts of the period only"
    ),
    found=Text(
        sv="{newer} gäller {parts}, och {version} hela {asked} för {unit} ({cell})",
        en="{newer} is for {parts}, and {version} for all of {asked}, of {unit} ({cell})",
    ),
    expected=Text(
        sv="den nyare för hela perioden, eller för delar som tillsammans är den; den äldre används",
        en="the newer for all of the period, or for parts that make it; the older is used",
    ),
    do=Text(
        sv="lämna den nyare versionen för resten av perioden", en="report the newer version for the rest of the period"
    ),
)
SETTLED_OLDER = Code(
    code="SM327",
    severity=Severity.WARNING,
    title=Text(
        sv="Ett fastställt värde är av en äldre version än periodens delar",
        en="A settled figure is of an older version than parts of its period",
    ),
    found=Text(
        sv="{newer} gäller {parts}, och det fastställda är av {version} för hela {asked} för {unit} ({cell})",
        en="{newer} is for {parts}, and what is settled is of {version} for all of {asked}, of {unit} ({cell})",
    ),
    expected=Text(
        sv="ett fastställt värde av den nyaste versionen; det fastställda används",
        en="a settled figure of the newest version; the settled one is used",
    ),
    do=Text(
        sv="fastställ den nyare versionen, eller ta bort det fastställda",
        en="settle the newer version, or remove what is settled",
    ),
)
