"""The totals of a table that has its figures side by side, each compared with the rows of its own column."""

from collections.abc import Mapping, Sequence

from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.io.tables.spread_figures import Cell, SpreadFigures
from styrmodell.io.tables.totals import Total
from styrmodell.model.observation import Observation


def tell_totals(
    figures: SpreadFigures, row: int, groups: Sequence[Sequence[int]], read: Mapping[Cell, Observation]
) -> None:
    """Tell each figure of the total in *row* that none of *groups* of rows gives (SM165).

    Blank cells add nothing. A cell that could not be read leaves its column uncompared.
    """
    rows = figures.rows
    label = next((cell_text(cell) for cell in rows[row] if not is_blank(cell)), "")
    for column in figures.columns.figures:
        if is_blank(rows[row][column]):
            continue
        filled = ([index for index in group if not is_blank(rows[index][column])] for group in groups)
        known = [[read[index, column] for index in group] for group in filled if _is_read(group, column, read)]
        total = Total(label=label, cell=rows[row][column], place=figures.found.grid.place(row, column))
        total.tell(known, figures.reader, figures.problems)


def _is_read(group: Sequence[int], column: int, read: Mapping[Cell, Observation]) -> bool:
    return all((index, column) in read for index in group)
