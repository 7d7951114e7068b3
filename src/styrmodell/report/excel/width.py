"""How wide the columns of a table are: by what stands in them."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import TypeAlias

from styrmodell.report.formula.places import cell_value
from styrmodell.report.table import NUMBERS, Cell, ColumnKind, Table, TableCell
from styrmodell.report.table_text import with_marks

Held: TypeAlias = Sequence[Sequence[float | None]]

SUB_INDENT = 3
_LABEL_LIMIT, _LABEL_LEAST = 45, 16
_GROUP_LIMIT, _GROUP_LEAST = 30, 10
_ONE_LINE = 16
_DATE_WIDTH = 12
_WIDEST_NUMBER = 80
_BOLD = 1.1
# (least, most) characters of a column of each kind.
_LIMITS = {
    ColumnKind.FIGURE: (10, 24),
    ColumnKind.COUNT: (8, 16),
    ColumnKind.TEXT: (12, 60),
    ColumnKind.MARK: (6, 16),
    ColumnKind.STATUS: (14, 26),
    ColumnKind.RATING: (10, 24),
    ColumnKind.DATE: (_DATE_WIDTH, 18),
    ColumnKind.TREND: (18, 34),
}
# Texts up to this long stand on one line; longer ones are broken to about so many.
_ONE_LINE_OF_TEXT, _LINES_OF_TEXT = 28, 3


def held_values(table: Table) -> Held:
    """The number each cell of *table* holds, row by row; None where it holds words or nothing."""
    return [[_held(cell) for cell in row.cells] for row in table.rows]


def _held(cell: TableCell) -> float | None:
    working = cell.explanation
    if working is None or working.exact is None or not isinstance(cell, Cell):
        return None
    return cell_value(working.exact, cell.style)


def column_widths(table: Table, held: Held) -> tuple[float, ...]:
    """Widths in characters: of the groups of rows where there are any, of the labels, of each column."""
    groups = (_group_width(table),) if table.has_groups else ()
    return (*groups, _label_width(table), *(_width(table, held, index) for index in range(len(table.columns))))


def _group_width(table: Table) -> float:
    longest = max(len(row.group) for row in table.rows)
    return float(min(_GROUP_LIMIT, max(_GROUP_LEAST, len(table.group_header), longest) + 2))


def _label_width(table: Table) -> float:
    labels = (
        len(with_marks(row.label, row.notes)) + SUB_INDENT * (row.level == "sub")
        for row in table.rows
        if row.level != "heading"
    )
    return float(min(_LABEL_LIMIT, max(_LABEL_LEAST, len(table.row_header), max(labels, default=0)) + 1))


def _width(table: Table, held: Held, index: int) -> float:
    column = table.columns[index]
    least, most = _LIMITS[column.kind]
    cells = [(row.cells[index], values[index]) for row, values in zip(table.rows, held, strict=True) if row.cells]
    heading = _heading_width(with_marks(column.label, column.notes))
    if (column.group, 1) in table.groups:
        heading = max(heading, _heading_width(column.group))
    if column.kind is ColumnKind.TEXT:
        return float(min(most, max(least, _text_width([cell.text for cell, _ in cells]) + 1, heading + 2)))
    widest = max((_printed_width(cell, value) for cell, value in _widest(cells)), default=0)
    width = min(most, max(least, widest, heading) + 2)
    # A number does not break: where it does not fit, Excel prints "####" instead.
    return float(max(width, min(widest + 2, _WIDEST_NUMBER)) if column.kind in NUMBERS else width)


def _widest(cells: Iterable[tuple[TableCell, float | None]]) -> Iterator[tuple[TableCell, float | None]]:
    """Those among which the widest is: of figures in one style without marks, the least and the greatest."""
    least: dict[int, tuple[Cell, float]] = {}
    greatest: dict[int, tuple[Cell, float]] = {}
    for cell, value in cells:
        if value is None or cell.notes or not isinstance(cell, Cell):
            yield cell, value
            continue
        style = id(cell.style)  # a table's cells share their styles
        if style not in least:
            least[style] = greatest[style] = (cell, value)
        elif value < least[style][1]:
            least[style] = (cell, value)
        elif value > greatest[style][1]:
            greatest[style] = (cell, value)
    yield from (*least.values(), *greatest.values())


def _heading_width(heading: str) -> float:
    """A short heading stands on one line, a long one breaks between its words."""
    return max(_BOLD * len(word) for word in ([heading] if len(heading) <= _ONE_LINE else heading.split(" ")))


def _text_width(texts: Sequence[str]) -> int:
    lines = max((len(line) for text in texts for line in text.split("\n")), default=0)
    words = max((len(word) for text in texts for word in text.split()), default=0)
    if lines <= _ONE_LINE_OF_TEXT:
        return lines + 2
    return max(_ONE_LINE_OF_TEXT, ceil(lines / _LINES_OF_TEXT), words) + 2


def _printed_width(cell: TableCell, value: float | None) -> int:
    """About how many characters a cell prints."""
    marks = sum([len(mark) + 1 for mark in cell.notes]) if cell.notes else 0
    if value is None or not isinstance(cell, Cell):
        return len(cell.text) + marks
    style = cell.style
    if style.unit == "%":
        return len(f"{value:,.{style.decimals}%}") + style.signed + marks
    return len(f"{value:,.{style.decimals}f}") + style.signed + marks + len(style.after)
