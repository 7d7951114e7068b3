"""Rolling up dimensions: the sum of the parts, the reported total, and which of them stands.

Dimensions are taken in the order the measure lists them, outermost first. At each the sum of complete parts stands,
and a total reported for the member itself is compared with it; where the parts are incomplete the total stands.
The total is resolved along the dimensions that remain: income and cost reported for SUMMA give its net.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import reduce
from typing import Any

from attrs import define, evolve, field

from styrmodell.aggregation.codes import TOTAL_DIFFERS
from styrmodell.aggregation.compare import differs, figure_text
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.lowered import NOTHING, Lowered, lowered
from styrmodell.aggregation.over_time import TimeFold
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.time_codes import NOT_COMBINED
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.source import Source


@define(kw_only=True, eq=False)
class RollUp:
    """Resolves keys of measures that are not derived.

    Attributes:
        resolve: The whole order of resolution, which keeps what it has computed.
    """

    index: PlanIndex
    rules: Mapping[str, Rule[Any]]
    time: TimeFold
    resolve: Callable[[Key], Explanation]
    _known: dict[tuple[Key, int], Explanation] = field(factory=dict)

    def explain(self, key: Key, measure: Measure) -> Explanation:
        """The value at *key*: rolled up when a member of it has parts, else folded over units."""
        return self._from(key, measure, 0)

    def _from(self, key: Key, measure: Measure, start: int) -> Explanation:
        """The value at *key* when the dimensions before *start* are taken as they are reported."""
        found = self._known.get((key, start)) if start else None
        if found is None:
            found = self._resolve(key, measure, start)
            if start:
                self._known[(key, start)] = found
        return found

    def _resolve(self, key: Key, measure: Measure, start: int) -> Explanation:
        if key.unit not in self.index.orders.tree(key.period).start:
            return self._blank(key, measure, Op.NOT_THERE)
        if _matches(measure, key):
            return self._blank(key, measure, Op.NOT_APPLICABLE)
        inner = self._outermost_inner(key, start) if self._puts_together(measure) else None
        if inner is None:
            return self.time.explain(key, measure)
        place, parts = inner
        if self.index.settled_below(key) and self._differ_below(key, measure):
            rolled = self._by_unit(key, measure)
        else:
            children = tuple(self._part(key, measure, start, place, part) for part in parts)
            summed = self._combine(key, measure, children, Op.ROLLED_UP)
            total = self._from(key, measure, place + 1)
            by_code = self._is_by_code(key, place)
            rolled = (self._of_codes if by_code else self._choose)(key, measure, summed, total)
        return self._settled(key, measure, rolled) if self.index.settled_at(key) else rolled

    def _puts_together(self, measure: Measure) -> bool:
        rule = self.rules.get(measure.rule)
        return rule is None or rule.parts

    def _settled(self, key: Key, measure: Measure, computed: Explanation) -> Explanation:
        """What was settled for the whole, with what its parts give beside it."""
        found = self.time.fold.explain(key, measure)
        beside = evolve(computed, label=f"Beräknat: {computed.label}")
        return evolve(found, open_children=lambda: (beside,))

    def _part(self, key: Key, measure: Measure, start: int, place: int, part: str) -> Explanation:
        dims = (*key.dims[:place], (key.dims[place][0], part), *key.dims[place + 1 :])
        child = evolve(key, dims=dims)
        return self._from(child, measure, start) if start else self.resolve(child)

    def _outermost_inner(self, key: Key, start: int) -> tuple[int, tuple[str, ...]] | None:
        """From *start* on, the first dimension whose member has parts: its place, and the parts."""
        for place in range(start, len(key.dims)):
            dimension, member = key.dims[place]
            parts = self.index.splits[dimension].parts[member]
            if parts:
                return place, parts
        return None

    def _is_by_code(self, key: Key, place: int) -> bool:
        """Whether the parts are single codes of a leaf, of which nobody knows that they are all."""
        name, member = key.dims[place]
        split = self.index.splits[name]
        return not split.codes.isdisjoint(split.parts[member])

    def _of_codes(self, key: Key, measure: Measure, summed: Explanation, total: Explanation) -> Explanation:
        """What is reported for the leaf itself; where that is nothing, the codes that came."""
        if total.exact is None or total.state is None:
            return summed
        # Where nobody else is expected, coverage cannot tell who reports in another way.
        is_blank = measure.missing is MissingPolicy.BLANK
        if (measure.is_owned or is_blank or not total.coverage.is_full) and self._differ_below(key, measure):
            return self._by_unit(key, measure)
        return evolve(total, op=Op.TOTAL) if total.op is Op.OBSERVED else total

    def _choose(self, key: Key, measure: Measure, summed: Explanation, total: Explanation) -> Explanation:
        """Which stands: the sum of the parts or the total reported for the member itself."""
        if total.exact is None or total.state is None:
            return summed
        # Where nobody else is expected, coverage cannot tell who reports in another way.
        is_blank = measure.missing is MissingPolicy.BLANK
        is_split = is_blank and differs(summed, total) and self._differ_below(key, measure)
        if summed.exact is not None and summed.coverage.is_full and not is_split:
            return _compared(key, summed, total)
        is_unsure = measure.is_owned or is_blank or not total.coverage.is_full
        if is_unsure and self._differ_below(key, measure):
            return self._by_unit(key, measure)
        part, whole = summed.coverage, total.coverage
        if summed.exact is not None and whole.reported * part.expected <= part.reported * whole.expected:
            return summed  # both lack something, and the parts lack no more
        return evolve(total, op=Op.TOTAL) if total.op is Op.OBSERVED else total

    def _differ_below(self, key: Key, measure: Measure) -> bool:
        """Whether units below may report in different ways, some the parts and some the total."""
        rule = self.rules.get(measure.rule)
        combining = rule is not None and rule.combining
        return (
            combining
            and bool(self.index.orders.tree(key.period).children[key.unit])
            and not self.index.reports_itself(key)
        )

    def _by_unit(self, key: Key, measure: Measure) -> Explanation:
        """Each unit directly below resolved in its own way, and then folded."""
        if self.time.fold.hides(key, measure):
            return self.time.fold.less_internal(key, measure, self._by_unit)
        tree = self.index.orders.tree(key.period)
        found = {unit: self.resolve(evolve(key, unit=unit)) for unit in tree.children[key.unit]}
        named = (evolve(child, label=f"{tree.names[unit]}: {child.label}") for unit, child in found.items())
        touched = tuple(child for child in named if child.exact is not None or child.coverage.expected)
        return self.time.fold.combined(key, measure, self.rules[measure.rule], touched)

    def _combine(self, key: Key, measure: Measure, children: tuple[Explanation, ...], op: Op) -> Explanation:
        rule = self.rules.get(measure.rule)
        coverage = sum((child.coverage for child in children), Coverage())
        lost = any(child.state is None and child.exact is not None and not _is_empty(child) for child in children)
        states = [child.state for child in children if child.state is not None]
        blank = rule is None or lost or (measure.missing is MissingPolicy.STRICT and not coverage.is_full)
        state = None if rule is None or blank else reduce(rule.combine, states, rule.identity)
        value = lowered(rule, state)
        if value == NOTHING and all(_is_empty(child) for child in children):
            state = None
            if measure.missing is MissingPolicy.BLANK:
                op = Op.NOT_APPLICABLE  # nobody has told of the whole either
            else:
                value = Lowered(exact=Fraction(0))  # a sum of only what cannot be is nothing, not unknown
        return evolve(
            self._blank(key, measure, op),
            rule=measure.rule,
            unit=rule.unit(measure.unit) if rule is not None else measure.unit,
            exact=value.exact,
            status=value.status,
            counts=value.counts,
            coverage=coverage,
            state=state,
            lacking_months=_lacking(children),
            stale=any(child.stale for child in children),
            own_findings=(NOT_COMBINED.at(measure.source, rule=measure.rule, cell=key.cell),) if lost else (),
            open_children=lambda: children,
        )

    def _blank(self, key: Key, measure: Measure, op: Op) -> Explanation:
        return Explanation(bound=key, label=self.index.labels.of(key), unit=measure.unit, op=op, rule="")


def _matches(measure: Measure, key: Key) -> bool:
    """Whether one of the measure's patterns says that there is no figure here by nature."""
    if not measure.not_applicable:
        return False
    members = set(key.dims)
    return any(set(pattern) <= members for pattern in measure.not_applicable)


def _lacking(children: tuple[Explanation, ...]) -> frozenset[int] | None:
    """The months that some part with figures lacks; None where no part is a flow."""
    flows = [child.lacking_months for child in children if child.lacking_months is not None and child.coverage.reported]
    return frozenset[int]().union(*flows) if flows else None


def _is_empty(explanation: Explanation) -> bool:
    """Whether there is nothing by nature: no figure can be there, or it is a sum of only such."""
    nothing = explanation.op is Op.ROLLED_UP and explanation.state is None and explanation.exact == 0
    return nothing or not explanation.is_applicable


def _compared(key: Key, summed: Explanation, total: Explanation) -> Explanation:
    if not differs(summed, total):
        return summed
    source = next(iter(total.sources), Source())
    reported, computed = figure_text(total), figure_text(summed)
    finding = TOTAL_DIFFERS.at(source, reported=reported, computed=computed, cell=key.cell)
    return evolve(summed, own_findings=(*summed.own_findings, finding))
