"""Reading workbooks: each kind of cell, where it stands, and that nothing is lost silently."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from tests.io.workbooks import (
    MAIN,
    SHEET,
    STRICT,
    STRICT_OFFICE,
    grid,
    parts_of,
    read,
    relations,
    row,
    sheet_xml,
    told,
    workbook,
    zipped,
)

from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.parts import Styles
from styrmodell.io.workbook.read import SheetState
from styrmodell.io.workbook.scan import scan_sheet

ROWS = row(3, '<c r="B3"><v>1</v></c><c r="C3"><v>2</v></c>') + row(5, '<c r="D5"><v>3</v></c>')


def value(cell: str) -> object:
    found = grid(workbook(row(1, cell)))
    assert found.rows[0][1:] == []
    return found.rows[0][0]


def is_rows(found: Grid) -> bool:
    return (found.first_row, found.first_column, found.rows) == (2, 1, [[1.0, 2.0, ""], ["", "", ""], ["", "", 3.0]])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><v>1.5</v></c>', 1.5),
        ('<c r="A1" t="n"><v>1E-3</v></c>', 0.001),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="s"><v>0</v></c>', "a"),
        ('<c r="A1" t="s"><v>1</v></c>', "rik text"),
        ('<c r="A1" t="str"><f>B1</f><v>x</v></c>', "x"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', 2.0),
        ('<c r="A1" t="inlineStr"><is><t>R&amp;D_x0041_</t></is></c>', "R&DA"),
        ('<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>U</t></rPh></is></c>', "ab"),
        ('<c r="A1" t="str"><v>39,2</v></c>', "39,2"),
        ('<c r="A1" s="1"><v>43831</v></c>', date(2020, 1, 1)),
        ('<c r="A1" s="2"><v>43831.5</v></c>', datetime(2020, 1, 1, 12)),
        ('<c r="A1" s="4"><v>0.25</v></c>', time(6)),
        ('<c r="A1" s="5"><v>1.5</v></c>', timedelta(days=1.5)),
        ('<c r="A1" s="3"><v>0.392</v></c>', 0.392),
        ('<c r="A1" t="d"><v>2020-01-02</v></c>', date(2020, 1, 2)),
        ('<c r="A1" t="d"><v>2020-01-02T12:30:00</v></c>', datetime(2020, 1, 2, 12, 30)),
        ("<c\n r='A1'\ts='1'><v>43831</v></c >", date(2020, 1, 1)),
        ('<c r="A1"><v>-0.5</v></c>', -0.5),
        ('<c r="A1" s="5"><v>-1</v></c>', timedelta(days=-1)),
    ],
)
def test_each_kind_of_cell_becomes_its_value(cell, expected):
    found = value(cell)
    assert found == expected
    assert type(found) is type(expected)


def test_days_from_1904_are_the_right_days():
    parts = parts_of(row(1, '<c r="A1" s="1"><v>42369</v></c>'), properties='<workbookPr date1904="true"/>')
    assert grid(zipped(parts)).rows == [[date(2020, 1, 1)]]


def test_cells_keep_their_addresses_when_the_first_rows_and_columns_are_empty():
    found = grid(workbook(ROWS))
    assert is_rows(found)
    assert found.place(2, 2) == "Blad1!D5"


@pytest.mark.parametrize("reference", ["A1", "B3", "A1:XFD1048576", "D5:B3", "1:3", "A:C", "", "x"])
def test_a_wrong_dimension_loses_nothing(reference):
    part = sheet_xml(ROWS, f'<dimension ref="{reference}"/>')
    assert is_rows(grid(workbook(parts={SHEET: part})))


def test_a_strict_workbook_reads_the_same():
    parts = parts_of(ROWS, namespace=STRICT, office=STRICT_OFFICE)
    assert is_rows(grid(zipped(parts)))


def test_a_drawing_that_is_not_there_stops_nothing():
    parts = {
        SHEET: sheet_xml(ROWS, after='<drawing r:id="rId1"/>'),
        "xl/worksheets/_rels/sheet1.xml.rels": relations(drawing="../drawings/drawing1.xml"),
    }
    assert is_rows(grid(workbook(parts=parts)))


@pytest.mark.parametrize(
    "target",
    [
        "/xl/worksheets/sheet1.xml",
        "./worksheets/sheet1.xml",
        "Worksheets/Sheet1.XML",
        "worksheets\\sheet1.xml",
        "../xl/worksheets/sheet%31.xml",
    ],
)
def test_a_sheet_is_found_however_its_path_is_written(target):
    assert is_rows(grid(workbook(ROWS, {"xl/_rels/workbook.xml.rels": relations(worksheet=target)})))


@pytest.mark.parametrize(
    "part",
    [
        b"\xef\xbb\xbf" + sheet_xml(ROWS).encode(),
        ('<?xml version="1.0" encoding="UTF-16"?>' + sheet_xml(ROWS)).encode("utf-16"),
        sheet_xml(ROWS).encode("utf-16-be"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><!-- å -->' + sheet_xml(ROWS)).encode("latin-1"),
    ],
)
def test_a_sheet_is_read_in_each_encoding(part):
    assert is_rows(grid(workbook(parts={SHEET: part})))


def test_prefixes_of_namespaces_change_nothing():
    rows = ROWS.replace("</", "</x:").replace("<row", "<x:row").replace("<c", "<x:c").replace("<v", "<x:v")
    part = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    assert is_rows(grid(workbook(parts={SHEET: part})))


def test_cells_and_rows_without_reference_follow_those_before_them():
    rows = '<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c/><c/><c><v>3</v></c></row>'
    assert is_rows(grid(workbook(rows)))


def test_an_error_without_reference_leaves_those_after_it_in_place():
    found = grid(workbook('<row><c><v>1</v></c><c t="e"><v>#CALC!</v></c><c><v>2</v></c></row>'))
    assert (found.rows, found.errors) == ([[1.0, "", 2.0]], (((0, 1), "#CALC!"),))


def test_styles_and_strings_that_were_never_there_are_not_missed():
    rels = relations(worksheet="worksheets/sheet1.xml")
    without = ("xl/styles.xml", "xl/sharedStrings.xml")
    assert is_rows(grid(workbook(ROWS, {"xl/_rels/workbook.xml.rels": rels}, without=without)))


def test_strings_that_were_lost_are_told():
    data = workbook(row(1, '<c r="A1" t="s"><v>0</v></c>'), without=("xl/sharedStrings.xml",))
    assert [code for code, _, _ in told(data)] == ["SM145", "SM146"]


def test_styles_that_were_lost_are_told_since_dates_would_be_numbers():
    assert [code for code, _, _ in told(workbook(ROWS, without=("xl/styles.xml",)))] == ["SM145"]


def test_errors_are_told_by_place_whatever_they_are_called():
    found = grid(workbook(row(2, '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" t="e"><v>#SPILL!</v></c>')))
    assert (found.first_row, found.first_column) == (1, 1)
    assert found.errors == (((0, 0), "#DIV/0!"), ((0, 1), "#SPILL!"))


def test_an_error_before_the_first_filled_cell_widens_the_grid():
    rows = row(1, '<c r="A1" t="e"><v>#N/A</v></c>') + row(3, '<c r="C3"><v>1</v></c>')
    found = grid(workbook(rows))
    assert (found.first_row, found.first_column, found.rows[2][2]) == (0, 0, 1.0)
    assert found.errors == (((0, 0), "#N/A"),)


def test_a_formula_without_value_is_told_by_place():
    cells = (
        '<c r="A1"><v>1</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>A1</f><v></v></c>'
        '<c r="D1" t="str"><f>A1</f><v></v></c>'
    )
    assert grid(workbook(row(1, cells))).uncomputed == {(0, 1), (0, 2)}


def test_per_cent_formats_are_known_and_numbers_stay_shares():
    cells = '<c r="B1" s="3"><v>0.5</v></c><c r="C1" s="1"><v>1</v></c><c s="6" r="D1"><v>0.392</v></c>'
    assert grid(workbook(row(1, cells))).percent == {(0, 0), (0, 2)}


@pytest.mark.parametrize(
    ("code", "is_percent"),
    [
        ("0%", True),
        ("0,0\\ %", True),
        ('0"%"', False),
        ("0\\%", False),
        ("0_%", False),
        ("[<1]0.0%;0", True),
        ("@", False),
    ],
)
def test_a_per_cent_sign_counts_when_it_is_not_only_printed(code, is_percent):
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    ).replace("[<1]", "[&lt;1]")
    found = grid(workbook(row(1, '<c r="A1" s="1"><v>1</v></c>'), {"xl/styles.xml": styles}))
    assert bool(found.percent) is is_percent


def test_hidden_rows_and_columns_and_merged_cells_are_indexes_in_the_grid():
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Dold")
        sheet.merge_range("B2:C3", "rubrik")
        sheet.write("B5", 1)
        sheet.write("D5", 1)
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column("C:C", None, None, {"hidden": True})
        book.add_worksheet("Fram").activate()
        sheet.very_hidden()
    book_read, findings = read(stream.getvalue())
    assert findings == ()
    assert book_read is not None
    hidden, shown = book_read.sheets
    assert (hidden.state, shown.state) == (SheetState.VERY_HIDDEN, SheetState.VISIBLE)
    assert hidden.grid.merged == (((0, 0), (1, 1)),)
    assert (hidden.grid.hidden_rows, hidden.hidden_columns) == ({3}, {1})
    assert shown.grid.rows == []


def test_what_openpyxl_writes_is_read_back():
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [[1.5, "å_ä", True, None], [None, "  x ", datetime(2020, 1, 2, 3, 4), "R&D <>"]]
    for cells in rows:
        sheet.append(cells)
    stream = BytesIO()
    book.save(stream)
    assert grid(stream.getvalue()).rows == [["" if cell is None else cell for cell in cells] for cells in rows]


def test_a_chart_sheet_is_skipped_with_a_note():
    stream = BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("Data").write(0, 0, 1)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Data!$A$1:$A$2"})
        book.add_chartsheet("Bild").set_chart(chart)
    book_read, findings = read(stream.getvalue())
    assert book_read is not None
    assert [sheet.name for sheet in book_read.sheets] == ["Data"]
    assert [(item.code.code, item.source.place) for item in findings] == [("SM150", "Bild")]


@pytest.mark.parametrize("max_cells", [1, 400, 1_000_000])
def test_what_a_sheet_holds_is_found_however_many_cells_are_allowed(max_cells):
    cells = "".join(f'<row r="{row}"><c r="A{row}"><v>-{row}.5</v></c></row>' for row in range(1, 24))
    body = f'{cells}<row r="300"><c r="B300" t="e"><v>#N/A</v></c></row>'.encode()
    found = scan_sheet(body, Styles(), max_cells)
    assert (found.filled, found.errors, found.refused) == (23, {(299, 1): "#N/A"}, {})
    assert found.first == (0, 0)
    assert found.last >= (299, 1)
