"""Findings about the savings plan."""

from styrmodell.finding import Code, Severity, Text

DEVIATION_INCOMPLETE = Code(
    code="SM340",
    severity=Severity.NOTE,
    title=Text(
        sv="Avvikelsen kan inte räknas för alla åtgärder", en="The deviation cannot be computed for all actions"
    ),
    found=Text(
        sv="{name}: {known} av {count} åtgärder har prognos, {both} går att jämföra med sitt mål",
        en="{name}: {known} of {count} actions have a forecast, {both} can be compared with their target",
    ),
    expected=Text(
        sv="både mål och prognos för samma åtgärder; annars visas ingen avvikelse",
        en="both target and forecast of the same actions; else no deviation is shown",
    ),
    do=Text(
        sv="lämna en prognos för varje åtgärd, brutto eller netto som målet",
        en="report a forecast of each action, gross or net as its target",
    ),
)
FORECAST_UNEXPLAINED = Code(
    code="SM341",
    severity=Severity.WARNING,
    title=Text(sv="En ändrad prognos utan kommentar", en="A changed forecast without a comment"),
    found=Text(
        sv="prognosen för {name} ändrades från {before} till {after}[[ ({version})]] utan kommentar",
        en="the forecast of {name} changed from {before} to {after}[[ ({version})]] without a comment",
    ),
    expected=Text(sv="en kommentar till varje ändrad prognos", en="a comment on each changed forecast"),
    do=Text(sv="skriv varför prognosen ändrades", en="write why the forecast changed"),
)
TARGET_CHANGED = Code(
    code="SM342",
    severity=Severity.WARNING,
    title=Text(sv="Ett ändrat mål utan beslut", en="A changed target without a decision"),
    found=Text(
        sv="målet för {name} ändrades från {before} till {after}, och inget beslut är angivet",
        en="the target of {name} changed from {before} to {after}, and no decision is given",
    ),
    expected=Text(sv="beslutet som ändrade målet", en="the decision that changed the target"),
    do=Text(sv="ange beslutet i decisions, eller återställ målet", en="name the decision, or restore the target"),
)
OUT_OF_REACH = Code(
    code="SM343",
    severity=Severity.WARNING,
    title=Text(sv="Målet nås inte ens med helårseffekt", en="The target is out of reach even with full-year effect"),
    found=Text(
        sv="åtgärden {name} har målet {target} men ger högst {effect} på ett helt år",
        en="the action {name} has the target {target} but gives at most {effect} in a whole year",
    ),
    expected=Text(sv="ett mål som åtgärden kan nå", en="a target that the action can reach"),
    do=Text(
        sv="sänk målet genom beslut, eller komplettera åtgärden",
        en="lower the target by decision, or add to the action",
    ),
)
DOUBLE_POST = Code(
    code="SM344",
    severity=Severity.WARNING,
    title=Text(sv="Samma besparing kan räknas två gånger", en="The same saving may be counted twice"),
    found=Text(
        sv="{name} hos {unit} har samma mål, {target}, som {other} hos {other_unit} ({place}) och orden {words} gemensamt",
        en="{name} at {unit} has the same target, {target}, as {other} at {other_unit} ({place}), and shares the words {words}",
    ),
    expected=Text(sv="en besparing som räknas en gång", en="a saving that counts once"),
    do=Text(
        sv="skriv same_as på den som inte ska räknas, eller låt namnen skilja dem åt",
        en="write same_as at the one that is not to count, or let the names tell them apart",
    ),
)
GROSS_AGAINST_NET = Code(
    code="SM345",
    severity=Severity.WARNING,
    title=Text(sv="Brutto jämförs inte med netto", en="Gross is not compared with net"),
    found=Text(
        sv="åtgärden {name} har målet {basis} men {what} {other}",
        en="the action {name} has its target {basis_en} but its {what_en} {other_en}",
    ),
    expected=Text(sv="mål, utfall och prognos av samma slag", en="target, outcome and forecast of one sort"),
    do=Text(
        sv="räkna av vad åtgärden kostar på annat håll, eller skriv vad talen är i basis",
        en="take off what the action costs elsewhere, or say in basis what the figures are",
    ),
)
NO_SAVING = Code(
    code="SM346",
    severity=Severity.WARNING,
    title=Text(sv="Åtgärden sänker inte den samlade kostnaden", en="The action does not lower the total cost"),
    found=Text(
        sv="åtgärden {name} ger {gross} brutto men kostar {counter} på annat håll",
        en="the action {name} gives {gross} gross but costs {counter} elsewhere",
    ),
    expected=Text(
        sv="en minskad kostnad för hela organisationen; intern debitering är ingen besparing",
        en="a lower cost for the whole organisation; internal charging is no saving",
    ),
    do=Text(
        sv="ta bort åtgärden ur planen, eller rätta moteffekterna", en="take the action out, or correct the effects"
    ),
)
NET_DIFFERS = Code(
    code="SM347",
    severity=Severity.WARNING,
    title=Text(sv="Nettot är inte brutto och moteffekter", en="The net is not gross and counter-effects"),
    found=Text(
        sv="åtgärden {name} har netto {stated}, men brutto och moteffekter ger {computed}",
        en="the action {name} has the net {stated}, but gross and counter-effects give {computed}",
    ),
    expected=Text(sv="att de är lika; det beräknade används", en="that they agree; the computed one is used"),
    do=Text(sv="rätta nettot, bruttot eller moteffekterna", en="correct the net, the gross or the counter-effects"),
)
OUTCOME_GAP = Code(
    code="SM348",
    severity=Severity.NOTE,
    title=Text(sv="Utfallet täcker inte hela tiden", en="The outcome does not cover all of the time"),
    found=Text(
        sv="åtgärden {name} har utfall t.o.m. {last}, men inget för {gap}",
        en="the action {name} has an outcome until {last}, but none for {gap}",
    ),
    expected=Text(
        sv="ett utfall från årets början eller från första månaden",
        en="an outcome from the start of the year or of the action",
    ),
    do=Text(sv="lämna utfallet för månaderna som saknas", en="report the outcome of the months that are missing"),
)
