"""Findings of scorecards: what is not filled in."""

from styrmodell.finding import Code, Severity, Text

EMPTY_PERSPECTIVE = Code(
    code="SM239",
    severity=Severity.WARNING,
    title=Text(sv="Ett perspektiv utan mått", en="A perspective without measures"),
    found=Text(
        sv="perspektivet {name} i styrkortet {card} har inga mått",
        en="the perspective {name} of the scorecard {card} has no measures",
    ),
    expected=Text(sv="minst ett mått i varje perspektiv", en="at least one measure in each perspective"),
    do=Text(sv="lägg till ett mått eller ta bort perspektivet", en="add a measure or remove the perspective"),
)
GOAL_NOT_FOLLOWED = Code(
    code="SM240",
    severity=Severity.WARNING,
    title=Text(sv="Ett mål utan mått eller målvärde", en="A goal without measure or target"),
    found=Text(
        sv="målet {goal} i styrkortet {card} har inget {what}",
        en="the goal {goal} of the scorecard {card} has no {what_en}",
    ),
    expected=Text(
        sv="minst ett mått med målvärde för varje mål", en="at least one measure with a target for each goal"
    ),
    do=Text(sv="lägg till mått och målvärde", en="add a measure and a target"),
)
INCOMPLETE_CARD = Code(
    code="SM241",
    severity=Severity.NOTE,
    title=Text(sv="Styrkortet är inte komplett ifyllt", en="The scorecard is not filled in completely"),
    found=Text(
        sv="styrkortet {card}: [[utan ansvarig {owner}; ]][[utan ansvarig för rapportering {reporting_owner}; "
        "]][[utan källa {system}; ]][[utan frekvens {reporting}; ]]i allt {count} mått",
        en="the scorecard {card}: [[no owner {owner}; ]][[no reporting owner {reporting_owner}; ]][[no source "
        "{system}; ]][[no frequency {reporting}; ]]{count} measures in all",
    ),
    expected=Text(
        sv="ansvarig för genomförande, ansvarig för rapportering, källa och frekvens för varje mått",
        en="owner, reporting owner, source and frequency of each measure",
    ),
    do=Text(sv="fyll i det som saknas", en="fill in what is missing"),
)
NO_ORIGIN = Code(
    code="SM242",
    severity=Severity.NOTE,
    title=Text(sv="Rader utan ursprung", en="Rows without origin"),
    found=Text(
        sv="styrkortet {card}: {rows} saknar ursprung, andra rader har {known}",
        en="the scorecard {card}: {rows} have no origin, other rows have {known}",
    ),
    expected=Text(sv="ursprung på varje rad när några har det", en="an origin on every row where some have one"),
    do=Text(
        sv="skriv varifrån raden kommer, eller att den är egen",
        en="write where the row comes from, or that it is your own",
    ),
)
