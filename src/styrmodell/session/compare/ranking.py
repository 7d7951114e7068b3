"""Which changes of printed figures are told first: the largest."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from styrmodell.model.measure import MONEY
from styrmodell.model.number import money_factor
from styrmodell.session.compare.difference import Difference

_NOTHING = Decimal(0)


def largest_first(changes: Iterable[Difference]) -> tuple[Difference, ...]:
    """Money by how many kronor it moved, then other figures by their share of what they were, then what is new."""
    return tuple(sorted(changes, key=_place))


def causes_of(change: Difference, by_ref: Mapping[str, Difference]) -> tuple[Difference, ...]:
    """What moved *change*, the largest first: of more than a reader can hold, those that tell most."""
    return tuple(sorted((by_ref[ref] for ref in change.moved_by if ref in by_ref), key=_weight))


def _weight(change: Difference) -> Decimal:
    numbers = (change.delta, change.new_number, change.old_number)
    return -abs(next((number for number in numbers if number is not None), _NOTHING))


def _place(change: Difference) -> tuple[int, Decimal]:
    if change.delta is None:
        return (2, _NOTHING)
    factor = money_factor(change.unit)
    if change.unit == MONEY or factor is not None:
        return (0, -abs(change.delta * (factor or 1)))
    return (1, -abs(change.relative if change.relative is not None else Decimal(1)))
