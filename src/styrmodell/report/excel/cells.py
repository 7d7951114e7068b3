"""The cells of a row: figures, words, dates and courses."""

from collections.abc import Mapping
from datetime import date

from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.page import Pen, write_text
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Address, Range, absolute
from styrmodell.report.formula.places import cell_value
from styrmodell.report.palette import ACCENT
from styrmodell.report.table import Cell, ColumnKind, TableColumn, TableRow, TextCell, TrendCell
from styrmodell.report.table_text import with_marks


def write_cells(
    sheet: Sheet, layout: Layout, row: TableRow, number: int, trends: Mapping[str, Range], pen: Pen
) -> None:
    """Write *row*'s cells in the sheet's row *number*."""
    write_number, level = sheet.write_number, row.level
    for place, cell in enumerate(row.cells):
        at = layout.first_column + place
        if isinstance(cell, Cell):
            working = cell.explanation
            if working is None or working.exact is None:
                _write_absent(sheet, (number, at), cell, layout.table.columns[place], level, pen)
                continue
            look = pen.formats.figure(cell.style, level, visible(" ".join(cell.notes)) if cell.notes else "")
            value = cell_value(working.exact, cell.style)
            formula = pen.book.formula(working, Address(sheet=layout.sheet, row=number, column=at), cell.style)
            if formula is None:
                write_number(number, at, value, look)
            else:
                sheet.write_formula(number, at, formula, look, value)
        elif isinstance(cell, TextCell):
            _write_words(sheet, (number, at), cell, layout.table.columns[place], level, pen)
        else:
            _write_trend(sheet, (number, at), cell, trends.get(cell.id), level, pen)


def _write_absent(sheet: Sheet, place: tuple[int, int], cell: Cell, column: TableColumn, level: str, pen: Pen) -> None:
    """A cell without a figure: blank by nature, missing, or a status in words."""
    text = with_marks(cell.text, cell.notes)
    if cell.status is not None:
        look = pen.formats.words(ColumnKind.STATUS, level, cell.tone)
    elif cell.explanation is not None and cell.explanation.counts:
        look = pen.formats.words(ColumnKind.TEXT, level)
    elif column.kind in (ColumnKind.FIGURE, ColumnKind.TREND):
        look = pen.formats.missing(level)
    else:
        look = pen.formats.words(column.kind, level)
    write_text(sheet, place, text, look)


def _write_words(
    sheet: Sheet, place: tuple[int, int], cell: TextCell, column: TableColumn, level: str, pen: Pen
) -> None:
    kind = column.kind if cell.kind is ColumnKind.TEXT else cell.kind
    day = _day(cell.text) if kind is ColumnKind.DATE else None
    if day is not None:
        look = pen.formats.words(kind, level, cell.tone, visible(" ".join(cell.notes)))
        sheet.write_datetime(*place, day, look)
    else:
        write_text(sheet, place, with_marks(cell.text, cell.notes), pen.formats.words(kind, level, cell.tone))


def _day(text: str) -> date | None:
    """The date that *text* is, where Excel has it: its calendar begins in 1900."""
    try:
        day = date.fromisoformat(text) if len(text) == len("2024-01-31") else None
    except ValueError:
        return None
    return day if day is not None and day.year > 1900 else None


def _write_trend(
    sheet: Sheet, place: tuple[int, int], cell: TrendCell, points: Range | None, level: str, pen: Pen
) -> None:
    """A course: its line, with its words below it; the words alone where its figures have no places."""
    if points is None:
        write_text(sheet, place, with_marks(cell.text, cell.notes), pen.formats.words(ColumnKind.TEXT, level))
        return
    look = pen.formats.words(ColumnKind.TREND, level, None, visible(" ".join(cell.notes)))
    write_text(sheet, place, cell.text, look)
    colour = f"#{ACCENT}"
    line = {"range": absolute(points), "series_color": colour, "last_point": True, "last_color": colour, "weight": 1.5}
    sheet.add_sparkline(*place, {**line, "empty_cells": "gaps"})
