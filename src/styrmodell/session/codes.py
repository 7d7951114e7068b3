"""Findings that only the workspace as a whole can make."""

from styrmodell.finding import Code, Severity, Text

UNKNOWN_PROFILE = Code(
    code="SM191",
    severity=Severity.ERROR,
    title=Text(sv="Okänd profil", en="Unknown profile"),
    found=Text(sv="profilen {name}", en="the profile {name}"),
    expected=Text(
        sv="en profil som finns: {known}[[; menade du {near}?]]",
        en="a profile that exists: {known}[[; did you mean {near}?]]",
    ),
    do=Text(
        sv="rätta profile i styrmodell.toml eller installera tilläggsmodulen",
        en="correct profile in styrmodell.toml or install the plugin",
    ),
)
PROFILE_TOO_NEW = Code(
    code="SM192",
    severity=Severity.ERROR,
    title=Text(sv="Ingen profil gäller ännu", en="No profile is valid yet"),
    found=Text(sv="profilen {name} gäller från {found}", en="the profile {name} is valid from {found}"),
    expected=Text(sv="en profil som gäller {expected}", en="a profile valid on {expected}"),
    do=Text(sv="rätta as_of eller välj en äldre profil", en="correct as_of or choose an older profile"),
)
NO_PLAN = Code(
    code="SM193",
    severity=Severity.ERROR,
    title=Text(sv="Planen saknas", en="The plan is missing"),
    found=Text(sv="ingen fil med nyckeln plan", en="no file with the key plan"),
    expected=Text(
        sv='en rad som plan: {{id: rlf-2020, unit: rlf, period: "2020", state: draft}}',
        en='a line like plan: {{id: rlf-2020, unit: rlf, period: "2020", state: draft}}',
    ),
    do=Text(sv="skriv planens enhet och period i en .yaml-fil", en="write the plan's unit and period in a .yaml file"),
)
