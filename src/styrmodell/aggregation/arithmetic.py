"""Operations on explained values: + − × ÷ and relative change, exact and strict about what is missing."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from styrmodell.aggregation.codes import DIVIDED_BY_ZERO
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Compound
from styrmodell.aggregation.time_codes import OTHER_MONTHS
from styrmodell.finding import Finding
from styrmodell.model.number import Exact

_Compute = Callable[[Sequence[Fraction]], Fraction | None]


def _divide(parts: Sequence[Fraction]) -> Fraction | None:
    return parts[0] / parts[1] if parts[1] else None


def _change(parts: Sequence[Fraction]) -> Fraction | None:
    return (parts[0] - parts[1]) / abs(parts[1]) if parts[1] else None


_SIGNS = {Op.ADD: " + ", Op.SUBTRACT: " − ", Op.DIVIDE: " / ", Op.CHANGE: " jämfört med "}
_QUOTIENTS = (Op.DIVIDE, Op.CHANGE)
_COMPUTE: dict[Op, _Compute] = {
    Op.ADD: lambda parts: sum(parts, Fraction(0)),
    Op.SUBTRACT: lambda parts: parts[0] - parts[1],
    Op.DIVIDE: _divide,
    Op.CHANGE: _change,
}


def apply(op: Op, children: tuple[Explanation, ...]) -> Explanation:
    """Combine *children* by *op*: ADD, SUBTRACT, DIVIDE or CHANGE.

    A missing operand makes the result missing. An operand that is not applicable is left out of a sum, and a sum of
    only such is nought; elsewhere it makes the result not applicable, as does dividing by such a nought. Flows of
    which different months are reported cannot be compared: eight months less twelve is no change.
    """
    months = told_months(children)
    exact = compute(op, operands_of(op, children)) if len(months) < 2 else None
    zero = op in _QUOTIENTS and children[1].exact == 0 and not is_nothing(children[1])
    return Explanation(
        bound=Compound(op=op.value, parts=tuple(child.bound for child in children)),
        label=_SIGNS[op].join(child.label for child in children),
        unit=_unit(op, children),
        op=_result_op(op, children, exact),
        rule=op.name.lower(),
        exact=exact,
        coverage=sum((child.coverage for child in children), Coverage()),
        stale=any(child.stale for child in children),
        own_findings=_zero_finding(children) if zero else _time_finding(children) if len(months) > 1 else (),
        lacking_months=next(iter(months), None) if op in (Op.ADD, Op.SUBTRACT) else None,
        decimals=None if op in _QUOTIENTS else most_decimals(child.decimals for child in children),
        open_children=lambda: children,
    )


def multiply(child: Explanation, factor: Fraction) -> Explanation:
    """*child* times a plain number."""
    return Explanation(
        bound=Compound(op=Op.MULTIPLY.value, parts=(child.bound,), factor=str(factor)),
        label=f"{factor} × {child.label}" if factor != -1 else f"−{child.label}",
        unit=child.unit,
        op=_result_op(Op.MULTIPLY, (child,), child.exact),
        rule=Op.MULTIPLY.name.lower(),
        exact=None if child.exact is None else Fraction(child.exact) * factor,
        coverage=child.coverage,
        lacking_months=child.lacking_months,
        stale=child.stale,
        decimals=child.decimals,
        factor=factor,
        open_children=lambda: (child,),
    )


def most_decimals(told: Iterable[int | None]) -> int | None:
    """How many a sum or difference is printed with: as many as the term that has most; None where none says."""
    return max((decimals for decimals in told if decimals is not None), default=None)


def compute(op: Op, operands: Sequence[Exact | None]) -> Fraction | None:
    """The bare arithmetic of *op*; None when an operand is missing or the denominator is zero. No terms are nought."""
    present = [Fraction(operand) for operand in operands if operand is not None]
    if len(present) < len(operands) or not (present or op is Op.ADD):
        return None
    return _COMPUTE[op](present)


def operands_of(op: Op, children: Sequence[Explanation]) -> list[Exact | None]:
    """What *op* computes with: of a sum the applicable terms; where the unit was not there, that nothing is known."""
    is_there = any(child.op is not Op.NOT_THERE for child in children)
    return [child.exact for child in children if child.is_applicable or op is not Op.ADD or not is_there]


def is_nothing(explanation: Explanation) -> bool:
    """Whether there is nothing by nature: no figure can be there, or it is a sum of only such."""
    is_nought = explanation.op is Op.ADD and explanation.exact == 0
    return not explanation.is_applicable or (is_nought and all(map(is_nothing, explanation.children)))


def told_months(children: Sequence[Explanation]) -> set[frozenset[int]]:
    """Which months the flows among *children* lack: one answer where they go together."""
    known = (child.lacking_months for child in children if child.exact is not None)
    return {months for months in known if months is not None}


def _time_finding(children: tuple[Explanation, ...]) -> tuple[Finding, ...]:
    lacking = max(children, key=lambda child: len(child.lacking_months or ()))
    source = next((found for child in (lacking, *children) for found in child.sources), None)
    if source is None:
        return ()
    count = str(len(lacking.lacking_months or ()))
    return (OTHER_MONTHS.at(source, name=lacking.label, count=count, cell=_cells(lacking)),)


def _result_op(op: Op, children: tuple[Explanation, ...], exact: Exact | None) -> Op:
    if exact is not None:
        return op
    blank = [is_nothing(child) if op in _QUOTIENTS else not child.is_applicable for child in children]
    by_nature = all(blank) if op is Op.ADD else any(blank)
    return Op.NOT_APPLICABLE if by_nature else op


def _unit(op: Op, children: tuple[Explanation, ...]) -> str:
    units = list(dict.fromkeys(child.unit for child in children))
    if op is Op.CHANGE or (op is Op.DIVIDE and len(units) == 1):
        return "%"
    return "/".join(units) if op is Op.DIVIDE else units[0]


def _zero_finding(children: tuple[Explanation, ...]) -> tuple[Finding, ...]:
    denominator = children[1]
    source = next(iter(denominator.sources), children[0].sources[0] if children[0].sources else None)
    if source is None:
        return ()
    return (DIVIDED_BY_ZERO.at(source, name=denominator.label, cell=_cells(denominator)),)


def _cells(step: Explanation) -> str:
    """The ids of the figure that *step* is; of those that it is made of where it is no measure's."""
    return step.cell or ", ".join(dict.fromkeys(filter(None, map(_cells, step.children))))
