"""The order of resolution: how a bound key becomes a value with its working.

Written once, here, and explained in docs/explanation/aggregering.md:

1. a derived measure is computed from its definition when all its inputs exist, else its reported value stands;
2. else its dimensions are rolled up in the order the measure lists them, outermost first;
3. else the figures of the units are folded by the measure's rule; a unit's own figure stands for all below it.

Evaluation is by demand: asking for one key computes that key and what it is made of, nothing else.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation import arithmetic
from styrmodell.aggregation.codes import NOT_IN_PLAN, REPORTED_DIFFERS, TOTAL_DIFFERS
from styrmodell.aggregation.compare import differs, figure_text
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold import explain_fold
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key, Place
from styrmodell.aggregation.label import key_label
from styrmodell.aggregation.rule import Rule
from styrmodell.finding import Finding
from styrmodell.model.expression import (
    Change,
    ColumnRef,
    Difference,
    Expression,
    Product,
    Quotient,
    Ref,
    RowRef,
    Sum,
)
from styrmodell.model.ids import near_names
from styrmodell.model.measure import Dims, Measure, MissingPolicy
from styrmodell.model.number import exact

Outer = Callable[[RowRef | ColumnRef], Explanation]
_OPS: dict[type[Expression], Op] = {Sum: Op.ADD, Difference: Op.SUBTRACT, Quotient: Op.DIVIDE, Change: Op.CHANGE}


@define(kw_only=True, eq=False)
class Evaluator:
    """Evaluates expressions against one plan.

    Attributes:
        index: The plan, made ready for questions.
        rules: Rule key → rule.
        circular: Measures whose definitions lead back to themselves; their definitions are not followed.
    """

    index: PlanIndex
    rules: Mapping[str, Rule[Any]]
    circular: frozenset[str] = frozenset()
    _known: dict[Key, Explanation] = field(factory=dict)

    def explain(self, expression: Expression, place: Place, outer: Outer | None = None) -> Explanation:
        """Evaluate *expression* where it is asked.

        Args:
            expression: References to measures, and operations on them.
            outer: What row and column references mean; only a table knows.
            place: What references inherit: unit, period, kind, version and members.

        Returns:
            The value, in the measure's unit and unrounded, with its working.

        Source:
            docs/explanation/aggregering.md
        """
        with exact():
            return self._explain(expression, place, outer)

    def explain_key(self, key: Key) -> Explanation:
        """Evaluate a bound key; the same key is computed once."""
        with exact():
            return self._key(key)

    def bind(self, reference: Ref, place: Place) -> Key:
        """The key that *reference* means at *place*."""
        measure = self.index.measures.get(reference.measure)
        dims = self.index.bind_dims(measure, reference.dims, place.dims) if measure else reference.dims
        return Key(
            measure=reference.measure,
            unit=reference.unit or place.unit,
            period=place.period,
            kind=place.kind,
            version=place.version,
            dims=dims,
        )

    def _explain(self, expression: Expression, place: Place, outer: Outer | None = None) -> Explanation:
        if isinstance(expression, Ref):
            return self._reference(expression, place)
        if isinstance(expression, RowRef | ColumnRef):
            if outer is None:
                raise TypeError(f"a row or column reference outside a table: {expression!r}")
            return outer(expression)
        operands = tuple(self._explain(operand, place, outer) for operand in expression.operands())
        if isinstance(expression, Product):
            return arithmetic.multiply(operands[0], expression.factor)
        return arithmetic.apply(_OPS[type(expression)], operands)

    def _reference(self, reference: Ref, place: Place) -> Explanation:
        key = self.bind(reference, place)
        measure = self.index.measures.get(key.measure)
        if measure is not None and measure.definition is not None:
            key = evolve(key, dims=self._passed_through((*reference.dims, *place.dims)))
        return self._key(key)

    def _passed_through(self, asked: Dims) -> Dims:
        """What a derived measure, which has no dimensions of its own, hands to its inputs; roots need not be told."""
        first = dict(reversed(asked))
        splits = self.index.splits
        return tuple((name, first[name]) for name in splits if name in first and first[name] != splits[name].root)

    def _key(self, key: Key) -> Explanation:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._resolve(key)
        return found

    def _resolve(self, key: Key) -> Explanation:
        measure = self.index.measures.get(key.measure)
        unknown = self._unknown(key, measure)
        if measure is None or unknown:
            return self._blank(key, Op.MISSING, unknown)
        if measure.definition is not None:
            return self._derived(key, measure, measure.definition)
        if _matches(measure, key):
            return self._blank(key, Op.NOT_APPLICABLE)
        inner = self._outermost_inner(key)
        return self._fold(key, measure) if inner is None else self._rolled_up(key, measure, *inner)

    def _unknown(self, key: Key, measure: Measure | None) -> tuple[Finding, ...]:
        """What the key names that the plan does not hold."""
        index = self.index
        asked = [("mått", key.measure, tuple(index.measures)), ("enhet", key.unit, tuple(index.tree.start))]
        if measure is not None and measure.definition is None:
            splits = ((member, index.splits.get(name)) for name, member in key.dims)
            asked += [("medlem", member, tuple(split.parts) if split else ()) for member, split in splits]
        return tuple(
            NOT_IN_PLAN.at(self.index.plan.source, what=what, name=name, near=near_names(name, known))
            for what, name, known in asked
            if name not in known
        )

    def _derived(self, key: Key, measure: Measure, definition: Expression) -> Explanation:
        place = Place(unit=key.unit, period=key.period, kind=key.kind, version=key.version, dims=key.dims)
        circular = measure.id in self.circular
        computed = self._blank(key, Op.MISSING) if circular else self._explain(definition, place)
        named = evolve(computed, bound=key, label=key_label(self.index, key), unit=measure.unit)
        if key.dims:
            return named  # what was reported, was reported for the whole
        reported = self._fold(key, measure)
        if computed.exact is None and reported.exact is not None:
            return evolve(reported, bound=key, label=named.label, op=Op.TOTAL)
        if reported.exact is not None and differs(named, reported):
            finding = REPORTED_DIFFERS.at(
                reported.observations[0].source,
                reported=figure_text(reported),
                computed=figure_text(named),
                cell=key.cell,
            )
            return evolve(named, own_findings=(*named.own_findings, finding))
        return named

    def _outermost_inner(self, key: Key) -> tuple[int, tuple[str, ...]] | None:
        """The first dimension whose member has parts: its place among the dimensions, and the parts."""
        for place, (dimension, member) in enumerate(key.dims):
            parts = self.index.splits[dimension].parts[member]
            if parts:
                return place, parts
        return None

    def _rolled_up(self, key: Key, measure: Measure, place: int, parts: tuple[str, ...]) -> Explanation:
        dimension = key.dims[place][0]
        before, after = key.dims[:place], key.dims[place + 1 :]
        bound = tuple(evolve(key, dims=(*before, (dimension, part), *after)) for part in parts)
        summed = self._combine(key, measure, tuple(self._key(part) for part in bound))
        total = self._fold(key, measure)
        if total.exact is None:
            return summed
        if _is_complete(summed):
            return _with_total(key, summed, total)
        part, whole = summed.coverage, total.coverage
        better = whole.reported * part.expected >= part.reported * whole.expected
        return evolve(total, op=Op.TOTAL, label=summed.label) if better else summed

    def _combine(self, key: Key, measure: Measure, children: tuple[Explanation, ...]) -> Explanation:
        rule = self.rules.get(measure.rule)
        coverage = sum((child.coverage for child in children), Coverage())
        states = [child.state for child in children if child.state is not None]
        blank = rule is None or (measure.missing is MissingPolicy.STRICT and not coverage.is_full)
        state = None if rule is None or blank else reduce(rule.combine, states, rule.identity)
        value = None if rule is None or state is None else rule.lower(state)
        if value is None and all(_is_empty(child) for child in children):
            value, state = (Fraction(0), None)  # a sum of only what cannot be is nothing, not unknown
        return Explanation(
            bound=key,
            label=key_label(self.index, key),
            unit=measure.unit,
            op=Op.ROLLED_UP,
            rule=measure.rule,
            exact=value,
            coverage=coverage,
            state=state,
            open_children=lambda: children,
        )

    def _fold(self, key: Key, measure: Measure) -> Explanation:
        return explain_fold(self.index, self.rules.get(measure.rule), measure, key)

    def _blank(self, key: Key, op: Op, findings: tuple[Finding, ...] = ()) -> Explanation:
        measure = self.index.measures.get(key.measure)
        return Explanation(
            bound=key,
            label=key_label(self.index, key),
            unit=measure.unit if measure else "",
            op=op,
            rule="",
            own_findings=findings,
        )


def _matches(measure: Measure, key: Key) -> bool:
    """Whether one of the measure's patterns says that there is no figure here by nature."""
    members = set(key.dims)
    return any(set(pattern) <= members for pattern in measure.not_applicable)


def _is_empty(explanation: Explanation) -> bool:
    """Whether there is nothing by nature: no figure can be there, or it is a sum of only such."""
    nothing = explanation.op is Op.ROLLED_UP and explanation.state is None and explanation.exact == 0
    return nothing or not explanation.is_applicable


def _is_complete(explanation: Explanation) -> bool:
    return explanation.exact is not None and explanation.coverage.is_full


def _with_total(key: Key, summed: Explanation, total: Explanation) -> Explanation:
    if not differs(summed, total):
        return summed
    finding = TOTAL_DIFFERS.at(
        total.observations[0].source, reported=figure_text(total), computed=figure_text(summed), cell=key.cell
    )
    return evolve(summed, own_findings=(*summed.own_findings, finding))
