"""Findings of what is judged and chosen: assessments, goals' weights, actions told twice, selections and names."""

from styrmodell.finding import Code, Severity, Text

ASSESSED_THING = Code(
    code="SM259",
    severity=Severity.ERROR,
    title=Text(sv="En bedömning av två saker eller ingen", en="An assessment of two things or none"),
    found=Text(sv="bedömningen {key} gäller {what}", en="the assessment {key} is of {what_en}"),
    expected=Text(sv="ett mått eller ett mål, och bara det ena", en="a measure or a goal, and only one of them"),
    do=Text(sv="skriv det ena; gör två bedömningar av två saker", en="write one; make two assessments of two things"),
)
INCOMPLETE_ASSESSMENT = Code(
    code="SM260",
    severity=Severity.ERROR,
    title=Text(sv="En ofullständig bedömning", en="An incomplete assessment"),
    found=Text(sv="bedömningen {key} saknar {what}", en="the assessment {key} has no {what_en}"),
    expected=Text(
        sv="en status eller en bedömning av året, vem som bedömt (by) och varför (why)",
        en="a status or an outlook, who judged (by) and why (why)",
    ),
    do=Text(sv="fyll i det som saknas", en="fill in what is missing"),
)
DOUBLE_ASSESSMENT = Code(
    code="SM261",
    severity=Severity.ERROR,
    title=Text(sv="Två bedömningar av samma sak", en="Two assessments of one thing"),
    found=Text(
        sv="{key} är redan bedömt samma dag: {other}", en="{key} has been assessed the same day already: {other}"
    ),
    expected=Text(
        sv="en bedömning per mått eller mål, enhet, period och dag",
        en="one assessment a measure or goal, unit, period and day",
    ),
    do=Text(
        sv="ta bort den ena, eller skriv dagen för den senare (dated)",
        en="remove one, or write the day of the later one (dated)",
    ),
)
WRONG_SELECTION = Code(
    code="SM262",
    severity=Severity.ERROR,
    title=Text(sv="Ett urval som är mer än ett urval", en="A selection that is more than one"),
    found=Text(
        sv="urvalet {name} i indelningen {dimension} {but}",
        en="the selection {name} of the dimension {dimension} {but_en}",
    ),
    expected=Text(
        sv="ett urval med delar, utan koder och utanför alla summor",
        en="a selection with parts, without codes and outside all sums",
    ),
    do=Text(
        sv="rätta medlemmen, eller ta bort selection om den ingår i det hela",
        en="correct the member, or remove selection if it belongs to the whole",
    ),
)
SELECTION_FIGURE = Code(
    code="SM263",
    severity=Severity.ERROR,
    title=Text(sv="Ett värde för ett urval", en="A figure for a selection"),
    found=Text(sv="{key} har ett värde för urvalet {name}", en="{key} has a figure for the selection {name}"),
    expected=Text(
        sv="värden för urvalets delar; urvalet självt räknas fram",
        en="figures for its parts; the selection is computed",
    ),
    do=Text(
        sv="lämna värdet på delarna, eller ta bort selection", en="report the figure for the parts, or remove selection"
    ),
)
WRONG_GOAL_WEIGHTS = Code(
    code="SM266",
    severity=Severity.ERROR,
    title=Text(sv="Vikter som ett mål inte kan vägas med", en="Weights that a goal cannot be weighed by"),
    found=Text(sv="målet {goal} vägs, men {but}", en="the goal {goal} is weighed, but {but_en}"),
    expected=Text(
        sv="vikter på länkarna till målet, 0 eller mer och någon över 0",
        en="weights on the links to the goal, 0 or more and some above 0",
    ),
    do=Text(sv="skriv vikter (weight), eller byt status_rule", en="write weights (weight), or change status_rule"),
)
UNUSED_GOAL_WEIGHTS = Code(
    code="SM267",
    severity=Severity.NOTE,
    title=Text(sv="Vikter som inte används", en="Weights that are not used"),
    found=Text(
        sv="{count} av länkarna till målet {goal} har vikt, men målet vägs inte",
        en="links with a weight to the goal {goal}: {count}, but the goal is not weighed",
    ),
    expected=Text(sv="status_rule: viktad, eller inga vikter", en="status_rule: weighted, or no weights"),
    do=Text(sv="ändra status_rule, eller ta bort vikterna", en="change status_rule, or remove the weights"),
)
WRONG_SAME_AS = Code(
    code="SM268",
    severity=Severity.ERROR,
    title=Text(sv="En åtgärd som inte kan vara samma som en annan", en="An action that cannot be the same as another"),
    found=Text(
        sv="åtgärden {name} är samma som {other}, {but}", en="the action {name} is the same as {other}, {but_en}"
    ),
    expected=Text(
        sv="en annan åtgärd, som själv räknas, och ingen överordnad",
        en="another action, which is itself counted, and no parent",
    ),
    do=Text(
        sv="peka på åtgärden som räknas, och ta bort parent", en="name the action that is counted, and remove parent"
    ),
)
RESERVED_NAME = Code(
    code="SM269",
    severity=Severity.ERROR,
    title=Text(sv="En indelning heter som ett ord i definitioner", en="A dimension is called as a word of definitions"),
    found=Text(
        sv="indelningen {name} heter som ett ord som betyder något annat i definitioner",
        en="the dimension {name} is called as a word that means something else in definitions",
    ),
    expected=Text(sv="ett annat id än {reserved}", en="another id than {reserved}"),
    do=Text(sv="byt indelningens id", en="change the dimension's id"),
)
