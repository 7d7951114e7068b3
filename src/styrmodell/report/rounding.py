"""Whether what a table prints adds up as printed: a printed sum is the rounded sum, not the sum of rounded parts."""

from collections.abc import Mapping
from decimal import Decimal

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Bound
from styrmodell.model.number import Exact
from styrmodell.report.numbers import round_half_away
from styrmodell.report.table import Cell, Table

ROUNDING_REMARK = "Summor kan avvika på grund av avrundning."
_SIGNS = {Op.ADD: 1, Op.ROLLED_UP: 1, Op.FOLDED: 1, Op.SUBTRACT: -1}


def differs_by_rounding(table: Table) -> bool:
    """Whether some sum or difference of *table* prints another figure than its printed parts give.

    Only sums whose parts all stand in the table, printed in one way, can be compared by a reader.
    """
    known = [(cell, cell.explanation) for cell in table.cells() if cell.explanation is not None]
    sums = [(cell, working) for cell, working in known if working.op in _SIGNS and working.exact is not None]
    if not sums:
        return False
    printed = {working.bound: cell for cell, working in reversed(known)}
    return any(_differs(cell, working, printed) for cell, working in sums)


def _differs(cell: Cell, working: Explanation, printed: Mapping[Bound, Cell]) -> bool:
    if working.exact is None or working.rule not in ("sum", "add", "subtract"):
        return False
    parts = [child for child in working.children if child.exact is not None]
    cells = [printed.get(part.bound) for part in parts]
    if not parts or any(other is None or other.style != cell.style for other in cells):
        return False
    first, *rest = (_as_printed(cell, part.exact) for part in parts if part.exact is not None)
    return first + _SIGNS[working.op] * sum(rest) != _as_printed(cell, working.exact)


def _as_printed(cell: Cell, exact: Exact) -> Decimal:
    return round_half_away(cell.style.scaled(exact), cell.style.decimals)
