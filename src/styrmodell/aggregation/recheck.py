"""Rechecking: every step of an explanation computed again from the steps below it."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

from styrmodell.aggregation.arithmetic import compute
from styrmodell.aggregation.codes import NOT_RECHECKED
from styrmodell.aggregation.compare import plain_figure
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.rule import Rule
from styrmodell.finding import Findings
from styrmodell.model.number import Exact, exact
from styrmodell.source import Source

_ARITHMETIC = (Op.ADD, Op.SUBTRACT, Op.DIVIDE, Op.CHANGE)


def recheck(explanation: Explanation, rules: Mapping[str, Rule[Any]]) -> Findings:
    """Compute each step of *explanation* again, all the way down.

    Returns:
        SM308 for every step that does not give its value; empty when all do.
    """
    with exact():
        return Findings(
            NOT_RECHECKED.at(
                next(iter(step.sources), Source()),
                computed=_text(step.exact, step.unit),
                reported=_text(again, step.unit),
                cell=step.cell or step.label,
            )
            for step, again in _steps(explanation, rules)
            if not _same(step.exact, again)
        )


def _steps(explanation: Explanation, rules: Mapping[str, Rule[Any]]) -> Iterator[tuple[Explanation, Exact | None]]:
    yield explanation, _again(explanation, rules.get(explanation.rule))
    for child in explanation.children:
        yield from _steps(child, rules)


def _again(step: Explanation, rule: Rule[Any] | None) -> Exact | None:
    if step.op in _ARITHMETIC:
        used = [child for child in step.children if child.is_applicable or step.op is not Op.ADD]
        return compute(step.op, [child.exact for child in used])
    if step.op is Op.MULTIPLY:
        part = step.children[0].exact
        return None if part is None else Fraction(part) * Fraction(step.factor or 0)
    if step.state is None or rule is None:
        return step.exact
    if step.children and step.op not in (Op.TOTAL, Op.STANDING):
        return rule.lower(reduce(rule.combine, (c.state for c in step.children if c.state is not None), rule.identity))
    return rule.lower(rule.fold(step.observations))


def _same(left: Exact | None, right: Exact | None) -> bool:
    if left is None or right is None:
        return left is right
    return Fraction(left) == Fraction(right)


def _text(value: Exact | None, unit: str) -> str:
    return "–" if value is None else plain_figure(Fraction(value), unit)
