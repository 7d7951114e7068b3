"""Where everything stands on a table's sheet, and how wide it is, before the first cell is written."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from math import ceil

from attrs import evolve, frozen

from styrmodell.report.document import Edition
from styrmodell.report.excel.lines import LINE_HEIGHT, Line, text_height, top_lines, wrapped_lines
from styrmodell.report.excel.width import SUB_INDENT, Held, column_widths, held_values
from styrmodell.report.formula.address import Address
from styrmodell.report.table import Cell, ColumnKind, Table, TableRow
from styrmodell.report.table_text import caption_text, remarks, with_marks

_BODY_AIR = 2.0
_AIR_IN_HEADER = 5.0
_LEAST_LINE, _DEFAULT_WIDTH = 64.0, 8.43
_INDENT, _BOLD = 2, 1.1
_WRAPPED = (ColumnKind.TEXT, ColumnKind.STATUS, ColumnKind.RATING)
_TOO_MANY = (
    "Arbetsboken har fler än 5 000 siffror: de är värden utan formler. styrmodell explain svarar för var och en."
)


@frozen
class Figure:
    """A figure of a table: where it stands, and the number its cell holds; None where there is none."""

    cell: Cell
    address: Address
    value: float | None


@frozen(kw_only=True)
class Layout:
    """A table on its sheet. Rows and columns are counted from 0.

    Attributes:
        range_name: The defined name of the table's range.
        widths: Widths of the columns in characters: groups of rows, if any, labels, figures.
        label_column: The column of the rows' labels: 1 where groups of rows stand before them.
        wrapped: Places of the columns whose text breaks into lines.
        header_row: The row of the column headings; groups stand in the row above it.
        held: The number that each cell of each row holds; None where it holds words or nothing.
    """

    table: Table
    sheet: str
    range_name: str
    top: tuple[Line, ...]
    bottom: tuple[Line, ...]
    widths: tuple[float, ...]
    label_column: int
    wrapped: tuple[int, ...]
    header_row: int
    held: Held

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure, row by row, with where it stands and what its cell holds."""
        return tuple(
            _figures(self.table, self.held, Address(sheet=self.sheet, row=self.first_row, column=self.first_column))
        )

    @property
    def first_row(self) -> int:
        """The first row of the table's body."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """The last row of the table's body."""
        return self.header_row + len(self.table.rows)

    @property
    def end_row(self) -> int:
        """The last row of the lines below the table."""
        return self.last_row + len(self.bottom)

    @property
    def first_column(self) -> int:
        """The first column after the labels."""
        return self.label_column + 1

    @property
    def last_column(self) -> int:
        """The last column."""
        return self.label_column + len(self.table.columns)

    @property
    def line_widths(self) -> tuple[float, ...]:
        """Widths of the columns that lines of text reach over: at least a title's breadth."""
        missing = _LEAST_LINE - sum(self.widths)
        return (*self.widths, *([_DEFAULT_WIDTH] * ceil(max(missing, 0.0) / _DEFAULT_WIDTH)))

    @property
    def edge(self) -> int:
        """The last column of those."""
        return len(self.line_widths) - 1

    def header_height(self, texts: Iterable[tuple[str, int, int]]) -> float:
        """The height of a row of headings, given (text, first column, columns it spans) of each."""
        lines = (wrapped_lines(text, sum(self.widths[first : first + span])) for text, first, span in texts)
        return max(lines) * LINE_HEIGHT + _AIR_IN_HEADER

    @cached_property
    def body_heights(self) -> tuple[float, ...]:
        """The heights of the table's rows; the last row of a group makes up for what the group's text needs more."""
        heights = list(map(self._body_height, self.table.rows))
        if not self.label_column:
            return tuple(heights)
        for first, span in enumerate(self.table.row_spans()):
            if span:
                needed = text_height(((self.table.rows[first].group, self.widths[0] / _BOLD - _INDENT),))
                heights[first + span - 1] += max(0.0, needed + _BODY_AIR - sum(heights[first : first + span]))
        return tuple(heights)

    def _body_height(self, row: TableRow) -> float:
        """The height of a row of the table: that of its label and of the words in it."""
        if row.level == "heading":
            return LINE_HEIGHT + _BODY_AIR + _AIR_IN_HEADER
        room = self.widths[self.label_column] - SUB_INDENT * (row.level == "sub")
        lines = wrapped_lines(with_marks(row.label, row.notes), room)
        height = lines * LINE_HEIGHT
        if self.wrapped and row.cells:
            words = ((row.cells[at].text, self.widths[self.first_column + at] - _INDENT) for at in self.wrapped)
            height = max(height, text_height(words))
        return height + _BODY_AIR


def lay_out(edition: Edition, table: Table, sheet: str, range_name: str) -> Layout:
    """Lay out *table* on its *sheet*. Computes every cell."""
    top, held = _top(edition, table), held_values(table)
    header_row, label_column = len(top) + bool(table.groups), int(table.has_groups)
    return Layout(
        table=table,
        sheet=sheet,
        range_name=range_name,
        top=top,
        bottom=tuple(_bottom_lines(edition, table)),
        widths=column_widths(table, held),
        label_column=label_column,
        wrapped=tuple(place for place, column in enumerate(table.columns) if column.kind in _WRAPPED),
        header_row=header_row,
        held=held,
    )


def _figures(table: Table, held: Held, first: Address) -> Iterator[Figure]:
    """Every figure of *table*, whose first cell stands at *first*."""
    sheet = first.sheet
    for number, (row, values) in enumerate(zip(table.rows, held, strict=True), first.row):
        for column, (cell, value) in enumerate(zip(row.cells, values, strict=True), first.column):
            if isinstance(cell, Cell):
                yield Figure(cell, Address(sheet=sheet, row=number, column=column), value)


def _top(edition: Edition, table: Table) -> tuple[Line, ...]:
    """The lines above a table. Where no caption parts it from the facts, the last of them has air below."""
    lines = tuple(top_lines(edition))
    if edition.document.shows_caption(table):
        number = edition.document.number_of(table)
        caption = caption_text(table) or table.key
        return (*lines, Line(text=f"{number}. {caption}" if number else caption, look="caption"))
    *first, last = lines
    return (*first, evolve(last, look="last fact") if last.look == "fact" else last)


def _bottom_lines(edition: Edition, table: Table) -> Iterator[Line]:
    texts = [f"{note.mark} {note.text}".strip() for note in table.notes]
    told = () if edition.document.explains_itself else (_TOO_MANY,)
    for number, text in enumerate((*texts, *remarks(table), *told)):
        yield Line(text=text, look="note" if number else "first note")
