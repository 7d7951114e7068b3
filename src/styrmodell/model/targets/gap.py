"""How far an outcome is from meeting a target: exact, and no answer where there is nothing to answer from."""

from fractions import Fraction

from attrs import frozen

from styrmodell.model.direction import Direction
from styrmodell.model.targets.condition import CHANGES, COMPOSITES, Condition, TargetKind
from styrmodell.model.targets.judge import Evidence, changed

_ZERO = Fraction(0)
_FLOORS = (TargetKind.AT_LEAST, TargetKind.MORE_THAN, TargetKind.INCREASE)
_CEILINGS = (TargetKind.AT_MOST, TargetKind.LESS_THAN, TargetKind.DECREASE)


@frozen(kw_only=True)
class Span:
    """The values that a target takes, its ends included: for a limit that must be passed, up to the limit itself.

    Attributes:
        low: None where there is no lower end.
        high: None where there is no upper end.
    """

    low: Fraction | None = None
    high: Fraction | None = None

    def distance(self, value: Fraction) -> Fraction:
        """How far *value* is from the nearest that is taken; 0 inside."""
        below = _ZERO if self.low is None else self.low - value
        above = _ZERO if self.high is None else value - self.high
        return max(below, above, _ZERO)


def gap(condition: Condition, evidence: Evidence) -> Fraction | None:
    """How far *evidence* is from meeting *condition*.

    Returns:
        The distance in the measure's unit; for n_of_m in the share that is counted. 0 when the target is met, and at
        the very limit of one that must be passed ("over 90 %"), which is not met there. Of several demands, that of
        the one furthest away. None where it cannot be told, and for yes, no and a milestone, which are met or not.
    """
    if condition.kind in COMPOSITES:
        parts = [gap(part, evidence) for part in condition.parts]
        known = [part for part in parts if part is not None]
        return max(known) if len(known) == len(parts) else None
    if condition.kind is TargetKind.N_OF_M:
        return _of_share(condition, evidence)
    value = evidence.value
    if value is None and evidence.numerator is not None and evidence.denominator:
        value = evidence.numerator / evidence.denominator
    span = None if value is None else _taken(condition, evidence, value)
    return None if span is None or value is None else span.distance(value)


def _of_share(condition: Condition, evidence: Evidence) -> Fraction | None:
    if condition.level is None or not condition.of:
        return None
    share = evidence.value
    if evidence.numerator is not None:
        whole = Fraction(condition.of) if evidence.denominator is None else evidence.denominator
        share = evidence.numerator / whole if whole else None
    wanted = Fraction(condition.level) / Fraction(condition.of)
    return None if share is None else max(wanted - share, _ZERO)


def _taken(condition: Condition, evidence: Evidence, value: Fraction) -> Span | None:
    """The values that *condition* takes; None where that cannot be told."""
    level = evidence.reference if condition.level is None else Fraction(condition.level)
    if condition.kind is TargetKind.BETWEEN and condition.upper is not None:
        return Span(low=level, high=Fraction(condition.upper))
    if condition.kind in (TargetKind.YES, TargetKind.NO, TargetKind.MILESTONE) or level is None:
        return None
    if condition.kind is TargetKind.EQUALS:
        return Span(low=level, high=level)
    if condition.kind in _FLOORS:
        return Span(low=level)
    return Span(high=level) if condition.kind in _CEILINGS else _by_direction(condition, level, evidence, value)


def _by_direction(condition: Condition, level: Fraction, evidence: Evidence, value: Fraction) -> Span | None:
    way = condition.way or evidence.direction
    if condition.kind is TargetKind.KEEP and way is None:
        # Without a direction only a value that has not moved is known to be as good.
        return Span(low=level, high=level) if value == level else None
    if way is None or (way is Direction.NEAR and condition.kind in CHANGES and condition.kind is not TargetKind.KEEP):
        return None
    if way is Direction.NEAR:
        return Span(low=level, high=level)
    wanted = changed(condition, level, way) if condition.kind is TargetKind.RELATIVE else level
    if wanted is None:
        return None
    return Span(low=wanted) if way is Direction.HIGHER else Span(high=wanted)
