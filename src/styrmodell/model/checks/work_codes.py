"""Findings of actions, assignments, activities and risks: what is doubtful or not filled in."""

from styrmodell.finding import Code, Severity, Text

SAME_ACTION = Code(
    code="SM243",
    severity=Severity.NOTE,
    title=Text(sv="Samma åtgärd hos två enheter", en="The same action at two units"),
    found=Text(
        sv="åtgärden {name} hos {unit} har samma namn och mål som {other} hos {other_unit}",
        en="the action {name} at {unit} has the same name and target as {other} at {other_unit}",
    ),
    expected=Text(sv="en åtgärd som räknas en gång", en="an action that counts once"),
    do=Text(
        sv="räknas den två gånger? Lägg den i så fall hos en enhet", en="does it count twice? If so, put it at one unit"
    ),
)
NET_MISSING = Code(
    code="SM244",
    severity=Severity.WARNING,
    title=Text(sv="Nettoeffekten saknas", en="The net effect is missing"),
    found=Text(sv="åtgärden {name} har {basis}", en="the action {name} has {basis_en}"),
    expected=Text(
        sv="en beräknad nettoeffekt när målet är netto", en="a calculated net effect where the target is net"
    ),
    do=Text(sv="räkna av vad åtgärden kostar på annat håll", en="take off what the action costs elsewhere"),
)
OPEN_ASSIGNMENT = Code(
    code="SM245",
    severity=Severity.NOTE,
    title=Text(sv="Ett uppdrag utan mottagare eller tid", en="An assignment without addressee or time"),
    found=Text(sv="uppdraget {name} saknar {what}", en="the assignment {name} has no {what_en}"),
    expected=Text(
        sv="vem som ska göra det och när det ska återrapporteras",
        en="who is to do it and when it is to be reported back",
    ),
    do=Text(sv="fyll i det som saknas", en="fill in what is missing"),
)
INCOMPLETE_RISK = Code(
    code="SM246",
    severity=Severity.WARNING,
    title=Text(sv="En risk utan ansvarig eller status", en="A risk without owner or status"),
    found=Text(sv="risken {name} saknar {what}", en="the risk {name} has no {what_en}"),
    expected=Text(sv="ansvarig och status för varje risk", en="owner and status of each risk"),
    do=Text(sv="fyll i det som saknas", en="fill in what is missing"),
)
FEW_RATINGS = Code(
    code="SM247",
    severity=Severity.WARNING,
    title=Text(sv="En risk med färre värderingar än de flesta", en="A risk with fewer ratings than most"),
    found=Text(
        sv="risken {name} har {count} värderingar, de flesta har {usual}",
        en="the risk {name} has {count} ratings, most have {usual}",
    ),
    expected=Text(sv="lika många värderingar av varje risk", en="as many ratings of each risk"),
    do=Text(sv="fyll i de värderingar som saknas", en="fill in the ratings that are missing"),
)
RED_WITHOUT_PLAN = Code(
    code="SM248",
    severity=Severity.WARNING,
    title=Text(sv="En röd risk utan plan", en="A red risk without a plan"),
    found=Text(
        sv="risken {name} är värderad röd men har ingen åtgärd", en="the risk {name} is rated red but has no plan"
    ),
    expected=Text(sv="en plan eller en aktivitet för varje röd risk", en="a plan or an activity for each red risk"),
    do=Text(sv="skriv vad som ska göras, av vem och när", en="write what is to be done, by whom and when"),
)
STATUS_CONTRADICTED = Code(
    code="SM249",
    severity=Severity.NOTE,
    title=Text(sv="Status som datumen säger emot", en="A status that the dates contradict"),
    found=Text(
        sv="aktiviteten {name} har status {status} men är {derived} enligt sina datum",
        en="the activity {name} has the status {status} but is {derived} by its dates",
    ),
    expected=Text(sv="en status som stämmer med datumen", en="a status that agrees with the dates"),
    do=Text(sv="ändra status eller datum", en="change the status or the dates"),
)
TOO_MANY = Code(
    code="SM274",
    severity=Severity.WARNING,
    title=Text(sv="Fler än profilens gräns", en="More than the profile's limit"),
    found=Text(sv="{count} {what}: {where}", en="{count} {what_en}: {where_en}"),
    expected=Text(sv="högst {limit}", en="at most {limit}"),
    do=Text(
        sv="välj bort eller slå ihop, eller ändra gränsen under limits i profilen",
        en="leave out or put together, or change the limit under limits in the profile",
    ),
)
