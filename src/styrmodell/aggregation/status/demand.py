"""A demand made clear by its measure, and what it lacks to be judged at all."""

from fractions import Fraction

from attrs import evolve, frozen

from styrmodell.aggregation.status.units import is_in_unit, is_share
from styrmodell.aggregation.status.why import Why
from styrmodell.model.direction import Direction
from styrmodell.model.measure import Measure
from styrmodell.model.measure_unit import COUNT, unit_sort
from styrmodell.model.target import Target
from styrmodell.model.targets.condition import ChangeUnit, Condition, TargetDoubt, TargetKind
from styrmodell.model.targets.judge import Evidence


@frozen(kw_only=True)
class Outcome:
    """The figure that is held against a demand.

    Attributes:
        value: In the measure's unit; None where there is none.
        numerator: Of a fraction.
        denominator: Of a fraction.
        is_applicable: Whether there can be a figure at all.
        lacks_months: Whether months of its period are not reported by anybody, so that it is no whole amount yet.
    """

    value: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    is_applicable: bool = True
    lacks_months: bool = False

    @property
    def is_there(self) -> bool:
        """Whether there is a figure."""
        return self.value is not None or self.numerator is not None


def cleared(target: Target, measure: Measure) -> Condition:
    """*target* with what only its measure tells: 5 % more of what is no share can only be 5 per cent."""
    if target.kind is TargetKind.RELATIVE and target.change_unit is None and not is_share(measure):
        return evolve(target, change_unit=ChangeUnit.PERCENT)
    return target


def lacking(condition: Condition, measure: Measure) -> Why | None:
    """What keeps *condition* from being judged whatever the outcome is; None for nothing."""
    if condition.kind is TargetKind.MILESTONE:
        return Why.UNREAD if TargetDoubt.UNREAD in condition.doubts else Why.MILESTONE
    if condition.kind is TargetKind.RELATIVE and condition.change_unit is None:
        return Why.PERCENT_OR_POINTS
    if not is_in_unit(condition, measure):
        return Why.WRONG_UNIT
    return None if _has_way(condition, measure.direction) else Why.NO_DIRECTION


def _has_way(condition: Condition, direction: Direction | None) -> bool:
    """Whether it is known which way is good, where that matters. To keep a value may be told without."""
    if condition.kind is TargetKind.LEVEL:
        return direction is not None
    if condition.kind in (TargetKind.IMPROVE, TargetKind.RELATIVE):
        return (condition.way or direction) in (Direction.HIGHER, Direction.LOWER)
    return True


def evidence_of(condition: Condition, measure: Measure, outcome: Outcome, reference: Fraction | None) -> Evidence:
    """What *condition* is judged by; for n of m a value of its own is a share or a count as the measure's unit says."""
    value, numerator = outcome.value, outcome.numerator
    if condition.kind is TargetKind.N_OF_M and numerator is None and value is not None:
        value, numerator = _share_or_count(value, measure)
    return Evidence(
        value=value,
        reference=reference,
        numerator=numerator,
        denominator=outcome.denominator,
        direction=measure.direction,
    )


def _share_or_count(value: Fraction, measure: Measure) -> tuple[Fraction | None, Fraction | None]:
    """(share, count): one of them, or none where 1 may be one case or all of them."""
    if is_share(measure) or (unit_sort(measure.unit) != COUNT and value < 1):
        return value, None
    is_known = unit_sort(measure.unit) == COUNT or (value > 1 and value.denominator == 1)
    return None, value if is_known else None
