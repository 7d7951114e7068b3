"""Whatever people write is text in the page, in every place: no markup, no script, no way out of an attribute."""

import re

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement
from tests.report.rich_editions import rich_edition, with_blocks

from styrmodell.report.document import Edition
from styrmodell.report.flow import Heading, Prose, Run
from styrmodell.report.html import FileView, IndexView, ReportRow, write_html, write_index
from styrmodell.report.html.write import css_string
from styrmodell.report.xml_text import clean_text

PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><b>x</b>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "--><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% raw %}",
    "å ä ö Å Ä Ö é – … \u2212 \u00a0",
    "&amp; &lt;b&gt; &#60;",
    'x"; } body { display: none } a { content: "',
    "\\3c script\\3e",
    "]]><svg onload=alert(1)>",
    "rad\x00\x08\x0b\x1b\ufffe slut",
)
_WORD = re.compile(r"[\w-]+")
# All that the writer has to say.
TAGS = set(
    _WORD.findall("""
a b body caption circle code colgroup dd defs desc details div dl dt em figcaption figure footer g h1 h2 h3 h4
h5 h6 head header html li main meta nav ol p path pattern rect section span strong style summary sup svg table
tbody td text th thead title tr tspan ul
""")
)
ATTRIBUTES = set(
    _WORD.findall("""
aria-describedby aria-hidden aria-label aria-labelledby charset class colspan content cx cy d fill font-size
font-weight height href http-equiv id lang name paint-order patternunits r rel role rowspan rx scope span
start stroke stroke-dasharray stroke-linecap stroke-linejoin stroke-width style tabindex text-anchor title
transform viewbox width x xmlns y
""")
)


def parsed(data: bytes) -> HtmlElement:
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def checked(written: Edition) -> HtmlElement:
    """The page; nothing in it but what the writer writes."""
    root = parsed(write_html(written))
    assert {one.tag for one in root.iter() if isinstance(one.tag, str)} <= TAGS
    assert {name for one in root.iter() if isinstance(one.tag, str) for name in one.attrib} <= ATTRIBUTES
    assert all(link.startswith(("#", "http://", "https://", "mailto:")) for link in root.xpath("//@href"))
    return root


def without_controls(text: str) -> str:
    """As the page's own reader gives it back: it maps C1 controls to Windows letters."""
    return "".join(letter for letter in clean_text(text) if not "\x7f" <= letter <= "\x9f")


@pytest.mark.parametrize("text", PAYLOADS)
def test_markup_in_every_place_stays_text(text: str) -> None:
    root = checked(rich_edition(text))
    kept = clean_text(text)
    assert root.xpath("//h1")[0].text_content() == kept
    assert any(kept in one.text_content() for one in root.xpath("//caption"))
    assert any(kept in one.text_content() for one in root.xpath("//th[@scope='row']"))
    assert any(kept in one.text_content() for one in root.xpath("//p[@class='text']"))
    assert any(kept in (one.text or "") for one in root.xpath("//*[local-name()='desc']"))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda text: text.strip()))
def test_any_text_in_every_place_stays_text(text: str) -> None:
    root = checked(rich_edition(text))
    assert without_controls(root.xpath("//h1")[0].text_content()) == without_controls(text)


@settings(max_examples=80, deadline=None)
@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_running_text_is_printed_letter_by_letter(text: str, link: str, note: str) -> None:
    runs = (Run(text=text, link=link, note=(Run(text=note),) if note else ()), Run(text=text, strong=True))
    root = checked(with_blocks(Heading(text=text), Prose(runs=runs)))
    for sup in root.xpath("//sup"):
        sup.drop_tree()
    assert without_controls(root.xpath("//p[@class='text']")[0].text_content()) == without_controls(text + text)


@pytest.mark.parametrize("text", PAYLOADS)
def test_the_index_holds_text_alone(text: str) -> None:
    row = ReportRow(title=text, unit=text, period=text, draft=False, counts=(), files=(FileView(form=text, name=text),))
    root = parsed(write_index(IndexView(title=text, unit=text, as_of=text, generator=text, rows=(row,))))
    assert {one.tag for one in root.iter() if isinstance(one.tag, str)} <= TAGS
    assert {name for one in root.iter() if isinstance(one.tag, str) for name in one.attrib} <= ATTRIBUTES
    assert all(link.startswith("./") for link in root.xpath("//@href"))
    assert root.xpath("//tbody/tr/th")[0].text_content() == clean_text(text)


@given(st.text(max_size=30))
def test_the_footer_cannot_leave_its_string_in_the_style(text: str) -> None:
    assert not set(css_string(text)) & set("\"'<>{};\n")


def test_a_footer_stands_in_the_margin_of_printed_pages() -> None:
    small = rich_edition()
    written = evolve(small, document=evolve(small.document, head=evolve(small.document.head, footer="Region A")))
    assert '@bottom-left { content: "Region\\20 A"; }' in write_html(written).decode()
