"""Findings about what a reader cannot see in a text."""

from styrmodell.finding import Code, Severity, Text

UNSEEN_SIGN = Code(
    code="SM277",
    severity=Severity.WARNING,
    title=Text(sv="Texten har tecken som inte syns", en="The text has signs that are not seen"),
    found=Text(sv='{sign} i {field}: "{found}"', en='{sign} in {field}: "{found}"'),
    expected=Text(
        sv="bara tecken som syns: ett osynligt kan vända ordningen på det som står efter",
        en="nothing but what is seen: a sign that is not may turn round what stands after it",
    ),
    do=Text(sv="skriv om texten för hand i stället för att klistra in den", en="type the text anew; do not paste it"),
)
LOOKS_ALIKE = Code(
    code="SM278",
    severity=Severity.WARNING,
    title=Text(sv="Två namn ser likadana ut", en="Two names look the same"),
    found=Text(
        sv='"{found}", som ser ut som {other} ({first}) men inte är samma text',
        en='"{found}", which looks like {other} ({first}) but is not the same text',
    ),
    expected=Text(sv="samma namn skrivet på ett sätt, eller två olika", en="one name written in one way, or two names"),
    do=Text(sv="skriv om ett av namnen för hand", en="type one of the names anew"),
)
