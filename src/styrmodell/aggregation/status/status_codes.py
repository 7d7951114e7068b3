"""Findings of statuses: what a target or a goal lacks to be judged, and what is settled without a signature."""

from styrmodell.finding import Code, Severity, Text

NOTHING_TO_COMPARE_WITH = Code(
    code="SM330",
    severity=Severity.WARNING,
    title=Text(sv="Målet kan inte bedömas: jämförelsen saknas", en="The target cannot be judged: no comparison"),
    found=Text(
        sv="målet för {measure}, {unit} {period}, är {target}, men {lacks} saknas",
        en="the target of {measure}, {unit} {period}, is {target}, but {lacks_en} is missing",
    ),
    expected=Text(sv="{lacks} för samma enhet, i måttets enhet", en="{lacks_en} for that unit, in the measure's unit"),
    do=Text(
        sv="lägg till det som saknas; tills dess är statusen Ej mätt",
        en="add what is missing; until then the status is not measured",
    ),
)
ASSESSMENT_UNSIGNED = Code(
    code="SM331",
    severity=Severity.WARNING,
    title=Text(sv="En bedömning utan vem eller varför", en="An assessment without who or why"),
    found=Text(
        sv="bedömningen av {what} {name}, {unit} {period}", en="the assessment of {what_en} {name}, {unit} {period}"
    ),
    expected=Text(
        sv="by (rollen eller organet som bedömt) och why (skälet)", en="by (the role or body that judged) and why"
    ),
    do=Text(
        sv="skriv by och why; bedömningen gäller ändå, och saknaden syns",
        en="write by and why; the assessment stands, and what it lacks is shown",
    ),
)
UNUSABLE_WEIGHTS = Code(
    code="SM332",
    severity=Severity.WARNING,
    title=Text(sv="Vikterna under ett mål går inte att använda", en="The weights below a goal cannot be used"),
    found=Text(sv="målet {goal} vägs med {weights}", en="the goal {goal} is weighed by {weights}"),
    expected=Text(
        sv="vikter som är 0 eller mer, och minst en över 0", en="weights of 0 or more, and one above 0 at least"
    ),
    do=Text(
        sv="rätta weight på länkarna till målet; tills dess är målet Ej mätt",
        en="correct weight on the links to the goal; until then the goal is not measured",
    ),
)
GOAL_CIRCLE = Code(
    code="SM333",
    severity=Severity.WARNING,
    title=Text(sv="Ett mål i en cirkel kan inte bedömas", en="A goal in a circle cannot be judged"),
    found=Text(sv="målet {goal} ligger under sig självt", en="the goal {goal} is below itself"),
    expected=Text(sv="mål vars parents inte leder tillbaka", en="goals whose parents do not lead back"),
    do=Text(
        sv="bryt cirkeln (se SM203); tills dess är målet Ej mätt",
        en="break the circle (see SM203); until then the goal is not measured",
    ),
)
UNCLEAR_SIGN = Code(
    code="SM334",
    severity=Severity.WARNING,
    title=Text(sv="Ett tak på belopp som är minus", en="A ceiling on amounts that are minus"),
    found=Text(
        sv="målet för {measure}, {unit} {period}, är {target}, och beloppet {amount}",
        en="the target of {measure}, {unit} {period}, is {target}, and the amount {amount}",
    ),
    expected=Text(
        sv="ett mål med samma tecken som beloppen: kostnader är minus, så högst 100 mnkr kostnad är minst −100 mnkr",
        en="a target with the sign of the amounts: costs are minus, so a cost of at most 100 is at least −100",
    ),
    do=Text(
        sv="skriv målet med tecken, eller vänd måttet med en definition; tills dess är statusen Ej mätt",
        en="write the target with its sign, or turn the measure by a definition; until then it is not measured",
    ),
)
STATUS_NOT_RECHECKED = Code(
    code="SM335",
    severity=Severity.ERROR,
    title=Text(sv="En status räknas inte om till sig själv", en="A status does not recompute to itself"),
    found=Text(sv="{what}: {status}, delarna ger {again}", en="{what}: {status}, the parts give {again}"),
    expected=Text(sv="att varje steg ger sin status", en="that each step gives its status"),
    do=Text(sv="anmäl felet", en="report the fault"),
)
