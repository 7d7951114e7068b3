"""The order of resolution: how a bound key becomes a value with its working.

Written once, here, and explained in docs/explanation/aggregering.md:

1. a derived measure is computed from its definition when all its inputs exist, else its reported value stands;
2. else its dimensions are rolled up in the order the measure lists them, outermost first;
3. else the figures of the units are folded by the measure's rule; a unit's own figure stands for all below it.

Evaluation is by demand: asking for one key computes that key and what it is made of, nothing else.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation import arithmetic
from styrmodell.aggregation.age import Age
from styrmodell.aggregation.codes import NOT_IN_PLAN, REPORTED_DIFFERS
from styrmodell.aggregation.compare import differs, figure_text
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold import Judge, UnitFold
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key, Place
from styrmodell.aggregation.over_time import TimeFold
from styrmodell.aggregation.plain_cells import PlainCells
from styrmodell.aggregation.roll_up import RollUp
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
from styrmodell.model.internal import Internal
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.model.status import Status
from styrmodell.model.target import Target
from styrmodell.source import Source

Outer = Callable[[RowRef | ColumnRef], Explanation]
_OPS: dict[type[Expression], Op] = {Sum: Op.ADD, Difference: Op.SUBTRACT, Quotient: Op.DIVIDE, Change: Op.CHANGE}


@define(kw_only=True, eq=False)
class Evaluator:
    """Evaluates expressions against one plan.

    Attributes:
        index: The plan, made ready for questions.
        rules: Rule key → rule.
        circular: Measures whose definitions lead back to themselves; their definitions are not followed.
        age: Tells what is stale.
        judge: How one unit's own figure stands to its target, for the rules that ask; may be given once it is made,
            for judging takes an evaluator.
    """

    index: PlanIndex
    rules: Mapping[str, Rule[Any]]
    circular: frozenset[str] = frozenset()
    age: Age = Age()
    judge: Judge | None = None
    _known: dict[Key, Explanation] = field(factory=dict)
    _own: TimeFold = field(init=False)
    _plain: PlainCells = field(init=False)
    _roll_up: RollUp = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._own = TimeFold(
            fold=self._unit_fold({key: evolve(rule, combining=False) for key, rule in self.rules.items()})
        )
        time = TimeFold(fold=self._unit_fold(self.rules))
        self._plain = PlainCells(fold=time.fold)
        self._roll_up = RollUp(index=self.index, rules=self.rules, time=time, resolve=self._key)

    def _unit_fold(self, rules: Mapping[str, Rule[Any]]) -> UnitFold:
        return UnitFold(index=self.index, rules=rules, age=self.age, judge=self._judged)

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
            if type(expression) is Ref:  # as nearly always in a table
                return self._reference(expression, place)
            return self._explain(expression, place, outer)

    def explain_key(self, key: Key) -> Explanation:
        """Evaluate a bound key; the same key is computed once."""
        with exact():
            return self._key(key)

    def bind(self, reference: Ref, place: Place) -> Key:
        """The key that *reference* means at *place*."""
        measure = self.index.measures.get(reference.measure)
        dims = reference.dims
        if measure is not None:
            dims = self.index.bind_dims(measure, dims, place.dims) if measure.dimensions else ()
        other = reference.kind is not None and reference.kind is not place.kind
        inherited = "" if other else place.version  # a forecast's version says nothing about a budget's
        return Key(
            measure=reference.measure,
            unit=reference.unit or place.unit,
            period=reference.shift.of(place.period) if reference.shift is not None else place.period,
            kind=reference.kind or place.kind,
            version=inherited if reference.version is None else reference.version,
            dims=dims,
            ie=reference.ie or place.ie,
            internal=reference.internal or place.internal,
        )

    def _judged(
        self, measure: str, observation: Observation, stale: bool
    ) -> tuple[Target | None, Status | None, bool | None]:
        return (None, None, None) if self.judge is None else self.judge(measure, observation, stale)

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
            measure = self.index.measures.get(key.measure)
            found.decimals = None if measure is None else measure.decimals
        return found

    def _resolve(self, key: Key) -> Explanation:
        measure = self.index.measures.get(key.measure)
        plain = self._plain.find(key, measure) if measure is not None else None
        if plain is not None:
            return plain
        unknown = self._unknown(key, measure)
        if measure is None or unknown:
            return self._blank(key, Op.MISSING, unknown)
        if measure.definition is not None:
            return self._derived(key, measure, measure.definition)
        return self._roll_up.explain(key, measure)

    def _unknown(self, key: Key, measure: Measure | None) -> tuple[Finding, ...]:
        """What the key names that the plan does not hold."""
        index = self.index
        if not key.dims and key.measure in index.measures and key.unit in index.units:
            return ()
        asked: list[tuple[str, str, Collection[str]]] = [
            ("mått", key.measure, index.measures),
            ("enhet", key.unit, index.units),
        ]
        if measure is not None and measure.definition is None:
            splits = ((member, index.splits.get(name)) for name, member in key.dims)
            asked += [("medlem", member, split.parts if split else ()) for member, split in splits]
        return tuple(
            NOT_IN_PLAN.at(self.index.plan.source, what=what, name=name, near=near_names(name, known))
            for what, name, known in asked
            if name not in known
        )

    def _derived(self, key: Key, measure: Measure, definition: Expression) -> Explanation:
        place = Place(
            unit=key.unit,
            period=key.period,
            kind=key.kind,
            version=key.version,
            dims=key.dims,
            ie=key.ie,
            internal=key.internal,
        )
        circular = measure.id in self.circular
        computed = self._blank(key, Op.MISSING) if circular else self._explain(definition, place)
        named = evolve(computed, bound=key, label=self.index.labels.of(key), unit=measure.unit)
        if key.dims or key.internal is Internal.ELIMINATED:
            return named  # what was reported, was reported for the whole
        return self._beside_reported(named, key, measure)

    def _beside_reported(self, computed: Explanation, key: Key, measure: Measure) -> Explanation:
        """*computed*, else what the unit itself reported: what is derived is never folded over units."""
        reported = self._own.explain(key, measure)
        if reported.op is Op.SETTLED:
            beside = evolve(computed, label=f"Beräknat: {computed.label}")
            return evolve(reported, label=computed.label, open_children=lambda: (beside,))
        if computed.exact is None or (reported.exact is not None and arithmetic.is_nothing(computed)):
            told = (*computed.own_findings, *reported.own_findings)
            return _standing(reported, computed) if reported.exact is not None else evolve(computed, own_findings=told)
        if reported.exact is not None and _is_of_all(reported, key) and differs(computed, reported):
            finding = REPORTED_DIFFERS.at(
                next(iter(reported.sources), Source()),
                reported=figure_text(reported),
                computed=figure_text(computed),
                cell=key.cell,
            )
            return evolve(computed, own_findings=(*computed.own_findings, finding))
        return computed

    def _blank(self, key: Key, op: Op, findings: tuple[Finding, ...] = ()) -> Explanation:
        measure = self.index.measures.get(key.measure)
        return Explanation(
            bound=key,
            label=self.index.labels.of(key),
            unit=measure.unit if measure else "",
            op=op,
            rule="",
            own_findings=findings,
        )


def _standing(reported: Explanation, computed: Explanation) -> Explanation:
    """What was reported, in place of what lacks an input; put together over time it is the step below."""
    named = evolve(reported, bound=computed.bound, label=computed.label, op=Op.STANDING)
    is_made = bool(reported.children) and not reported.observations
    return evolve(named, open_children=lambda: (reported,)) if is_made else named


def _is_of_all(reported: Explanation, key: Key) -> bool:
    """Whether *reported* speaks of all of *key*'s period, so that it can be compared with what is computed for it."""
    if reported.op is Op.LAST_PERIOD:
        last = reported.children[0].bound
        return isinstance(last, Key) and last.period.last == key.period.last
    return bool(reported.observations) or (reported.coverage.is_full and not reported.lacking_months)
