"""Any text stays text in every place of a Word document, and the document stays whole."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.report.editions import FINDINGS
from tests.report.rich_editions import rich_edition
from tests.report.word_packages import dangling, found, parts_of, root_of, text_of, texts_found

from styrmodell.report.word import write_word
from styrmodell.report.xml_text import clean_text, xml_attribute

TRICKY = (
    "& < > \" ' å ä ö",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "{{ 7*7 }}",
    "<w:p/>",
    "</w:t>",
    "]]>",
    "<?styrmodell body?>",
    "\x00\x0b\x1f",
    "\ud800",
    "\ufffe",
    "a\r\nb\tc",
    " inledande och avslutande ",
    "Mål!A1",
    "<r>a</r>",
    'lang="en-US"',
    " TOC \\o ",
    "\u202eomvänt",
    "|",
)
texts = st.one_of(st.sampled_from(TRICKY), st.text(min_size=1, max_size=30)).filter(lambda text: bool(text.strip()))


def places(parts: dict[str, bytes]) -> dict[str, list[str]]:
    """The texts of each kind of place that takes any."""
    root = root_of(parts)
    notes = next(name for name in parts if name.startswith("word/footnotes"))

    def read(path: str, of: etree._Element = root) -> list[str]:
        return [text_of(one) for one in found(of, path)]

    return {
        "rubrik": read("//w:p[w:pPr/w:pStyle/@w:val='Heading1']"),
        "punkt": read("//w:p[w:pPr/w:pStyle/@w:val='ListBullet']"),
        "numrerad punkt": read("//w:p[w:pPr/w:pStyle/@w:val='ListNumber']"),
        "länk": read("//w:hyperlink[@r:id]"),
        "fet": read("//w:r[w:rPr/w:b]"),
        "fotnot": read("w:footnote[@w:id > 0]//w:r", root_of(parts, notes)),
        "cell": read("//w:tc"),
        "omslag": read("//w:p[w:pPr/w:pStyle/@w:val='Title']"),
    }


@settings(max_examples=25, deadline=None)
@given(texts)
def test_any_text_stays_text_in_every_place(text: str) -> None:
    parts = parts_of(write_word(rich_edition(text, draft=True, findings=FINDINGS)))
    shown = clean_text(text)
    for place, there in places(parts).items():
        assert shown in there, place
    # A heading is in the contents, a caption in its paragraph, a name in a list: beside other words.
    root = root_of(parts)
    for path in ("//w:hyperlink[@w:anchor]", "//w:p[w:pPr/w:pStyle/@w:val='Caption']", "//w:tbl"):
        assert any(shown in text_of(one) for one in found(root, path)), path
    assert dangling(parts) == []


@settings(max_examples=15, deadline=None)
@given(texts)
def test_any_text_stays_text_in_charts(text: str) -> None:
    parts = parts_of(write_word(rich_edition(text)))
    charts = [root_of(parts, name) for name in parts if name.startswith("word/charts/chart") and name.endswith(".xml")]
    assert len(charts) == 4
    # A workbook holds a few texts otherwise: see excel/text.py.
    shown = {clean_text(text), f"{clean_text(text)}\u2060"}
    for chart in charts:
        named = {*texts_found(chart, "//c:tx//c:v/text()"), *texts_found(chart, "//c:cat//c:v/text()")}
        assert shown & named
    told = texts_found(root_of(parts), "//wp:docPr/@title")
    assert " ".join(clean_text(text).replace("\t", " ").split("\n")) in told


def test_what_is_read_aloud_is_whole() -> None:
    for text in TRICKY:
        if not text.strip():
            continue
        descriptions = texts_found(root_of(parts_of(write_word(rich_edition(text)))), "//wp:docPr/@descr")
        read = str(etree.fromstring(f'<a b="{xml_attribute(text)}"/>').get("b"))
        assert any(read in one for one in descriptions)
