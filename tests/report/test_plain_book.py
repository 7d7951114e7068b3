"""Sheets that people fill in: text stays text, numbers are numbers, headings stand still."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from styrmodell.report.excel import plain_book
from styrmodell.report.excel.plain_book import PlainSheet, stream_sheets, write_sheets

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


def streamed(target, count=500):
    rows = ((f"Rad {n}", Decimal(n), None, "=1+1") for n in range(count))
    sheet = PlainSheet(name="Data", headings=("Id", "Värde", "Tom", "Text"), rows=rows)
    stream_sheets(target, [sheet], title="Prov", created=date(2024, 1, 1))
    return load_workbook(target)["Data"]


def test_rows_that_come_one_by_one_are_all_there(tmp_path):
    page = streamed(tmp_path / "data.xlsx")
    assert page.max_row == 501
    assert [cell.value for cell in page[501]] == ["Rad 499", 499, None, "=1+1"]
    assert page["D2"].data_type == "s"


def test_rows_are_streamed_to_a_stream_too_and_to_the_same_bytes():
    one, other = BytesIO(), BytesIO()
    assert [streamed(target).max_row for target in (one, other)] == [501, 501]
    assert one.getvalue() == other.getvalue()


def test_rows_without_a_number_of_their_own_give_bytes_too():
    sheet = PlainSheet(name="A", headings=("Id",), rows=((text,) for text in ("x", "y")))
    page = load_workbook(BytesIO(write_sheets([sheet], title="Prov", created=date(2024, 1, 1))))["A"]
    assert [cell.value for cell in page["A"]] == ["Id", "x", "y"]


def test_more_rows_than_a_sheet_holds_are_told_and_not_lost(monkeypatch):
    monkeypatch.setattr(plain_book, "_MOST_ROWS", 10)
    with pytest.raises(ValueError, match="more rows"):
        streamed(BytesIO())


@pytest.mark.parametrize("text", ["<r>&</r>", "\x00a", "\ud800"])
def test_what_xml_cannot_hold_does_not_break_the_file(text):
    sheet = PlainSheet(name="A", headings=("Id",), rows=((text,),))
    for sheets in ((sheet,), (PlainSheet(name="A", headings=("Id",), rows=iter(sheet.rows)),)):
        assert load_workbook(BytesIO(write_sheets(sheets, title="Prov", created=date(2024, 1, 1))))["A"]["A2"].value
