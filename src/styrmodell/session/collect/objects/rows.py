"""Finding the rows of a sheet of objects again: by their ids, whatever was put in, moved or sorted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.read import Sheet
from styrmodell.report.form.object_sheet import ID_LABEL
from styrmodell.session.collect.objects.form import AskedSheet

_LOST = -1


@frozen(kw_only=True)
class SheetRows:
    """The sheet as it came back.

    Attributes:
        heading: The row of the headings.
        ids: The column of ids; -1 where it is gone.
        places: Column key → column; those that are gone, or stand there twice, are left out.
    """

    grid: Grid
    heading: int
    ids: int
    places: Mapping[str, int]

    def rows(self) -> Iterator[int]:
        """The rows below the headings in which anything stands."""
        columns = [*self.places.values(), *([self.ids] if self.ids != _LOST else [])]
        for row in range(self.heading + 1, len(self.grid.rows)):
            if any(cell_text(self.cell(row, column)) for column in columns):
                yield row

    def id(self, row: int) -> str:
        """The id that stands in *row*; empty for none."""
        return cell_text(self.cell(row, self.ids)) if self.ids != _LOST else ""

    def text(self, row: int, key: str) -> str:
        """What stands in the column *key* of *row*, as text."""
        return cell_text(self.cell(row, self.places[key])) if key in self.places else ""

    def cell(self, row: int, column: int) -> object:
        """What stands there; "" for nothing."""
        cells = self.grid.rows[row]
        return cells[column] if 0 <= column < len(cells) else ""

    def broken(self, row: int, column: int) -> str:
        """The error value in a cell, or that it has not been worked out; empty where it is whole."""
        if (row, column) in self._errors:
            return self._errors[row, column]
        return "en formel utan sparat värde" if (row, column) in self.grid.uncomputed else ""

    @cached_property
    def _errors(self) -> Mapping[tuple[int, int], str]:
        return dict(self.grid.errors)


def find_rows(asked: AskedSheet, sheets: Sequence[Sheet], taken: Iterable[str]) -> SheetRows | None:
    """The sheet *asked*: the one of its name, else the one with most of its headings; None with less than half.

    Args:
        taken: Names of the other sheets of the form, which are not this one.
    """
    own = [sheet for sheet in sheets if sheet.name == asked.name]
    others = [sheet for sheet in sheets if sheet.name not in set(taken)]
    scored = [(_score(asked, sheet.grid), sheet.grid) for sheet in own or others]
    best = max(scored, key=lambda one: one[0], default=None)
    if best is None or 2 * best[0][0] < len(asked.columns):
        return None
    (_, _, heading), grid = best
    texts = [_line(cell) for cell in grid.rows[-heading]]
    labels = {key: _line(label) for key, label in asked.columns}
    places = {key: texts.index(label) for key, label in labels.items() if texts.count(label) == 1}
    return SheetRows(grid=grid, heading=-heading, ids=_id_column(asked, grid, texts), places=places)


def _score(asked: AskedSheet, grid: Grid) -> tuple[int, int, int]:
    """How many headings the row with most of them has, how many ids the sheet has, and that row with a minus."""
    labels = {_line(label) for _, label in asked.columns}
    rows = ((len(labels & {_line(cell) for cell in cells}), -place) for place, cells in enumerate(grid.rows))
    most, place = max(rows, default=(0, 0))
    texts = {cell_text(cell) for cells in grid.rows for cell in cells[:1]}
    return most, len(texts & set(asked.rows)), place


def _id_column(asked: AskedSheet, grid: Grid, texts: Sequence[str]) -> int:
    if texts.count(ID_LABEL) == 1:
        return texts.index(ID_LABEL)
    held = {
        at: sum(at < len(row) and cell_text(row[at]) in asked.rows for row in grid.rows) for at in range(len(texts))
    }
    best = max(held, key=lambda at: held[at], default=_LOST)
    return best if held.get(best) else _LOST


def _line(cell: object) -> str:
    return " ".join(cell_text(cell).split())
