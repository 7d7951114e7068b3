"""Grids: the cells of a sheet or a CSV file as they stand, each with its own place."""

from collections.abc import Sequence

from attrs import frozen

# What Excel has columns for, and what fits in a memory once all rows are of one width.
MAX_COLUMNS = 16_384
MAX_CELLS = 20_000_000
_EMPTY: frozenset[tuple[int, int]] = frozenset()


@frozen(kw_only=True)
class Grid:
    """The cells of one sheet, or of one CSV file.

    Attributes:
        sheet: The sheet's name; empty for a CSV file.
        rows: Cells as they were read: str ("" for empty), float, int, bool, date, datetime, time or timedelta in a
            workbook, str alone in a CSV file. Rows may differ in length.
        first_row: Number, from 0, of the first of *rows* in the sheet, or the line in the file less one.
        first_column: The same for columns.
        merged: ((row, column), (row, column)) corners of merged cells, as indexes in *rows*; the value is in the first.
        percent: (row, column) indexes of cells with a per cent format, whose numbers are shares of one.
        hidden_rows: Indexes of hidden rows.
        lines: For a CSV file, the line each row begins at; empty for a sheet.
        errors: (row, column) indexes of cells with an error value, and its text ("#DIV/0!").
        uncomputed: (row, column) indexes of formulas without a saved value.
    """

    file: str
    sheet: str = ""
    rows: Sequence[Sequence[object]]
    first_row: int = 0
    first_column: int = 0
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    percent: frozenset[tuple[int, int]] = _EMPTY
    hidden_rows: frozenset[int] = frozenset()
    lines: tuple[int, ...] = ()
    errors: tuple[tuple[tuple[int, int], str], ...] = ()
    uncomputed: frozenset[tuple[int, int]] = _EMPTY

    def width(self) -> int:
        """Number of columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def index_of(self, number: int) -> int | None:
        """The index of the row that people call *number*, counted from 1; None when there is none."""
        if self.lines:
            return next((index for index, line in enumerate(self.lines) if line == number), None)
        index = number - 1 - self.first_row
        return index if 0 <= index < len(self.rows) else None

    def place(self, row: int, column: int | None = None) -> str:
        """Where a cell or a row stands: "Blad1!C7" or "Blad1 rad 7" in a workbook, "rad 7 kolumn 3" in a file."""
        line = self.lines[row] if self.lines else self.first_row + row + 1
        if not self.sheet:
            return f"rad {line}" if column is None else f"rad {line} kolumn {self.first_column + column + 1}"
        if column is None:
            return f"{self.sheet} rad {line}"
        return f"{self.sheet}!{letters(self.first_column + column)}{line}"


def letters(column: int) -> str:
    """A column's letters, counted from 0: 0 is A, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
