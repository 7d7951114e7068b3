"""Where a figure of a sheet stands that is a numerator and a denominator, each in a cell of its own."""

from collections.abc import Sequence
from typing import Any, Self

from attrs import frozen

from styrmodell.io.tables.cell_text import is_blank
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.sheet_columns import SheetColumns

_WORDS = (("numerator", "täljare"), ("denominator", "nämnare"))


@frozen(kw_only=True)
class RatioPlaces:
    """The columns of a table whose rows may be ratios.

    Attributes:
        value: The column of whole figures; None where the sheet has none.
        parts: Column → what it holds, of those that the sheet has; at least one.
    """

    grid: Grid
    value: int | None
    parts: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, grid: Grid, columns: SheetColumns) -> Self | None:
        """Those of *columns*; None where no row can be a ratio, or where a row is the whole place (a CSV file)."""
        found = ((columns.column((name,)), word) for name, word in _WORDS)
        parts = tuple((column, word) for column, word in found if column is not None)
        return cls(grid=grid, value=columns.column(("value",)), parts=parts) if parts and grid.sheet else None

    def place(self, index: int, cells: Sequence[Any]) -> str | None:
        """Where the row's figure stands: "Blad1!E5 (täljare) och Blad1!F5 (nämnare)"; None when it is a value."""
        if self.value is not None:
            has_parts = is_blank(cells[self.value]) and not all(is_blank(cells[column]) for column, _ in self.parts)
            if not has_parts:
                return None
        return " och ".join(f"{self.grid.place(index, column)} ({word})" for column, word in self.parts)
