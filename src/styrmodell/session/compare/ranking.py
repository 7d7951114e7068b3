"""Which changes of printed figures are told first: the largest."""

from collections.abc import Iterable
from decimal import Decimal

from styrmodell.model.measure import MONEY
from styrmodell.model.number import money_factor
from styrmodell.session.compare.difference import Difference

_NOTHING = Decimal(0)


def largest_first(changes: Iterable[Difference]) -> tuple[Difference, ...]:
    """Money by how many kronor it moved, then other figures by their share of what they were, then what is new."""
    return tuple(sorted(changes, key=_place))


def _place(change: Difference) -> tuple[int, Decimal]:
    if change.delta is None:
        return (2, _NOTHING)
    factor = money_factor(change.unit)
    if change.unit == MONEY or factor is not None:
        return (0, -abs(change.delta * (factor or 1)))
    return (1, -abs(change.relative if change.relative is not None else Decimal(1)))
