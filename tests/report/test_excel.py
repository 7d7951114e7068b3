"""The workbook as a reader finds it, opened with another library."""

import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.appendix_example import DIFFERS, FUNCTIONS, make_edition
from tests.report.rich_editions import rich_edition

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Key
from styrmodell.finding import Findings
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Note
from styrmodell.report.document import Document, Edition, Head, Paragraph
from styrmodell.report.excel import write, write_excel
from styrmodell.report.excel.text import visible
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.table import Cell, Table, TableColumn, TableRow
from styrmodell.source import Source

SHEET = "Ekonomisk redovisning"
PLAIN = Edition(
    report="prov",
    document=Document(title="Prov", blocks=()),
    unit_name="Enheten",
    period=Period.year(2020),
    as_of=date(2019, 9, 26),
)


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_excel(make_edition(), FUNCTIONS)


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


@pytest.fixture(scope="module")
def stored(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content), data_only=True)


def written(table: Table, **changes: Any) -> Any:
    document = Document(title="Prov", blocks=(table,), head=changes.pop("head", Head()))
    edition = evolve(PLAIN, document=document, **changes)
    return openpyxl.load_workbook(BytesIO(write_excel(edition, FUNCTIONS)))


def number(value: str) -> Explanation:
    bound = Key(measure="m", unit="u", period=Period.year(2020), kind=Kind.BUDGET)
    return Explanation(bound=bound, label="m", unit="kr", op=Op.OBSERVED, rule="sum", exact=Decimal(value))


def table(label: str = "Rad", column: str = "2020", caption: str = "Tabell", **changes: Any) -> Table:
    cell = Cell(
        id="prov/t/r/k", style=NumberStyle(unit="kr"), open=lambda: number("12.5"), notes=changes.pop("marks", ())
    )
    rows = (TableRow(key="r", label=label, cells=(cell,)),)
    columns = (TableColumn(key="k", label=column),)
    made = Table(id="prov/t", key="t", caption=caption, row_header="Vad", columns=columns, rows=rows)
    return evolve(made, **changes)


def place_of(sheet: Any, text: str) -> tuple[int, int]:
    return next((cell.row, cell.column) for row in sheet.iter_rows() for cell in row if cell.value == text)


def test_each_table_has_a_sheet_and_the_rest_follows(book: Any) -> None:
    assert book.sheetnames == ["Innehåll", SHEET, "Nyckeltal", "Iakttagelser", "Underlag", "Härledning"]


def test_the_same_edition_gives_the_same_bytes(content: bytes) -> None:
    assert write_excel(make_edition(), FUNCTIONS) == content


def test_sums_are_live_and_carry_their_values(book: Any, stored: Any) -> None:
    row, _ = place_of(book[SHEET], "SUMMA VERKSAMHET")
    assert [book[SHEET].cell(row, column).value for column in (2, 4)] == ["=SUM(B10:B17)", "=SUM(D10:D17)"]
    assert stored[SHEET].cell(row, 2).value == 1817534


def test_base_figures_are_plain_numbers_in_the_printed_unit(book: Any) -> None:
    row, _ = place_of(book[SHEET], "Primärvård\u00a01)")
    cell = book[SHEET].cell(row, 2)
    assert (cell.value, cell.data_type, cell.number_format) == (480735, "n", "#,##0")


def test_a_share_is_held_as_a_share(stored: Any) -> None:
    row, _ = place_of(stored["Nyckeltal"], "Verksamhetens andel av regionbidraget")
    cell = stored["Nyckeltal"].cell(row, 2)
    assert (round(cell.value, 4), cell.number_format) == (0.8492, "#,##0.0%")


def test_a_figure_on_another_sheet_is_linked_to_its_home(book: Any) -> None:
    row, _ = place_of(book["Nyckeltal"], "SUMMA VERKSAMHET, netto")
    assert book["Nyckeltal"].cell(row, 2).value == f"='{SHEET}'!D18/1000"


def test_no_value_is_a_text_and_a_blank_by_nature_is_empty(book: Any) -> None:
    row, column = place_of(book[SHEET], "ej rapporterat")
    assert book[SHEET].cell(row, 1).value == "Högskoleverksamhet"
    row, _ = place_of(book[SHEET], "Regionbidrag")
    assert book[SHEET].cell(row, column).value is None


def test_panes_are_frozen_under_the_headings_and_beside_the_labels(book: Any) -> None:
    row, _ = place_of(book[SHEET], "Delområde")
    assert book[SHEET].freeze_panes == f"B{row + 1}"


def test_print_titles_area_and_paper(book: Any) -> None:
    sheet = book[SHEET]
    row, _ = place_of(sheet, "Delområde")
    assert (sheet.print_title_rows, sheet.print_title_cols) == (f"${row - 1}:${row}", "$A:$A")
    assert sheet.print_area == f"'{SHEET}'!$A$1:$H${sheet.max_row}"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert book["Nyckeltal"].page_setup.orientation == "portrait"


def test_group_headings_are_merged_over_their_columns(book: Any) -> None:
    row, column = place_of(book[SHEET], "Budget 2020")
    assert column == 2
    assert f"B{row}:D{row}" in {str(merged) for merged in book[SHEET].merged_cells.ranges}


def test_header_and_footer_say_what_it_is(book: Any) -> None:
    sheet = book[SHEET]
    assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("Bilaga 10 a", "19RS2753 § 112")
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("Mål && budget 2020", "Sida &P (&N)")


def test_totals_are_bold_with_a_line_above(book: Any) -> None:
    row, _ = place_of(book[SHEET], "SUMMA VERKSAMHET")
    for column in (1, 2):
        cell = book[SHEET].cell(row, column)
        assert (cell.font.bold, cell.border.top.style) == (True, "thin")


def test_a_draft_says_so_and_lists_what_is_doubtful(book: Any) -> None:
    assert book[SHEET]["A1"].value == "UTKAST – 1 iakttagelse om siffrorna, se bladet Iakttagelser"
    row, _ = place_of(book["Iakttagelser"], "SM901")
    found = [cell.value for cell in book["Iakttagelser"][row]]
    assert found[:3] == ["SM901", "varning", "underlag/bilaga10a.xlsx Blad1!D14"]


def test_a_decided_sound_document_is_not_marked() -> None:
    book = openpyxl.load_workbook(BytesIO(write_excel(make_edition(draft=False, findings=Findings()), FUNCTIONS)))
    assert "Iakttagelser" not in book.sheetnames
    assert book[SHEET]["A1"].value == "Bilaga 10 a"


def test_a_doubt_in_a_decided_document_is_told_without_the_word_utkast() -> None:
    findings = Findings([DIFFERS.at(Source(), found="x"), DIFFERS.at(Source(), found="y")])
    book = openpyxl.load_workbook(BytesIO(write_excel(make_edition(draft=False, findings=findings), FUNCTIONS)))
    assert book[SHEET]["A1"].value == "2 iakttagelser om siffrorna, se bladet Iakttagelser"


def test_underlag_holds_what_formulas_use_and_no_table_prints(book: Any) -> None:
    sheet = book["Underlag"]
    row, _ = place_of(sheet, "Lokalarea, budget 2020")
    found = [cell.value for cell in sheet[row]]
    assert found == [
        "Lokalarea, budget 2020", "rlf-rf", "2020", "budget", None, "m2", 418100,
        "observationer/lokaler.csv rad 2 kolumn varde", datetime(2019, 8, 31),
        "value/lokalarea@rlf-rf@2020/budget",
    ]  # fmt: skip


def test_harledning_leads_each_cell_to_its_sources(book: Any, stored: Any) -> None:
    sheet = book["Härledning"]
    row, _ = place_of(sheet, "vn.bilaga10a@rlf@2020/ekonomi/hogskola/p2021.netto")
    found = [cell.value for cell in sheet[row]]
    assert found[1:9] == [SHEET, "G17", "Högskoleverksamhet, Plan 2021 Netto", 4780, "tkr", "delar", "1 av 2", "rlf"]
    assert found[9] == "underlag/bilaga10a.xlsx Blad1!D12"
    assert stored[SHEET]["G17"].value == 4780


def test_tables_have_names(book: Any) -> None:
    assert book.defined_names["tabell_ekonomi"].attr_text == f"'{SHEET}'!$A$8:$H$21"


def test_the_only_date_is_the_workspace_s(book: Any) -> None:
    properties = book.properties
    assert (properties.created, properties.title) == (datetime(2019, 9, 26), "Ekonomisk redovisning 2020–2021")


def test_marks_stand_at_figures_as_number_format() -> None:
    cell = written(table(marks=("1)",)))["Tabell"]["B4"]
    assert (cell.value, cell.number_format) == (12.5, '#,##0" 1)"')


def test_a_quotation_mark_cannot_end_the_number_format() -> None:
    assert written(table(marks=('a"0',)))["Tabell"]["B4"].number_format == '#,##0" a”0"'


def test_the_only_table_s_sheet_bears_the_appendix_s_name() -> None:
    assert written(table(), head=Head(appendix="Bilaga 10 a")).sheetnames[0] == "Bilaga 10 a"


def test_narrative_has_a_sheet_of_its_own() -> None:
    document = Document(title="Prov", blocks=(Paragraph(text="=Inledning"), table()))
    content = write_excel(evolve(PLAIN, document=document), FUNCTIONS)
    assert openpyxl.load_workbook(BytesIO(content)).sheetnames == ["Tabell", "Text", "Härledning"]


def test_a_document_without_tables_is_still_a_workbook() -> None:
    assert openpyxl.load_workbook(BytesIO(write_excel(PLAIN, {}))).sheetnames == ["Text"]


def test_heading_rows_and_tables_without_columns_can_be_written() -> None:
    rows = (TableRow(key="h", label="Rubrik", level="heading"),)
    sheet = written(table(rows=rows, columns=()))["Tabell"]
    assert [cell.value for cell in sheet["A"]] == ["Prov", "Tabell", "Vad", "Rubrik"]


@pytest.mark.parametrize("edition", [make_edition(), rich_edition(), rich_edition("<r>&</r>")])
def test_a_large_workbook_is_written_row_by_row_and_holds_the_same(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = openpyxl.load_workbook(BytesIO(write_excel(edition, FUNCTIONS)))
    monkeypatch.setattr(write, "_IN_MEMORY_CELLS", 1)
    content = write_excel(edition, FUNCTIONS)
    assert write_excel(edition, FUNCTIONS) == content
    large = openpyxl.load_workbook(BytesIO(content))
    for sheet in small:
        assert list(large[sheet.title].values) == list(sheet.values)


TRICKS = st.sampled_from(
    ["=1+1", "{=A1}", "+1", "-1", "@SUM(A1)", "http://a.se", "mailto:a@b.se", "internal:Blad!A1", "1234", "_x0041_"]
)
TEXTS = st.one_of(TRICKS, st.text(min_size=1, max_size=40))


@given(label=TEXTS, column=TEXTS, caption=TEXTS, note=TEXTS)
@settings(max_examples=60, deadline=None)
def test_text_stays_text(label: str, column: str, caption: str, note: str) -> None:
    made = table(label, column, caption, notes=(Note(text=note),))
    content = write_excel(evolve(PLAIN, document=Document(title=label, blocks=(made,))), FUNCTIONS)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = {name: archive.read(name) for name in archive.namelist() if name.startswith("xl/")}
    assert not any(b"<f>" in part or b"hyperlink" in part for part in sheets.values())
    texts = _strings(sheets["xl/sharedStrings.xml"])
    assert {visible(text) for text in (label, column)} <= texts


def _strings(part: bytes) -> set[str]:
    """The shared strings as Excel reads them: _xHHHH_ is one character."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    found = ["".join(t.text or "" for t in item.iter(f"{space}t")) for item in ElementTree.fromstring(part)]
    return {re.sub("_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text) for text in found}
