"""The table in a sheet as offices keep them: titles above, groups, totals, notes and blank rows around it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.io.problems import Problems
from styrmodell.io.tables.cell_text import is_blank
from styrmodell.io.tables.codes import SEVERAL_TABLES, SKIPPED_ROWS
from styrmodell.io.tables.grid import Grid, letters
from styrmodell.io.tables.sheet_heading import find_heading
from styrmodell.io.tables.sheet_rows import RowSorter, Skip

_WORDS = (
    (Skip.TITLE, "titel", "title"),
    (Skip.HEADING, "upprepad rubrik", "heading again"),
    (Skip.NOTE, "not", "note"),
    (Skip.TEXT, "text", "text"),
    (Skip.OTHER, "annan tabell", "another table"),
)
_SHOWN = 5


@frozen(kw_only=True)
class FoundTable:
    """A table in a grid; all rows and columns are indexes in the grid.

    Attributes:
        headings: One a column; "Grupp | Rubrik" where a heading stands under a group.
        columns: The columns that have a heading.
        body: Rows of data, hidden ones among them.
        totals: Rows that are a label such as "Summa" and figures.
        skipped: (row, reason) for every other row that is not blank.
        nameless: Columns with something in the body and no heading.
        other: The row at which another table begins that nobody asked for.
    """

    grid: Grid
    headings: tuple[str, ...]
    columns: tuple[int, ...]
    heading_rows: tuple[int, ...]
    body: tuple[int, ...]
    totals: tuple[int, ...] = ()
    skipped: tuple[tuple[int, Skip], ...] = ()
    nameless: tuple[int, ...] = ()
    other: int | None = None


def find_table(
    grid: Grid,
    is_known: Callable[[str], bool],
    *,
    heading_row: int | None = None,
    heading_rows: int | None = None,
    other_rows: Iterable[int] = (),
) -> FoundTable | None:
    """Find the table of a grid.

    Args:
        grid: A sheet or a CSV file.
        is_known: Whether a text is a heading.
        heading_row: Number of the first heading row, as people count them; None to look for it.
        heading_rows: How many rows the heading has; None to tell it from merged cells.
        other_rows: Numbers of heading rows of other tables in the sheet; this one ends before the next of them.

    Returns:
        The table, or None when no row looks like its heading.
    """
    block = find_heading(grid, is_known, heading_row, heading_rows)
    if block is None:
        return None
    starts = (grid.index_of(number) for number in other_rows)
    stop = min((start for start in starts if start is not None and start > block.rows[-1]), default=None)
    sorter = RowSorter(grid=grid, block=block, is_known=is_known, stop=stop)
    sorter.sort()
    titles = [] if heading_row is not None else [(row, Skip.TITLE) for row in _filled(grid, range(block.rows[0]))]
    columns = tuple(column for column, _ in block.headings)
    return FoundTable(
        grid=grid,
        headings=tuple(text for _, text in block.headings),
        columns=columns,
        heading_rows=block.rows,
        body=tuple(sorter.body),
        totals=tuple(sorter.totals),
        skipped=(*titles, *sorted(sorter.skipped, key=lambda pair: pair[0])),
        nameless=_nameless(grid, columns, sorter.body),
        other=sorter.other,
    )


def _filled(grid: Grid, rows: Iterable[int]) -> list[int]:
    return [row for row in rows if any(not is_blank(cell) for cell in grid.rows[row])]


def _nameless(grid: Grid, columns: tuple[int, ...], body: list[int]) -> tuple[int, ...]:
    rest = sorted(set(range(grid.width())) - set(columns))
    rows = grid.rows
    return tuple(c for c in rest if any(c < len(rows[row]) and not is_blank(rows[row][c]) for row in body))


def table_findings(found: FoundTable, *, labels: int | None = None, tells_totals: bool = True) -> Findings:
    """What a reader of the table ought to know: one note on what is not data, and a warning about other tables.

    Args:
        found: The table.
        labels: A column that is read though it may have no heading (the labels of a crossed table).
        tells_totals: False where the reader of the rows tells of totals itself.
    """
    grid, problems = found.grid, Problems(found.grid.file)
    skipped = [(row, why) for row, why in found.skipped if why is not Skip.TITLE or not _is_title(grid.rows[row])]
    parts = [(sv, en, [row for row, why in skipped if why is skip]) for skip, sv, en in _WORDS]
    parts.append(("summa, inte inläst", "total, not imported", list(found.totals) if tells_totals else []))
    hidden = [row for row in found.body if row in grid.hidden_rows] if grid.hidden_rows else []
    parts.append(("dold men läst", "hidden but read", hidden))
    told = [
        (f"{sv}: {_rows(grid, rows, 'rad')}", f"{en}: {_rows(grid, rows, 'row')}") for sv, en, rows in parts if rows
    ]
    if nameless := [column for column in found.nameless if column != labels]:
        names = ", ".join(letters(grid.first_column + column) for column in nameless[:_SHOWN])
        told.append((f"kolumn utan rubrik, inte läst: {names}", f"column without a heading, not read: {names}"))
    if told:
        place = grid.sheet or grid.place(found.heading_rows[0])
        sv, en = ("; ".join(texts) for texts in zip(*told, strict=True))
        problems.add(SKIPPED_ROWS, place, found=sv, found_en=en)
    if found.other is not None:
        told_sv, told_en = "en ny rubrikrad; det som följer är inte läst", "a new heading; what follows was not read"
        problems.add(SEVERAL_TABLES, grid.place(found.other), found=told_sv, found_en=told_en)
    return problems.findings()


def _is_title(row: Sequence[object]) -> bool:
    """Whether a row above the heading is a text alone, as titles are; more might be data that was not understood."""
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) == 1 and isinstance(filled[0], str)


def _rows(grid: Grid, rows: list[int], word: str) -> str:
    """Row numbers as people read them: "3 (rad 1-2, 20)"."""
    numbers = sorted(grid.lines[row] if grid.lines else grid.first_row + row + 1 for row in rows)
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    texts = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs]
    return f"{len(rows)} ({word} {', '.join(texts[:_SHOWN])}{' …' if len(texts) > _SHOWN else ''})"
