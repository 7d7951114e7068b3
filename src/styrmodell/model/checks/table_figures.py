"""Checks of what the cells of a table are computed from: figures, in few steps, in a unit that can be printed."""

from collections.abc import Iterator, Mapping

from styrmodell.finding import Finding
from styrmodell.model.checks.circle import finish_order
from styrmodell.model.checks.circles import circle
from styrmodell.model.checks.known_names import said
from styrmodell.model.checks.table_cells import Cell, Links, TableCells, circular_cells, named_graph
from styrmodell.model.checks.table_codes import NO_FIGURES, WRONG_TABLE
from styrmodell.model.expression import Change, ColumnRef, Expression, Quotient, Ref, RowRef, walk
from styrmodell.model.number import money_factor
from styrmodell.model.table_spec import TableSpec

# What a report computes without anybody waiting; a figure that is named again is computed again.
MAX_STEPS = 200_000
MAX_DEPTH = 150
_SHARE = "%"


def check_figures(spec: TableSpec, units: Mapping[str, str]) -> Iterator[Finding]:
    """Cells of *spec*, whose keys are sound, that cannot be computed or printed.

    Args:
        units: Measure → its unit.
    """
    cells = TableCells(spec)
    ways = circular_cells(cells)
    if ways:
        yield from _circles(cells, ways)
        return
    empty = tuple(_empty(cells))
    yield from empty
    if not empty:
        long = _too_long(cells)
        yield from long
        yield from () if long else _unprintable(cells, units)


def _circles(cells: TableCells, ways: Mapping[Cell, list[Cell]]) -> Iterator[Finding]:
    """One finding for each row: its other columns are wrong in the same way."""
    told = set[int]()
    for cell in sorted(ways):
        if cell[0] not in told:
            told.add(cell[0])
            yield circle("cells", cells.source(cell), [cells.name(one) for one in ways[cell]])


def _empty(cells: TableCells) -> Iterator[Finding]:
    told = set[object]()
    links = cells.links(cells.printed())
    for cell in sorted(links):
        for part, to in links[cell]:
            source = cells.source(cell)
            if (to is None or cells.expression(to) is None) and (source, part) not in told:
                told.add((source, part))
                kind = "rows" if isinstance(part, RowRef) else "columns"
                yield NO_FIGURES.at(source, **said(kind), name=part.key)


def _in_order(links: Links) -> Iterator[Cell]:
    """The cells, each after those it is computed from; none leads back to itself."""
    names, graph = named_graph(links)
    return (names[name] for name in finish_order(graph))


def _too_long(cells: TableCells) -> tuple[Finding, ...]:
    """The first cell at which it takes too many steps: each time a cell is named it is computed anew."""
    steps: dict[Cell, int] = {}
    depth: dict[Cell, int] = {}
    links, total = cells.links(cells.made()), 0
    for cell in _in_order(links):
        expression = cells.expression(cell)
        below = [to for _, to in links[cell] if to is not None]
        steps[cell] = sum(steps[to] for to in below) + (sum(1 for _ in walk(expression)) if expression else 0)
        depth[cell] = max((depth[to] for to in below), default=0) + (_depth(expression) if expression else 0)
        total += steps[cell]
        if total > MAX_STEPS or depth[cell] > MAX_DEPTH:
            return (_long(cells, cell),)
    return ()


def _long(cells: TableCells, cell: Cell) -> Finding:
    return WRONG_TABLE.at(
        cells.source(cell),
        table=cells.spec.key,
        but=f"för många steg att räkna, vid cellen {cells.name(cell)}",
        but_en=f"too many steps to compute, at the cell {cells.name(cell)}",
        wanted=f"högst {MAX_STEPS} steg i tabellen, och {MAX_DEPTH} efter varandra",
        wanted_en=f"{MAX_STEPS} steps in the table at most, and {MAX_DEPTH} one after the other",
    )


def _depth(expression: Expression) -> int:
    return 1 + max(map(_depth, expression.operands()), default=0)


def _unprintable(cells: TableCells, units: Mapping[str, str]) -> Iterator[Finding]:
    """Rows whose own unit their figures cannot be printed in."""
    found: dict[Cell, str] = {}
    told = set[int]()
    for cell in _in_order(cells.links(cells.made())):
        expression = cells.expression(cell)
        found[cell] = "" if expression is None else _unit(expression, cell, cells, found, units)
    for cell in cells.made():
        row = cells.spec.rows[cell[0]]
        if cell[0] not in told and not may_print(found[cell], row.unit):
            told.add(cell[0])
            but = f"raden {row.key} är i {found[cell]} och kan inte skrivas i {row.unit}"
            but_en = f"the row {row.key} is in {found[cell]} and cannot be printed in {row.unit}"
            wanted = {"wanted": "en enhet av samma slag, eller ingen", "wanted_en": "a unit of the same sort, or none"}
            yield WRONG_TABLE.at(row.source, table=cells.spec.key, but=but, but_en=but_en, **wanted)


def _unit(
    expression: Expression, cell: Cell, cells: TableCells, found: Mapping[Cell, str], units: Mapping[str, str]
) -> str:
    """The unit of a cell, told from what it is computed by, as reports tell it."""
    if isinstance(expression, Ref):
        return units.get(expression.measure, "")
    if isinstance(expression, RowRef | ColumnRef):
        meant = cells.meant(expression, cell)
        return "" if meant is None else found[meant]
    if isinstance(expression, Change):
        return _SHARE
    parts = [_unit(operand, cell, cells, found, units) for operand in expression.operands()]
    if not isinstance(expression, Quotient):
        return parts[0]
    return _SHARE if parts[0] == parts[1] else "/".join(parts)


def may_print(unit: str, printed: str) -> bool:
    """Whether a figure in *unit* can be printed in *printed*; empty keeps its own."""
    if printed in ("", "unit"):
        return True
    if _SHARE in (unit, printed):
        return printed == _SHARE and unit in ("", _SHARE)
    return not unit or bool(money_factor(unit)) == bool(money_factor(printed))
