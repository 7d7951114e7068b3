"""Plain workbooks: sheets of rows that people fill in, without figures to compute."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

from attrs import frozen

from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.formats import Sheet, Workbook
from styrmodell.report.excel.text import PROPERTY_LIMIT, visible

_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NARROW, _WIDE = 10, 36
_NUMBER = "#,##0.##########"


@frozen(kw_only=True)
class PlainSheet:
    """A sheet with a heading row.

    Attributes:
        rows: Cells: text, Decimal for a number, date, or None for an empty one.
        note: A line above the headings, for whoever fills it in.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | Decimal | date | None, ...], ...]
    note: str = ""


def write_sheets(sheets: Iterable[PlainSheet], *, title: str, created: date) -> bytes:
    """Write *sheets* as a workbook: headings frozen, columns as wide as what stands in them.

    Returns:
        The .xlsx file: the same bytes for the same sheets.
    """
    target = BytesIO()
    workbook = xlsxwriter_engine().Workbook(target, {**_TEXT_IS_TEXT, "in_memory": True})
    workbook.set_properties({"title": visible(title, PROPERTY_LIMIT), "created": datetime.combine(created, time.min)})
    pen = _Pen(workbook)
    for sheet in sheets:
        pen.write(sheet)
    workbook.close()
    return target.getvalue()


class _Pen:
    """Writes sheets of one workbook with its formats."""

    def __init__(self, workbook: Workbook) -> None:
        make = workbook.add_format
        self._workbook = workbook
        heading = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF3"}
        self._heading, self._over_numbers = make(heading), make({**heading, "align": "right"})
        self._note = make({"italic": True, "font_color": "#404040"})
        self._text = make({"text_wrap": True, "valign": "top", "num_format": "@"})
        self._number = make({"num_format": _NUMBER, "valign": "top"})
        self._day = make({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left", "indent": 1})

    def write(self, sheet: PlainSheet) -> None:
        """Add *sheet*."""
        page = self._workbook.add_worksheet(sheet.name)
        first = 0
        if sheet.note:
            page.write_string(0, 0, sheet.note, self._note)
            first = 2
        for column, (heading, width) in enumerate(zip(sheet.headings, _widths(sheet), strict=True)):
            is_number = any(isinstance(row[column], Decimal) for row in sheet.rows)
            page.write_string(first, column, heading, self._over_numbers if is_number else self._heading)
            page.set_column(column, column, width)
        for number, row in enumerate(sheet.rows, first + 1):
            for column, cell in enumerate(row):
                self._cell(page, number, column, cell)
        page.freeze_panes(first + 1, 0)
        page.repeat_rows(first)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)

    def _cell(self, page: Sheet, row: int, column: int, cell: str | Decimal | date | None) -> None:
        if isinstance(cell, Decimal):
            page.write_number(row, column, float(cell), self._number)
        elif isinstance(cell, date):
            page.write_datetime(row, column, datetime.combine(cell, time.min), self._day)
        elif cell:
            page.write_string(row, column, cell, self._text)


def _widths(sheet: PlainSheet) -> Sequence[int]:
    """Characters a column needs: its longest cell, within what is readable."""
    columns = zip(sheet.headings, *sheet.rows, strict=True)
    return [
        min(max(_NARROW, *(len(str(cell)) + 2 for cell in column if cell is not None)), _WIDE) for column in columns
    ]
