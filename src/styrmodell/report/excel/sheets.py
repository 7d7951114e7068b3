"""One table on its own sheet."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import TypeAlias

from attrs import frozen

from styrmodell.report.excel.cells import Ink, write_cells
from styrmodell.report.excel.choices import Choices, validate
from styrmodell.report.excel.formats import Formats, Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.page import Pen, set_paper, write_across, write_lines, write_text
from styrmodell.report.formula.address import Address, Range
from styrmodell.report.table import ColumnKind, TableColumn, TableRow
from styrmodell.report.table_text import with_marks

# Ink, a row, the figures it holds and its number on the sheet.
RowWriter: TypeAlias = Callable[[Ink, TableRow, Sequence[float | None], int], None]

_WIDE = 100.0
_HEADERS = {
    ColumnKind.FIGURE: "number header",
    ColumnKind.COUNT: "number header",
    ColumnKind.TREND: "number header",
    ColumnKind.MARK: "mark header",
}


@frozen(kw_only=True)
class TableExtras:
    """What a table needs beside its layout.

    Attributes:
        trends: Cell id of each course → the cells it is drawn through.
        choices: The lists to choose from.
        write_row: Writes the cells of a row; a form has cells of its own.
    """

    trends: Mapping[str, Range]
    choices: Choices
    write_row: RowWriter = write_cells


def write_table(sheet: Sheet, layout: Layout, extras: TableExtras, pen: Pen) -> None:
    """Write *layout*'s table on *sheet*, from the first row to the last."""
    _set_page(sheet, layout, pen)
    write_lines(sheet, layout.top, 0, layout.line_widths, pen.formats)
    _write_headers(sheet, layout, pen.formats)
    ink = Ink(
        sheet=sheet,
        columns=layout.table.columns,
        first_column=layout.first_column,
        figures=iter(layout.figures if pen.book.is_live else ()),
        trends=extras.trends,
        pen=pen,
    )
    lines = zip(layout.table.rows, layout.held, layout.table.row_spans(), layout.body_heights, strict=True)
    for number, (row, held, span, height) in enumerate(lines, layout.first_row):
        sheet.set_row(number, height)
        _write_row_head(ink, layout, row, number, span)
        if row.cells:
            extras.write_row(ink, row, held, number)
    write_lines(sheet, layout.bottom, layout.last_row + 1, layout.line_widths, pen.formats)
    validate(sheet, layout, extras.choices)


def _set_page(sheet: Sheet, layout: Layout, pen: Pen) -> None:
    set_paper(sheet, pen.edition)
    for column, width in enumerate(layout.widths):
        sheet.set_column(column, column, width)
    if sum(layout.widths) > _WIDE:
        sheet.set_landscape()
    sheet.print_area(0, 0, layout.end_row, layout.edge)
    sheet.repeat_rows(len(layout.top), layout.header_row)
    sheet.repeat_columns(0, layout.label_column)
    sheet.freeze_panes(layout.first_row, layout.first_column)
    # Years as headings are text on purpose; the green corner would call them mistakes.
    whole = Address(sheet=layout.sheet, row=layout.end_row, column=layout.last_column)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{whole.text}"})


def _write_headers(sheet: Sheet, layout: Layout, formats: Formats) -> None:
    table, row = layout.table, layout.header_row
    corners = (*((table.group_header,) if layout.label_column else ()), table.row_header)
    if table.groups:
        _write_groups(sheet, layout, formats)
    labels = (*corners, *(with_marks(column.label, column.notes) for column in table.columns))
    sheet.set_row(row, layout.header_height((label, column, 1) for column, label in enumerate(labels)))
    looks = (*("header" for _ in corners), *map(_header_look, table.columns))
    for column, (label, look) in enumerate(zip(labels, looks, strict=True)):
        write_text(sheet, (row, column), label, formats.look(look))


def _header_look(column: TableColumn) -> str:
    return _HEADERS.get(column.kind, "word header")


def _write_groups(sheet: Sheet, layout: Layout, formats: Formats) -> None:
    row, named = layout.header_row - 1, layout.table.groups
    spans = accumulate((span for _, span in named), initial=layout.first_column)
    groups = [(name, first, span) for (name, span), first in zip(named, spans, strict=False)]
    sheet.set_row(row, layout.header_height(groups))
    for column in range(layout.first_column):
        sheet.write_blank(row, column, None, formats.look("corner"))
    for name, first, span in groups:
        if name:
            write_across(sheet, (row, first, first + span - 1), name, formats.look("group"))
            continue
        for column in range(first, first + span):
            sheet.write_blank(row, column, None, formats.look("corner"))


def _write_row_head(ink: Ink, layout: Layout, row: TableRow, number: int, span: int) -> None:
    sheet, look = ink.sheet, ink.pen.formats.label(row.level)
    if layout.label_column:
        _write_group(sheet, row, (number, span), ink.pen)
    write_text(sheet, (number, layout.label_column), with_marks(row.label, row.notes), look)
    if not row.cells:
        for column in range(layout.first_column, layout.last_column + 1):
            sheet.write_blank(number, column, None, look)


def _write_group(sheet: Sheet, row: TableRow, place: tuple[int, int], pen: Pen) -> None:
    """The group of rows that begins here; the rows below belong to its cell."""
    number, span = place
    look = pen.formats.look("row group") if row.cells else pen.formats.label(row.level)
    if span > 1 and not pen.is_streamed:
        sheet.merge_range(number, 0, number + span - 1, 0, "", look)
    if span or pen.is_streamed:
        write_text(sheet, (number, 0), row.group if span else "", look)
