"""The unit fold: one node over a stretch of a slot; its children open when asked for."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from attrs import define, evolve

from styrmodell.aggregation import elimination
from styrmodell.aggregation.age import Age
from styrmodell.aggregation.codes import DIVIDED_BY_ZERO
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold_children import UNALLOCATED, item_children, side_of, with_unallocated
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.input_codes import NEGATIVE_WEIGHT, WEIGHTS_ZERO
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.lowered import NOTHING, Lowered, lowered
from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.slot import Slot, spoken_of
from styrmodell.aggregation.time_codes import NOT_COMBINED
from styrmodell.finding import Finding
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation
from styrmodell.model.status import Status
from styrmodell.model.target import Target

# Measure, one unit's own figure and whether it is stale → its target and how it stands to it.
Judge: TypeAlias = Callable[[str, Observation, bool], tuple[Target | None, Status | None, bool | None]]


@define(kw_only=True, eq=False)
class UnitFold:
    """Folds the figures at and below a unit by the measure's rule.

    Attributes:
        judge: Tells how a figure stands to its target; None where no rule asks.
    """

    index: PlanIndex
    rules: Mapping[str, Rule[Any]]
    age: Age = Age()
    judge: Judge | None = None

    def explain(self, key: Key, measure: Measure, *, settled: bool = True) -> Explanation:
        """Fold the figures at and below *key*'s unit.

        Args:
            key: Bound to one member of every dimension; figures of exactly those members are folded.
            settled: Whether what was settled stands before what was reported.

        Returns:
            The value in the measure's unit. A unit's own figure stands for everything below it. A unit that was not
            there then has none, and lacks none.
        """
        slot = self.index.slot(key, settled=settled)
        if key.unit not in slot.tree.start:
            return self._blank(key, measure, Op.NOT_THERE)
        first, last = slot.tree.interval(key.unit)
        rule = self.rules.get(measure.rule)
        if rule is None or not rule.combining:
            last = min(last, first + 1)
        held = key.internal or measure.internal
        if rule is None or held is Internal.GROSS:
            return self._folded(key, measure, slot, first, last, settled=settled)
        gross = self._folded(evolve(key, internal=Internal.GROSS), measure, slot, first, last, settled=settled)
        return elimination.explain(gross, key, slot, rule, held, self.index)

    def _folded(self, key: Key, measure: Measure, slot: Slot, first: int, last: int, *, settled: bool) -> Explanation:
        rule = self.rules.get(measure.rule)
        observations = slot.within(first, last)
        coverage = self.coverage(key, measure, slot, first, last)
        strict = measure.missing is MissingPolicy.STRICT and not coverage.is_full
        items = self._items(key, measure, slot, first, last, observations)
        folds = rule is not None and observations and not strict
        state = _state(rule, observations, items) if rule is not None and folds else None
        op = self._op(slot, first, last, key, observations) if observations else _without(measure, slot, first, last)
        value = lowered(rule, state)
        doubts = slot.doubts_within(first, last)
        zero = _zero(rule, key, observations, doubts) if state is not None and value == NOTHING else ()
        return self._valued(
            key,
            measure,
            op,
            value,
            coverage=coverage,
            state=state,
            observations=observations,
            items=items,
            stale=self.is_stale(key, measure, coverage.lagging),
            names=slot.tree.names,
            is_told_blank=op is Op.NOT_APPLICABLE and slot.is_outside(first, last),
            own_findings=(*doubts, *zero),
            open_children=self._opener(op, key, measure, state, observations, settled),
            open_missing=lambda: slot.missing(first, last),
        )

    def _valued(self, key: Key, measure: Measure, op: Op, value: Lowered, **more: Any) -> Explanation:
        rule = self.rules.get(measure.rule)
        return Explanation(
            bound=key,
            label=self.index.labels.of(key),
            unit=rule.unit(measure.unit) if rule is not None else measure.unit,
            op=op,
            rule=measure.rule,
            exact=value.exact,
            status=value.status,
            counts=value.counts,
            **more,
        )

    def is_stale(self, key: Key, measure: Measure, lagging: date | None) -> bool:
        """Whether the figure of the one who is furthest behind is too old for *key*."""
        reported = self._reported_as(measure)
        return self.age.concerns(reported, key.kind) and self.age.is_stale(reported, key.period, lagging)

    def may_age(self, key: Key, measure: Measure) -> bool:
        """Whether figures of *measure* can be too old."""
        return self.age.concerns(self._reported_as(measure), key.kind)

    def _reported_as(self, measure: Measure) -> Measure:
        """The measure that says how often its figures come: itself, or the one whose figures it folds."""
        return measure if measure.reporting is not None else self.index.measures[self.index.base_of(measure.id)]

    def coverage(self, key: Key, measure: Measure, slot: Slot, first: int, last: int) -> Coverage:
        """Who reported in [first, last), and how old the figures are."""
        coverage = slot.coverage(first, last)
        if not self.may_age(key, measure):
            return coverage
        return evolve(coverage, lagging=slot.lagging(first, last))

    def _items(
        self, key: Key, measure: Measure, slot: Slot, first: int, last: int, observations: Sequence[Observation]
    ) -> Sequence[Item] | None:
        """What the rule is to see beside the figures; None where the figures are enough."""
        items, rule = slot.items_within(first, last), self.rules.get(measure.rule)
        if rule is None or not rule.judged or self.judge is None:
            return items
        plain = items if items is not None else [Item(observation=one) for one in observations]
        return [self._judged(item, key, measure) for item in plain]

    def _judged(self, item: Item, key: Key, measure: Measure) -> Item:
        if self.judge is None:
            return item
        one = item.observation
        target, status, met = self.judge(one.measure_id, one, self.is_stale(key, measure, spoken_of(one)))
        return evolve(item, target=target, status=status, met=met)

    def _op(self, slot: Slot, first: int, last: int, key: Key, observations: Sequence[Observation]) -> Op:
        if any(one.unit_id != key.unit for one in observations):
            return Op.FOLDED
        if observations[0].state is State.SETTLED:
            return Op.SETTLED
        if len(observations) > 1:
            return Op.ITEMS
        return Op.OWN if slot.nested and slot.has_figures(first + 1, last) else Op.OBSERVED

    def _opener(
        self, op: Op, key: Key, measure: Measure, state: Any, observations: Sequence[Observation], settled: bool
    ) -> Callable[[], tuple[Explanation, ...]]:
        if op is Op.OBSERVED:
            return tuple
        if op is Op.SETTLED:
            return lambda: (self._beside(key, measure),)
        if op is Op.ITEMS:
            plain = [Item(observation=one) for one in observations]
            return lambda: item_children(key, measure, self.rules[measure.rule], plain)
        if op is Op.OWN:
            rule = self.rules[measure.rule]
            return lambda: with_unallocated(key, measure, rule, state, self.below(key, measure, settled=settled))
        return lambda: self.below(key, measure, settled=settled)

    def combines(self, measure: Measure) -> bool:
        """Whether figures of units below become one of the unit; a rule that nobody knows hides none of them."""
        rule = self.rules.get(measure.rule)
        return rule is None or rule.combining

    def below(self, key: Key, measure: Measure, *, settled: bool, own: bool = True) -> tuple[Explanation, ...]:
        """The units directly below that report, or are to report, anything at or below them.

        Args:
            own: Whether what has moved to the unit itself is among them.
        """
        slot = self.index.slot(key, settled=settled)
        tree = slot.tree
        first, last = tree.interval(key.unit)
        here = slot.own(first) if slot.moved and own else ()
        if any(one.unit_id == key.unit for one in here):  # its own total, and what has moved here or below since
            return self._parts(key, measure, slot, first, last)
        below = tree.children.get(key.unit, ()) if self.combines(measure) else ()
        touched = [unit for unit in below if slot.is_touched(*tree.interval(unit))]
        found = {unit: self.explain(evolve(key, unit=unit), measure, settled=settled) for unit in touched}
        parts = self._parts(key, measure, slot, first, first + 1) if here else ()
        named = (evolve(child, label=f"{tree.names[unit]}: {child.label}") for unit, child in found.items())
        return (*parts, *named, *(() if here else self._added(key, measure, slot.added(first))))

    def _added(self, key: Key, measure: Measure, figures: Sequence[Observation]) -> tuple[Explanation, ...]:
        """What the unit itself adds to those below: nobody has said whose it is."""
        plain = [Item(observation=one) for one in figures]
        steps = item_children(key, measure, self.rules[measure.rule], plain) if plain else ()
        pairs = zip(steps, figures, strict=True)
        return tuple(evolve(step, label=f"{UNALLOCATED}, {one.version}{side_of(one, step)}") for step, one in pairs)

    def _parts(self, key: Key, measure: Measure, slot: Slot, first: int, last: int) -> tuple[Explanation, ...]:
        observations = slot.within(first, last)
        items = self._items(key, measure, slot, first, last, observations)
        plain = items if items is not None else [Item(observation=one) for one in observations]
        return item_children(key, measure, self.rules[measure.rule], plain)

    def _beside(self, key: Key, measure: Measure) -> Explanation:
        """What a settled figure stands before: the unit's own reported figure, else what the units below give."""
        slot = self.index.slot(key, settled=False)
        is_own = slot.has_own(slot.tree.start[key.unit])
        below = () if is_own else self.below(key, measure, settled=True, own=False)
        if not below or not self.index.settled_below(key):
            computed = self.explain(key, measure, settled=False)
        else:
            rule = self.rules[measure.rule]
            computed = self.combined(key, measure, rule, below)
        return evolve(computed, label=f"Beräknat: {computed.label}")

    def combined(self, key: Key, measure: Measure, rule: Rule[Any], children: tuple[Explanation, ...]) -> Explanation:
        """The fold of *children*, each the fold of a unit below *key*'s."""
        coverage = sum((child.coverage for child in children), Coverage())
        if self._cannot_combine(key, measure, children):
            return self._uncombined(key, measure, children, coverage)
        state = rule.identity
        for child in children:
            state = rule.combine(state, child.state) if child.state is not None else state
        strict = measure.missing is MissingPolicy.STRICT and not coverage.is_full
        value = lowered(rule, None if strict else state)
        flows = [
            child.lacking_months for child in children if child.lacking_months is not None and child.coverage.reported
        ]
        return self._valued(
            key,
            measure,
            Op.FOLDED,
            value,
            lacking_months=frozenset.intersection(*flows) if flows else None,
            coverage=coverage,
            state=None if strict else state,
            stale=any(child.stale for child in children),
            open_children=lambda: children,
        )

    def _cannot_combine(self, key: Key, measure: Measure, children: tuple[Explanation, ...]) -> bool:
        """Whether a child has a value without a state, or hides what is internal between two of them."""
        return any(child.state is None and child.exact is not None for child in children) or self.hides(key, measure)

    def hides(self, key: Key, measure: Measure) -> bool:
        """Whether the values of units below leave out what lies between them, so that they do not make the upper's."""
        plain = (key.internal or measure.internal) is Internal.GROSS or bool(key.within)
        return not plain and self.index.has_counterparties(key.measure)

    def less_internal(self, key: Key, measure: Measure, by_unit: Callable[[Key, Measure], Explanation]) -> Explanation:
        """The net at a unit whose parts are put together one by one: the gross, less their items within the unit."""
        eliminated = by_unit(evolve(key, internal=Internal.ELIMINATED, within=key.unit), measure)
        named = evolve(eliminated, label=f"Interna poster: {eliminated.label}")
        if (key.internal or measure.internal) is Internal.ELIMINATED:
            return evolve(named, bound=key)
        gross = by_unit(evolve(key, internal=Internal.GROSS), measure)
        return elimination.net(gross, named, key, self.rules[measure.rule])

    def _uncombined(
        self, key: Key, measure: Measure, children: tuple[Explanation, ...], coverage: Coverage
    ) -> Explanation:
        finding = NOT_COMBINED.at(measure.source, rule=measure.rule, cell=key.cell)
        blank = self._blank(key, measure, Op.MISSING)
        return evolve(blank, coverage=coverage, own_findings=(finding,), open_children=lambda: children)

    def _blank(self, key: Key, measure: Measure, op: Op) -> Explanation:
        return Explanation(bound=key, label=self.index.labels.of(key), unit=measure.unit, op=op, rule="")


def _state(rule: Rule[Any], observations: Sequence[Observation], items: Sequence[Item] | None) -> Any:
    return rule.fold(observations) if items is None else rule.fold_items(items)


def _without(measure: Measure, slot: Slot, first: int, last: int) -> Op:
    """How it is that [first, last) has no figures: there can be none, or somebody lacks one."""
    is_blank = measure.missing is MissingPolicy.BLANK or slot.is_outside(first, last)
    return Op.NOT_APPLICABLE if is_blank and not slot.coverage(first, last).expected else Op.MISSING


def _zero(
    rule: Rule[Any] | None, key: Key, observations: Sequence[Observation], doubts: Sequence[Finding]
) -> tuple[Finding, ...]:
    """Why there is no value although there are figures: what they are divided by is nought."""
    source = observations[0].source
    if rule is not None and rule.in_parts:
        return (DIVIDED_BY_ZERO.at(source, name=rule.title.sv, cell=key.cell),)
    if rule is not None and rule.weighted and not any(doubt.code is NEGATIVE_WEIGHT for doubt in doubts):
        return (WEIGHTS_ZERO.at(source, cell=key.cell),)
    return ()
