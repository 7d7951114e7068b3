"""Findings of the model: what is inconsistent in itself."""

from styrmodell.finding import Code, Severity, Text

DOUBLE_ID = Code(
    code="SM201",
    severity=Severity.ERROR,
    title=Text(sv="Samma id två gånger", en="One id twice"),
    found=Text(sv="{what} {name} finns redan: {other}", en="{what_en} {name} exists already: {other}"),
    expected=Text(sv="ett id som bara används en gång", en="an id used once"),
    do=Text(sv="byt id på den ena, eller ta bort den", en="rename or remove one of them"),
)
DANGLING = Code(
    code="SM202",
    severity=Severity.ERROR,
    title=Text(sv="Hänvisning till något som inte finns", en="Reference to what does not exist"),
    found=Text(sv="{what} {name} finns inte", en="{what_en} {name} does not exist"),
    expected=Text(sv="ett id som finns[[; menade du {near}?]]", en="an id that exists[[; did you mean {near}?]]"),
    do=Text(sv="rätta id:t eller lägg till det som saknas", en="correct the id or add what is missing"),
)
CIRCLE = Code(
    code="SM203",
    severity=Severity.ERROR,
    title=Text(sv="Cirkel", en="Circle"),
    found=Text(
        sv="{what} {name} leder tillbaka till sig själv: {path}", en="{what_en} {name} leads back to itself: {path}"
    ),
    expected=Text(sv="en ordning utan cirklar", en="an order without circles"),
    do=Text(sv="bryt cirkeln där den är fel", en="break the circle where it is wrong"),
)
DOUBLE_OBSERVATION = Code(
    code="SM204",
    severity=Severity.ERROR,
    title=Text(sv="Två värden för samma sak", en="Two values for one thing"),
    found=Text(sv="{key} har redan ett värde: {other}", en="{key} has a value already: {other}"),
    expected=Text(
        sv="ett värde per mått, enhet, period, typ, version och medlemmar",
        en="one value per measure, unit, period, kind, version and members",
    ),
    do=Text(sv="ta bort det ena, eller ge dem olika version", en="remove one, or give them different versions"),
)
WRONG_MEMBER = Code(
    code="SM205",
    severity=Severity.ERROR,
    title=Text(sv="Okänd medlem i en indelning", en="Unknown member of a dimension"),
    found=Text(sv="{name} finns inte i indelningen {dimension}", en="{name} is not in the dimension {dimension}"),
    expected=Text(
        sv="en medlem av {dimension}[[; menade du {near}?]]", en="a member of {dimension}[[; did you mean {near}?]]"
    ),
    do=Text(sv="rätta medlemmen eller lägg till den i indelningen", en="correct the member or add it to the dimension"),
)
SHARED_PART = Code(
    code="SM206",
    severity=Severity.ERROR,
    title=Text(sv="En medlem är del av två", en="A member is part of two"),
    found=Text(sv="{name} är del av både {first} och {second}", en="{name} is part of both {first} and {second}"),
    expected=Text(sv="att varje medlem ingår i högst en summa", en="that each member is in one sum at most"),
    do=Text(sv="ta bort den ur den ena, annars räknas den två gånger", en="remove it from one, else it counts twice"),
)
UNKNOWN_RULE = Code(
    code="SM207",
    severity=Severity.ERROR,
    title=Text(sv="Okänd regel", en="Unknown rule"),
    found=Text(sv="måttet {measure} har regeln {name}", en="the measure {measure} has the rule {name}"),
    expected=Text(sv="en av {known}[[; menade du {near}?]]", en="one of {known}[[; did you mean {near}?]]"),
    do=Text(sv="rätta regelns namn", en="correct the rule's name"),
)
UNKNOWN_VERSION = Code(
    code="SM208",
    severity=Severity.ERROR,
    title=Text(sv="Okänd version", en="Unknown version"),
    found=Text(sv="versionen {name}", en="the version {name}"),
    expected=Text(
        sv="en av profilens versioner: {known}[[; menade du {near}?]]",
        en="one of the profile's versions: {known}[[; did you mean {near}?]]",
    ),
    do=Text(sv="rätta versionen eller lägg till den i profilen", en="correct the version or add it to the profile"),
)
UNKNOWN_LEVEL = Code(
    code="SM209",
    severity=Severity.WARNING,
    title=Text(sv="Okänd nivå", en="Unknown level"),
    found=Text(sv="enheten {unit} har nivån {name}", en="the unit {unit} has the level {name}"),
    expected=Text(
        sv="en av profilens nivåer: {known}[[; menade du {near}?]]",
        en="one of the profile's levels: {known}[[; did you mean {near}?]]",
    ),
    do=Text(sv="rätta nivån eller lägg till den i profilen", en="correct the level or add it to the profile"),
)
WRONG_FORM = Code(
    code="SM211",
    severity=Severity.ERROR,
    title=Text(
        sv="Värdet har en form som måttets regel inte tar", en="The figure has a form the measure's rule cannot take"
    ),
    found=Text(sv="måttet {measure} har regeln {rule}", en="the measure {measure} has the rule {rule}"),
    expected=Text(
        sv="täljare och nämnare när regeln är en kvot av summor, annars ett värde",
        en="numerator and denominator when the rule is a ratio of sums, else a value",
    ),
    do=Text(
        sv="fyll i rätt kolumner eller byt måttets regel", en="fill in the right columns or change the measure's rule"
    ),
)
DERIVED_WITH_DIMENSIONS = Code(
    code="SM210",
    severity=Severity.ERROR,
    title=Text(sv="Härlett mått med egna indelningar", en="Derived measure with dimensions of its own"),
    found=Text(
        sv="måttet {name} har både definition och indelningar", en="the measure {name} has a definition and dimensions"
    ),
    expected=Text(
        sv="att indelningarna står på måtten i definitionen", en="dimensions on the measures of the definition"
    ),
    do=Text(
        sv="ta bort dimensions; medlemmar ärvs av det som ingår",
        en="remove dimensions; members are inherited by what it uses",
    ),
)
