"""Doubts about the figures of a sheet that are told once a column: a sheet may have thousands of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, field

from styrmodell.io.problems import BadValueError, Problems
from styrmodell.io.tables.codes import DOUBTFUL_SHARE, TEXT_NUMBERS
from styrmodell.io.tables.figure import FigureReader
from styrmodell.io.tables.find_table import FoundTable
from styrmodell.io.tables.suppressed import read_suppressed


@define(kw_only=True)
class SheetDoubts:
    """The doubts of one table while it is read."""

    problems: Problems
    _shares: dict[str, list[tuple[str, BadValueError]]] = field(factory=dict)

    def add(self, column: str, bad: BadValueError, place: str) -> None:
        """Tell a doubt now, or keep it until the table is read."""
        if bad.code is DOUBTFUL_SHARE:
            self._shares.setdefault(column, []).append((place, bad))
        else:
            self.problems.add_bad(bad, place)

    def tell(self) -> None:
        """Tell doubtful shares, at the first of each column (SM169)."""
        for found in self._shares.values():
            place, bad = found[0]
            count = str(len(found)) if len(found) > 1 else ""
            self.problems.add(bad.code, place, **{**bad.named, "count": count})

    def tell_texts(
        self, found: FoundTable, rows: Sequence[Sequence[Any]], columns: Iterable[int], figures: FigureReader
    ) -> None:
        """Tell how many figures of *columns* are text, at the first (SM168)."""
        cells = ((index, column) for column in columns for index in found.body)
        texts = [(index, column) for index, column in cells if _is_number_text(rows[index][column], figures)]
        if texts:
            self.problems.add(TEXT_NUMBERS, found.grid.place(*min(texts)), count=str(len(texts)))


def _is_number_text(cell: Any, figures: FigureReader) -> bool:
    if type(cell) is not str or not cell.strip() or read_suppressed(cell):
        return False
    try:
        return figures.number(cell) is not None
    except BadValueError:
        return False
