"""Findings of how measures fold: whose figures, weights, age, internal items, settled figures and units."""

from styrmodell.finding import Code, Severity, Text

WRONG_OF = Code(
    code="SM250",
    severity=Severity.ERROR,
    title=Text(
        sv="Ett mått som inte kan läggas ihop ur ett annat", en="A measure that cannot be folded from another's figures"
    ),
    found=Text(
        sv="måttet {name} tar sina värden från {of}, {but}",
        en="the measure {name} takes its figures from {of}, {but_en}",
    ),
    expected=Text(
        sv="ett mått med egna värden, med samma indelningar, i ett enda steg",
        en="a measure with figures of its own and the same dimensions, in one step",
    ),
    do=Text(sv="rätta of, eller ta bort det som inte hör till", en="correct of, or remove what does not belong"),
)
NO_WEIGHT = Code(
    code="SM251",
    severity=Severity.ERROR,
    title=Text(sv="Ett vägt mått utan vikt", en="A weighted measure without weight"),
    found=Text(
        sv="måttet {name} har regeln {rule} men inget mått att väga med",
        en="the measure {name} has the rule {rule} but no measure to weigh by",
    ),
    expected=Text(
        sv="weight: måttet vars värden väger, till exempel antal svar",
        en="weight: the measure whose figures weigh, as the number of answers",
    ),
    do=Text(sv="skriv weight, eller byt regel", en="write weight, or change the rule"),
)
UNUSED_WEIGHT = Code(
    code="SM252",
    severity=Severity.WARNING,
    title=Text(sv="En vikt som inte används", en="A weight that is not used"),
    found=Text(
        sv="måttet {name} vägs med {weight}, men {why}", en="the measure {name} is weighed by {weight}, but {why_en}"
    ),
    expected=Text(sv="en regel som väger, eller ingen vikt", en="a rule that weighs, or no weight"),
    do=Text(sv="byt regel, eller ta bort weight", en="change the rule, or remove weight"),
)
NO_AGE_LIMIT = Code(
    code="SM253",
    severity=Severity.ERROR,
    title=Text(sv="Ingen gräns för hur gammalt ett värde får vara", en="No limit to how old a figure may be"),
    found=Text(
        sv="måttet {name}: den senaste uppgiften gäller, och max_age_months är {months}",
        en="the measure {name}: the last figure stands, and max_age_months is {months}",
    ),
    expected=Text(sv="ett antal månader, minst 1", en="a number of months, at least 1"),
    do=Text(sv="skriv hur många månader gammal en uppgift får vara", en="write how many months old a figure may be"),
)
UNUSED_AGE_LIMIT = Code(
    code="SM254",
    severity=Severity.NOTE,
    title=Text(sv="En åldersgräns som inte används", en="An age limit that is not used"),
    found=Text(
        sv="måttet {name} har max_age_months {months}, men inget äldre värde får gälla",
        en="the measure {name} has max_age_months {months}, but no older figure may stand",
    ),
    expected=Text(sv="missing: senaste gäller, eller ingen gräns", en="missing: carry_forward, or no limit"),
    do=Text(sv="ändra missing, eller ta bort gränsen", en="change missing, or remove the limit"),
)
NEGATIVE_TOLERANCE = Code(
    code="SM255",
    severity=Severity.ERROR,
    title=Text(sv="Negativ tolerans", en="Negative tolerance"),
    found=Text(sv="måttet {name} har toleransen {tolerance}", en="the measure {name} has the tolerance {tolerance}"),
    expected=Text(
        sv="hur långt från målet det får vara, 0 eller mer", en="how far from the target it may be, 0 or more"
    ),
    do=Text(sv="skriv toleransen utan minus", en="write the tolerance without minus"),
)
NOT_ADDITIVE = Code(
    code="SM256",
    severity=Severity.ERROR,
    title=Text(sv="Interna poster i ett mått som inte summeras", en="Internal items of a measure that is not summed"),
    found=Text(
        sv="måttet {name} har regeln {rule} och {what}", en="the measure {name} has the rule {rule} and {what_en}"
    ),
    expected=Text(
        sv="en regel som summerar: {adding}; annars går poster inte att lägga ihop eller ta bort",
        en="a rule that sums: {adding}; else items can neither be added nor taken out",
    ),
    do=Text(sv="byt regel, eller ta bort motparten", en="change the rule, or remove the counterparty"),
)
UNGROUNDED_FIGURE = Code(
    code="SM257",
    severity=Severity.ERROR,
    title=Text(sv="En fastställd siffra utan skäl", en="A settled figure without grounds"),
    found=Text(sv="{key} är fastställd utan {what}", en="{key} is settled without {what_en}"),
    expected=Text(
        sv="värdet, vem som fastställt det (av) och varför (kommentar)",
        en="the figure, who settled it (by) and why (comment)",
    ),
    do=Text(sv="fyll i det som saknas", en="fill in what is missing"),
)
UNKNOWN_COUNTERPARTY = Code(
    code="SM258",
    severity=Severity.WARNING,
    title=Text(sv="Okänd motpart", en="Unknown counterparty"),
    found=Text(
        sv="motparten {name} är varken en enhet eller en kod", en="the counterparty {name} is neither a unit nor a code"
    ),
    expected=Text(
        sv="en enhets id, eller redovisningens kod[[; menade du {near}?]]",
        en="a unit's id, or the ledger's code[[; did you mean {near}?]]",
    ),
    do=Text(
        sv="rätta motparten, annars kan posten inte elimineras",
        en="correct the counterparty, else the item cannot be eliminated",
    ),
)
MIXED_UNITS = Code(
    code="SM264",
    severity=Severity.WARNING,
    title=Text(sv="En definition blandar enheter", en="A definition mixes units"),
    found=Text(
        sv="definitionen av {name} lägger ihop, drar ifrån eller jämför {first} och {second}",
        en="the definition of {name} adds, subtracts or compares {first} and {second}",
    ),
    expected=Text(sv="en sorts enhet i alla delar", en="one sort of unit in all parts"),
    do=Text(
        sv="rätta definitionen, eller enheten på måttet som är fel",
        en="correct the definition, or the unit of the measure that is wrong",
    ),
)
WRONG_DEFINED_UNIT = Code(
    code="SM265",
    severity=Severity.WARNING,
    title=Text(sv="Enheten är inte den som definitionen ger", en="The unit is not what the definition gives"),
    found=Text(
        sv="måttet {name} har enheten {unit}, men definitionen ger {gives}",
        en="the measure {name} has the unit {unit}, but its definition gives {gives}",
    ),
    expected=Text(sv="en enhet som är {gives}", en="a unit that is {gives}"),
    do=Text(sv="rätta enheten eller definitionen", en="correct the unit or the definition"),
)
