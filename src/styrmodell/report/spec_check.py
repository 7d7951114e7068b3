"""What is wrong in a table definition itself: double keys, unknown references, a mark without a note."""

from collections import Counter
from collections.abc import Iterator, Sequence

from styrmodell.model.checks.table_cells import TableCells, circular_cells
from styrmodell.model.expression import ColumnRef, Expression, RowRef
from styrmodell.model.table_spec import Row, TableSpec


def problems_of(spec: TableSpec) -> Iterator[str]:
    rows, columns = [row.key for row in spec.rows], [column.key for column in spec.columns]
    yield from (f"row {key!r} twice" for key, count in sorted(Counter(rows).items()) if count > 1)
    # Two years may share a key that holds "{year}"; what must differ is the cell id it becomes.
    placed = [(column.key, str(column.period) if "{year}" in column.key else "") for column in spec.columns]
    yield from (f"column {pair[0]!r} twice" for pair in sorted(set(placed)) if placed.count(pair) > 1)
    yield from _unknown(spec, rows, columns)
    yield from _circles(spec)
    yield from _marks(spec)
    yield from _trend(spec, columns)
    yield from _texts(spec)


def _unknown(spec: TableSpec, rows: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    for row in spec.rows:
        named = (*row.only, *(key for key, _ in (*row.texts, *row.cell_notes, *row.by_column)))
        yield from (f"row {row.key!r} names the unknown column {key!r}" for key in named if key not in columns)
    cells = [cell for row in spec.rows for cell in cells_of(row)] + [column.cell for column in spec.columns]
    for expression in (cell for cell in cells if cell is not None):
        for part in _parts(expression):
            known = rows if isinstance(part, RowRef) else columns
            if part.key not in known:
                yield f"a reference to the unknown {part.key!r}"
            elif known.count(part.key) > 1:
                yield f"a reference to {part.key!r}, which names several columns"


def cells_of(row: Row) -> tuple[Expression | None, ...]:
    """The expressions of *row*, whatever the column."""
    return (row.cell, *(cell for _, cell in row.by_column))


def _parts(expression: Expression) -> Iterator[RowRef | ColumnRef]:
    if isinstance(expression, RowRef | ColumnRef):
        yield expression
    for operand in expression.operands():
        yield from _parts(operand)


def _circles(spec: TableSpec) -> Iterator[str]:
    """Cells that lead back to themselves."""
    cells = TableCells(spec)
    yield from (f"the cell {cells.name(cell)!r} leads back to itself" for cell in sorted(circular_cells(cells)))


def _marks(spec: TableSpec) -> Iterator[str]:
    """Every mark has a note, and every note with a mark is used."""
    used = {mark for row in spec.rows for mark in row.notes} | {mark for col in spec.columns for mark in col.notes}
    used |= {mark for row in spec.rows for _, mark in row.cell_notes}
    noted = {note.mark for note in spec.notes if note.mark}
    yield from (f"the mark {mark!r} has no note" for mark in sorted(used - noted))
    yield from (f"the note {mark!r} is used nowhere" for mark in sorted(noted - used))


def _trend(spec: TableSpec, columns: Sequence[str]) -> Iterator[str]:
    if spec.trend is None:
        return
    yield from (f"the trend names the unknown column {key!r}" for key in spec.trend.columns if key not in columns)
    if len(spec.trend.columns) < 2:
        yield "a trend needs at least two columns"


def _texts(spec: TableSpec) -> Iterator[str]:
    """Texts stand in columns of text and nowhere else."""
    figures = {column.key for column in spec.columns if not column.is_text}
    for row in spec.rows:
        yield from (
            f"row {row.key!r} has a text in the column of figures {key!r}" for key, _ in row.texts if key in figures
        )
