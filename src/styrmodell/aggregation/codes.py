"""Findings of the aggregation floor."""

from styrmodell.finding import Code, Severity, Text

STATED_DIFFERS = Code(
    code="SM301",
    severity=Severity.WARNING,
    title=Text(sv="Beräknat värde skiljer sig från det tryckta", en="Computed value differs from the printed one"),
    found=Text(sv="tryckt {stated}, beräknat {computed} ({cell})", en="printed {stated}, computed {computed} ({cell})"),
    expected=Text(
        sv="samma tal, inom {tolerance} som avrundningen medger",
        en="the same figure, within the {tolerance} of rounding",
    ),
    do=Text(
        sv="kontrollera underlaget; dokumentet visar det beräknade värdet",
        en="check the input; the document shows the computed value",
    ),
)
STATED_ROUNDS = Code(
    code="SM302",
    severity=Severity.NOTE,
    title=Text(sv="Tryckt värde avviker inom avrundningen", en="Printed value differs within rounding"),
    found=Text(sv="tryckt {stated}, beräknat {computed} ({cell})", en="printed {stated}, computed {computed} ({cell})"),
    expected=Text(sv="samma tal", en="the same figure"),
    do=Text(sv="inget; skillnaden ryms i avrundningen", en="nothing; the difference is rounding"),
)
STATED_ALONE = Code(
    code="SM303",
    severity=Severity.NOTE,
    title=Text(sv="Tryckt värde kan inte räknas om", en="Printed value cannot be recomputed"),
    found=Text(
        sv="tryckt {stated}, men underlag saknas ({cell})", en="printed {stated}, but input is missing ({cell})"
    ),
    expected=Text(sv="underlag som värdet kan räknas ur", en="input from which the value can be computed"),
    do=Text(sv="lägg in underlaget eller ta bort det tryckta värdet", en="add the input or remove the printed value"),
)
REPORTED_DIFFERS = Code(
    code="SM304",
    severity=Severity.WARNING,
    title=Text(sv="Rapporterat värde skiljer sig från definitionen", en="Reported value differs from the definition"),
    found=Text(
        sv="rapporterat {reported}, beräknat {computed} ({cell})",
        en="reported {reported}, computed {computed} ({cell})",
    ),
    expected=Text(sv="att de är lika; det beräknade används", en="that they agree; the computed one is used"),
    do=Text(
        sv="rätta underlaget eller ta bort det rapporterade värdet", en="correct the input or remove the reported value"
    ),
)
TOTAL_DIFFERS = Code(
    code="SM305",
    severity=Severity.WARNING,
    title=Text(sv="Rapporterad total skiljer sig från delarnas summa", en="Reported total differs from its parts"),
    found=Text(
        sv="rapporterad total {reported}, delarna ger {computed} ({cell})",
        en="reported total {reported}, the parts give {computed} ({cell})",
    ),
    expected=Text(
        sv="att totalen är delarnas summa; delarna används", en="that the total is its parts; the parts are used"
    ),
    do=Text(sv="rätta delarna eller totalen", en="correct the parts or the total"),
)
DIVIDED_BY_ZERO = Code(
    code="SM306",
    severity=Severity.WARNING,
    title=Text(sv="Division med noll", en="Division by zero"),
    found=Text(sv="nämnaren {name} är 0 ({cell})", en="the denominator {name} is 0 ({cell})"),
    expected=Text(sv="en nämnare skild från noll", en="a denominator other than zero"),
    do=Text(
        sv="kontrollera nämnaren; värdet visas som ej rapporterat",
        en="check the denominator; the value is shown as missing",
    ),
)
NOT_IN_PLAN = Code(
    code="SM307",
    severity=Severity.NOTE,
    title=Text(
        sv="Rapporten frågar efter något som inte finns i arbetsytan",
        en="A report asks for what is not in the workspace",
    ),
    found=Text(
        sv="{what} {name} finns inte[[; menade du {near}?]]",
        en="{what} {name} does not exist[[; did you mean {near}?]]",
    ),
    expected=Text(sv="{what} med ett namn som finns i arbetsytan", en="a {what} that is in the workspace"),
    do=Text(sv="lägg till det, eller rätta namnet", en="add it, or correct the name"),
)
NOT_RECHECKED = Code(
    code="SM308",
    severity=Severity.ERROR,
    title=Text(sv="Förklaringen räknas inte om till värdet", en="The explanation does not recompute to the value"),
    found=Text(
        sv="värdet {computed}, delarna ger {reported} ({cell})",
        en="value {computed}, the parts give {reported} ({cell})",
    ),
    expected=Text(sv="att varje steg ger sitt värde", en="that each step gives its value"),
    do=Text(sv="anmäl felet till den som gjort regeln", en="report the fault to the author of the rule"),
)
