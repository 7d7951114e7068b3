"""Findings about what earlier runs left in a folder."""

from styrmodell.finding import Code, Severity, Text

LEFT_BEHIND = Code(
    code="SM449",
    severity=Severity.NOTE,
    title=Text(sv="Filer från en tidigare körning", en="Files of an earlier run"),
    found=Text(
        sv="{files}: skrivna av en tidigare körning, och arbetsytan ber inte om dem nu",
        en="{files}: written by an earlier run, and the workspace does not ask for them now",
    ),
    expected=Text(sv="bara det som arbetsytan ber om", en="only what the workspace asks for"),
    do=Text(
        sv="ta bort dem om de inte behövs, eller skriv ut rapporten igen med --report; index.html leder inte till dem",
        en="remove them if they are not needed, or render the report again with --report; index.html does not lead to"
        " them",
    ),
)
