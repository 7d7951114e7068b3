"""What the region's card deserves to be told."""

from styrmodell.api import Code, Severity, Text

RED_WITHOUT_COMMENT = Code(
    code="dalarna.1",
    severity=Severity.WARNING,
    title=Text(sv="Ej uppnått utan kommentar", en="Not reached, without a comment"),
    found=Text(
        sv="{measure} är Ej uppnått för {unit} {period}, utan kommentar",
        en="{measure} is not reached by {unit} in {period}, without a comment",
    ),
    expected=Text(
        sv="en kommentar till varje mått som inte når sitt målvärde",
        en="a comment on every measure that does not reach its target",
    ),
    do=Text(
        sv="skriv varför, och vad som görs, i kolumnen kommentar vid utfallet",
        en="write why, and what is done about it, as the comment of the outcome",
    ),
)
TEMPLATE_NOT_FOLLOWED = Code(
    code="dalarna.2",
    severity=Severity.NOTE,
    title=Text(sv="Styrkortet följer inte mallen", en="The card does not follow the template"),
    found=Text(sv="{card} saknar {lacks}", en="{card} lacks {lacks}"),
    expected=Text(
        sv="första sidans delar och de fyra perspektiven", en="the parts of the front page and the four perspectives"
    ),
    do=Text(sv="fyll i det som saknas", en="fill in what is missing"),
)
