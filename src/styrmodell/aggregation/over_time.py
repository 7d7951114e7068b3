"""Over time: a period made of those that were reported.

A flow is summed, of a stock the last stands, a ratio is that of the sums, a mean weighs each period by its months.
The organisation is folded within each period first: the mean over a year of how many worked is the mean of the
months' sums, and a unit that came in July counts for half of it.

A period that was itself reported stands. Where some units report months and others quarters, each is put together in
its own way before they are folded. What does not fit (a tertial asked of quarters) is missing, and told.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import define, evolve, field

from styrmodell.aggregation import periods_put_together as put_together
from styrmodell.aggregation.added_over_time import AddedOverTime
from styrmodell.aggregation.additions import FLOWS
from styrmodell.aggregation.compare import differs, figure_text
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold import UnitFold
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.newer_parts import NewerParts
from styrmodell.aggregation.periods_put_together import Steps
from styrmodell.aggregation.reported_periods import ReportedPeriods, find_reported
from styrmodell.aggregation.tiling import Tiling, stretches, tile
from styrmodell.aggregation.time_codes import PERIOD_DIFFERS, PERIOD_WITHIN, PERIODS_DO_NOT_FIT, TIME_NOT_SAID
from styrmodell.finding import Code
from styrmodell.model.ids import UnitId
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
# A month that is lacking makes them less.
_AMOUNTS = (OverTime.SUM, OverTime.YEAR_TO_DATE)
_MEANS = (OverTime.MEAN, OverTime.ROLLING_12)


@define(kw_only=True, eq=False)
class TimeFold:
    """Puts periods together where the one that is asked for was not reported.

    Attributes:
        fold: The fold over units, within each period.
    """

    fold: UnitFold
    _added: AddedOverTime = field(init=False)
    _newer: NewerParts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._added = AddedOverTime(fold=self.fold)
        self._newer = NewerParts(index=self.fold.index)

    def explain(self, key: Key, measure: Measure) -> Explanation:
        """The value at *key*: as it was reported for the period, else from those that make it.

        A measure of the year so far, or of rolling twelve months, is asked for by the month it goes until.
        """
        shift = _SHIFTS.get(measure.over_time)
        window = shift.of(key.period) if shift is not None else key.period
        asked = key if window == key.period else evolve(key, period=window)
        found = self._added.told(self._explain(asked, measure), asked, measure)
        return found if found.bound == key else evolve(found, bound=key)

    def _whole(self, key: Key, measure: Measure) -> Explanation:
        """The period as it was reported: a flow then lacks no month."""
        found = self.fold.explain(key, measure)
        if not found.observations:
            return found
        found = self._added.whole(found, key, measure)
        if measure.over_time in _MEANS:
            return evolve(found, mean_of=(put_together.months_in(found), key.period.months))
        return evolve(found, lacking_months=frozenset()) if measure.over_time in _AMOUNTS else found

    def _explain(self, key: Key, measure: Measure) -> Explanation:
        rule = self.fold.rules.get(measure.rule)
        if rule is None or not rule.parts or not self.fold.index.may_share(key):
            return self._whole(key, measure)
        found = find_reported(self.fold.index, key, folds=rule.combining)
        if found.is_plain:
            return self._whole(key, measure)
        if self.fold.index.settled_at(key):
            return self._settled(key, measure, found)
        return self._put_together(key, measure, found)

    def _settled(self, key: Key, measure: Measure, found: ReportedPeriods) -> Explanation:
        """What was settled for the period, with what its parts give beside it."""
        settled = self.fold.explain(key, measure)
        slot = self.fold.index.slot(key, settled=False, carried=False)
        if slot.has_own(slot.tree.start[key.unit]):
            return settled  # the unit reported the period, too
        below = slot.tree.children.get(key.unit, ()) if self.fold.combines(measure) else ()
        others = tuple(unit for child in below for unit in self._units(evolve(key, unit=child), measure, key.period))
        computed = self._put_together(key, measure, evolve(found, whole=others))
        beside = evolve(computed, label=f"Beräknat: {computed.label}")
        told = self._newer.told(settled, key, evolve(found, whole=(key.unit,)))
        return evolve(told, open_children=lambda: (beside,))

    def _put_together(self, key: Key, measure: Measure, found: ReportedPeriods) -> Explanation:
        if key.unit in found.whole:
            return self._compared(key, measure, found)
        if not found.own.is_plain:
            return self._of_own(key, measure, found)
        if measure.over_time is None and not found.whole:
            return self._untold(key, measure, TIME_NOT_SAID, (*found.parts, *found.crossing))
        tiling = tile(key.period, found.parts)
        if self._has_below(key, measure) and self._differ_below(key, measure, found, tiling):
            return self._by_unit(key, measure)
        if measure.over_time is not None and not tiling.gaps and self._newer.make_all(key, found, tiling.pieces):
            return self._of(key, measure, evolve(found, whole=()), tiling)
        if found.whole:
            return self._newer.told(self._whole(key, measure), key, found)
        return self._of(key, measure, found, tiling)

    def _differ_below(self, key: Key, measure: Measure, found: ReportedPeriods, tiling: Tiling) -> bool:
        """Whether the units below are each to be put together in their own way."""
        if found.is_uneven(tiling) or self._added.is_below(key, measure):
            return True
        rule = self.fold.rules[measure.rule]
        # Where the values of units do not combine to that of the whole, what was reported for all of it stands.
        combines = rule.adding or measure.over_time is OverTime.LAST or (measure.over_time in _MEANS and rule.scale)
        return bool(combines) and self._newer.is_below(key, found)

    def _of_own(self, key: Key, measure: Measure, found: ReportedPeriods) -> Explanation:
        """From what a unit reports itself, which stands for all below it; between its own, from those below."""
        own, over_time = found.own, measure.over_time
        tiling = tile(key.period, own.parts)
        below = [one for one in (*found.parts, *found.crossing) if one not in own.parts and one not in own.crossing]
        if over_time is None and not found.whole:
            return self._untold(key, measure, TIME_NOT_SAID, (*found.parts, *found.crossing))
        is_filled = any(one.overlaps(gap) for one in below for gap in tiling.gaps)
        if not own.parts or not is_filled or over_time in (None, OverTime.LAST):
            return self._of(key, measure, own, tiling)
        return self._made(key, measure, stretches(key.period, tiling.pieces))

    def _of(self, key: Key, measure: Measure, found: ReportedPeriods, tiling: Tiling) -> Explanation:
        """The value from the pieces of *tiling*, or the difference of two accumulated ones."""
        unused = (period for period in (*found.parts, *found.crossing) if period not in tiling.pieces)
        in_gaps = [one for one in unused if any(one.overlaps(gap) for gap in tiling.gaps)]
        if measure.over_time is OverTime.LAST:
            return self._last(key, measure, found, in_gaps)
        if in_gaps:
            made = self._difference(key, measure, found) if measure.over_time in FLOWS else None
            return made or self._untold(key, measure, _misfit(key, in_gaps), (*tiling.pieces, *in_gaps))
        return self._made(key, measure, tiling.in_order)

    def _made(self, key: Key, measure: Measure, periods: Iterable[Period]) -> Explanation:
        pieces = tuple(periods)
        steps = self._steps(key, measure, pieces)
        made = put_together.total if measure.over_time in FLOWS else put_together.mean
        found = self._aged(made(self.fold, key, measure, steps), key, measure, steps)
        return self._added.doubted(found, key, measure, pieces)

    def _steps(self, key: Key, measure: Measure, pieces: Iterable[Period]) -> Steps:
        """*pieces*, and what adds to their sum and to none of them."""
        pieces = tuple(pieces)
        steps = (self._piece(key, measure, period) for period in pieces)
        return (*steps, *self._added.steps(key, measure, pieces))

    def _piece(self, key: Key, measure: Measure, period: Period) -> Explanation:
        """One of the periods that make *key*'s; in turn compared with what makes it."""
        return self._explain(evolve(key, period=period), measure)

    def _last(self, key: Key, measure: Measure, found: ReportedPeriods, in_gaps: list[Period]) -> Explanation:
        """The last reported level within the period; of two that end together, the shorter."""
        if not found.parts:
            return self._untold(key, measure, _misfit(key, in_gaps), in_gaps)
        step = self.fold.explain(evolve(key, period=max(found.parts, key=_last_and_shortest)), measure)
        return self._aged(put_together.last(self.fold, key, measure, step), key, measure, (step,))

    def _difference(self, key: Key, measure: Measure, found: ReportedPeriods) -> Explanation | None:
        """What an accumulated figure has beyond the one before it; None where there are no such two."""
        rule = self.fold.rules[measure.rule]
        if rule.subtract is None or not rule.adding:
            return None
        ends = [one for one in found.crossing if one.last == key.period.last and one.first < key.period.first]
        pairs = [(one, Period(first=one.first, last=key.period.first - 1)) for one in sorted(ends, key=_length)]
        for longer, shorter in pairs:
            if set(found.crossing[longer]) == set(self._units(key, measure, shorter)):
                steps = [self.fold.explain(evolve(key, period=one), measure) for one in (longer, shorter)]
                return self._aged(put_together.difference(self.fold, key, measure, *steps), key, measure, steps[:1])
        # Not the same units in both: each that has the two is told apart from those that lack one.
        return self._by_unit(key, measure) if pairs and self._has_below(key, measure) else None

    def _units(self, key: Key, measure: Measure, period: Period) -> tuple[str, ...]:
        folds = self.fold.rules[measure.rule].combining
        return find_reported(self.fold.index, evolve(key, period=period), folds=folds).whole

    def _compared(self, key: Key, measure: Measure, found: ReportedPeriods) -> Explanation:
        """What the unit itself reported for the whole period, unless it has told all of it anew by its parts.

        Else it is compared with its parts where they make all of it.
        """
        newer = self._newer.of(key, key.unit, found.parts)
        tiling = tile(key.period, newer or found.parts)
        if newer and not tiling.gaps and measure.over_time is not None:
            anew = dict.fromkeys(newer, (key.unit,))
            return self._of(key, measure, evolve(found, whole=(), parts=anew, crossing={}), tiling)
        whole = self._whole(key, measure)
        if newer:
            return self._newer.told(whole, key, evolve(found, whole=(key.unit,)))
        if measure.over_time is not OverTime.SUM or tiling.gaps or not tiling.pieces:
            return whole
        summed = put_together.total(self.fold, key, measure, self._steps(key, measure, tiling.pieces))
        if not summed.coverage.is_full or not differs(summed, whole):
            return whole
        source = next(iter(whole.sources), Source())
        words = {"reported": figure_text(whole), "computed": figure_text(summed), "cell": key.cell}
        return evolve(whole, own_findings=(*whole.own_findings, PERIOD_DIFFERS.at(source, **words)))

    def _has_below(self, key: Key, measure: Measure) -> bool:
        """Whether there are units below whose figures the rule folds."""
        tree = self.fold.index.orders.tree(key.period)
        return self.fold.rules[measure.rule].combining and bool(tree.children.get(key.unit, ()))

    def _by_unit(self, key: Key, measure: Measure) -> Explanation:
        """Each unit directly below in its own way, for the months that it was not elsewhere, and then folded."""
        if self.fold.hides(key, measure):
            return self.fold.less_internal(key, measure, self._by_unit)
        found = (self._of_one(key, measure, unit, when) for unit, when in self._when_below(key, measure))
        touched = tuple(child for child in found if child.exact is not None or child.coverage.expected)
        made = self._combined(key, measure, touched, self._added.above(key, measure))
        return self._added.doubted(made, key, measure)

    def _combined(self, key: Key, measure: Measure, touched: Steps, added: Steps) -> Explanation:
        """The fold of the units below, and what the upper one adds to them."""
        rule = self.fold.rules[measure.rule]
        if measure.over_time is OverTime.LAST:
            return self.fold.combined(key, measure, rule, (*put_together.of_the_end(touched), *added))
        if measure.over_time not in _MEANS or rule.scale is None:
            return self.fold.combined(key, measure, rule, (*touched, *added))
        told = frozenset[int]().union(*(child.mean_of[0] for child in touched if child.mean_of))
        parts = (*(put_together.part_of_mean(child, rule, len(told)) for child in touched), *added)
        return evolve(self.fold.combined(key, measure, rule, parts), mean_of=(told, len(told)) if told else None)

    def _when_below(self, key: Key, measure: Measure) -> Iterator[tuple[str, Period]]:
        """The units directly below, and when. One that reported the whole of the period counts where it last stood."""
        window, orders = key.period, self.fold.index.orders
        last = orders.tree(window).children.get(key.unit, ())
        for unit, stays in orders.below(key.unit, window).items():
            is_whole = measure.over_time is None or unit in self._units(evolve(key, unit=unit), measure, window)
            for run in ((window,) if unit in last else ()) if is_whole else stays:
                if measure.over_time is not OverTime.LAST or run.last == window.last:
                    yield unit, run

    def _of_one(self, key: Key, measure: Measure, unit: str, when: Period) -> Explanation:
        asked = evolve(key, unit=unit, period=when)
        child = self._explain(asked, measure)
        child = child if when == key.period else self._added.told(child, asked, measure)
        # That it reports less often than the others is no fault of the question: it is missing, by name.
        told = tuple(finding for finding in child.own_findings if finding.code is not PERIOD_WITHIN)
        child = child if len(told) == len(child.own_findings) else evolve(child, own_findings=told)
        name = self.fold.index.units[UnitId(unit)].name
        return evolve(child, label=f"{name}: {child.label}")

    def _aged(self, made: Explanation, key: Key, measure: Measure, steps: Iterable[Explanation]) -> Explanation:
        """Told whether it is stale: by its last period with a figure, since earlier ones are old by nature."""
        lagging = next((step.coverage.lagging for step in reversed(tuple(steps)) if step.coverage.reported), None)
        coverage = evolve(made.coverage, lagging=lagging)
        return evolve(made, coverage=coverage, stale=self.fold.is_stale(key, measure, lagging))

    def _untold(self, key: Key, measure: Measure, code: Code, reported: Iterable[Period]) -> Explanation:
        """No value, and why."""
        # Other periods tell something of it, so that it is no blank by nature.
        missing = evolve(self.fold.explain(key, measure), op=Op.MISSING, is_told_blank=False)
        listed = ", ".join(period.text for period in sorted(set(reported)))
        words = {"asked": key.period.text, "reported": listed, "cell": key.cell, "measure": measure.id}
        finding = code.at(measure.source, **words)
        return evolve(missing, own_findings=(*missing.own_findings, finding))


def _misfit(key: Key, reported: Iterable[Period]) -> Code:
    return PERIOD_WITHIN if all(key.period in period for period in reported) else PERIODS_DO_NOT_FIT


def _last_and_shortest(period: Period) -> tuple[int, int]:
    return (period.last, period.first)


def _length(period: Period) -> int:
    return period.months
