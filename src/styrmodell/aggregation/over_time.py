"""Over time: a period made of those that were reported.

A flow is summed, of a stock the last stands, a ratio is that of the sums, a mean weighs each period by its months.
The organisation is folded within each period first: the mean over a year of how many worked is the mean of the
months' sums, and a unit that came in July counts for half of it.

A period that was itself reported stands. Where some units report months and others quarters, each is put together in
its own way before they are folded. What does not fit (a tertial asked of quarters) is missing, and told.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import define, evolve

from styrmodell.aggregation import periods_put_together as put_together
from styrmodell.aggregation.compare import differs, figure_text
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.fold import UnitFold
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.tiling import Tiling, tile
from styrmodell.aggregation.time_codes import PERIOD_DIFFERS, PERIODS_DO_NOT_FIT, TIME_NOT_SAID
from styrmodell.finding import Code
from styrmodell.model.measure import Measure, OverTime
from styrmodell.model.period import Period
from styrmodell.model.period_shift import Shift, Span
from styrmodell.source import Source

_SHIFTS: Mapping[OverTime | None, Shift] = MappingProxyType(
    {
        OverTime.YEAR_TO_DATE: Shift(span=Span.YEAR_TO_DATE),
        OverTime.ROLLING_12: Shift(span=Span.ROLLING_12),
    }
)
_FLOWS = (OverTime.SUM, OverTime.YEAR_TO_DATE, OverTime.RATIO)


@define(kw_only=True, eq=False)
class TimeFold:
    """Puts periods together where the one that is asked for was not reported.

    Attributes:
        fold: The fold over units, within each period.
    """

    fold: UnitFold

    def explain(self, key: Key, measure: Measure) -> Explanation:
        """The value at *key*: as it was reported for the period, else from those that make it.

        A measure of the year so far, or of rolling twelve months, is asked for by the month it goes until.
        """
        window = _SHIFTS.get(measure.over_time, Shift()).of(key.period)
        asked = evolve(key, period=window)
        others = self._others(asked)
        if not others:
            return _named(self.fold.explain(asked, measure), key)
        return _named(self._put_together(asked, measure, others), key)

    def _others(self, key: Key) -> list[Period]:
        """The periods with figures at or below the unit that share months with *key*'s, itself left out."""
        window = key.period
        sharing = (p for p in self.fold.index.periods(key) if p.overlaps(window) and p != window and not p.rolling)
        return [period for period in sharing if self._places(key, period)]

    def _places(self, key: Key, period: Period) -> tuple[str, ...]:
        """The units whose figures of *period* count at *key*'s unit."""
        slot = self.fold.index.slot(evolve(key, period=period))
        if key.unit not in slot.tree.start:
            return ()
        return tuple(slot.tree.order[at] for at in slot.places(*slot.tree.interval(key.unit)))

    def _put_together(self, key: Key, measure: Measure, others: list[Period]) -> Explanation:
        parts = [period for period in others if period in key.period]
        crossing = [period for period in others if period not in key.period]
        whole = self._places(key, key.period)
        if whole and self._covered(key, whole, parts):
            return self._compared(key, measure, tile(key.period, parts))
        tiling = tile(key.period, parts)
        uneven = bool(whole) or not self._covered(key, self._units(key, tiling.pieces), parts)
        if uneven and self._goes_by_unit(key, measure):
            return self._by_unit(key, measure)
        if whole:
            return self.fold.explain(key, measure)
        if measure.over_time is None:
            return self._untold(key, measure, TIME_NOT_SAID, others)
        unused = [part for part in parts if part not in tiling.pieces]
        return self._of(key, measure, tiling, crossing, unused)

    def _of(
        self, key: Key, measure: Measure, tiling: Tiling, crossing: list[Period], unused: list[Period]
    ) -> Explanation:
        """The value from the pieces of *tiling*, or the difference of two accumulated ones.

        Args:
            crossing: Reported periods that begin before the asked one or end after it.
            unused: Those inside it that overlap its pieces.
        """
        in_gaps = [one for one in (*crossing, *unused) if any(one.overlaps(gap) for gap in tiling.gaps)]
        if measure.over_time is OverTime.LAST:
            return self._last(key, measure, in_gaps)
        if in_gaps and measure.over_time in _FLOWS:
            found = self._difference(key, measure, crossing)
            if found is not None:
                return found
        if in_gaps:
            return self._untold(key, measure, PERIODS_DO_NOT_FIT, (*tiling.pieces, *in_gaps))
        steps = tuple(self._piece(key, measure, piece) for piece in tiling.in_order)
        made = put_together.mean if measure.over_time not in _FLOWS else put_together.total
        return self._aged(made(self.fold, key, measure, steps), key, measure, steps)

    def _piece(self, key: Key, measure: Measure, period: Period) -> Explanation:
        """One of the periods that make *key*'s; a flow's is in turn compared with what makes it."""
        asked = evolve(key, period=period)
        return self.explain(asked, measure) if measure.over_time is OverTime.SUM else self.fold.explain(asked, measure)

    def _last(self, key: Key, measure: Measure, in_gaps: list[Period]) -> Explanation:
        """The last reported level within the period; of two that end together, the shorter."""
        inside = [p for p in self._others(key) if p in key.period]
        if not inside:
            return self._untold(key, measure, PERIODS_DO_NOT_FIT, in_gaps)
        last = max(inside, key=lambda period: (period.last, period.first))
        step = self.fold.explain(evolve(key, period=last), measure)
        return self._aged(put_together.last(self.fold, key, measure, step), key, measure, (step,))

    def _difference(self, key: Key, measure: Measure, crossing: Iterable[Period]) -> Explanation | None:
        """What an accumulated figure has beyond the one before it; None where there are no such two."""
        rule = self.fold.rules.get(measure.rule)
        if rule is None or rule.subtract is None or not rule.adding:
            return None
        candidates = [one for one in crossing if one.last == key.period.last and one.first < key.period.first]
        for longer in sorted(candidates, key=lambda one: one.months):
            shorter = Period(first=longer.first, last=key.period.first - 1)
            if set(self._places(key, shorter)) == set(self._places(key, longer)):
                steps = [self.fold.explain(evolve(key, period=one), measure) for one in (longer, shorter)]
                return self._aged(put_together.difference(self.fold, key, measure, *steps), key, measure, steps[:1])
        return None

    def _compared(self, key: Key, measure: Measure, tiling: Tiling) -> Explanation:
        """What was reported for the whole period, compared with its parts where they make all of it."""
        whole = self.fold.explain(key, measure)
        if measure.over_time is not OverTime.SUM or tiling.gaps or not tiling.pieces:
            return whole
        steps = tuple(self._piece(key, measure, piece) for piece in tiling.pieces)
        summed = put_together.total(self.fold, key, measure, steps)
        if not summed.coverage.is_full or not differs(summed, whole):
            return whole
        source = next(iter(whole.sources), Source())
        words = {"reported": figure_text(whole), "computed": figure_text(summed), "cell": key.cell}
        return evolve(whole, own_findings=(*whole.own_findings, PERIOD_DIFFERS.at(source, **words)))

    def _units(self, key: Key, pieces: Iterable[Period]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(unit for piece in pieces for unit in self._places(key, piece)))

    def _covered(self, key: Key, units: tuple[str, ...], parts: Iterable[Period]) -> bool:
        """Whether everyone who reported one of *parts* is among *units*, or above or below one of them."""
        tree = self.fold.index.orders.tree(key.period)
        known = set(units)
        others = [unit for unit in self._units(key, parts) if unit not in known]
        starts = [tree.start[unit] for unit in units if unit in tree.start]
        return all(_is_related(tree.start.get(unit, -1), starts, tree.end) for unit in others)

    def _goes_by_unit(self, key: Key, measure: Measure) -> bool:
        rule = self.fold.rules.get(measure.rule)
        slot = self.fold.index.slot(key)
        if rule is None or not rule.combining or not slot.tree.children.get(key.unit, ()):
            return False
        return not any(key.unit == unit for unit in self._units(key, [key.period, *self._others(key)]))

    def _by_unit(self, key: Key, measure: Measure) -> Explanation:
        """Each unit directly below in its own way, and then folded."""
        tree = self.fold.index.orders.tree(key.period)
        found = {unit: self.explain(evolve(key, unit=unit), measure) for unit in tree.children[key.unit]}
        named = (evolve(child, label=f"{tree.names[unit]}: {child.label}") for unit, child in found.items())
        touched = tuple(child for child in named if child.exact is not None or child.coverage.expected)
        return self.fold.combined(key, measure, self.fold.rules[measure.rule], touched)

    def _aged(self, made: Explanation, key: Key, measure: Measure, steps: Iterable[Explanation]) -> Explanation:
        """Told whether it is stale: by its last period with a figure, since earlier ones are old by nature."""
        lagging = next((step.coverage.lagging for step in reversed(tuple(steps)) if step.observations), None)
        coverage = evolve(made.coverage, lagging=lagging)
        return evolve(made, coverage=coverage, stale=self.fold.is_stale(key, measure, lagging))

    def _untold(self, key: Key, measure: Measure, code: Code, reported: Iterable[Period]) -> Explanation:
        """No value, and why."""
        missing = self.fold.explain(key, measure)
        listed = ", ".join(period.text for period in sorted(set(reported)))
        words = {"asked": key.period.text, "reported": listed, "cell": key.cell, "measure": measure.id}
        finding = code.at(measure.source, **words)
        return evolve(missing, own_findings=(*missing.own_findings, finding))


def _is_related(position: int, starts: list[int], end: tuple[int, ...]) -> bool:
    """Whether *position* is at, above or below one of *starts*."""
    if position < 0:
        return True  # not in the order of that time: it counts nowhere
    return any(start <= position < end[start] or position <= start < end[position] for start in starts)


def _named(found: Explanation, key: Key) -> Explanation:
    return found if found.bound == key else evolve(found, bound=key)
