"""The section Härledning: how each figure came about, two levels deep."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field, frozen

from styrmodell.aggregation.explanation import AS_WRITTEN, Explanation
from styrmodell.aggregation.key import Bound
from styrmodell.report.derivation import Derivation, Operand, derive
from styrmodell.report.numbers import NumberStyle, make_style
from styrmodell.report.table import Cell, Table
from styrmodell.report.table_text import cell_name, column_name

MOST_BELOW = 12
MOST_OPENED = 500
MOST_PARTS = 20_000


@frozen(kw_only=True)
class PartView:
    """One thing a figure was made of.

    Attributes:
        how: Id of the working of the same figure, where it is printed in the document.
        means: How it came about in its turn; empty where that is not told here.
        parts: What it was made of.
        left_out: How many more there are.
    """

    operand: Operand
    how: str = ""
    means: str = ""
    parts: tuple[Operand, ...] = ()
    left_out: int = 0


@frozen(kw_only=True)
class EntryView:
    """The working of one cell."""

    id: str
    cell: str
    name: str
    derivation: Derivation
    parts: tuple[PartView, ...]
    left_out: int


@frozen(kw_only=True)
class WorkingsView:
    """The workings of the figures that stand together."""

    caption: str
    entries: tuple[EntryView, ...]


def how_id(cell: str) -> str:
    """The id of the working of *cell*."""
    return f"{cell}/hur"


@define(kw_only=True, eq=False)
class Workings:
    """Writes the workings of a document's figures.

    Attributes:
        printed: What is printed → the id of its first cell.
        opened: How many parts were followed further down.
        told: How many parts were told.
    """

    printed: Mapping[Bound, str]
    opened: int = 0
    told: int = 0
    _seen: set[str] = field(factory=set)

    def of_table(self, table: Table, caption: str) -> WorkingsView:
        """The workings of *table*'s figures, those told already left out."""
        return WorkingsView(caption=caption, entries=tuple(self._entries(_named(table))))

    def of_cells(self, cells: Iterable[Cell], caption: str) -> WorkingsView:
        """The workings of figures in running text."""
        named = ((cell, cell.explanation.label if cell.explanation else "") for cell in cells)
        return WorkingsView(caption=caption, entries=tuple(self._entries(named)))

    def _entries(self, named: Iterable[tuple[Cell, str]]) -> Iterator[EntryView]:
        for cell, name in named:
            derivation = derive(cell) if cell.id not in self._seen else None
            if derivation is None or cell.explanation is None:
                continue
            self._seen.add(cell.id)
            kept = derivation.operands[: max(MOST_PARTS - self.told, 0)]
            self.told += len(kept)
            pairs = zip(kept, cell.explanation.children, strict=False)
            yield EntryView(
                id=how_id(cell.id),
                cell=cell.id,
                name=name,
                derivation=derivation,
                parts=tuple(self._part(operand, child, cell) for operand, child in pairs),
                left_out=derivation.left_out + len(derivation.operands) - len(kept),
            )

    def _part(self, operand: Operand, child: Explanation, cell: Cell) -> PartView:
        """A part that is printed itself is led to; one that is computed is followed one step down."""
        printed = self.printed.get(child.bound, "")
        if printed and printed != cell.id:
            return PartView(operand=operand, how=how_id(printed))
        if child.op in AS_WRITTEN or self.opened >= MOST_OPENED or not child.children:
            return PartView(operand=operand)
        below = derive(Cell(id="", style=_style(child, cell), open=lambda: child))
        if below is None:
            return PartView(operand=operand)
        self.opened += 1
        left_out = below.left_out + max(len(below.operands) - MOST_BELOW, 0)
        return PartView(operand=operand, means=below.how, parts=below.operands[:MOST_BELOW], left_out=left_out)


def _style(child: Explanation, parent: Cell) -> NumberStyle:
    same = parent.explanation is not None and child.unit == parent.explanation.unit
    return parent.style if same else make_style(child.unit, "", None)


def _named(table: Table) -> Iterator[tuple[Cell, str]]:
    columns = [column_name(column) for column in table.columns]
    for row in table.rows:
        for column, cell in zip(columns, row.cells, strict=False):
            if isinstance(cell, Cell):
                yield cell, cell_name(row, column)


def printed_bounds(cells: Iterable[Cell]) -> dict[Bound, str]:
    """What is printed → the id of the first cell that prints it."""
    known = ((cell.explanation.bound, cell.id) for cell in cells if cell.explanation is not None and not cell.is_blank)
    bounds = dict[Bound, str]()
    for bound, name in known:
        bounds.setdefault(bound, name)
    return bounds
