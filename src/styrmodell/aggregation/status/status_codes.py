"""Findings of statuses: what a target lacks to be judged. What is wrong in goals and assessments model/check tells."""

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
UNCLEAR_SIGN = Code(
    code="SM331",
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
    code="SM332",
    severity=Severity.ERROR,
    title=Text(sv="En status räknas inte om till sig själv", en="A status does not recompute to itself"),
    found=Text(sv="{what}: {status}, delarna ger {again}", en="{what}: {status}, the parts give {again}"),
    expected=Text(sv="att varje steg ger sin status", en="that each step gives its status"),
    do=Text(sv="anmäl felet", en="report the fault"),
)
