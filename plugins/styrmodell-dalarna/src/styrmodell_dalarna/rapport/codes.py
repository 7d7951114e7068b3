"""What is doubtful in a report, in the words of the region's own rules."""

from styrmodell.api import Code, Severity, Text

FORECAST_UNCOMMENTED = Code(
    code="dalarna.3",
    severity=Severity.WARNING,
    title=Text(sv="Ändrad helårsprognos saknar kommentar", en="A changed forecast has no comment"),
    found=Text(
        sv="{unit}: prognosen {version} är {after}, och den före {before}",
        en="{unit}: the forecast {version} is {after}, and the one before {before}",
    ),
    expected=Text(sv="en kommentar till varje ändrad prognos", en="a comment on every changed forecast"),
    do=Text(sv="skriv varför i kolumnen kommentar", en="write why in the column for comments"),
)
TARGETS_DO_NOT_ADD_UP = Code(
    code="dalarna.4",
    severity=Severity.WARNING,
    title=Text(
        sv="Enheternas målnivåer för hyrpersonal ger inte den gemensamma",
        en="The units' targets for agency staff do not give the common one",
    ),
    found=Text(
        sv="{unit}: målnivåerna vägda med budgeterad personalkostnad är {weighted}, den gemensamma {common}: {off}",
        en="{unit}: the targets weighted by budgeted staff cost are {weighted}, the common one {common}: {off}",
    ),
    expected=Text(
        sv="målnivåer som tillsammans inte är högre än den gemensamma",
        en="targets that together are no higher than the common one",
    ),
    do=Text(
        sv="sänk någon enhets målnivå, eller besluta om en annan gemensam",
        en="lower the target of a unit, or decide on another common one",
    ),
)
NO_REPORT = Code(
    code="dalarna.5",
    severity=Severity.WARNING,
    title=Text(sv="Åtgärd utan uppföljning", en="An action without its follow-up"),
    found=Text(
        sv="åtgärden {name} har ingen uppföljning för {month}", en="the action {name} has no follow-up for {month}"
    ),
    expected=Text(sv="en uppföljning varje månad", en="a follow-up every month"),
    do=Text(sv="lämna utfall och prognos", en="hand in its outcome and forecast"),
)
