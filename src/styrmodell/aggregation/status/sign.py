"""Ceilings on amounts of money: costs are held as minus, and people write of their size.

An outcome of −105 is below the number −100, yet a cost of 105 is above a frame of 100.
"""

from fractions import Fraction

from attrs import evolve

from styrmodell.aggregation.status.units import is_money
from styrmodell.model.direction import Direction
from styrmodell.model.measure import Measure
from styrmodell.model.targets.condition import Condition, TargetKind
from styrmodell.model.targets.judge import Evidence

_DOWN = (TargetKind.AT_MOST, TargetKind.LESS_THAN, TargetKind.DECREASE)
_BY_DIRECTION = (TargetKind.LEVEL, TargetKind.KEEP, TargetKind.IMPROVE, TargetKind.RELATIVE)


def by_size(condition: Condition, evidence: Evidence, measure: Measure, *, is_frame: bool) -> Evidence | None:
    """*evidence* as *condition* means it; None where a demand downward meets amounts below zero.

    Args:
        is_frame: Whether it is compared with a budget: a frame for costs is not to be exceeded in size.
    """
    if evidence.value is None or not is_money(measure) or not _is_downward(condition, evidence.direction):
        return evidence
    level = evidence.reference if condition.level is None else Fraction(condition.level)
    compared = Fraction(0) if level is None else level
    if is_frame and compared < 0:
        return evolve(evidence, value=-evidence.value, reference=-compared)
    written_as_held = condition.level is not None and compared < 0
    return evidence if written_as_held or (evidence.value >= 0 and compared >= 0) else None


def _is_downward(condition: Condition, direction: Direction | None) -> bool:
    way = condition.way or direction
    return condition.kind in _DOWN or (condition.kind in _BY_DIRECTION and way is Direction.LOWER)
