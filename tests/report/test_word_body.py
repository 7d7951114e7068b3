"""All of the document model in Word: cover, contents, running text, lists, notes, matrices, and pages on their side."""

from datetime import date
from io import BytesIO

import docx
import pytest
from attrs import evolve
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree
from tests.report.editions import FINDINGS, big_edition, economy, edition
from tests.report.master_files import W, add_part, packed, paragraph, plain_parts
from tests.report.rich_editions import LINK, rich_edition, risks, with_blocks
from tests.report.word_packages import dangling, found, parts_of, reopened, root_of, text_of, texts_found

from styrmodell.report.document import Block, Contents, NewPage, Paragraph
from styrmodell.report.flow import Heading, Listing, ListItem, Prose, Run
from styrmodell.report.word import write_word
from styrmodell.report.word.running_text import outside_address

BULLETS = Listing(items=(ListItem(runs=(Run(text="a"),)), ListItem(runs=(Run(text="b"),))))
NUMBERS = evolve(BULLETS, is_ordered=True)
NOTED = Prose(runs=(Run(text="ord"), Run(text="", note=(Run(text="not"),)), Run(text=" efter")))
FOOTNOTES = (
    f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    f'<w:footnote w:id="7">{paragraph("mallens not {{ dnr }}")}</w:footnote></w:footnotes>'
)
NUMBERED = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="4"/><w:num w:numId="9"><w:abstractNumId w:val="4"/>'
    '</w:num><w:numIdMacAtCleanup w:val="3"/></w:numbering>'
)


def body_of(*blocks: Block, master: bytes | None = None) -> etree._Element:
    return root_of(parts_of(write_word(with_blocks(*blocks), master)))


def lines(root: etree._Element) -> list[str]:
    return [text_of(one) for one in found(root, "//w:body/w:p")]


def sizes(root: etree._Element) -> list[tuple[str, str]]:
    """(width, orientation) of each section."""
    pages = found(root, "//w:sectPr/w:pgSz")
    return [(str(page.get(qn("w:w"))), str(page.get(qn("w:orient"), "portrait"))) for page in pages]


def bare_master(*paragraphs: str) -> bytes:
    """A master without the parts for numbering and footnotes, its place first or last as told."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    rels = document.part.rels
    for key in [key for key, one in rels.items() if one.reltype.endswith("/numbering")]:
        del rels[key]
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("master", [None, packed(plain_parts("{{ dnr }}")), bare_master("{{ innehall }}", "Slut")])
def test_every_relation_leads_somewhere(master: bytes | None) -> None:
    parts = parts_of(write_word(rich_edition(draft=True, findings=FINDINGS), master))
    assert dangling(parts) == []


@pytest.mark.parametrize("master", [None, bare_master("{{ titel }}", "{{ innehall }}")])
def test_the_same_bytes_come_twice(master: bytes | None) -> None:
    assert write_word(rich_edition(), master) == write_word(rich_edition(), master)


def test_a_cover_has_a_page_of_its_own() -> None:
    root = root_of(parts_of(write_word(rich_edition())))
    assert lines(root)[:8] == [
        "Bilaga 10 a",
        "Bilaga till verksamhetsplan 2020",
        "Regionledningsförvaltningen 2020",
        "Förvaltning: Regionledningsförvaltningen",
        "Datum: 26\u00a0september\u00a02019",
        "Diarienummer: 19RS2753",
        "Organ: Regionstyrelsen",
        "Paragraf: § 123",
    ]
    (first,) = found(root, "//w:body/w:p[w:pPr/w:pageBreakBefore][1]")
    assert text_of(first) == "Innehåll"


def test_a_master_with_the_title_has_its_own_cover() -> None:
    texts = lines(root_of(parts_of(write_word(rich_edition(), bare_master("{{ titel }}", "{{ innehall }}")))))
    assert texts.count("Bilaga till verksamhetsplan 2020") == 1
    assert "Datum: 26\u00a0september\u00a02019" not in texts


def test_a_documents_own_date_stands_on_the_cover_and_in_the_header() -> None:
    written = rich_edition()
    head = evolve(written.document.head, dated=date(2020, 1, 15))
    document = reopened(evolve(written, document=evolve(written.document, head=head)))
    assert "Datum: 15\u00a0januari\u00a02020" in [p.text for p in document.paragraphs]
    assert document.sections[-1].header.paragraphs[1].text.endswith("2020-01-15")


def test_contents_list_the_headings_with_links_and_pages() -> None:
    blocks = (Contents(levels=2), Heading(text="A"), Heading(text="B", level=2), Heading(text="C", level=3))
    parts = parts_of(write_word(with_blocks(*blocks)))
    root = root_of(parts)
    listed = found(root, "//w:hyperlink[@w:anchor]")
    assert [text_of(one).split("\t")[0] for one in listed] == ["A", "B"]
    anchors = texts_found(root, "//w:hyperlink/@w:anchor")
    assert set(anchors) <= set(texts_found(root, "//w:bookmarkStart/@w:name"))
    fields = [text.strip() for text in texts_found(root, "//w:instrText/text()")]
    assert fields == ['TOC \\o "1-2" \\h \\z \\u', *(f"PAGEREF {anchor} \\h" for anchor in anchors)]
    kinds = texts_found(root, "//w:fldChar/@w:fldCharType")
    assert kinds.count("begin") == kinds.count("end") == kinds.count("separate") == 3


def test_findings_are_in_the_contents() -> None:
    written = evolve(with_blocks(Contents(), Heading(text="A")), findings=FINDINGS)
    listed = found(root_of(parts_of(write_word(written))), "//w:hyperlink[@w:anchor]")
    assert [text_of(one).split("\t")[0] for one in listed] == ["A", "Iakttagelser"]


@pytest.mark.parametrize(("blocks", "asks"), [((Contents(), Heading(text="A")), 1), ((Heading(text="A"),), 0)])
def test_word_works_out_pages_only_where_there_are_contents(blocks: tuple[Heading, ...], asks: int) -> None:
    settings = root_of(parts_of(write_word(with_blocks(*blocks))), "word/settings.xml")
    assert len(found(settings, "w:updateFields[@w:val='true']")) == asks


def test_contents_without_headings_are_none() -> None:
    assert "Innehåll" not in lines(body_of(Contents(), Paragraph(text="a")))


def test_runs_have_their_looks() -> None:
    runs = (Run(text="f", strong=True), Run(text="k", emphasis=True), Run(text="b", strong=True, emphasis=True))
    root = body_of(Prose(runs=runs))
    looks = [
        (text_of(one), bool(found(one, "w:rPr/w:b")), bool(found(one, "w:rPr/w:i"))) for one in found(root, "//w:r")
    ]
    assert [look for look in looks if look[0] in "fkb"] == [("f", True, False), ("k", False, True), ("b", True, True)]


def test_a_link_leads_to_its_address() -> None:
    parts = parts_of(write_word(with_blocks(Prose(runs=(Run(text="hit", link=LINK), Run(text=" dit", link=LINK))))))
    (link,) = found(root_of(parts), "//w:hyperlink")
    assert text_of(link) == "hit dit"
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): (one.get("Target"), one.get("TargetMode")) for one in relations}
    assert targets[link.get(qn("r:id"))] == (LINK, "External")


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://a.se/å ä?x=1&y=2#z", "https://a.se/%C3%A5%20%C3%A4?x=1&y=2#z"),
        ("mailto:a@b.se", "mailto:a@b.se"),
        ("HTTP://A.SE", "http://A.SE"),
        ("https://regionörebrolän.se/ö", "https://xn--regionrebroln-mfb7x.se/%C3%B6"),
        ("https://a.se/<b>\x00", "https://a.se/%3Cb%3E%EF%BF%BD"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https:", ""),
        ("https://[", ""),
        ("\\\\server\\a", ""),
        ("", ""),
    ],
)
def test_only_addresses_that_word_opens_are_links(link: str, address: str) -> None:
    assert outside_address(link) == address


def test_a_link_that_is_none_is_printed() -> None:
    root = body_of(Prose(runs=(Run(text="hit", link="javascript:alert(1)"),)))
    assert "hit" in lines(root)
    assert found(root, "//w:hyperlink") == []


def test_a_footnote_stands_where_it_belongs() -> None:
    parts = parts_of(write_word(with_blocks(NOTED, NOTED)))
    root = root_of(parts)
    notes = root_of(parts, "word/footnotes1.xml")
    assert texts_found(root, "//w:footnoteReference/@w:id") == ["1", "2"]
    assert texts_found(notes, "w:footnote/@w:id") == ["-1", "0", "1", "2"]
    assert [text_of(one).strip() for one in found(notes, "w:footnote[@w:id > 0]")] == ["not", "not"]
    (noted, *_) = found(root, "//w:p[.//w:footnoteReference]")
    order = list(noted.iter(qn("w:t"), qn("w:footnoteReference")))
    assert [one.text for one in order] == ["ord", None, " efter"]
    settings = root_of(parts, "word/settings.xml")
    assert texts_found(settings, "w:footnotePr/w:footnote/@w:id") == ["-1", "0"]


def test_a_footnote_in_a_footnote_stands_in_brackets() -> None:
    deep = (Run(text="yttre", note=(Run(text="inre"),)),)
    notes = root_of(parts_of(write_word(with_blocks(Prose(runs=(Run(text="a", note=deep),))))), "word/footnotes1.xml")
    assert [text_of(one).strip() for one in found(notes, "w:footnote[@w:id > 0]")] == ["yttre (inre)"]


def test_a_masters_own_footnotes_are_kept() -> None:
    files = plain_parts("{{ titel }}")
    add_part(files, "footnotes", "footnotes", FOOTNOTES)
    parts = parts_of(write_word(with_blocks(NOTED), packed(files)))
    notes = root_of(parts, "word/footnotes.xml")
    assert texts_found(notes, "w:footnote/@w:id") == ["-1", "7", "8"]
    assert [text_of(one).strip() for one in found(notes, "w:footnote[@w:id > 0]")] == ["mallens not 19RS2753", "not"]
    assert texts_found(root_of(parts), "//w:footnoteReference/@w:id") == ["8"]
    assert dangling(parts) == []


def test_lists_are_words_own_and_each_counts_anew() -> None:
    root = body_of(BULLETS, NUMBERS, Paragraph(text="x"), evolve(NUMBERS, first=4))
    parts = parts_of(write_word(with_blocks(BULLETS, NUMBERS, Paragraph(text="x"), evolve(NUMBERS, first=4))))
    numbering = root_of(parts, "word/numbering.xml")
    ids = texts_found(root, "//w:p/w:pPr/w:numPr/w:numId/@w:val")
    assert len(set(ids)) == 3
    assert ids[0] == ids[1]
    starts = [texts_found(numbering, f"w:num[@w:numId='{one}']//w:startOverride/@w:val") for one in dict.fromkeys(ids)]
    assert starts == [[], ["1"], ["4"]]
    assert set(texts_found(root, "//w:p[w:pPr/w:numPr]/w:pPr/w:pStyle/@w:val")) == {"ListBullet", "ListNumber"}


def test_lists_in_lists_stand_deeper() -> None:
    inner = evolve(NUMBERS, items=(ListItem(runs=(Run(text="c"),)),))
    root = body_of(Listing(items=(ListItem(runs=(Run(text="a"),), lists=(inner,)), ListItem(runs=(Run(text="b"),)))))
    levels = [
        (text_of(one), *texts_found(one, "w:pPr/w:numPr/w:ilvl/@w:val")) for one in found(root, "//w:p[w:pPr/w:numPr]")
    ]
    assert levels == [("a", "0"), ("c", "1"), ("b", "0")]


def test_lists_deeper_than_word_counts_are_kept() -> None:
    deep = BULLETS
    for _ in range(12):
        deep = Listing(items=(ListItem(runs=(Run(text="a"),), lists=(deep,)),))
    assert max(map(int, texts_found(body_of(deep), "//w:ilvl/@w:val"))) == 8


@pytest.mark.parametrize("numbering", ["", NUMBERED])
def test_a_masters_own_lists_are_kept(numbering: str) -> None:
    master = bare_master("{{ innehall }}")
    if numbering:
        files = parts_of(master)
        add_part(files, "numbering", "numbering", numbering)
        master = packed(files)
    parts = parts_of(write_word(with_blocks(NUMBERS), master))
    (name,) = [name for name in parts if name.startswith("word/numbering")]
    root = root_of(parts, name)
    tags = [str(one.tag).rpartition("}")[2] for one in root]
    own = [] if not numbering else ["numIdMacAtCleanup"]
    count = 3 if numbering else 2
    assert tags == ["abstractNum"] * count + ["num"] * count + own
    ids = set(texts_found(root_of(parts), "//w:numId/@w:val"))
    assert ids <= set(texts_found(root, "w:num/@w:numId"))
    assert len(texts_found(root, "w:num/@w:numId")) == len(set(texts_found(root, "w:num/@w:numId")))
    assert dangling(parts) == []


def test_a_matrix_has_the_greatest_at_the_top_and_its_items_under_it() -> None:
    root = body_of(risks())
    rows = [[text_of(cell) for cell in found(row, "w:tc")] for row in found(root, "//w:tr")]
    assert rows[0][1:] == ["1. Osannolik", "2. Mindre sannolik", "3. Möjlig", "4. Sannolik"]
    assert [row[0] for row in rows[1:]] == ["4. Mycket allvarlig", "3. Allvarlig", "2. Kännbar", "1. Försumbar"]
    assert rows[1][4] == "R2"
    assert rows[2][2] == "R1, R3"
    assert "R1 – It-avbrott (sannolikhet 2, konsekvens 3)" in lines(root)
    fills = texts_found(found(root, "//w:tr")[1], "w:tc/w:tcPr/w:shd/@w:fill")
    assert fills == ["E3F1E7", "FFF3D6", "FBE3E6", "FBE3E6"]


def test_two_tables_never_grow_together() -> None:
    written = with_blocks(*(evolve(economy(edition().document.title), notes=()) for _ in range(2)), numbered=False)
    root = root_of(parts_of(write_word(written)))
    for table in found(root, "//w:body/w:tbl"):
        after = table.getnext()
        assert after is not None
        assert after.tag == qn("w:p")


def test_a_new_page_of_the_same_kind_is_a_page_break() -> None:
    root = body_of(Paragraph(text="a"), NewPage(), Paragraph(text="b"), NewPage(), BULLETS)
    assert len(found(root, "//w:sectPr")) == 1
    broken = found(root, "//w:p[w:pPr/w:pageBreakBefore]")
    assert [text_of(one) for one in broken] == ["b", "a"]


def test_pages_on_their_side_are_a_section() -> None:
    root = body_of(Paragraph(text="a"), NewPage(landscape=True), Paragraph(text="b"), NewPage(), Paragraph(text="c"))
    assert sizes(root) == [("11906", "portrait"), ("16838", "landscape"), ("11906", "portrait")]
    carriers = found(root, "//w:body/w:p[w:pPr/w:sectPr]")
    assert [text_of(one) for one in carriers] == ["a", "b"]
    assert found(root, "//w:pageBreakBefore") == []
    margins = {tuple(sorted(one.attrib.items())) for one in found(root, "//w:sectPr/w:pgMar")}
    assert len(margins) == 1


def test_tables_fill_the_page_they_stand_on() -> None:
    table = big_edition(2, 9).document.tables()[0]
    root = body_of(Paragraph(text="a"), table, NewPage(landscape=True), table, NewPage(), table)
    widths = [sum(map(int, texts_found(one, "w:tblGrid/w:gridCol/@w:w"))) for one in found(root, "//w:tbl")]
    assert widths == [11906 - 2268, 16838 - 2268, 11906 - 2268]


def test_a_document_that_begins_on_its_side_has_its_title_there() -> None:
    root = body_of(NewPage(landscape=True), Paragraph(text="a"))
    assert sizes(root) == [("16838", "landscape")]


def test_a_document_may_end_on_its_side() -> None:
    root = body_of(Paragraph(text="a"), NewPage(landscape=True), Paragraph(text="b"))
    assert sizes(root) == [("11906", "portrait"), ("16838", "landscape")]


def test_a_wide_table_turns_no_page_where_the_document_turns_them() -> None:
    assert sizes(body_of(big_edition(2, 9).document.tables()[0], NewPage(), Paragraph(text="a")))[0][1] == "portrait"


def test_a_section_that_ends_in_a_table_ends_right_after_it() -> None:
    table = evolve(economy(), notes=())
    root = body_of(table, NewPage(landscape=True), Paragraph(text="a"))
    (carrier,) = found(root, "//w:body/w:p[w:pPr/w:sectPr]")
    before = carrier.getprevious()
    assert before is not None
    assert before.tag in (qn("w:tbl"), qn("w:p"))


@pytest.mark.parametrize("after", [(), ("Slut",)])
def test_a_regions_master_turns_pages_too(after: tuple[str, ...]) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Regionens huvud"
    document.sections[0].different_first_page_header_footer = True
    for text in ("Före", "{{ innehall }}", *after):
        document.add_paragraph(text)
    saved = BytesIO()
    document.save(saved)
    blocks = (Paragraph(text="a"), NewPage(landscape=True), Paragraph(text="b"))
    written = reopened(with_blocks(*blocks), saved.getvalue())
    orientations = [section.orientation for section in written.sections]
    portrait, landscape = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert orientations == [portrait, landscape, *([portrait] if after else [])]
    assert [section.header.paragraphs[0].text for section in written.sections] == ["Regionens huvud"] * len(
        orientations
    )
    assert [section.header.is_linked_to_previous for section in written.sections[1:]] == [True] * (1 + len(after))
    assert [s.different_first_page_header_footer for s in written.sections] == [True, *[False] * (1 + len(after))]
    assert written.paragraphs[0].text == "Före"
    assert written.paragraphs[-1].text == (after or ("Framställt med styrmodell 0.1.0 ur underlag per 2019-09-26.",))[0]


@pytest.mark.parametrize("is_at_place", [True, False])
def test_a_section_that_ends_at_the_place_ends_with_the_body(is_at_place: bool) -> None:
    document = docx.Document()
    document.add_paragraph("Före")
    place = document.add_paragraph("{{ innehall }}")
    document.add_section()
    document.add_paragraph("Efter")
    (carrier,) = document.element.body.xpath("w:p[w:pPr/w:sectPr]")
    if is_at_place:
        place._p.get_or_add_pPr().append(carrier.xpath("w:pPr/w:sectPr")[0])
        document.element.body.remove(carrier)
    saved = BytesIO()
    document.save(saved)
    root = body_of(Paragraph(text="a"), NewPage(landscape=True), Paragraph(text="b"), master=saved.getvalue())
    assert [kind for _, kind in sizes(root)] == ["portrait", "landscape", "portrait"]
    assert [text for text in lines(root) if not text] == ([] if is_at_place else [""])
    assert lines(root)[-1] == "Efter"


def test_a_new_page_in_the_default_master_keeps_its_heads() -> None:
    blocks = (Paragraph(text="a"), NewPage(landscape=True), Paragraph(text="b"), NewPage(), Paragraph(text="c"))
    written = reopened(with_blocks(*blocks))
    assert {section.header.paragraphs[0].text for section in written.sections} == {
        "Regionstyrelsen § 123\t\tBilaga 10 a"
    }
    tabs = [section.header._element.xpath(".//w:tab[@w:val='right']/@w:pos")[0] for section in written.sections]
    assert tabs == ["9638", "14570", "9638"]
