"""The ways to put periods together: a total, the last, a mean and a difference."""

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from types import MappingProxyType
from typing import Any

from attrs import evolve

from styrmodell.aggregation.arithmetic import multiply
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold import UnitFold
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.lowered import NOTHING, Lowered, lowered
from styrmodell.aggregation.rule import Rule
from styrmodell.model.measure import Measure, MissingPolicy, OverTime

Steps = tuple[Explanation, ...]
_NOTHING: Mapping[str, Any] = MappingProxyType({"op": Op.MISSING, "exact": None, "state": None, "status": None})


def total(fold: UnitFold, key: Key, measure: Measure, steps: Steps) -> Explanation:
    """A flow's sum, a ratio's sums: the states of *steps* combined by the measure's rule.

    Under a rule whose figures do not add up (a mean, a median) the periods' own values are added instead, for a sum.
    """
    made = _total(fold, key, measure, steps)
    is_amount = measure.over_time in (OverTime.SUM, OverTime.YEAR_TO_DATE)
    return evolve(made, lacking_months=_lacking(key, measure, steps)) if is_amount else made


def _lacking(key: Key, measure: Measure, steps: Steps) -> frozenset[int]:
    """The months, counted from the first, of which no step has any figure; not those that are blank by nature."""
    untold = (step for step in steps if not step.coverage.reported)
    if measure.missing is MissingPolicy.BLANK:
        untold = (step for step in untold if step.is_applicable)
    blank = [step.bound.period for step in untold if isinstance(step.bound, Key)]
    whole = frozenset(month - key.period.first for period in blank for month in range(period.first, period.last + 1))
    parts = (
        month + step.bound.period.first - key.period.first
        for step in steps
        if isinstance(step.bound, Key)
        for month in step.lacking_months or ()
    )
    return whole.union(parts)


def _total(fold: UnitFold, key: Key, measure: Measure, steps: Steps) -> Explanation:
    rule = fold.rules.get(measure.rule)
    figures = [Fraction(step.exact) for step in steps if step.exact is not None]
    if measure.over_time is not OverTime.RATIO and rule is not None and figures and not _adds(rule):
        return _made(fold, key, measure, Op.SUM_OF_PERIODS, steps, None, Lowered(exact=sum(figures, Fraction(0))))
    states = [step.state for step in steps if step.state is not None]
    state = reduce(rule.combine, states, rule.identity) if rule is not None and states else None
    return _made(fold, key, measure, Op.PERIODS, steps, state, lowered(rule, state))


def mean(fold: UnitFold, key: Key, measure: Measure, steps: Steps) -> Explanation:
    """The mean of *steps* that have a figure, each weighed by its months.

    Months in which the unit was not there count as nought: one that came in July is there for half of the year.
    """
    known = [step for step in steps if step.exact is not None]
    months = sum(weight_of(step) for step in steps if _counts(step))
    told = frozenset[int]().union(*(step.mean_of[0] if step.mean_of else months_in(step) for step in known))
    return evolve(_mean(fold, key, measure, steps, months), mean_of=(told, months) if known else None)


def _mean(fold: UnitFold, key: Key, measure: Measure, steps: Steps, months: int) -> Explanation:
    rule = fold.rules.get(measure.rule)
    known = [step for step in steps if step.exact is not None]
    if rule is not None and rule.scale is not None and known and all(step.state is not None for step in known):
        scaled = [rule.scale(step.state, Fraction(weight_of(step), months)) for step in known]
        state = reduce(rule.combine, scaled, rule.identity)
        return _made(fold, key, measure, Op.MEAN_OF_PERIODS, steps, state, lowered(rule, state))
    value = Lowered(exact=mean_value(steps)) if known else NOTHING
    return _made(fold, key, measure, Op.MEAN_OF_PERIODS, steps, None, value)


def mean_value(steps: Steps) -> Fraction | None:
    """The bare arithmetic of a mean over time; None where no step has a figure."""
    known = [(Fraction(step.exact), weight_of(step)) for step in steps if step.exact is not None]
    months = sum(weight_of(step) for step in steps if _counts(step))
    return sum((value * length for value, length in known), Fraction(0)) / months if known else None


def _adds(rule: Rule[Any]) -> bool:
    """Whether the states of two periods combined are their sum; a status has none."""
    return rule.adding or rule.scale is not None


def _counts(step: Explanation) -> bool:
    return step.exact is not None or step.op is Op.NOT_THERE


def last(fold: UnitFold, key: Key, measure: Measure, step: Explanation) -> Explanation:
    """The level of the last period; one that demands everything demands that it reaches the end."""
    reaches = isinstance(step.bound, Key) and step.bound.period.last == key.period.last
    kept = reaches or measure.missing is not MissingPolicy.STRICT
    value = Lowered(exact=step.exact, status=step.status, counts=step.counts) if kept else NOTHING
    return _made(fold, key, measure, Op.LAST_PERIOD, (step,), step.state if kept else None, value)


def difference(fold: UnitFold, key: Key, measure: Measure, longer: Explanation, shorter: Explanation) -> Explanation:
    """What the accumulated *longer* has beyond the *shorter* one."""
    rule = fold.rules[measure.rule]
    state: Any = None
    if rule.subtract is not None and longer.state is not None and shorter.state is not None:
        state = rule.rest(longer.state, shorter.state)
    made = _made(fold, key, measure, Op.DIFFERENCE_OF_PERIODS, (longer, shorter), state, lowered(rule, state))
    return evolve(made, coverage=longer.coverage)


def months_in(step: Explanation) -> frozenset[int]:
    """The months of a step's period."""
    period = step.bound.period if isinstance(step.bound, Key) else None
    return frozenset(range(period.first, period.last + 1)) if period is not None else frozenset()


def end_of(step: Explanation) -> int:
    """The last month that a level speaks of; −1 where there is none."""
    if step.exact is None or not isinstance(step.bound, Key):
        return -1
    if step.op is Op.LAST_PERIOD or (step.op is Op.FOLDED and not step.observations):
        return max((end_of(child) for child in step.children), default=-1)
    return step.bound.period.last


def weight_of(step: Explanation) -> int:
    """How many months a step is the mean of."""
    return step.mean_of[1] if step.mean_of is not None else months_of(step)


def months_of(step: Explanation) -> int:
    """How many months a step's period is."""
    return step.bound.period.months if isinstance(step.bound, Key) else 1


def of_the_end(children: tuple[Explanation, ...]) -> tuple[Explanation, ...]:
    """*children* without the levels of those that end before the last of all: they are missing at the end."""
    ends = [end_of(child) for child in children]
    return tuple(
        child if end == max(ends) or child.exact is None else evolve(child, **_NOTHING, coverage=_unreported(child))
        for child, end in zip(children, ends, strict=True)
    )


def _unreported(child: Explanation) -> Coverage:
    return Coverage(expected=child.coverage.expected)


def part_of_mean(child: Explanation, rule: Rule[Any], months: int) -> Explanation:
    """A unit's mean as a part of that of the whole: of as many months as anybody told."""
    if rule.scale is None or child.mean_of is None or child.state is None or child.mean_of[1] == months:
        return child
    share = Fraction(child.mean_of[1], months)
    part = multiply(child, share)
    return evolve(part, label=child.label, rule=rule.key, state=rule.scale(child.state, share))


def _made(fold: UnitFold, key: Key, measure: Measure, op: Op, steps: Steps, state: Any, value: Lowered) -> Explanation:
    rule: Rule[Any] | None = fold.rules.get(measure.rule)
    coverage = sum((step.coverage for step in steps), Coverage())
    strict = measure.missing is MissingPolicy.STRICT and not coverage.is_full
    kept = NOTHING if strict else value
    return Explanation(
        bound=key,
        label=fold.index.labels.of(key),
        unit=rule.unit(measure.unit) if rule is not None else measure.unit,
        op=op,
        rule=measure.rule,
        exact=kept.exact,
        status=kept.status,
        counts=kept.counts,
        coverage=coverage,
        state=None if strict else state,
        open_children=lambda: steps,
    )
