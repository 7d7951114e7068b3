"""What people who do not see the sheet as others do rely on: headings, alternative texts, no empty cells in between."""

import re
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.appendix_example import FUNCTIONS, make_edition
from tests.report.editions import FINDINGS
from tests.report.rich_editions import rich_edition
from tests.report.test_palette import contrast

from styrmodell.report.excel import write_excel
from styrmodell.report.excel.text import visible
from styrmodell.report.palette import PAPER

SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWINGS = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
LEAST = 4.5
# Sheets whose first rows are headings of one table, repeated on every page of paper.
WITHOUT_TITLES = ("Innehåll", "Text", "Diagram", "Diagramdata", "Listor")
TRICKS = st.sampled_from(
    ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1+1", "http://a.se", "internal:A!A1", "Mål!A1", "<r>&</r>", "&L&A", "_x0041_"]
)
TEXTS = st.one_of(TRICKS, st.text(st.characters(), min_size=1, max_size=40), st.text("&<>\"'åäöÅÄÖ=\t", min_size=1))


def parts(content: bytes, pattern: str) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {
            name: ElementTree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(pattern, name)
        }


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_excel(rich_edition(draft=True, findings=FINDINGS), FUNCTIONS)


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def test_every_drawing_has_an_alternative_text(content: bytes) -> None:
    drawings = parts(content, r"xl/drawings/drawing\d+\.xml")
    told = [found.get("descr") for part in drawings.values() for found in part.iter(f"{DRAWINGS}cNvPr")]
    assert told == ["Tillgängligheten stiger."] * 4


def test_the_list_of_sheets_is_first_and_open_with_a1_selected(book: Any) -> None:
    assert book.sheetnames[0] == "Innehåll"
    assert book.active.title == "Innehåll"
    assert book.active.sheet_view.selection[0].activeCell in (None, "A1")


def test_the_list_leads_to_every_sheet_that_is_shown(book: Any) -> None:
    links = [cell.hyperlink.location for cell in book["Innehåll"]["A"] if cell.hyperlink is not None]
    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible" and sheet.title != "Innehåll"]
    assert links == [f"'{name}'!A1" for name in shown]


def test_every_table_s_headings_are_repeated_and_stand_still(book: Any) -> None:
    for sheet in book:
        if sheet.title not in WITHOUT_TITLES:
            assert sheet.print_title_rows, sheet.title
            assert sheet.freeze_panes is not None, sheet.title


def test_every_sheet_prints_on_a4_with_what_it_is_and_its_page(book: Any) -> None:
    for sheet in (sheet for sheet in book if sheet.sheet_state == "visible"):
        assert sheet.page_setup.paperSize == 9, sheet.title
        assert "&P" in sheet.oddFooter.right.text, sheet.title
        assert sheet.oddHeader.left.text == "Bilaga 10 a", sheet.title


def test_title_and_language_are_told(content: bytes, book: Any) -> None:
    assert book.properties.title == "Bilaga till verksamhetsplan 2020"
    assert [(one.name, one.value) for one in book.custom_doc_props.props] == [("Language", "sv-SE")]


def test_no_empty_row_parts_what_belongs_together(book: Any) -> None:
    for sheet in book:
        if sheet.title in ("Diagram", "Underlag", "Härledning", "Iakttagelser", "Diagramdata"):
            continue  # charts lie over rows; lists have a purpose above their headings
        rows = [any(cell.value is not None for cell in row) or row[0].has_style for row in sheet.iter_rows()]
        assert all(rows), sheet.title


def test_only_lines_headings_and_groups_of_rows_are_merged(book: Any) -> None:
    for sheet in book:
        for merged in sheet.merged_cells.ranges:
            is_line = merged.min_col == 1 and merged.min_row == merged.max_row
            is_group_of_rows = merged.min_col == merged.max_col == 1
            is_group_heading = merged.min_row == merged.max_row and sheet.print_title_rows is not None
            assert is_line or is_group_of_rows or is_group_heading, (sheet.title, str(merged))


def test_every_text_can_be_read_on_its_ground(book: Any) -> None:
    for sheet in book:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
            ink = cell.font.color.rgb[2:] if cell.font.color is not None else "000000"
            ground = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type == "solid" else PAPER
            assert contrast(ink, ground) >= LEAST, (sheet.title, cell.coordinate)


def test_a_tone_says_nothing_that_words_do_not(book: Any) -> None:
    sheet = book["Målen och läget"]
    texts = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    assert {"●\u00a0Uppnått", "■\u00a0Ej uppnått", "Låg", "Hög"} <= set(texts)


@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_text_stays_text_in_every_place(text: str) -> None:
    plain = parts(write_excel(rich_edition("X", draft=True), FUNCTIONS), r"xl/worksheets/sheet\d+\.xml")
    content = write_excel(rich_edition(text, draft=True), FUNCTIONS)
    sheets = parts(content, r"xl/worksheets/sheet\d+\.xml")
    assert [_formulas(part) for part in sheets.values()] == [_formulas(part) for part in plain.values()]
    assert not parts(content, r"xl/worksheets/_rels/.*") or all(
        relation.get("TargetMode") != "External"
        for part in parts(content, r"xl/worksheets/_rels/.*").values()
        for relation in part
    )
    assert visible(text) in _strings(content)


def _formulas(part: ElementTree.Element) -> int:
    return len(list(part.iter(f"{SHEETS}f")))


def _strings(content: bytes) -> set[str]:
    """The shared strings as Excel reads them: _xHHHH_ is one character."""
    (part,) = parts(content, "xl/sharedStrings.xml").values()
    found = ["".join(t.text or "" for t in item.iter(f"{SHEETS}t")) for item in part]
    return {re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text) for text in found}


def test_a_workbook_of_one_table_needs_no_list_of_sheets() -> None:
    alone = make_edition()
    tables = alone.document.tables()
    one = write_excel(make_edition(document=type(alone.document)(title="Prov", blocks=tables[:1])), FUNCTIONS)
    assert openpyxl.load_workbook(BytesIO(one)).sheetnames[0] == "Ekonomisk redovisning"
