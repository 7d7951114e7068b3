"""A CSV file as a grid, for tables that are not one row a value."""

import csv
import io

from styrmodell.csv_guard import unguarded
from styrmodell.finding import Findings
from styrmodell.io.input_file import read_text
from styrmodell.io.problems import Problems, shorten
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.codes import SHEET_TOO_LARGE
from styrmodell.io.tables.grid import MAX_CELLS, MAX_COLUMNS, Grid
from styrmodell.io.value_codes import BROKEN_CSV

_DELIMITERS = (";", "\t", ",")
_SEARCHED = 50


def csv_grid(data: bytes, file: str, format: SourceFormat) -> tuple[Grid | None, Findings]:
    """The cells of a CSV file, blank rows among them.

    Args:
        data: The whole file.
        file: Its path relative to the workspace.
        format: Encoding and delimiter; without one, the delimiter that gives the most columns.

    Returns:
        The grid, all cells text and all rows of one width; None when the file is no text, or is wider or larger than
        a sheet may be (SM147). What stops the csv module is told with its row, and the rows above it are there (SM106,
        SM116, SM132).
    """
    text, told = read_text(data, file, format.encoding)
    if text is None:
        return None, told
    problems = Problems(file)
    delimiter = format.delimiter or max(_DELIMITERS, key=lambda mark: _columns(text, mark))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    starts: list[int] = []
    end = 0
    try:
        for row in lines:
            starts.append(end + 1)
            rows.append([unguarded(cell) for cell in row] if "'" in "".join(row) else row)
            end = lines.line_num
    except csv.Error as error:
        problems.add(BROKEN_CSV, f"rad {lines.line_num}", found=shorten(str(error)))
    width = max(map(len, rows), default=0)
    if width > MAX_COLUMNS or width * len(rows) > MAX_CELLS:
        last = f"rad {starts[-1]} kolumn {width}"
        problems.add(SHEET_TOO_LARGE, "", first="rad 1 kolumn 1", last=last, limit=f"{MAX_CELLS:,}".replace(",", " "))
        return None, problems.findings()
    for row in rows:
        row.extend([""] * (width - len(row)))
    return Grid(file=file, rows=rows, lines=tuple(starts)), problems.findings()


def _columns(text: str, delimiter: str) -> int:
    """The widest of the first rows."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return max((len(row) for row, _ in zip(reader, range(_SEARCHED), strict=False)), default=0)
    except csv.Error:
        return 0
