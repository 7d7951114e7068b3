"""Sheets that people fill in: text stays text, numbers are numbers, headings stand still."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from styrmodell.report.excel.plain_book import PlainSheet, write_sheets

SHEET = PlainSheet(
    name="Mått",
    note="En rad per mått.",
    headings=("Id", "Värde", "Dag", "Text"),
    rows=(("a", Decimal("1250.5"), date(2024, 1, 2), "=1+1"), ("b", None, None, "2020")),
)


def opened():
    return load_workbook(BytesIO(write_sheets((SHEET,), title="Prov", created=date(2024, 1, 1))))["Mått"]


def test_cells_are_of_their_kind_and_empty_ones_are_empty():
    page = opened()
    assert [cell.value for cell in page[3]] == ["Id", "Värde", "Dag", "Text"]
    assert page["B4"].value == 1250.5
    assert page["C4"].value.date() == date(2024, 1, 2)
    assert [page["B5"].value, page["C5"].value] == [None, None]


def test_text_never_becomes_a_formula_or_a_number():
    page = opened()
    assert (page["D4"].value, page["D4"].data_type) == ("=1+1", "s")
    assert (page["D5"].value, page["D5"].data_type) == ("2020", "s")


def test_the_heading_stands_still_and_is_repeated():
    page = opened()
    assert page.freeze_panes == "A4"
    assert page.print_title_rows == "$3:$3"


def test_a_sheet_without_a_note_begins_with_its_heading():
    plain = PlainSheet(name="A", headings=("Id",), rows=(("x",),))
    page = load_workbook(BytesIO(write_sheets((plain,), title="Prov", created=date(2024, 1, 1))))["A"]
    assert [page["A1"].value, page["A2"].value] == ["Id", "x"]
