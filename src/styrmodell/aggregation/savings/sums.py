"""Sums, differences and shares of lines: explained as any other figure, missing when what they need is."""

from collections.abc import Iterable

from attrs import evolve

from styrmodell.aggregation.arithmetic import apply
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Compound
from styrmodell.finding import Finding
from styrmodell.model.measure import MONEY, SHARE


def missing(label: str, *, reported: int = 0, expected: int = 0, findings: tuple[Finding, ...] = ()) -> Explanation:
    """No value, with how many of those it needs there are."""
    return Explanation(
        bound=Compound(op=Op.MISSING.value, parts=()),
        label=label,
        unit=MONEY,
        op=Op.MISSING,
        rule="",
        coverage=Coverage(reported=reported, expected=expected),
        own_findings=findings,
    )


def added(parts: Iterable[Explanation], label: str) -> Explanation:
    """The sum of those of *parts* that have a value; one alone is itself."""
    known = tuple(part for part in parts if part.exact is not None)
    if not known:
        return missing(label)
    return known[0] if len(known) == 1 else evolve(apply(Op.ADD, known), label=label)


def difference(left: Explanation, right: Explanation, label: str) -> Explanation:
    """*left* less *right*."""
    return evolve(apply(Op.SUBTRACT, (left, right)), label=label)


def share(part: Explanation, whole: Explanation, label: str) -> Explanation:
    """*part* over *whole*, a share of one; missing when *whole* is zero."""
    return evolve(apply(Op.DIVIDE, (part, whole)), label=label, unit=SHARE)
