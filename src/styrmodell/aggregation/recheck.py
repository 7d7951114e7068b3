"""Rechecking: every step of an explanation computed again from the steps below it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

from styrmodell.aggregation.arithmetic import compute, operands_of, told_months
from styrmodell.aggregation.codes import NOT_RECHECKED
from styrmodell.aggregation.compare import plain_figure
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.lowered import NOTHING, Lowered, lowered
from styrmodell.aggregation.periods_put_together import mean_value
from styrmodell.aggregation.rule import Rule
from styrmodell.finding import Findings
from styrmodell.model.number import exact
from styrmodell.source import Source

_ARITHMETIC = (Op.ADD, Op.SUBTRACT, Op.DIVIDE, Op.CHANGE)
# Their children stand beside them, or are other figures: the step is what its own figures give.
_FROM_FIGURES = (Op.OBSERVED, Op.SETTLED, Op.TOTAL, Op.STANDING)


def recheck(explanation: Explanation, rules: Mapping[str, Rule[Any]]) -> Findings:
    """Compute each step of *explanation* again, all the way down.

    Returns:
        SM308 for every step that does not give its value; empty when all do.
    """
    with exact():
        return Findings(
            NOT_RECHECKED.at(
                next(iter(step.sources), Source()),
                computed=_text(_told(step), step.unit),
                reported=_text(again, step.unit),
                cell=step.cell or step.label,
            )
            for step, again in _steps(explanation, rules)
            if not _same(_told(step), again)
        )


def _steps(explanation: Explanation, rules: Mapping[str, Rule[Any]]) -> Iterator[tuple[Explanation, Lowered]]:
    yield explanation, _again(explanation, rules.get(explanation.rule))
    for child in explanation.children:
        yield from _steps(child, rules)


def _told(step: Explanation) -> Lowered:
    return Lowered(exact=step.exact, status=step.status, counts=step.counts)


def _again(step: Explanation, rule: Rule[Any] | None) -> Lowered:
    children = step.children
    match step.op:
        case Op.ADD | Op.SUBTRACT | Op.DIVIDE | Op.CHANGE:
            comparable = len(told_months(children)) < 2
            return Lowered(exact=compute(step.op, operands_of(step.op, children)) if comparable else None)
        case Op.MULTIPLY:
            part = children[0].exact
            return Lowered(exact=None if part is None else Fraction(part) * Fraction(step.factor or 0))
        case Op.NET:
            return _netted(rule, *children)
        case Op.STANDING if not step.observations:
            return _told(children[0])
        case Op.LAST_PERIOD if step.state is not None or _told(step) != Lowered():
            return _told(children[0])
        case Op.SUM_OF_PERIODS if step.exact is not None:
            return Lowered(exact=compute(Op.ADD, [child.exact for child in children if child.exact is not None]))
        case Op.MEAN_OF_PERIODS if step.exact is not None:
            return Lowered(exact=mean_value(children))
    return _from_states(step, rule)


def _netted(rule: Rule[Any] | None, gross: Explanation, eliminated: Explanation) -> Lowered:
    if rule is None or rule.subtract is None or gross.state is None or eliminated.state is None:
        return NOTHING
    return lowered(rule, rule.rest(gross.state, eliminated.state))


def _from_states(step: Explanation, rule: Rule[Any] | None) -> Lowered:
    """What the states of the steps below give, else what the step's own figures do."""
    if rule is None or step.state is None:
        return _told(step)
    if step.op is Op.UNALLOCATED or (step.op is Op.ELIMINATED and not step.observations):
        return lowered(rule, step.state)
    if step.op is Op.DIFFERENCE_OF_PERIODS and rule.subtract is not None:
        longer, shorter = step.children
        return lowered(rule, rule.rest(longer.state, shorter.state))
    if step.children and step.op not in _FROM_FIGURES:
        states = (child.state for child in step.children if child.state is not None)
        return lowered(rule, reduce(rule.combine, states, rule.identity))
    return lowered(rule, rule.fold(step.observations) if step.items is None else rule.fold_items(step.items))


def _same(left: Lowered, right: Lowered) -> bool:
    if left.exact is None or right.exact is None:
        return left == right
    return Fraction(left.exact) == Fraction(right.exact)


def _text(value: Lowered, unit: str) -> str:
    if value.exact is not None:
        return plain_figure(Fraction(value.exact), unit)
    if value.status is not None:
        return value.status.value
    return ", ".join(f"{count} {status.value}" for status, count in value.counts) or "–"
