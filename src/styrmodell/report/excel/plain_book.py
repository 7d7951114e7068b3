"""Plain workbooks: sheets of rows that people fill in or read elsewhere, without figures to compute."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from os import PathLike, fspath
from typing import BinaryIO, TypeAlias

from attrs import frozen

from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.formats import Sheet, Workbook
from styrmodell.report.excel.text import PROPERTY_LIMIT, visible

PlainRow: TypeAlias = Sequence[str | Decimal | date | None]

_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_IN_MEMORY_CELLS = 100_000
_MOST_ROWS = 1_048_576
# How many rows tell how wide the columns are, where not all are at hand.
_FIRST_ROWS = 200
_NARROW, _WIDE = 10, 36
_NUMBER = "#,##0.##########"


@frozen(kw_only=True)
class PlainSheet:
    """A sheet with a heading row.

    Attributes:
        rows: Rows of cells: text, Decimal for a number, date, or None for an empty one. Gone through once.
        note: A line above the headings, for whoever fills it in.
    """

    name: str
    headings: tuple[str, ...]
    rows: Iterable[PlainRow]
    note: str = ""


def write_sheets(sheets: Iterable[PlainSheet], *, title: str, created: date) -> bytes:
    """Write *sheets* as a workbook: headings frozen, columns as wide as what stands in them.

    Returns:
        The .xlsx file: the same bytes for the same sheets.

    Raises:
        ValueError: More rows than a sheet holds.
    """
    target, listed = BytesIO(), tuple(sheets)
    memory = {"in_memory": True} if _are_few(listed) else {"constant_memory": True}
    _write(target, listed, title, created, memory)
    return target.getvalue()


def stream_sheets(
    target: BinaryIO | str | PathLike[str], sheets: Iterable[PlainSheet], *, title: str, created: date
) -> None:
    """Write *sheets* to a file or stream, row by row: memory does not grow with their number.

    Columns are as wide as what stands in the headings and the first rows.

    Raises:
        ValueError: More rows than a sheet holds; what is then in *target* is not whole.
    """
    place = fspath(target) if isinstance(target, str | PathLike) else target
    _write(place, sheets, title, created, {"constant_memory": True})


def _are_few(sheets: Sequence[PlainSheet]) -> bool:
    counts = [len(sheet.rows) * len(sheet.headings) for sheet in sheets if isinstance(sheet.rows, Sequence)]
    return len(counts) == len(sheets) and sum(counts) < _IN_MEMORY_CELLS


def _write(
    target: BinaryIO | str, sheets: Iterable[PlainSheet], title: str, created: date, memory: dict[str, bool]
) -> None:
    workbook = xlsxwriter_engine().Workbook(target, {**_TEXT_IS_TEXT, **memory})
    workbook.set_properties({"title": visible(title, PROPERTY_LIMIT), "created": datetime.combine(created, time.min)})
    pen = _Pen(workbook)
    try:
        for sheet in sheets:
            pen.write(sheet)
    finally:  # whatever the rows' maker raises, no temporary file is left behind
        workbook.close()


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
        rows = iter(sheet.rows)
        known = sheet.rows if isinstance(sheet.rows, Sequence) else list(islice(rows, _FIRST_ROWS))
        first = 2 if sheet.note else 0
        if sheet.note:
            page.write_string(0, 0, visible(sheet.note), self._note)
        self._heads(page, first, sheet.headings, known)
        self._rows(page, first + 1, rows if known is sheet.rows else chain(known, rows))
        page.freeze_panes(first + 1, 0)
        page.repeat_rows(first)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)

    def _heads(self, page: Sheet, row: int, headings: tuple[str, ...], known: Sequence[PlainRow]) -> None:
        for column, heading in enumerate(headings):
            cells = [line[column] for line in known]
            is_number = any(isinstance(cell, Decimal) for cell in cells)
            look = self._over_numbers if is_number else self._heading
            page.write_string(row, column, visible(heading), look)
            page.set_column(column, column, _width(heading, cells))

    def _rows(self, page: Sheet, first: int, rows: Iterable[PlainRow]) -> None:
        write_string, write_number, write_datetime = page.write_string, page.write_number, page.write_datetime
        for at, row in enumerate(rows, first):
            if at >= _MOST_ROWS:
                raise ValueError(f"sheet {page.name!r}: more rows than the {_MOST_ROWS} a sheet holds")
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    if cell:
                        write_string(at, column, visible(cell), self._text)
                elif isinstance(cell, Decimal):
                    write_number(at, column, float(cell), self._number)
                elif cell is not None:
                    write_datetime(at, column, datetime.combine(cell, time.min), self._day)


def _width(heading: str, cells: Iterable[str | Decimal | date | None]) -> int:
    """Characters a column needs: its longest cell, within what is readable."""
    longest = max(len(heading), *(len(str(cell)) for cell in cells if cell is not None), 0)
    return min(max(_NARROW, longest + 2), _WIDE)
