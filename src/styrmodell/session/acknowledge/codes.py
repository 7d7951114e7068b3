"""Findings of acknowledgements: those that do not hold, and why."""

from styrmodell.finding import Code, Severity, Text

STOPS = Code(
    code="SM490",
    severity=Severity.WARNING,
    title=Text(sv="Felet går inte att kvittera", en="The error cannot be acknowledged"),
    found=Text(sv="en kvittering av {code}: {found}", en="an acknowledgement of {code}: {found_en}"),
    expected=Text(
        sv="ett fel som stoppar ett dokument rättas; annat går att kvittera",
        en="an error that stops a document is corrected; others may be acknowledged",
    ),
    do=Text(sv="rätta felet och ta bort kvitteringen", en="correct the error and remove the acknowledgement"),
)
CHANGED = Code(
    code="SM491",
    severity=Severity.WARNING,
    title=Text(sv="Det som kvitterades har ändrats", en="What was acknowledged has changed"),
    found=Text(sv="{code} är nu: {found}; väntade {expected}", en="{code} is now: {found_en}; expected {expected_en}"),
    expected=Text(
        sv="det som kvitterades[[ av {role}]]: {then}; väntade {then_expected}",
        en="what was acknowledged[[ by {role}]]: {then}; expected {then_expected}",
    ),
    do=Text(
        sv="rätta det, eller ta bort kvitteringen och kvittera på nytt med styrmodell acknowledge",
        en="correct it, or remove the acknowledgement and acknowledge anew with styrmodell acknowledge",
    ),
)
OVER = Code(
    code="SM492",
    severity=Severity.WARNING,
    title=Text(sv="Kvitteringens tid är slut", en="The acknowledgement's time is over"),
    found=Text(
        sv="{code}, kvitterad av {role} till och med {until}", en="{code}, acknowledged by {role} until {until}"
    ),
    expected=Text(sv="en kvittering som gäller {as_of}", en="an acknowledgement that holds on {as_of}"),
    do=Text(
        sv="rätta det som kvitterades och ta bort kvitteringen, eller ändra until och why om det får stå kvar",
        en="correct what was acknowledged and remove the acknowledgement, or change until and why if it may stay",
    ),
)
ABOUT_NOTHING = Code(
    code="SM493",
    severity=Severity.NOTE,
    title=Text(sv="Kvitteringen svarar inte mot något", en="The acknowledgement answers to nothing"),
    found=Text(sv="en kvittering av {code} på {where}: {then}", en="an acknowledgement of {code} at {where}: {then}"),
    expected=Text(sv="en iakttagelse som säger just det", en="a finding that says just that"),
    do=Text(
        sv="ta bort kvitteringen: det den gällde finns inte längre",
        en="remove the acknowledgement: what it was about is there no more",
    ),
)
INCOMPLETE = Code(
    code="SM494",
    severity=Severity.WARNING,
    title=Text(sv="Kvitteringen säger inte varför och av vem", en="The acknowledgement does not say why and by whom"),
    found=Text(sv="en kvittering av {code} utan {what}", en="an acknowledgement of {code} without {what}"),
    expected=Text(sv="varför (why) och vilken roll som svarar för det (role)", en="why, and the role that answers"),
    do=Text(sv="fyll i det; tills dess gäller den inte", en="fill it in; until then it does not hold"),
)
NOT_ADDED = Code(
    code="SM495",
    severity=Severity.ERROR,
    title=Text(sv="Kvitteringen kunde inte skrivas", en="The acknowledgement could not be written"),
    found=Text(sv="{found}", en="{found_en}"),
    expected=Text(sv="{expected}", en="{expected_en}"),
    do=Text(sv="{do}; inget skrevs", en="{do_en}; nothing was written"),
)
