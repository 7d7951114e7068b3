"""The cells of a row: figures, words, dates and courses."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.layout import Figure
from styrmodell.report.excel.page import Pen, write_text
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Range, absolute
from styrmodell.report.palette import ACCENT
from styrmodell.report.table import Cell, ColumnKind, TableColumn, TableRow, TextCell, TrendCell
from styrmodell.report.table_text import with_marks


@frozen(kw_only=True)
class Ink:
    """What the cells of one table are written with.

    Attributes:
        figures: The table's figures, taken one by one as they are met; none where no formula is asked for.
        trends: Cell id of each course → the cells it is drawn through.
    """

    sheet: Sheet
    columns: tuple[TableColumn, ...]
    first_column: int
    figures: Iterator[Figure]
    trends: Mapping[str, Range]
    pen: Pen


def write_cells(ink: Ink, row: TableRow, held: Sequence[float | None], number: int) -> None:
    """Write *row*'s cells, which hold *held*, in the sheet's row *number*."""
    sheet, level, figures = ink.sheet, row.level, ink.figures
    write_number, look_of = sheet.write_number, ink.pen.formats.figure
    for place, (cell, value) in enumerate(zip(row.cells, held, strict=True)):
        at = ink.first_column + place
        if isinstance(cell, Cell):
            figure = next(figures, None)
            if value is None:
                _write_absent(ink, (number, at), cell, ink.columns[place], level)
                continue
            look = look_of(cell.style, level, visible(" ".join(cell.notes)) if cell.notes else "")
            formula = _formula(ink, figure) if figure is not None else None
            if formula is None:
                write_number(number, at, value, look)
            else:
                sheet.write_formula(number, at, formula, look, value)
        elif isinstance(cell, TextCell):
            write_words(ink, (number, at), cell, ink.columns[place], level)
        else:
            _write_trend(ink, (number, at), cell, level)


def _formula(ink: Ink, figure: Figure) -> str | None:
    working = figure.cell.explanation
    return ink.pen.book.formula(working, figure.address, figure.cell.style) if working is not None else None


def _write_absent(ink: Ink, place: tuple[int, int], cell: Cell, column: TableColumn, level: str) -> None:
    """A cell without a figure: blank by nature, missing, or a status in words."""
    text = with_marks(cell.text, cell.notes)
    if cell.status is not None:
        look = ink.pen.formats.words(ColumnKind.STATUS, level, cell.tone)
    elif cell.explanation is not None and cell.explanation.counts:
        look = ink.pen.formats.words(ColumnKind.TEXT, level)
    elif column.kind in (ColumnKind.FIGURE, ColumnKind.TREND):
        look = ink.pen.formats.missing(level)
    else:
        look = ink.pen.formats.words(column.kind, level)
    write_text(ink.sheet, place, text, look)


def write_words(ink: Ink, place: tuple[int, int], cell: TextCell, column: TableColumn, level: str) -> None:
    """Write a cell of words; a date as a date."""
    kind = column.kind if cell.kind is ColumnKind.TEXT else cell.kind
    day = _day(cell.text) if kind is ColumnKind.DATE else None
    if cell.number is not None:
        ink.sheet.write_number(*place, cell.number, ink.pen.formats.words(kind, level))
    elif day is not None:
        look = ink.pen.formats.words(kind, level, cell.tone, visible(" ".join(cell.notes)))
        ink.sheet.write_datetime(*place, day, look)
    else:
        write_text(ink.sheet, place, with_marks(cell.text, cell.notes), ink.pen.formats.words(kind, level, cell.tone))


def _day(text: str) -> date | None:
    """The date that *text* is, where Excel has it: its calendar begins in 1900."""
    try:
        day = date.fromisoformat(text) if len(text) == len("2024-01-31") else None
    except ValueError:
        return None
    return day if day is not None and day.year > 1900 else None


def _write_trend(ink: Ink, place: tuple[int, int], cell: TrendCell, level: str) -> None:
    """A course: its line, with its words below it; the words alone where its figures have no places."""
    points = ink.trends.get(cell.id)
    if points is None:
        write_text(ink.sheet, place, with_marks(cell.text, cell.notes), ink.pen.formats.words(ColumnKind.TEXT, level))
        return
    look = ink.pen.formats.words(ColumnKind.TREND, level, None, visible(" ".join(cell.notes)))
    write_text(ink.sheet, place, cell.text, look)
    colour = f"#{ACCENT}"
    line = {"range": absolute(points), "series_color": colour, "last_point": True, "last_color": colour, "weight": 1.5}
    ink.sheet.add_sparkline(*place, {**line, "empty_cells": "gaps"})
