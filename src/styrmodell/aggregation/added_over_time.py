"""Additions over time: those that no single reported period holds, and those that could not be added.

An addition for the year, where the budget is told by month, adds to the months' sum and to no single month.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import define, evolve

from styrmodell.aggregation.added_above import added_to_part, not_added_above
from styrmodell.aggregation.additions import FLOWS, Addition, Additions
from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.fold import UnitFold
from styrmodell.aggregation.key import Compound, Key
from styrmodell.aggregation.lowered import lowered
from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.slot_builder import has_figure, two_values
from styrmodell.aggregation.time_codes import NOT_ADDED
from styrmodell.finding import Finding
from styrmodell.model.ids import UnitId
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

_ADDED = "tillägg"


@define(kw_only=True, eq=False)
class AddedOverTime:
    """What adds to a period that is put together, and what is told of the rest."""

    fold: UnitFold

    def steps(self, key: Key, measure: Measure, pieces: Iterable[Period]) -> tuple[Explanation, ...]:
        """One step for each addition of *key*'s unit that is within the period and inside none of *pieces*."""
        additions = self._of(key)
        if additions is None or measure.over_time not in FLOWS:
            return ()
        listed = tuple(pieces)
        return tuple(
            step
            for addition in self._spanning(additions, UnitId(key.unit), key, measure)
            if not any(addition.period in piece for piece in listed)
            for step in self._steps(additions, addition, key, measure)
        )

    def above(self, key: Key, measure: Measure) -> tuple[Explanation, ...]:
        """What *key*'s unit adds to the units below it, where each of them is put together in its own way."""
        additions = self._of(key)
        return tuple(
            step
            for addition in self._over(key, measure)
            if additions is not None and self._can_add(additions, addition, key, measure)
            for step in self._steps(additions, addition, key, measure)
        )

    def doubted(self, found: Explanation, key: Key, measure: Measure, pieces: Iterable[Period] = ()) -> Explanation:
        """*found*, told of what *key*'s unit adds beside *pieces*: that it could not, or adds to less than all."""
        additions, findings, listed = self._of(key), [], tuple(pieces)
        for addition in self._over(key, measure) if additions is not None else ():
            if additions is None or any(addition.period in piece for piece in listed):
                continue
            if self._can_add(additions, addition, key, measure):
                if not found.coverage.is_full:
                    findings.append(added_to_part(additions, addition, key.period, found.missing_names))
            elif self._adds_above(additions, addition, measure) and key.period in additions.bases_of(
                addition.unit, key.period
            ):
                findings.append(not_added_above(additions, addition, key))
        return evolve(found, own_findings=(*found.own_findings, *findings)) if findings else found

    def whole(self, found: Explanation, key: Key, measure: Measure) -> Explanation:
        """*found*, the fold of what was told for the very period, told of each addition to less than all below it."""
        additions = self._of(key)
        over = additions.over(key.period) if additions is not None else ()
        if additions is None or not over:
            return found
        slot, findings = self.fold.index.slot(key), []
        for unit in (one for one in self._units(additions, key, measure) if one in over):
            missing = slot.missing(*slot.tree.interval(unit))
            for addition in self._over(evolve(key, unit=unit), measure) if missing else ():
                if not self._is_stood_for(additions, addition, key) and self._adds_above(additions, addition, measure):
                    names = (slot.tree.names.get(name, name) for name in missing)
                    findings.append(added_to_part(additions, addition, key.period, names))
        return evolve(found, own_findings=(*found.own_findings, *findings)) if findings else found

    def _over(self, key: Key, measure: Measure) -> Iterator[Addition]:
        """What *key*'s unit adds within the period to what the units below it told."""
        additions, unit = self._of(key), UnitId(key.unit)
        if additions is None:
            return
        for version in additions.told.get(unit, ()):
            for addition in additions.outermost(unit, version, key.period):
                is_of = addition.period == key.period or measure.over_time in FLOWS
                if is_of and additions.is_over(unit, addition.period):
                    yield addition

    def is_below(self, key: Key, measure: Measure) -> bool:
        """Whether a unit below *key*'s has an addition of that sort, so that each is put together in its own way."""
        additions = self._of(key)
        if additions is None or measure.over_time not in FLOWS:
            return False
        return any(
            unit != key.unit
            and key.period not in additions.bases_of(unit, key.period)
            and any(self._spanning(additions, unit, key, measure))
            for unit in self._units(additions, key, measure)
        )

    def told(self, found: Explanation, key: Key, measure: Measure) -> Explanation:
        """*found* with a finding for every addition that shares months with *key*'s period and is not in it."""
        additions = self._of(key)
        if additions is None:
            return found
        findings = tuple(self._findings(additions, key, measure))
        return evolve(found, own_findings=(*found.own_findings, *findings)) if findings else found

    def _of(self, key: Key) -> Additions | None:
        # Of the internal items alone nothing is told: the gross, beside them, has it.
        return None if key.internal is Internal.ELIMINATED else self.fold.index.additions(key)

    def _units(self, additions: Additions, key: Key, measure: Measure) -> list[UnitId]:
        """The units at or below *key*'s, where the rule folds, that have additions of their own."""
        tree = self.fold.index.orders.tree(key.period)
        if key.unit not in tree.start:
            return []
        first, last = tree.interval(key.unit)
        last = last if self.fold.combines(measure) else first + 1
        found = (unit for unit in additions.told if first <= tree.start.get(unit, -1) < last)
        return sorted(found, key=tree.start.__getitem__)

    def _spanning(self, additions: Additions, unit: UnitId, key: Key, measure: Measure) -> Iterator[Addition]:
        """The additions of *unit* within the period that add to figures for other periods than their own."""
        for version in additions.told.get(unit, ()):
            for addition in additions.outermost(unit, version, key.period):
                spans = additions.spans(addition, key.period) and not additions.is_spread(addition, key.period)
                if spans and self._can_add(additions, addition, key, measure):
                    yield addition

    def _can_add(self, additions: Additions, addition: Addition, key: Key, measure: Measure) -> bool:
        """Whether an addition can be a step of its own; else it is told."""
        rule, index = self.fold.rules.get(measure.rule), self.fold.index
        if rule is None or not rule.adding or key.ie or addition.unit in index.orders.moves:
            return False
        if additions.is_over(addition.unit, addition.period):
            return self._adds_above(additions, addition, measure) and not self._has_counterparties(additions, addition)
        is_gross = (key.internal or measure.internal) is Internal.GROSS
        return is_gross or not self._has_counterparties(additions, addition)

    def _has_counterparties(self, additions: Additions, addition: Addition) -> bool:
        told = additions.told[addition.unit][addition.version][addition.period]
        return any(one.counterparty for one in told)

    def _adds_above(self, additions: Additions, addition: Addition, measure: Measure) -> bool:
        """Whether an addition to the figures of units below can be added to them at all."""
        rule = self.fold.rules.get(measure.rule)
        is_known = rule is not None and any(
            has_figure(one, rule.in_parts) for one in additions.resolved(addition, itemised=True).figures
        )
        return is_known and rule is not None and rule.adding and additions.is_whole(addition)

    def _steps(self, additions: Additions, addition: Addition, key: Key, measure: Measure) -> Iterator[Explanation]:
        chosen = additions.resolved(addition, itemised=self.fold.rules[measure.rule].adding)
        for over, under in chosen.clashes:
            blank = evolve(over, value=None, numerator=None, denominator=None, state=State.MISSING)
            step = self._step(blank, addition, key, measure)
            yield evolve(step, own_findings=(two_values(over, under),))
        for one in chosen.figures:
            yield self._step(one, addition, key, measure)

    def _step(self, one: Observation, addition: Addition, key: Key, measure: Measure) -> Explanation:
        rule = self.fold.rules[measure.rule]
        is_known = has_figure(one, rule.in_parts)
        state = rule.lift(Item(observation=one)) if is_known else None
        told = Coverage(oldest=one.dated, newest=one.dated, estimates=int(one.state is State.ESTIMATED))
        asked = evolve(key, period=addition.period, version=addition.version)
        return Explanation(
            bound=Compound(op=_ADDED, parts=(asked,), factor=f"{one.counterparty} {one.ie}"),
            label=f"{addition.version} {addition.period.text}",
            unit=rule.unit(measure.unit),
            op=Op.OBSERVED if is_known else Op.MISSING,
            rule=rule.key,
            exact=lowered(rule, state).exact,
            coverage=told if is_known else Coverage(expected=1),
            state=state,
            observations=(one,) if is_known else (),
            open_missing=lambda: () if is_known else (addition.unit,),
        )

    def _findings(self, additions: Additions, key: Key, measure: Measure) -> Iterator[Finding]:
        for unit in self._units(additions, key, measure):
            for version, told in additions.told[unit].items():
                for period in sorted(one for one in told if one.overlaps(key.period)):
                    addition = Addition(unit=unit, version=version, period=period)
                    if not self._is_stood_for(additions, addition, key):
                        yield from self._left_out(additions, addition, key, measure)

    def _is_stood_for(self, additions: Additions, addition: Addition, key: Key) -> bool:
        """Whether a unit above has told a total of its own, which is all that counts."""
        tree = self.fold.index.orders.tree(key.period)
        first, last = tree.interval(key.unit)
        above = self.fold.index.orders.above(addition.unit, addition.period)
        inside = (upper for upper in above if first <= tree.start.get(upper, -1) < last)
        return any(additions.has_own(upper, addition.period) for upper in inside)

    def _left_out(self, additions: Additions, addition: Addition, key: Key, measure: Measure) -> Iterator[Finding]:
        bases = additions.bases_of(addition.unit, addition.period)
        if self._is_lost_above(additions, addition, key, measure):
            yield not_added_above(additions, addition, key)
            return
        older = [base for base in sorted(bases, key=_by_length) if additions.is_newer(addition, bases[base])]
        if not older or not self._is_left_out(additions, addition, key, measure):
            return  # a figure of its own, or one that the newer versions have in them
        source = additions.told[addition.unit][addition.version][addition.period][0].source
        yield NOT_ADDED.at(
            source,
            addition=addition.version,
            added=addition.period.text,
            version=bases[older[0]][1] or "–",
            reported=older[0].text,
            asked=key.period.text,
            unit=addition.unit,
            cell=key.cell,
        )

    def _is_lost_above(self, additions: Additions, addition: Addition, key: Key, measure: Measure) -> bool:
        """Whether an addition to figures of units below can be added to none of them."""
        if not self.fold.combines(measure) or not additions.is_over(addition.unit, addition.period):
            return False
        window = key.period if addition.period in key.period else addition.period
        is_outer = addition in additions.outermost(addition.unit, addition.version, window)
        return is_outer and not self._adds_above(additions, addition, measure)

    def _is_left_out(self, additions: Additions, addition: Addition, key: Key, measure: Measure) -> bool:
        window, bases = key.period, additions.bases_of(addition.unit, addition.period)
        here = [base for base in bases if base in window]
        if addition.period not in window:
            older = any(additions.is_newer(addition, bases[base]) for base in here)
            return older and not any(one.period in window for one in additions.shorter(addition))
        if measure.over_time not in FLOWS:
            is_alone = window in bases and addition.period != window
            return is_alone or addition.period not in bases
        if addition not in additions.outermost(addition.unit, addition.version, window):
            return self._is_doubled(additions, addition, window, bases)
        if window in bases:
            return False  # it is in that very figure, or older than it
        within = [base for base in here if addition.period in base]
        if within:
            return all(self._is_left_out(additions, addition, evolve(key, period=one), measure) for one in within)
        return self._is_not_spanning(additions, addition, key, measure)

    def _is_doubled(self, additions: Additions, addition: Addition, window: Period, bases: Iterable[Period]) -> bool:
        """Whether it shares months with another of its version, so that neither could be added."""
        told = additions.told[addition.unit][addition.version]
        longer = (one for one in told if one in window and one != addition.period)
        if any(addition.period in one for one in longer):
            return False  # the same money by shorter periods
        return window in bases or not any(addition.period in base for base in bases if base in window)

    def _is_not_spanning(self, additions: Additions, addition: Addition, key: Key, measure: Measure) -> bool:
        window, bases = key.period, additions.bases_of(addition.unit, addition.period)
        if not any(base in window for base in bases):
            return not any(_is_difference(base, window, additions, addition.unit) for base in bases)
        if not additions.spans(addition, window) or not self._can_add(additions, addition, key, measure):
            return True
        return additions.is_spread(addition, window) and not self._is_same(additions, addition)

    def _is_same(self, additions: Additions, addition: Addition) -> bool:
        """Whether what was told by shorter periods is all of the addition."""
        shorter = (one for one in additions.shorter(addition))
        return _amount(additions, addition) == sum((_amount(additions, one) for one in shorter), Fraction(0))


def _amount(additions: Additions, addition: Addition) -> Fraction:
    figures = additions.resolved(addition, itemised=True).figures
    return sum((Fraction(one.value) for one in figures if one.value is not None), Fraction(0))


def _is_difference(base: Period, window: Period, additions: Additions, unit: UnitId) -> bool:
    """Whether *window* is what the accumulated *base* has beyond the one before it."""
    if base.last != window.last or base.first >= window.first:
        return False
    return Period(first=base.first, last=window.first - 1) in additions.bases.get(unit, {})


def _by_length(period: Period) -> tuple[int, Period]:
    return (period.months, period)
