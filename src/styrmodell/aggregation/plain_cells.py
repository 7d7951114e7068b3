"""Plain cells: figures that are nothing but a fold of what lies at and below a unit.

A table asks for thousands of them. What decides how a figure is resolved is nearly always the same for all units of
one measure, period, kind, version and members: it is asked once for them all, and each cell is then a stretch of
their slot. Whatever is not plain is left to the order of resolution (evaluate.py), which gives the same of these.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from attrs import define, field, frozen

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold import UnitFold
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.slot import Slot
from styrmodell.model.ids import UnitId
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Dims, Measure, MissingPolicy, OverTime
from styrmodell.model.observation import Observation

# Of these a period as it was reported is the value as it stands.
_OVER_TIME = (None, OverTime.SUM, OverTime.LAST)
_NONE_LACKING = frozenset[int]()


@frozen(kw_only=True)
class _Stretches:
    """One slot whose cells are plain.

    Attributes:
        gather: Gives the rule's state of figures; *lower* its value.
        missing: Who lacks a figure in a stretch; *below* the cells a cell is made of.
        dates: The figures' dates where all are dated and none is estimated, so that they alone tell the coverage.
        lacking: Of a flow, that no month is lacking.
    """

    measure: Measure
    slot: Slot
    label: str
    unit: str
    gather: Callable[[Sequence[Observation]], Any]
    lower: Callable[[Any], Any]
    missing: Callable[[int, int], tuple[UnitId, ...]]
    below: Callable[[Key, Measure], tuple[Explanation, ...]]
    dates: tuple[date, ...] | None
    lacking: frozenset[int] | None
    is_strict: bool

    def cell(self, key: Key) -> Explanation | None:
        """The figure at *key*'s unit; None where there is something to tell of it."""
        slot = self.slot
        first = slot.tree.start.get(key.unit)
        if first is None:
            return None
        last = slot.tree.end[first]
        low, high = bisect_left(slot.positions, first), bisect_left(slot.positions, last)
        if low == high:
            return None
        observations = slot.observations[low:high]
        coverage = self._coverage(first, last, low, high)
        value = self.lower(state := self.gather(observations))
        is_short = self.is_strict and coverage.reported != coverage.expected
        if is_short or (type(value) is not Decimal and type(value) is not Fraction):
            return None
        is_own = slot.positions[low] == first
        return Explanation(
            bound=key,
            label=self.label,
            unit=self.unit,
            op=Op.OBSERVED if is_own else Op.FOLDED,
            rule=self.measure.rule,
            exact=value,
            coverage=coverage,
            state=state,
            observations=observations,
            lacking_months=self.lacking,
            names=slot.tree.names,
            open_children=tuple if is_own else partial(self.below, key, self.measure),
            open_missing=partial(self.missing, first, last),
        )

    def _coverage(self, first: int, last: int, low: int, high: int) -> Coverage:
        if self.dates is None:
            return self.slot.coverage(first, last)
        dates, expected = self.dates[low:high], self.slot.expected
        return Coverage(
            reported=high - low,
            expected=bisect_left(expected, last) - bisect_left(expected, first),
            oldest=min(dates),
            newest=max(dates),
        )


@define(kw_only=True, eq=False)
class PlainCells:
    """Evaluates plain cells.

    Attributes:
        fold: The fold over units that all others go through, too.
    """

    fold: UnitFold
    _known: dict[tuple[str, str, Kind, str, Dims], _Stretches | None] = field(factory=dict)
    # One for all: a method asked for is made anew each time.
    _below: Callable[[Key, Measure], tuple[Explanation, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._below = partial(self.fold.below, settled=True)

    def find(self, key: Key, measure: Measure) -> Explanation | None:
        """The figure at *key*, the same that the order of resolution gives; None where it is not plain."""
        if key.ie or key.internal is not None:
            return None
        asked = (key.measure, key.period.text, key.kind, key.version, key.dims)
        found = self._known.get(asked)
        if found is None and asked not in self._known:
            found = self._known[asked] = self._made(key, measure)
        return None if found is None else found.cell(key)

    def _made(self, key: Key, measure: Measure) -> _Stretches | None:
        index, rule = self.fold.index, self.fold.rules.get(measure.rule)
        if rule is None or not _is_plain(rule, measure) or not _is_innermost(index, key):
            return None
        if index.filed.settled or index.additions(key) is not None or (rule.parts and index.may_share(key)):
            return None
        slot = index.slot(key)
        is_simple = slot.matched and not slot.nested and slot.items is None and not slot.doubts
        if not is_simple or self.fold.may_age(key, measure):
            return None
        dates = tuple(day for day in slot.dates if day is not None)
        return _Stretches(
            measure=measure,
            slot=slot,
            label=index.labels.of(key),
            unit=rule.unit(measure.unit),
            gather=rule.gather or rule.fold,
            lower=rule.lower,
            missing=slot.missing,
            below=self._below,
            dates=None if slot.guessed or len(dates) < len(slot.dates) else dates,
            lacking=_NONE_LACKING if measure.over_time is OverTime.SUM else None,
            is_strict=measure.missing is MissingPolicy.STRICT,
        )


def _is_plain(rule: Rule[Any], measure: Measure) -> bool:
    """Whether figures of *measure* are folded over units, and nothing else is done with them."""
    return (
        measure.definition is None
        and not measure.not_applicable
        and measure.internal is Internal.GROSS
        and measure.over_time in _OVER_TIME
        and rule.combining
        and not rule.judged
    )


def _is_innermost(index: PlanIndex, key: Key) -> bool:
    """Whether *key*'s members are known, and none of them has parts."""
    splits = index.splits
    return all(name in splits and splits[name].parts.get(member) == () for name, member in key.dims)
