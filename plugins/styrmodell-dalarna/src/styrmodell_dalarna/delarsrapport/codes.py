"""What the region's interim report lacks of what the law and its standard ask for."""

from styrmodell.api import Code, Severity, Text

WRONG_PERIOD = Code(
    code="dalarna.11",
    severity=Severity.ERROR,
    title=Text(sv="Delårsrapportens period är fel", en="The period of the interim report is wrong"),
    found=Text(
        sv="perioden {period} är {months} av 12 månader[[{start}]]",
        en="the period {period} is {months} of 12 months[[{start_en}]]",
    ),
    expected=Text(
        sv="från januari, minst hälften och högst två tredjedelar av året: sex till åtta månader",
        en="from January, at least half and at most two thirds of the year: six to eight months",
    ),
    do=Text(sv="gör rapporten för en sådan period", en="make the report for such a period"),
)
NOT_DELIVERED = Code(
    code="dalarna.12",
    severity=Severity.WARNING,
    title=Text(sv="Delårsrapporten är inte överlämnad", en="The interim report is not delivered"),
    found=Text(sv="{found}, {today}", en="{found_en}, {today}"),
    expected=Text(
        sv="överlämnad senast {last}, två månader efter periodens slut",
        en="delivered by {last}, two months after the end of the period",
    ),
    do=Text(
        sv='skriv dagen i overlamnad under [reports."dalarna.delarsrapport-lag"], som 2024-09-24',
        en='write the day in overlamnad under [reports."dalarna.delarsrapport-lag"], such as 2024-09-24',
    ),
)
DELIVERED_LATE = Code(
    code="dalarna.13",
    severity=Severity.WARNING,
    title=Text(sv="Delårsrapporten är överlämnad fel dag", en="The interim report was delivered on a wrong day"),
    found=Text(sv="överlämnad {day}", en="delivered on {day}"),
    expected=Text(
        sv="en dag efter periodens slut, {first}, och senast {last}",
        en="a day after the end of the period, {first}, and by {last}",
    ),
    do=Text(sv="rätta dagen, eller säg varför i texten", en="correct the day, or say why in the text"),
)
WRONG_ADDRESSEES = Code(
    code="dalarna.14",
    severity=Severity.WARNING,
    title=Text(sv="Delårsrapporten är inte ställd till dem som ska ha den", en="The interim report lacks an addressee"),
    found=Text(sv="ställd till {to}; {lacks} saknas", en="addressed to {to}; {lacks_en} lacks"),
    expected=Text(sv="fullmäktige och revisorerna", en="the assembly (fullmäktige) and the auditors (revisorerna)"),
    do=Text(
        sv='skriv båda i till under [reports."dalarna.delarsrapport-lag"]',
        en='write both in till under [reports."dalarna.delarsrapport-lag"]',
    ),
)
UNBALANCED = Code(
    code="dalarna.15",
    severity=Severity.ERROR,
    title=Text(sv="Balansräkningen balanserar inte", en="The balance sheet does not balance"),
    found=Text(
        sv="{day}: tillgångarna är {assets}, eget kapital, avsättningar och skulder {funding}",
        en="{day}: assets are {assets}, equity, provisions and liabilities {funding}",
    ),
    expected=Text(sv="lika stora summor; det skiljer {off}", en="equal sums; they are {off} apart"),
    do=Text(sv="rätta den post som är fel eller saknas", en="correct the item that is wrong or missing"),
)
NO_OUTLOOK = Code(
    code="dalarna.16",
    severity=Severity.WARNING,
    title=Text(
        sv="Mål för god ekonomisk hushållning utan bedömning av året",
        en="A stewardship goal without an assessment of the year",
    ),
    found=Text(sv="målet {goal} har ingen bedömning för året, {period}", en="the goal {goal} has none, {period}"),
    expected=Text(
        sv="för varje sådant mål både hur det står och hur året bedöms sluta",
        en="of each such goal both how it stands and how the year is expected to end",
    ),
    do=Text(
        sv="skriv en bedömning (assessments) med outlook för målet, enheten och perioden",
        en="write an assessment with an outlook for the goal, the unit and the period",
    ),
)
NO_OVERALL = Code(
    code="dalarna.17",
    severity=Severity.WARNING,
    title=Text(sv="Samlad bedömning saknas", en="The overall assessment is missing"),
    found=Text(sv="avsnittet {section} finns inte", en="there is no section {section}"),
    expected=Text(
        sv="en samlad bedömning av god ekonomisk hushållning, efter målen",
        en="one overall assessment of god ekonomisk hushållning, after the goals",
    ),
    do=Text(sv="skriv avsnittet", en="write the section"),
)
NOT_THE_REGION = Code(
    code="dalarna.18",
    severity=Severity.ERROR,
    title=Text(sv="Lagens delårsrapport är regionens", en="The interim report of the law is the region's"),
    found=Text(sv="rapporten är gjord för {unit}", en="the report is made for {unit}"),
    expected=Text(
        sv="regionen; en nämnds delårsrapport är intern", en="the region; an interim report of a body is internal"
    ),
    do=Text(sv="använd dalarna.delarsrapport för en nämnd", en="use dalarna.delarsrapport for a body"),
)
EVERY = (
    WRONG_PERIOD,
    NOT_DELIVERED,
    DELIVERED_LATE,
    WRONG_ADDRESSEES,
    UNBALANCED,
    NO_OUTLOOK,
    NO_OVERALL,
    NOT_THE_REGION,
)
