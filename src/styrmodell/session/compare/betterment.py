"""Whether a change is for the better: only where the measure says which way is."""

from styrmodell.model.direction import Direction
from styrmodell.model.measure import Measure
from styrmodell.model.number import Exact, money_factor
from styrmodell.report.numbers import NumberStyle


def is_better(measure: Measure | None, old: Exact | None, new: Exact | None) -> bool | None:
    """Whether *new* is better than *old*; None where the measure says no direction, or nothing moved.

    That a measure is in kronor says nothing of it: a cost is minus in one measure and plus in another.
    """
    if measure is None or old is None or new is None or old == new:
        return None
    if measure.direction is Direction.HIGHER:
        return new > old
    return new < old if measure.direction is Direction.LOWER else None


def is_better_deviation(style: NumberStyle, old: Exact | None, new: Exact | None) -> bool | None:
    """The same of a printed deviation: in kronor plus is better, of others the sign says nothing of good and bad."""
    if old is None or new is None or old == new or not style.signed or money_factor(style.unit) is None:
        return None
    return new > old
