"""Where the heading of a sheet's table stands, and what its columns are called."""

from collections.abc import Callable, Iterator
from itertools import zip_longest

from attrs import frozen

from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.io.tables.grid import Grid

IsKnown = Callable[[str], bool]
GROUP_MARK = " | "
# A title, a logotype and a few lines of instructions may stand above a table, but not more than this.
_SEARCHED = 200
_MOST_ROWS = 3


@frozen(kw_only=True)
class HeadingBlock:
    """The heading rows of a table.

    Attributes:
        rows: Their indexes, in order.
        headings: (column, text) pairs; a heading under a group is "Grupp | Rubrik".
    """

    rows: tuple[int, ...]
    headings: tuple[tuple[int, str], ...]


def find_heading(
    grid: Grid, is_known: IsKnown, heading_row: int | None = None, heading_rows: int | None = None
) -> HeadingBlock | None:
    """Find the heading.

    Args:
        grid: The sheet.
        is_known: Whether a text is a heading; it is asked for the whole and for the last part of "Grupp | Rubrik".
        heading_row: The number of its first row, as people count; None to look for it.
        heading_rows: How many rows it has; None to tell it from merged cells.

    Returns:
        The first row with two known headings that are at least half of its texts, else the one with most known
        headings; None when no row has two.
    """
    if heading_row is not None:
        start = grid.index_of(heading_row)
        if start is None:
            return None
        return _block(
            grid, range(start, min(start + heading_rows, len(grid.rows))) if heading_rows else _grown(grid, start)
        )
    if heading_rows is not None and heading_rows > 1:
        return _best_window(grid, is_known, heading_rows)
    row = _best_row(grid, is_known)
    if row is None:
        return None
    return _block(grid, range(row, row + 1) if heading_rows == 1 else _grown(grid, row))


def texts_of(row: int, grid: Grid) -> list[str]:
    """The texts of a row of *grid*, on one line each."""
    return [" ".join(cell_text(cell).split()) for cell in grid.rows[row]]


def looks_like_heading(texts: list[str], is_known: IsKnown) -> bool:
    """Whether at least two of a row's texts, and half of them, are known headings."""
    filled = [text for text in texts if text]
    known = sum(map(is_known, filled))
    return known >= 2 and 2 * known >= len(filled)


def _best_row(grid: Grid, is_known: IsKnown) -> int | None:
    best, most = None, 1
    for row in range(min(_SEARCHED, len(grid.rows))):
        texts = texts_of(row, grid)
        if looks_like_heading(texts, is_known):
            return row
        known = sum(is_known(text) for text in texts if text)
        if known > most:
            best, most = row, known
    return best


def _best_window(grid: Grid, is_known: IsKnown, size: int) -> HeadingBlock | None:
    """The rows with most known headings: each of several above each other counts, so that none is left outside."""
    best, most = None, 1
    for start in range(min(_SEARCHED, len(grid.rows) - size + 1)):
        block = _block(grid, range(start, start + size))
        known = sum(max(is_known(text), sum(map(is_known, text.split(GROUP_MARK)))) for _, text in block.headings)
        if known > most:
            best, most = block, known
    return best


def _grown(grid: Grid, row: int) -> range:
    """The rows of a heading that has *row*, as its merged cells tell."""
    first, last = row, max((bottom for (top, _), (bottom, _) in grid.merged if top == row), default=row)
    if last == row and row + 1 < len(grid.rows) and _is_grouped(grid, row) and _names_groups(grid, row):
        last = row + 1
    while first > 0 and last - first + 1 < _MOST_ROWS and _is_grouped(grid, first - 1):
        first -= 1
    return range(first, min(last, first + _MOST_ROWS - 1, len(grid.rows) - 1) + 1)


def _groups(grid: Grid, row: int) -> list[tuple[int, int]]:
    """First and last column of the cells of *row* that are merged sideways."""
    return [(left, right) for (top, left), (_, right) in grid.merged if top == row and right > left]


def _is_grouped(grid: Grid, row: int) -> bool:
    """Whether *row* has groups: merged cells, though not one that covers all, which is a title."""
    groups = _groups(grid, row)
    filled = [column for column, cell in enumerate(grid.rows[row]) if not is_blank(cell)]
    return bool(groups) and len(filled) > 1


def _names_groups(grid: Grid, row: int) -> bool:
    """Whether texts stand below each group of *row*, as they do when the next row is a heading too."""
    below = grid.rows[row + 1]
    cells = [
        below[column] for left, right in _groups(grid, row) for column in range(left, right + 1) if column < len(below)
    ]
    return bool(cells) and all(type(cell) is str and cell.strip() for cell in cells)


def _block(grid: Grid, rows: range) -> HeadingBlock:
    levels = [_level(grid, row, rows) for row in rows]
    width = max((max(level, default=-1) for level in levels), default=-1) + 1
    named = ((column, _joined(level.get(column, "") for level in levels)) for column in range(width))
    return HeadingBlock(rows=tuple(rows), headings=tuple((column, text) for column, text in named if text))


def _joined(parts: Iterator[str]) -> str:
    found: list[str] = []
    for part in parts:
        if part and (not found or found[-1] != part):
            found.append(part)
    return GROUP_MARK.join(found)


def _level(grid: Grid, row: int, rows: range) -> dict[int, str]:
    """Column → text of one heading row: merged cells hold theirs everywhere, and a group covers what is below it."""
    texts = {column: text for column, text in enumerate(texts_of(row, grid)) if text}
    for (top, left), (bottom, right) in grid.merged:
        if rows.start <= top <= row <= bottom and left < len(grid.rows[top]):
            text = " ".join(cell_text(grid.rows[top][left]).split())
            texts.update(dict.fromkeys(range(left, right + 1), text) if text else {})
    if row != rows[-1] and not _groups(grid, row):
        lower = [texts_of(below, grid) for below in rows if below > row]
        _spread(texts, [any(column) for column in zip_longest(*lower, fillvalue="")])
    return texts


def _spread(texts: dict[int, str], below: list[bool]) -> None:
    """Without merged cells, a group is a text with texts below it and to the right, up to the next text."""
    group = ""
    for column, under in enumerate(below):
        if column in texts:
            group = texts[column] if under else ""
        elif group and under:
            texts[column] = group
        else:
            group = ""
