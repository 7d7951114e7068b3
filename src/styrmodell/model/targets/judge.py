"""Whether a value meets a target: exact comparison, and no answer where there is nothing to answer from."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from styrmodell.model.direction import Direction
from styrmodell.model.number import Exact
from styrmodell.model.targets.condition import LIMITS, ChangeUnit, Condition, TargetKind


@frozen(kw_only=True)
class Evidence:
    """What a target is judged by.

    Attributes:
        value: The outcome, as the measure holds it: a share of one for %, kr for money, 1 for yes and 0 for no.
        reference: What a change, or a limit without a number, is compared with, held in the same way.
        numerator: The outcome's numerator, where it is a fraction.
        denominator: Its denominator.
        direction: Which way the measure is good.
    """

    value: Fraction | None = None
    reference: Fraction | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    direction: Direction | None = None


def fraction(value: Exact | int | None) -> Fraction | None:
    """*value* as a Fraction, None left as it is.

    Raises:
        TypeError: A float, a truth value or anything else that is no exact number.
        ValueError: NaN or an infinity.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, Decimal | Fraction | int):
        raise TypeError(f"a value is Decimal, Fraction or int, never {type(value).__name__}: {value!r}")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return Fraction(value)


def judge(condition: Condition, evidence: Evidence) -> bool | None:
    """Whether *evidence* meets *condition*; None when that cannot be told."""
    if condition.kind in (TargetKind.EVERY_UNIT, TargetKind.ALL_OF):
        answers = [judge(part, evidence) for part in condition.parts]
        return False if False in answers else None if None in answers else True
    if condition.kind is TargetKind.N_OF_M:
        return _n_of_m(condition, evidence)
    if evidence.value is None and evidence.numerator is not None and evidence.denominator:
        evidence = evolve(evidence, value=evidence.numerator / evidence.denominator)
    if evidence.value is None or condition.kind is TargetKind.MILESTONE:
        return None
    if condition.kind in (TargetKind.YES, TargetKind.NO):
        wanted = int(condition.kind is TargetKind.YES)
        return evidence.value == wanted if evidence.value in (0, 1) else None
    if condition.level is not None:
        return _by_level(condition, evidence.value, Fraction(condition.level), evidence.direction)
    return None if evidence.reference is None else _by_reference(condition, evidence, evidence.value)


def _n_of_m(condition: Condition, evidence: Evidence) -> bool | None:
    """Judge the share: 24 of 24 meets "25 av 25", for the number of cases may change and the aim stands."""
    if condition.level is None or condition.of is None:
        return None
    if evidence.numerator is not None and evidence.denominator is None:
        return evidence.numerator >= condition.level
    share = evidence.value
    if evidence.numerator is not None and evidence.denominator is not None:
        share = evidence.numerator / evidence.denominator if evidence.denominator else None
    return None if share is None else share >= Fraction(condition.level) / Fraction(condition.of)


def _by_level(condition: Condition, value: Fraction, level: Fraction, direction: Direction | None) -> bool | None:
    match condition.kind:
        case TargetKind.BETWEEN if condition.upper is not None:
            return level <= value <= Fraction(condition.upper)
        case TargetKind.EQUALS:
            return value == level
        case TargetKind.LEVEL:
            return None if direction is None else _as_good(value, level, direction)
    return _within(condition.kind, value, level)


def _within(kind: TargetKind, value: Fraction, limit: Fraction) -> bool:
    match kind:
        case TargetKind.AT_LEAST:
            return value >= limit
        case TargetKind.AT_MOST:
            return value <= limit
        case TargetKind.MORE_THAN | TargetKind.INCREASE:
            return value > limit
    return value < limit


def _by_reference(condition: Condition, evidence: Evidence, value: Fraction) -> bool | None:
    reference = evidence.reference or Fraction(0)
    if condition.kind in (*LIMITS, TargetKind.INCREASE, TargetKind.DECREASE):
        return _within(condition.kind, value, reference)
    if condition.kind is TargetKind.KEEP:
        # Without a direction a value that has moved may be better or worse.
        known = evidence.direction is not None or value == reference
        return _as_good(value, reference, evidence.direction or Direction.NEAR) if known else None
    way = condition.way or evidence.direction
    if way is None or way is Direction.NEAR:
        return None
    if condition.kind is TargetKind.IMPROVE:
        return value > reference if way is Direction.HIGHER else value < reference
    wanted = changed(condition, reference, way)
    return None if wanted is None else _as_good(value, wanted, way)


def changed(condition: Condition, reference: Fraction, way: Direction) -> Fraction | None:
    """The reference moved by the amount; per cent are of its size, so that −10 raised by 10 % is −9."""
    if condition.change is None or condition.change_unit is None:
        return None
    size = abs(reference) if condition.change_unit is ChangeUnit.PERCENT else 1
    step = Fraction(condition.change) * size
    return reference + step if way is Direction.HIGHER else reference - step


def _as_good(value: Fraction, level: Fraction, direction: Direction) -> bool:
    if direction is Direction.NEAR:
        return value == level
    return value >= level if direction is Direction.HIGHER else value <= level
