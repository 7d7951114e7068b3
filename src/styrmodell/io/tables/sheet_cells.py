"""The cells of a sheet's table made ready for reading: merged ones filled down, per cents marked, broken ones found."""

from collections.abc import Collection, Sequence
from typing import Any

from styrmodell.io.problems import Problems
from styrmodell.io.tables.codes import ERROR_CELL, NOT_COMPUTED
from styrmodell.io.tables.grid import Grid, letters
from styrmodell.io.tables.sheet_figure import Share


def ready_rows(grid: Grid, filled: Collection[int], figures: Collection[int]) -> Sequence[Sequence[Any]]:
    """The rows of *grid*, all of one width.

    Args:
        grid: The sheet.
        filled: Columns whose merged cells hold for every row they cover. A figure does not: it was given once.
        figures: Columns with figures.
    """
    rows = grid.rows
    changed = _filled_out(rows)
    for (top, column), (bottom, _) in grid.merged:
        if column in filled and bottom > top:
            for index in range(top + 1, min(bottom + 1, len(rows))):
                changed.setdefault(index, list(rows[index]))[column] = changed.get(top, rows[top])[column]
    for index, column in grid.percent:
        cell: Any = rows[index][column]
        if column in figures and type(cell) in (float, int):
            changed.setdefault(index, list(rows[index]))[column] = Share(cell)
    if not changed:
        return rows
    ready: list[Sequence[Any]] = list(rows)
    for index, row in changed.items():
        ready[index] = row
    return ready


def _filled_out(rows: Sequence[Sequence[Any]]) -> dict[int, list[Any]]:
    """Index → the cells of each row that is shorter than the longest, made as long."""
    widths = set(map(len, rows))
    if len(widths) < 2:
        return {}
    width = max(widths)
    return {index: [*row, *[""] * (width - len(row))] for index, row in enumerate(rows) if len(row) < width}


def tell_broken(grid: Grid, columns: Collection[int], rows: Collection[int], problems: Problems) -> frozenset[int]:
    """Tell error values and formulas without a value (SM166, SM167); gives the rows that have one and are not read.

    Args:
        grid: The sheet.
        columns: Those that are read.
        rows: The rows of data.
        problems: Where they are told.
    """
    broken: set[int] = set()
    wanted = frozenset(rows)
    for (row, column), text in grid.errors:
        if column in columns and row in wanted:
            problems.add(ERROR_CELL, grid.place(row, column), found=text)
            broken.add(row)
    for row, column in sorted(grid.uncomputed):
        if column in columns and row in wanted:
            problems.add(NOT_COMPUTED, grid.place(row, column))
            broken.add(row)
    return frozenset(broken)


def place_parts(grid: Grid, column: int | None) -> tuple[str, Sequence[int]]:
    """What the place of a cell in *column* begins with, and the number it ends with by the row's index.

    Made once a column, since Grid.place for each of a hundred thousand rows takes long. In a file it is the row.
    """
    if grid.lines:
        return "rad ", grid.lines
    numbers = range(grid.first_row + 1, grid.first_row + len(grid.rows) + 1)
    if not grid.sheet:
        return "rad ", numbers
    return f"{grid.sheet} rad " if column is None else f"{grid.sheet}!{letters(grid.first_column + column)}", numbers
