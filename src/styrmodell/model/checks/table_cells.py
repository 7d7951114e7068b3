"""The cells of a table: what stands where a row meets a column, and what it is computed from."""

from collections.abc import Iterable, Iterator, Mapping

from styrmodell.model.checks.circle import ways_round
from styrmodell.model.expression import ColumnRef, Expression, RowRef, walk
from styrmodell.model.table_spec import Row, TableSpec
from styrmodell.source import Source

# (index of the row, index of the column).
Cell = tuple[int, int]
Reference = RowRef | ColumnRef

Links = Mapping[Cell, tuple[tuple[Reference, Cell | None], ...]]


class TableCells:
    """A table's cells; the keys of its rows stand once each."""

    def __init__(self, spec: TableSpec) -> None:
        self.spec = spec
        self._rows = {row.key: at for at, row in enumerate(spec.rows)}
        self._figures = tuple((at, one) for at, one in enumerate(spec.columns) if not one.is_text)
        self._columns = {one.key: at for at, one in self._figures}

    def expression(self, cell: Cell) -> Expression | None:
        """What *cell* is computed by: what the row says of that column, else the column's formula, else the row's."""
        row, column = self.spec.rows[cell[0]], self.spec.columns[cell[1]]
        return own_cell(row, column.key) or column.cell or row.cell

    def has_references(self) -> bool:
        """Whether any cell is computed from another."""
        rows, columns = self.spec.rows, self.spec.columns
        of_rows = [row.cell for row in rows] + [cell for row in rows for _, cell in row.by_column]
        return any(references(one) for one in (*of_rows, *(column.cell for column in columns)) if one is not None)

    def source(self, cell: Cell) -> Source:
        """Where that is written."""
        row, column = self.spec.rows[cell[0]], self.spec.columns[cell[1]]
        return row.source if column.cell is None or own_cell(row, column.key) is not None else column.source

    def name(self, cell: Cell) -> str:
        """The cell as a finding names it: "summa/budget"."""
        return f"{self.spec.rows[cell[0]].key}/{self.spec.columns[cell[1]].key}"

    def made(self) -> Iterator[Cell]:
        """Cells of figures in the rows that are no headings; some are left blank."""
        for at, row in enumerate(self.spec.rows):
            if row.cell is not None or row.texts or row.by_column:
                yield from ((at, place) for place, _ in self._figures)

    def printed(self) -> Iterator[Cell]:
        """Cells with a figure."""
        for at, row in enumerate(self.spec.rows):
            for place, column in self._figures:
                is_here = row.cell is not None or own_cell(row, column.key) is not None
                if is_here and (not row.only or column.key in row.only):
                    yield at, place

    def meant(self, part: Reference, cell: Cell) -> Cell | None:
        """The cell that *part* of *cell* names; None where there is no such row, or column of figures."""
        at = (self._rows if isinstance(part, RowRef) else self._columns).get(part.key)
        if at is None:
            return None
        return (at, cell[1]) if isinstance(part, RowRef) else (cell[0], at)

    def links(self, cells: Iterable[Cell]) -> Links:
        """Each of *cells*, and what they are computed from → what it names, and the cells that is."""
        found: dict[Cell, tuple[tuple[Reference, Cell | None], ...]] = {}
        ahead = [*cells]
        while ahead:
            cell = ahead.pop()
            if cell not in found:
                expression = self.expression(cell)
                parts = () if expression is None else references(expression)
                found[cell] = tuple((part, self.meant(part, cell)) for part in parts)
                ahead += [meant for _, meant in found[cell] if meant is not None]
        return found


def named_graph(links: Links) -> tuple[dict[str, Cell], dict[str, tuple[str, ...]]]:
    """Names of the cells of *links*, and the links between them by those names."""
    names = {f"{row}/{column}": (row, column) for row, column in links}
    return names, {
        name: tuple(f"{to[0]}/{to[1]}" for _, to in links[cell] if to is not None) for name, cell in names.items()
    }


def circular_cells(cells: TableCells) -> dict[Cell, list[Cell]]:
    """Cell that leads back to itself → the way round."""
    if not cells.has_references():  # a table of thousands of figures seldom has any
        return {}
    names, graph = named_graph(cells.links(cells.made()))
    return {names[name]: [names[one] for one in way] for name, way in ways_round(graph)}


def own_cell(row: Row, column: str) -> Expression | None:
    """What *row* shows in the column with that key alone."""
    return next((cell for key, cell in row.by_column if key == column), None)


def references(expression: Expression) -> tuple[Reference, ...]:
    """The rows and columns that *expression* names."""
    return tuple(part for part in walk(expression) if isinstance(part, Reference))
