"""Findings of rolling over: what the new year starts from, and what somebody must decide."""

from styrmodell.finding import Code, Severity, Text

STARTING_POINT = Code(
    code="SM470",
    severity=Severity.NOTE,
    title=Text(sv="Planvärden för det nya året", en="Plan figures of the new year"),
    found=Text(
        sv="{count} planvärden för {year}[[, version {version}]]",
        en="{count} plan figures of {year}[[, version {version}]]",
    ),
    expected=Text(sv="en budget för {year}", en="a budget of {year}"),
    do=Text(
        sv="utgå från planen och skriv budgeten; planvärdena står kvar som plan",
        en="start from the plan and write the budget; the plan figures stay as plan",
    ),
)
WHO_TAKES_OVER = Code(
    code="SM471",
    severity=Severity.WARNING,
    title=Text(sv="Det en upphörd enhet ägde", en="What a unit that ceased owned"),
    found=Text(
        sv="{thing} hör till {unit}, som upphörde {day}; efterträdare: {successors}",
        en="{thing} belongs to {unit}, which ceased {day}; successors: {successors}",
    ),
    expected=Text(sv="en enhet som finns {year}", en="a unit that exists in {year}"),
    do=Text(sv="bestäm vem som tar över och skriv den enheten", en="decide who takes over and write that unit"),
)
FORECAST_SPENT = Code(
    code="SM472",
    severity=Severity.WARNING,
    title=Text(sv="Ackumulerat belopp räknat på prognos", en="An accumulated amount that counts a forecast"),
    found=Text(
        sv="{thing}: t o m {year} är {amount} kr, med prognos för {years}",
        en="{thing}: until {year} it is {amount} kr, with a forecast of {years}",
    ),
    expected=Text(sv="utfall för varje år t o m {year}", en="an outcome of every year until {year}"),
    do=Text(sv="rätta beloppet när utfallet är känt", en="correct the amount when the outcome is known"),
)
NOT_ADDED_UP = Code(
    code="SM473",
    severity=Severity.WARNING,
    title=Text(sv="Belopp som inte kan räknas upp", en="Amounts that cannot be added up"),
    found=Text(sv="{thing}: {why}", en="{thing}: {why_en}"),
    expected=Text(sv="utfallet för varje år t o m {year}", en="the outcome of each year until {year}"),
    do=Text(sv="skriv vad som är använt t o m {year}", en="write what was spent until {year}"),
)
NOTHING_MORE = Code(
    code="SM474",
    severity=Severity.NOTE,
    title=Text(sv="Inga belopp från och med det nya året", en="No amounts from the new year on"),
    found=Text(sv="{thing} har inget belopp för {year} eller senare", en="{thing} has no amount of {year} or later"),
    expected=Text(sv="ett belopp, eller att den är klar", en="an amount, or that it is finished"),
    do=Text(
        sv="skriv beloppet, eller ta bort den om den är klar",
        en="write the amount, or take it out if it is finished",
    ),
)
NO_OUTCOME = Code(
    code="SM475",
    severity=Severity.WARNING,
    title=Text(sv="Inget utfall att utgå från", en="No outcome to start from"),
    found=Text(
        sv="{measure} för {unit}: {why}[[; ingångsvärdet {baseline} står kvar]]",
        en="{measure} of {unit}: {why_en}[[; the baseline {baseline} stays]]",
    ),
    expected=Text(sv="hela utfallet för {year}", en="the whole outcome of {year}"),
    do=Text(sv="skriv ingångsvärdet när utfallet är känt", en="write the baseline when the outcome is known"),
)
NO_LEVEL = Code(
    code="SM476",
    severity=Severity.NOTE,
    title=Text(sv="Målnivå saknas för det nya året", en="No target level of the new year"),
    found=Text(
        sv="{measure} för {unit} har målnivån {target} för {old} och ingen för {year}",
        en="{measure} of {unit} has the target level {target} of {old} and none of {year}",
    ),
    expected=Text(sv="en målnivå för {year}", en="a target level of {year}"),
    do=Text(sv="bestäm målnivån för {year}", en="decide the target level of {year}"),
)
REFERENCE_LEFT = Code(
    code="SM477",
    severity=Severity.NOTE,
    title=Text(sv="En hänvisning som stannade", en="A reference that stayed behind"),
    found=Text(
        sv="{thing} berör {names}, som inte följde med[[; andelarna {shares} togs bort]]",
        en="{thing} is about {names}, which stayed behind[[; the shares {shares} were taken away]]",
    ),
    expected=Text(sv="hänvisningar till det som planen håller", en="references to what the plan holds"),
    do=Text(
        sv="inget; hänvisningen står i den gamla arbetsytan",
        en="nothing; the reference stands in the old workspace",
    ),
)
MOVED = Code(
    code="SM478",
    severity=Severity.NOTE,
    title=Text(sv="Övertaget av en efterträdare", en="Taken over by a successor"),
    found=Text(
        sv="{thing} hörde till {unit}, som upphörde {day}, och hör nu till {successor}",
        en="{thing} belonged to {unit}, which ceased {day}, and now belongs to {successor}",
    ),
    expected=Text(sv="en enhet som finns {year}", en="a unit that exists in {year}"),
    do=Text(sv="inget, om efterträdaren har tagit över", en="nothing, if the successor has taken over"),
)
NOT_SAME = Code(
    code="SM479",
    severity=Severity.ERROR,
    title=Text(sv="Planen kan inte föras över som den är", en="The plan cannot be rolled over as it is"),
    found=Text(sv="{found}", en="{found}"),
    expected=Text(sv="uppgifter som läses tillbaka lika", en="data that is read back equal"),
    do=Text(
        sv="rätta id, texter eller definitioner som bara går att skriva i Python; inget skrevs",
        en="correct ids, texts or definitions that only Python can hold; nothing was written",
    ),
)
COMMENTS_LOST = Code(
    code="SM496",
    severity=Severity.NOTE,
    title=Text(sv="Kommentarer som inte följde med", en="Comments that did not follow"),
    found=Text(
        sv="{file} skrevs om, och {count} rader med kommentarer stannade",
        en="{file} was written anew, and {count} lines with comments stayed behind",
    ),
    expected=Text(sv="en fil där allt följer med oförändrat", en="a file of which all follows unchanged"),
    do=Text(
        sv="flytta de kommentarer som behövs; de står kvar i den gamla arbetsytan",
        en="move the comments that are needed; they stand in the old workspace",
    ),
)
