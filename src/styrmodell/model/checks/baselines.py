"""Checks of baselines: whether they can be read, agree with themselves, and what they say of the target."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import floor
from types import MappingProxyType

from styrmodell.finding import Finding
from styrmodell.model.baseline import Baseline, BaselineDoubt, BaselineKind, BaselineValue
from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.checks.target_codes import PRINTED_DIFFERS, SHARE_ABOVE_ONE, UNREAD_BASELINE, WRONG_UNIT
from styrmodell.model.measure import Measure
from styrmodell.model.measure_unit import SHARE_SORT, fits, unit_sort
from styrmodell.model.number import exact
from styrmodell.model.quantity_text import quantity_text
from styrmodell.model.target import Target, TargetKind
from styrmodell.model.targets.condition import CHANGES, COMPOSITES
from styrmodell.source import Source

_BASELINE = MappingProxyType({"what": "ingångsvärdet", "what_en": "the baseline"})
_COMPARISON = MappingProxyType({"what": "jämförelsetalet", "what_en": "the comparison"})
_WITHOUT_VALUES = (BaselineKind.NEW, BaselineKind.NONE, BaselineKind.TEXT)


def check_baseline(
    name: str, measure: Measure, baseline: Baseline, source: Source, *, is_comparison: bool = False
) -> Iterator[Finding]:
    """Doubts, units, shares above one, and fractions that are not what is printed beside them."""
    words = {"measure": name, "words": baseline.words or str(baseline)}
    what = dict(_COMPARISON if is_comparison else _BASELINE)
    if BaselineDoubt.UNREAD in baseline.doubts:
        yield UNREAD_BASELINE.at(source, **what, **words)
    for value in baseline.values:
        number = value.number
        if value.value is not None and value.unit != TRUTH and not fits(value.unit, measure.unit):
            yield WRONG_UNIT.at(source, **what, measure=name, found=value.unit, unit=measure.unit)
        elif number is not None and number > 1 and _is_share(value, measure):
            yield SHARE_ABOVE_ONE.at(source, **what, **words)
        if value.printed is not None and number is not None and _differs(value, value.printed, number):
            parts = {"numerator": str(value.numerator), "denominator": str(value.denominator)}
            yield PRINTED_DIFFERS.at(source, **words, **parts, computed=_computed(number, value))


def has_reference(baseline: Baseline | None) -> bool:
    """Whether *baseline* is a value, or says where one is held."""
    return baseline is not None and baseline.kind not in _WITHOUT_VALUES


def is_met_by(target: Target, baseline: Baseline, measure: Measure) -> bool:
    """Whether the one value of *baseline* already meets *target*, or is the bare number that it names.

    To keep or change a value is not asked for, nor are several demands. In a share a number without its sign is
    read as per cent here, for only a question hangs on it.
    """
    if target.kind in (*CHANGES, *COMPOSITES) or baseline.kind is not BaselineKind.VALUE:
        return False
    value = baseline.values[0]
    number = _on_scale(value.number, value, target, measure)
    if number is None or not fits(value.own_unit, target.unit):
        return False
    if target.kind is TargetKind.LEVEL and target.level is not None and number == Fraction(target.level):
        return True
    fraction = {"numerator": value.numerator, "denominator": value.denominator or None}
    return target.is_met(number, **fraction, direction=measure.direction) is True


def _on_scale(number: Fraction | None, value: BaselineValue, target: Target, measure: Measure) -> Fraction | None:
    """*number* as the target is written: 84 % is 84 beside a bare 85."""
    if number is None or target.level is None or unit_sort(measure.unit) != SHARE_SORT:
        return number
    written, aimed = unit_sort(value.own_unit), unit_sort(target.unit)
    if written == SHARE_SORT and not aimed and target.level > 1:
        return number * 100
    return number / 100 if aimed == SHARE_SORT and not written and number > 1 else number


def _is_share(value: BaselineValue, measure: Measure) -> bool:
    return SHARE_SORT in map(unit_sort, (value.unit, value.printed_unit, measure.unit))


def _differs(value: BaselineValue, printed: Decimal, number: Fraction) -> bool:
    """Whether they differ by more than half the last printed digit."""
    return abs(Fraction(printed) - number) > Fraction(value.precision or 0) / 2


def _computed(number: Fraction, value: BaselineValue) -> str:
    """*number* with one digit more than what is printed."""
    step = (value.precision or Decimal(1)) / 10
    with exact():
        rounded = Decimal(floor(number / Fraction(step) + Fraction(1, 2))) * step
    return quantity_text(rounded, value.printed_unit, precision=step)
