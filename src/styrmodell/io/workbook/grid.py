"""What calamine read of a sheet and what the pass over its XML told, joined into a grid."""

from collections.abc import Iterable, Iterator
from datetime import time
from itertools import repeat
from typing import Any

from attrs import define, field

from styrmodell.io.problems import Problems
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.cell import RawCell, fault_of_string, without
from styrmodell.io.workbook.codes import LOST_CELLS, REFUSED_CELL
from styrmodell.io.workbook.scan import Place, SheetScan, hidden_rows, walk
from styrmodell.io.workbook.strings import SharedStrings
from styrmodell.io.workbook.xml import Area, SheetXml

_NEGATIVE_DATE = ("ett datum före 1900", "a date before 1900")
Reason = tuple[str, str]


@define(kw_only=True)
class GridMaker:
    """Makes the grid of one sheet.

    Attributes:
        rows: What calamine gave, from its first filled row and column; changed where cells are refused.
        first: Place of the first of them.
    """

    file: str
    sheet: str
    xml: SheetXml
    scan: SheetScan
    strings: SharedStrings
    rows: list[list[Any]]
    first: Place
    problems: Problems
    _refused: dict[Place, Reason] = field(factory=dict)

    def make(self) -> Grid:
        """The grid; cells that were lost or are refused are told (SM148, SM149), and a refused one is empty."""
        self._require_all()
        self._refuse()
        self._stretch((*self.scan.errors, *self.scan.uncomputed, *self._refused))
        grid = self._grid()
        for place, (found, found_en) in sorted(self._refused.items()):
            self.problems.add(REFUSED_CELL, grid.place(*self._index(place)), found=found, found_en=found_en)
        return grid

    def _grid(self) -> Grid:
        scan = self.scan
        return Grid(
            file=self.file,
            sheet=self.sheet,
            rows=self.rows,
            first_row=self.first[0],
            first_column=self.first[1],
            merged=tuple(self._merged()),
            percent=self._indexes(scan.percent),
            hidden_rows=frozenset(
                row - self.first[0] for row in hidden_rows(self.xml.body) if 0 <= row - self.first[0] < len(self.rows)
            ),
            errors=tuple((self._index(place), text) for place, text in sorted(scan.errors.items())),
            uncomputed=self._indexes(scan.uncomputed),
        )

    def _index(self, place: Place) -> Place:
        return place[0] - self.first[0], place[1] - self.first[1]

    def _indexes(self, places: frozenset[Place]) -> frozenset[Place]:
        """*places* as indexes; those before the grid's first row and column are empty cells, and left out."""
        row, column = self.first
        if self.first == (0, 0):
            return places
        return frozenset((r - row, c - column) for r, c in places if r >= row and c >= column)

    def _at(self, place: Place) -> Any:
        row, column = self._index(place)
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def _require_all(self) -> None:
        """Tell when calamine did not give as many filled cells as there are."""
        given = sum(map(len, self.rows)) - sum(map(list.count, self.rows, repeat("")))
        if given == self.scan.filled:
            return
        lost = list(self._lost())
        if lost:
            place = self._grid().place(*self._index(lost[0]))
            self.problems.add(LOST_CELLS, place, count=str(len(lost)), first=place)

    def _lost(self) -> Iterator[Place]:
        """Places whose content is not in the grid: it is empty there, or two contents have the same place."""
        seen: set[Place] = set()
        for cell, place in walk(without(self.xml.body, b"<!--", b"-->")):
            if not cell.written() or place in self.scan.errors or place in self.scan.refused:
                continue
            if place in seen or cell.count() > 1 or (self._at(place) == "" and not self._is_blank(cell)):
                yield place
            seen.add(place)

    def _is_blank(self, cell: RawCell) -> bool:
        written = cell.written().strip()
        if cell.kind == "s" and written.isdigit():
            return len(written) < 10 and int(written) in self.strings.blank
        return not written

    def _refuse(self) -> None:
        """Empty the cells whose content calamine read wrong or that must not be used."""
        self._refused = dict(self.scan.refused)
        for place in self.scan.negative:
            if isinstance(self._at(place), time):
                self._refused[place] = _NEGATIVE_DATE
        if self.strings.are_doubtful:
            self._refused.update(self._faulty_texts())
        for place in self._refused:
            if self._at(place) != "":
                row, column = self._index(place)
                self.rows[row][column] = ""

    def _faulty_texts(self) -> Iterator[tuple[Place, Reason]]:
        for index, row in enumerate(self.rows):
            for column, value in enumerate(row):
                if value.__class__ is str and value and (fault := fault_of_string(value)):
                    yield (self.first[0] + index, self.first[1] + column), fault

    def _stretch(self, places: Iterable[Place]) -> None:
        """Let the grid reach *places*, which are empty in it and may stand outside what calamine found filled."""
        reach = tuple(places)
        if not reach:
            return
        row, column = min(place[0] for place in reach), min(place[1] for place in reach)
        if not self.rows:
            self.first = (row, column)
        if (extra := self.first[1] - column) > 0:
            self.rows = [[""] * extra + cells for cells in self.rows]
        if (above := self.first[0] - row) > 0:
            self.rows = [[] for _ in range(above)] + self.rows
        self.first = min(self.first[0], row), min(self.first[1], column)
        below = max(place[0] for place in reach) - self.first[0] + 1 - len(self.rows)
        self.rows += [[] for _ in range(below)]

    def _merged(self) -> Iterator[Area]:
        """Merged cells as indexes, cut to the grid; those outside it hold nothing."""
        height, width = len(self.rows), max(map(len, self.rows), default=0) if self.xml.merged else 0
        for first, last in self.xml.merged:
            top, left = (max(index, 0) for index in self._index(first))
            bottom, right = self._index(last)
            bottom, right = min(bottom, height - 1), min(right, width - 1)
            if top <= bottom and left <= right and (top, left) != (bottom, right):
                yield (top, left), (bottom, right)
