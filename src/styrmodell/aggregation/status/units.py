"""Whether a figure of a target or a baseline is on the scale of its measure."""

from fractions import Fraction

from styrmodell.model.measure import Measure
from styrmodell.model.measure_unit import COUNT, SHARE_SORT, fits, unit_sort
from styrmodell.model.targets.condition import ChangeUnit, Condition, TargetKind

_MONEY_SORT = unit_sort("kr")


def is_share(measure: Measure) -> bool:
    """Whether *measure* is held as a share of one."""
    return unit_sort(measure.unit) == SHARE_SORT


def is_count(measure: Measure) -> bool:
    """Whether *measure* counts things, under that word or their own ("ärenden")."""
    return not is_share(measure) and fits(COUNT, measure.unit)


def is_money(measure: Measure) -> bool:
    """Whether *measure* is an amount of money, also one per inhabitant: income is plus and cost minus."""
    return unit_sort(measure.unit) == _MONEY_SORT


def fits_measure(unit: str, number: Fraction, measure: Measure) -> bool:
    """Whether *number*, written in *unit*, can be compared with figures of *measure*.

    A bare number above one beside a share may be per cent whose sign is left out, and is not compared.
    """
    bare = not unit and is_share(measure) and abs(number) > 1
    return fits(unit, measure.unit) and not bare


def is_in_unit(condition: Condition, measure: Measure) -> bool:
    """Whether the numbers of a demand without parts can be compared with figures of *measure*."""
    if condition.kind is TargetKind.N_OF_M:
        return True
    if condition.change is not None:
        points = condition.change_unit is ChangeUnit.POINTS
        in_unit = condition.change_unit is not ChangeUnit.UNIT or fits(condition.unit, measure.unit)
        return is_share(measure) if points else in_unit
    ends = [Fraction(end) for end in (condition.level, condition.upper) if end is not None]
    return all(fits_measure(condition.unit, end, measure) for end in ends)
