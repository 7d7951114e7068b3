"""Where the figures of a workbook stand now: rows that were inserted, columns that moved, sheets that were renamed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import define, field, frozen

from styrmodell.io.tables.grid import Grid
from styrmodell.report.numbers import NBSP

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
Spot: TypeAlias = tuple[int, int]
# Of a figure that stands in no cell of its own.
NOWHERE: Spot = (-1, -1)


@frozen(kw_only=True)
class Told:
    """A figure as the sheet Härledning tells it.

    Attributes:
        spot: (row, column) of its cell as it was written, from 0.
        label: Its row and column, in words: "Primärvård, Budget 2020 Netto".
        value: What the cell held then.
    """

    cell: str
    sheet: str
    spot: Spot
    label: str
    value: object


def spot_of(place: str) -> Spot:
    """(row, column) from 0 of "C7"; NOWHERE for what is no place."""
    match = _PLACE.match(place)
    if match is None:
        return NOWHERE
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def held_at(grid: Grid, spot: Spot) -> object:
    """What a cell holds; None outside the sheet."""
    row, column = spot[0] - grid.first_row, spot[1] - grid.first_column
    inside = 0 <= row < len(grid.rows) and 0 <= column < len(grid.rows[row])
    return grid.rows[row][column] if inside else None


@frozen(kw_only=True)
class Found:
    """Where the figures of a sheet stand now.

    Attributes:
        grid: Their sheet; None where there is none any longer.
        spots: Cell id → its place now; a figure whose row or column is gone has none.
        is_moved: Whether the sheet has another name, or any figure another place.
    """

    grid: Grid | None
    spots: Mapping[str, Spot]
    is_moved: bool = False


def find_sheets(told: Iterable[Told], grids: Mapping[str, Grid]) -> dict[str, Found]:
    """The sheets that Härledning names, each with where its figures stand now.

    A sheet is known by its name, else as the one that holds most of the same rows; a row by its label, a column by
    what stood in it.

    Args:
        told: The figures with a place.
        grids: The workbook's sheets of tables, by name.
    """
    by_sheet: dict[str, list[Told]] = {}
    for one in told:
        by_sheet.setdefault(one.sheet, []).append(one)
    free = {name: grid for name, grid in grids.items() if name not in by_sheet}
    found: dict[str, Found] = {}
    for sheet, figures in by_sheet.items():
        grid = grids.get(sheet) or _alike(figures, free)
        if grid is None:
            found[sheet] = Found(grid=None, spots={})
            continue
        free.pop(grid.sheet, None)
        spots = _Places(grid=grid, told=figures).spots()
        moved = grid.sheet != sheet or any(spots.get(one.cell) != one.spot for one in figures)
        found[sheet] = Found(grid=grid, spots=spots, is_moved=moved)
    return found


def _alike(told: Sequence[Told], free: Mapping[str, Grid]) -> Grid | None:
    """The sheet that holds more than half of the figures' rows, the most of them."""
    labels = _labels(told)
    counts = {
        name: sum(any(_names(text, labels[row]) for text in _texts_by_row(grid).values()) for row in labels)
        for name, grid in free.items()
    }
    best = max(counts, key=lambda name: counts[name], default=None)
    return free[best] if best is not None and counts[best] * 2 > len(labels) else None


@define(kw_only=True, eq=False)
class _Places:
    """Finds the rows and columns of one sheet."""

    grid: Grid
    told: Sequence[Told]
    texts: dict[int, str] = field(init=False)
    labels: dict[int, tuple[str, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.texts = _texts_by_row(self.grid)
        self.labels = _labels(self.told)

    def spots(self) -> dict[str, Spot]:
        """Cell id → its place now."""
        as_written = {one.spot[1]: one.spot[1] for one in self.told}
        rows = self.rows(as_written)
        columns = self.columns(rows)
        rows = rows if columns == as_written else self.rows(columns)
        return {
            one.cell: (rows[one.spot[0]], columns[one.spot[1]])
            for one in self.told
            if one.spot[0] in rows and one.spot[1] in columns
        }

    def rows(self, columns: Mapping[int, int]) -> dict[int, int]:
        """Row as it was written → row now, in order; a row that is gone has none."""
        found: dict[int, int] = {}
        offset, above = 0, -1
        for row in self.labels:
            now = self.row(row, row + offset, above, columns)
            if now is not None:
                found[row], offset, above = now, now - row, now
        return found

    def row(self, row: int, place: int, above: int, columns: Mapping[int, int]) -> int | None:
        """Where the row stands now: at *place* when that is its own, else the nearest below *above* with its label."""
        if self.is_named(place, row):
            return place
        own = [one for one in self.texts if one > above and self.is_named(one, row)]
        if own:
            return min(own, key=lambda one: (abs(one - place), one))
        is_anothers = any(self.is_named(place, other) for other in self.labels if other != row)
        return None if is_anothers or not self.is_as_told(row, place, columns) else place

    def is_named(self, place: int, row: int) -> bool:
        return place in self.texts and _names(self.texts[place], self.labels[row])

    def is_as_told(self, row: int, place: int, columns: Mapping[int, int]) -> bool:
        """Whether a row without a label of its own holds at least one of the figures it held, or held none."""
        told = [one for one in self.told if one.spot[0] == row and _is_number(one.value)]
        return not told or any(held_at(self.grid, (place, columns[one.spot[1]])) == one.value for one in told)

    def columns(self, rows: Mapping[int, int]) -> dict[int, int]:
        """Column as it was written → column now: another when most that stood in it stands there."""
        found: dict[int, int] = {}
        offset = 0
        for column in sorted({one.spot[1] for one in self.told}):
            told = [one for one in self.told if one.spot[1] == column and one.spot[0] in rows and _is_number(one.value)]
            found[column] = self.column(column, offset, [(rows[one.spot[0]], one.value) for one in told])
            offset = found[column] - column
        return found

    def column(self, column: int, offset: int, told: Sequence[tuple[int, object]]) -> int:
        if 2 * self.agreeing(told, column) >= len(told):
            return column
        width = self.grid.first_column + self.grid.width()
        places = sorted(range(width), key=lambda one: (abs(one - column - offset), one))
        return next((place for place in places if 2 * self.agreeing(told, place) > len(told)), column)

    def agreeing(self, told: Sequence[tuple[int, object]], place: int) -> int:
        """How many of the (row, value) pairs stand in the column *place*."""
        return sum(held_at(self.grid, (row, place)) == value for row, value in told)


def _labels(told: Iterable[Told]) -> dict[int, tuple[str, ...]]:
    """Row as it was written → what its figures are called."""
    found: dict[int, list[str]] = {}
    for one in sorted(told, key=lambda one: one.spot):
        found.setdefault(one.spot[0], []).append(one.label)
    return {row: tuple(labels) for row, labels in found.items()}


def _texts_by_row(grid: Grid) -> dict[int, str]:
    """Row of the sheet → its first text."""
    firsts = (
        (at, next((held for held in row if isinstance(held, str) and held.strip()), "")) for at, row in _rows(grid)
    )
    return {at: text.strip() for at, text in firsts if text}


def _rows(grid: Grid) -> Iterator[tuple[int, Sequence[object]]]:
    return ((grid.first_row + at, row) for at, row in enumerate(grid.rows))


def _names(text: str, labels: Sequence[str]) -> bool:
    """Whether *text*, without its footnote marks, is what all of *labels* begin with."""
    parts = text.split(NBSP)
    heads = (NBSP.join(parts[:count]) for count in range(len(parts), 0, -1))
    return any(all(label == head or label.startswith(f"{head}, ") for label in labels) for head in heads)


def _is_number(held: object) -> bool:
    return isinstance(held, int | float) and not isinstance(held, bool)
