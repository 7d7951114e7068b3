"""How an outcome has moved since the year before, and whether that is for the better."""

from fractions import Fraction

from styrmodell.api import Direction, Measure, Target, TargetKind, Value

UNCHANGED = "→\u00a0oförändrat"
_HIGHER = (TargetKind.AT_LEAST, TargetKind.MORE_THAN, TargetKind.INCREASE, TargetKind.YES)
_LOWER = (TargetKind.AT_MOST, TargetKind.LESS_THAN, TargetKind.DECREASE, TargetKind.NO)
_NEAR = (TargetKind.BETWEEN, TargetKind.EQUALS)
_GOOD, _BAD, _NEITHER = " (bättre)", " (sämre)", ""


def trend_words(measure: Measure, target: Target | None, before: Value, now: Value) -> str:
    """ "↑ ökar (bättre)"; nothing where one of the two figures is missing.

    What is better is told by the target, else by the measure's direction; without either nothing is said of it.
    """
    if before.exact is None or now.exact is None:
        return ""
    old, new = Fraction(before.exact), Fraction(now.exact)
    if old == new:
        return UNCHANGED
    word = "↑\u00a0ökar" if new > old else "↓\u00a0minskar"
    return word + _judged(measure, target, old, new)


def _judged(measure: Measure, target: Target | None, old: Fraction, new: Fraction) -> str:
    demand = _demand(target)
    if demand is not None and demand.kind in _NEAR:
        away, closer = _away(demand, old), _away(demand, new)
        return _NEITHER if away == closer else _GOOD if closer < away else _BAD
    way = _way(measure, demand)
    if way is Direction.HIGHER:
        return _GOOD if new > old else _BAD
    if way is Direction.LOWER:
        return _GOOD if new < old else _BAD
    return _NEITHER


def _demand(target: Target | None) -> Target | None:
    """The part of *target* that a figure can be held against."""
    if target is None or not target.parts:
        return target
    return next((part for part in target.parts if part.kind is not TargetKind.MILESTONE), None)


def _way(measure: Measure, demand: Target | None) -> Direction | None:
    if demand is not None and demand.kind in _HIGHER:
        return Direction.HIGHER
    if demand is not None and demand.kind in _LOWER:
        return Direction.LOWER
    return (demand.way if demand is not None else None) or measure.direction


def _away(demand: Target, value: Fraction) -> Fraction:
    """How far *value* lies outside the demand."""
    if demand.level is None:
        return Fraction(0)
    low = Fraction(demand.level)
    high = low if demand.upper is None else Fraction(demand.upper)
    return max(low - value, value - high, Fraction(0))
