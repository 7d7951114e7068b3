"""Running text from Word files: what people write is read, and what is not read is told by place."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml

from styrmodell.report.flow import Heading, Listing, Prose, Read, Run
from styrmodell.report.narrative.word_text import read_word_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def read(document: Any) -> tuple[Read, ...]:
    blocks, findings = read_word_text(saved(document), "texter/inledning.docx")
    assert findings == ()
    return blocks


def test_headings_paragraphs_and_looks_are_read() -> None:
    document = docx.Document()
    document.add_heading("Ekonomi", level=1)
    paragraph = document.add_paragraph("Kostnaden ")
    paragraph.add_run("ökar").bold = True
    paragraph.add_run(" i ")
    paragraph.add_run("hela").italic = True
    paragraph.add_run(" regionen & <länet>.")
    assert read(document) == (
        Heading(text="Ekonomi", level=1),
        Prose(
            runs=(
                Run(text="Kostnaden "),
                Run(text="ökar", strong=True),
                Run(text=" i "),
                Run(text="hela", emphasis=True),
                Run(text=" regionen & <länet>."),
            )
        ),
    )


def test_words_that_word_has_parted_are_one_run() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ net")
    paragraph.add_run("to_2020")
    paragraph.add_run(" }} kr")
    (block,) = read(document)
    assert isinstance(block, Prose)
    assert [run.text for run in block.runs] == ["{{ netto_2020 }} kr"]


def test_empty_paragraphs_are_no_blocks() -> None:
    document = docx.Document()
    document.add_paragraph("")
    document.add_paragraph("  ")
    assert read(document) == ()


def test_lists_by_style_are_lists_in_lists() -> None:
    document = docx.Document()
    for text, style in (("ett", "List Bullet"), ("a", "List Bullet 2"), ("två", "List Bullet"), ("1", "List Number")):
        document.add_paragraph(text, style=style)
    dots, numbers = read(document)
    assert isinstance(dots, Listing)
    assert isinstance(numbers, Listing)
    assert not dots.is_ordered
    assert numbers.is_ordered
    assert ["".join(run.text for run in item.runs) for item in dots.items] == ["ett", "två"]
    assert [item.runs[0].text for item in dots.items[0].lists[0].items] == ["a"]


def test_a_list_between_paragraphs_stands_between_them() -> None:
    document = docx.Document()
    document.add_paragraph("före")
    document.add_paragraph("punkt", style="List Bullet")
    document.add_paragraph("efter")
    assert [type(block) for block in read(document)] == [Prose, Listing, Prose]


def hyperlink(document: Any, address: str, text: str) -> Any:
    relation = document.part.relate_to(address, f"{R}/hyperlink", is_external=True)
    return parse_xml(
        f'<w:hyperlink xmlns:w="{W}" xmlns:r="{R}" r:id="{relation}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'
    )


def test_links_are_kept_when_they_are_safe() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Se ")
    paragraph._p.append(hyperlink(document, "https://regionen.se/plan", "planen"))
    paragraph._p.append(hyperlink(document, "javascript:alert(1)", " och ond"))
    (block,) = read(document)
    assert isinstance(block, Prose)
    assert [(run.text, run.link) for run in block.runs] == [
        ("Se ", ""),
        ("planen", "https://regionen.se/plan"),
        (" och ond", ""),
    ]


def test_tracked_insertions_are_text_and_deletions_are_not() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Kvar")
    for xml in (
        "<w:ins><w:r><w:t> nytt</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText> borta</w:delText></w:r></w:del>",
    ):
        paragraph._p.append(parse_xml(xml.replace(">", f' xmlns:w="{W}">', 1)))
    (block,) = read(document)
    assert isinstance(block, Prose)
    assert block.text == "Kvar nytt"


def test_a_table_and_a_picture_are_told_by_place() -> None:
    document = docx.Document()
    document.add_paragraph("Text")
    document.add_table(rows=1, cols=1)
    paragraph = document.add_paragraph("Mer ")
    paragraph.add_run()._r.append(parse_xml(f'<w:drawing xmlns:w="{W}"/>'))
    blocks, findings = read_word_text(saved(document), "texter/inledning.docx")
    assert [block.text for block in blocks if isinstance(block, Prose)] == ["Text", "Mer "]
    assert [(finding.code.code, str(finding.source), finding.found()) for finding in findings] == [
        ("SM407", "texter/inledning.docx stycke 2", "en tabell"),
        ("SM407", "texter/inledning.docx stycke 3", "en bild eller ett diagram"),
    ]


def test_what_is_no_word_document_is_a_finding() -> None:
    blocks, (finding,) = read_word_text(b"PK nothing", "texter/inledning.docx")
    assert blocks == ()
    assert finding.code.code == "SM409"


def without(data: bytes, name: str, content: bytes | None) -> bytes:
    """The file with the part *name* left out, or holding *content*."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w") as target:
        for known in source.namelist():
            if known != name:
                target.writestr(known, source.read(known))
            elif content is not None:
                target.writestr(known, content)
    return packed.getvalue()


@pytest.mark.parametrize("content", [None, b"", b"<w:broken", b"<a/>"])
@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"]
)
def test_a_broken_file_is_a_finding_and_stops_nothing(name: str, content: bytes | None) -> None:
    document = docx.Document()
    document.add_paragraph("Text", style="List Bullet")
    blocks, findings = read_word_text(without(saved(document), name, content), "texter/inledning.docx")
    assert blocks or [finding.code.code for finding in findings] == ["SM409"]
