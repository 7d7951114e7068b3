"""Findings of running text."""

from styrmodell.finding import Code, Severity, Text

UNKNOWN_PLACE = Code(
    code="SM405",
    severity=Severity.WARNING,
    title=Text(sv="Texten frågar efter något som inte finns", en="The text asks for what is not there"),
    found=Text(sv="{{{{ {name} }}}} i avsnittet {section}", en="{{{{ {name} }}}} in the section {section}"),
    expected=Text(sv="ett av {known}[[; menade du {near}?]]", en="one of {known}[[; did you mean {near}?]]"),
    do=Text(
        sv="rätta namnet i texten; det står kvar i dokumentet som det är skrivet",
        en="correct the name in the text; it stands in the document as it is written",
    ),
)
PLACE_IN_SENTENCE = Code(
    code="SM406",
    severity=Severity.WARNING,
    title=Text(sv="En tabell ryms inte i en mening", en="A table does not fit in a sentence"),
    found=Text(
        sv="{{{{ {name} }}}} mitt i ett stycke i {section}", en="{{{{ {name} }}}} inside a paragraph of {section}"
    ),
    expected=Text(sv="ett stycke som bara har {{{{ {name} }}}}", en="a paragraph with {{{{ {name} }}}} alone"),
    do=Text(sv="flytta det till ett eget stycke", en="move it to a paragraph of its own"),
)
NOT_READ = Code(
    code="SM407",
    severity=Severity.WARNING,
    title=Text(sv="Något i Word-filen läses inte", en="Something in the Word file is not read"),
    found=Text(sv="{what}", en="{what_en}"),
    expected=Text(
        sv="rubriker, stycken, listor, länkar och fotnoter", en="headings, paragraphs, lists, links and footnotes"
    ),
    do=Text(
        sv="skriv det som text, eller låt {{{{ namn }}}} hämta en tabell eller ett diagram ur rapporten",
        en="write it as text, or let {{{{ name }}}} fetch a table or a chart of the report",
    ),
)
TWO_TEXTS = Code(
    code="SM408",
    severity=Severity.ERROR,
    title=Text(sv="Två texter för ett avsnitt", en="Two texts for one section"),
    found=Text(
        sv="avsnittet {section} har text både här och i {other}",
        en="the section {section} has text both here and in {other}",
    ),
    expected=Text(sv="en text för varje avsnitt", en="one text for each section"),
    do=Text(sv="ta bort den ena, eller byt namn på Word-filen", en="remove one of them, or rename the Word file"),
)
NO_WORD_TEXT = Code(
    code="SM409",
    severity=Severity.ERROR,
    title=Text(sv="Word-filen kan inte läsas", en="The Word file cannot be read"),
    found=Text(sv="{error}", en="{error}"),
    expected=Text(sv="ett Word-dokument (.docx)", en="a Word document (.docx)"),
    do=Text(sv="öppna filen i Word och spara den på nytt", en="open the file in Word and save it again"),
)
