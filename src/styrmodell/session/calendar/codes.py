"""Findings about the calendar (SM480 to SM489)."""

from styrmodell.finding import Code, Severity, Text

UNKNOWN_RECIPIENT = Code(
    code="SM480",
    severity=Severity.WARNING,
    title=Text(
        sv="Kalendersteget gäller en okänd nivå eller enhet", en="A calendar step names an unknown level or unit"
    ),
    found=Text(sv="steget {step} gäller {what} {name}", en="the step {step} names the {what_en} {name}"),
    expected=Text(
        sv="en {any} som finns[[; menade du {near}?]]", en="a {any_en} that exists[[; did you mean {near}?]]"
    ),
    do=Text(
        sv="rätta steget, eller lägg till det som saknas",
        en="correct the step, or add what is lacking",
    ),
)
UNKNOWN_DELIVERY = Code(
    code="SM481",
    severity=Severity.WARNING,
    title=Text(
        sv="Kalendersteget levererar en okänd rapport eller tabell",
        en="A calendar step delivers an unknown report or table",
    ),
    found=Text(sv="steget {step} levererar {what} {name}", en="the step {step} delivers the {what_en} {name}"),
    expected=Text(
        sv="nyckeln till en {any} som finns[[; menade du {near}?]]",
        en="the key of a {any_en} that exists[[; did you mean {near}?]]",
    ),
    do=Text(
        sv="rätta nyckeln; styrmodell reports visar rapporterna",
        en="correct the key; styrmodell reports shows the reports",
    ),
)
SAME_KEY = Code(
    code="SM482",
    severity=Severity.ERROR,
    title=Text(sv="Två kalendersteg med samma nyckel", en="Two calendar steps with one key"),
    found=Text(sv="nyckeln {step}, som {first} också har", en="the key {step}, which {first} has too"),
    expected=Text(sv="en egen nyckel för varje steg", en="a key of its own for every step"),
    do=Text(sv="ge ett av stegen en annan nyckel", en="give one of the steps another key"),
)
NO_SUCH_DAY = Code(
    code="SM483",
    severity=Severity.ERROR,
    title=Text(sv="En dag som inte finns varje år", en="A day that not every year has"),
    found=Text(sv="steget {step} ska vara klart {day}", en="the step {step} is due on {day}"),
    expected=Text(
        sv="en dag som finns varje år, som sista februari", en="a day that every year has, such as sista februari"
    ),
    do=Text(
        sv="rätta due; där dagen inte finns är steget inte med i kalendern",
        en="correct due; where there is no such day the step is not in the calendar",
    ),
)
UNFIT_PERIODS = Code(
    code="SM484",
    severity=Severity.ERROR,
    title=Text(sv="Kalenderstegets perioder går inte ihop", en="The periods of a calendar step do not go together"),
    found=Text(sv="steget {step}: {what}", en="the step {step}: {what_en}"),
    expected=Text(sv="{wanted}", en="{wanted_en}"),
    do=Text(sv="rätta every, months eller due", en="correct every, months or due"),
)
UNKNOWN_STEP = Code(
    code="SM485",
    severity=Severity.ERROR,
    title=Text(sv="Utfört steg som kalendern inte har", en="A completed step that the calendar does not have"),
    found=Text(sv="steget {step}[[ för perioden {period}]]", en="the step {step}[[ for the period {period}]]"),
    expected=Text(
        sv="[[en period som steget gäller: {periods}]][[ett steg i kalendern: {known}]][[; menade du {near}?]]",
        en="[[a period that the step is about: {periods}]][[a step of the calendar: {known}]][[; did you mean {near}?]]",
    ),
    do=Text(sv="rätta det utförda steget", en="correct the completed step"),
)
DONE_TOO_EARLY = Code(
    code="SM486",
    severity=Severity.WARNING,
    title=Text(sv="Steget utfört innan dess period börjat", en="A step done before its period began"),
    found=Text(sv="steget {step} för {period} utfört {done}", en="the step {step} for {period} done on {done}"),
    expected=Text(sv="en dag från och med {first}", en="a day from {first} on"),
    do=Text(sv="rätta dagen eller perioden", en="correct the day or the period"),
)
NOT_CONCERNED = Code(
    code="SM487",
    severity=Severity.WARNING,
    title=Text(sv="Steget utfört av en enhet som det inte gäller", en="A step done by a unit it does not concern"),
    found=Text(sv="steget {step} utfört av {unit}", en="the step {step} done by {unit}"),
    expected=Text(sv="en enhet som steget gäller: {units}", en="a unit that the step concerns: {units}"),
    do=Text(sv="rätta enheten, eller stegets levels och units", en="correct the unit, or the step's levels and units"),
)
DONE_TWICE = Code(
    code="SM488",
    severity=Severity.WARNING,
    title=Text(sv="Samma steg utfört två gånger", en="A step done twice"),
    found=Text(
        sv="steget {step} för {unit} och {period} står också i {first}",
        en="the step {step} for {unit} and {period} stands in {first} too",
    ),
    expected=Text(sv="ett utfört steg för varje enhet och period", en="one completed step for each unit and period"),
    do=Text(sv="ta bort det ena; det tidigaste gäller", en="remove one of them; the earliest counts"),
)
UNREADABLE_RUN = Code(
    code="SM489",
    severity=Severity.WARNING,
    title=Text(sv="Frysningen går inte att läsa", en="The frozen run cannot be read"),
    found=Text(sv="en fil som inte är som freeze skrev den", en="a file that is not as freeze wrote it"),
    expected=Text(sv="det som freeze skrev", en="what freeze wrote"),
    do=Text(
        sv="pröva den med styrmodell verify; kalendern räknar inte med den",
        en="check it with styrmodell verify; the calendar does without it",
    ),
)
