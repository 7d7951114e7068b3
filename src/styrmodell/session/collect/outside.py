"""Figures where a form asks for none: a row that a unit added, or a figure in the margin, belongs to nothing."""

from collections.abc import Iterator

from styrmodell.finding import Finding
from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.tables.grid import Grid
from styrmodell.session.collect.doubt_codes import OUTSIDE
from styrmodell.session.collect.form_file import Field
from styrmodell.session.collect.locate import Found
from styrmodell.session.collect.shown import ShownCell
from styrmodell.session.collect.typed import TypedForm
from styrmodell.source import Source

_MOST_NAMED, _LONGEST = 5, 40


def figures_outside(typed: TypedForm) -> Iterator[Finding]:
    """SM521 for every row with a figure, or anything to the right of the table, that is no cell of the form."""
    if not typed.form.shown:
        return  # made before a form told of all its cells
    cells: tuple[Field | ShownCell, ...] = (*typed.form.fields, *typed.form.shown)
    for sheet in dict.fromkeys(cell.sheet for cell in cells):
        yield from _outside(typed, [cell for cell in cells if cell.sheet == sheet])


def _outside(typed: TypedForm, cells: list[Field | ShownCell]) -> Iterator[Finding]:
    pairs = [(cell, typed.locator.find(cell)) for cell in cells]
    found = [(cell, place) for cell, place in pairs if isinstance(place, Found)]
    if not found or {cell.column for cell, _ in found} != {cell.column for cell in cells}:
        return  # what stands in a column that is lost may be anything
    has_rows = {cell.row for cell, _ in found} == {cell.row for cell in cells}
    grid, taken = found[0][1].grid, {(one.row, one.column) for _, one in found}
    first, last = min(row for row, _ in taken), max(column for _, column in taken)
    for row in range(first, len(grid.rows)):
        columns = [at for at, cell in enumerate(grid.rows[row]) if _is_foreign(cell, at > last)]
        others = [at for at in columns if (row, at) not in taken and (has_rows or at > last)]
        if others:
            at = Source(file=typed.form.file, place=grid.place(row, others[0]))
            yield OUTSIDE.at(at, found=_named(grid, row, others))


def _is_foreign(cell: object, is_right_of_all: bool) -> bool:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return True
    return is_right_of_all and bool(cell_text(cell))


def _named(grid: Grid, row: int, columns: list[int]) -> str:
    cells = grid.rows[row]
    label = next((cell_text(cell) for cell in cells if isinstance(cell, str) and cell.strip()), "")
    texts = [cell_text(cells[at])[:_LONGEST] for at in columns[:_MOST_NAMED]]
    more = " …" if len(columns) > _MOST_NAMED else ""
    named = f"{label[:_LONGEST]}: " if label and label not in texts else ""
    return f"{named}{', '.join(texts)}{more}"
