"""Additions (tillägg) and what they add to, where the two are told for different periods.

A budget for the year and an addition for a tertial make one figure for the year. Of the tertial alone nobody has said
what the budget is, and the addition by itself is not it.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Self, TypeAlias

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.additions_below import Above, Below, find_below
from styrmodell.aggregation.version import Chosen, Versions, added_to, without
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.measure import OverTime
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

# Over time, the figures of shorter periods add up to that of a longer one.
FLOWS = (OverTime.SUM, OverTime.YEAR_TO_DATE, OverTime.RATIO)
_Told: TypeAlias = dict[Period, list[Observation]]
_Item: TypeAlias = tuple[str, str]
_VALUELESS = (State.MISSING, State.NOT_APPLICABLE)


@frozen(kw_only=True)
class Addition:
    """What one unit adds in one version, and for when."""

    unit: UnitId
    version: str
    period: Period


@define(kw_only=True, eq=False, slots=False)
class Additions:
    """The additions of one measure, kind and set of members, and the periods of what they add to.

    Rolling twelve months are figures of their own: nothing outside them adds to them.

    Attributes:
        versions: Which of two is the newer, and which add.
        bases: Unit → the periods it has told in versions that do not add, with the place of the newest.
        valued: Unit → those of them for which it has told a figure, and not only that there is none.
        told: Unit → version that adds → what it told, by period.
        above: The units whose own figures hide those of another; nobody where the figures of units make no total.
    """

    versions: Versions
    above: Above
    bases: dict[UnitId, dict[Period, tuple[int, str]]] = field(factory=dict)
    valued: dict[UnitId, set[Period]] = field(factory=dict)
    told: dict[UnitId, dict[str, _Told]] = field(factory=dict)

    @classmethod
    def of(cls, versions: Versions, slots: Iterable[tuple[Period, Sequence[Observation]]], above: Above) -> Self:
        """Those among the observations of *slots*, one for each period."""
        found = cls(versions=versions, above=above)
        for period, observations in slots:
            for one in observations if not period.rolling else ():
                if one.version in versions.additions:
                    told = found.told.setdefault(one.unit_id, {}).setdefault(one.version, {})
                    told.setdefault(period, []).append(one)
                else:
                    known, place = found.bases.setdefault(one.unit_id, {}), versions.place(one.version)
                    known[period] = max(known.get(period, place), place)
                    if one.state not in _VALUELESS:
                        found.valued.setdefault(one.unit_id, set()).add(period)
        return found

    @cached_property
    def below(self) -> Below:
        """What the units below those that add have told."""
        return find_below(self.bases, self.valued, self.told, self.above)

    def has_own(self, unit: UnitId, period: Period) -> bool:
        """Whether *unit* has told a figure of its own that shares months with *period*."""
        return any(base.overlaps(period) for base in self.valued.get(unit, ()))

    def is_over(self, unit: UnitId, period: Period) -> bool:
        """Whether additions of *unit*, which told nothing else for *period*, add to what those below it have told."""
        if unit not in self.told or self.has_own(unit, period):
            return False
        return any(base.overlaps(period) for base in self.below.bases.get(unit, ()))

    def over(self, window: Period) -> frozenset[UnitId]:
        """The units that add to what those below them told for the very *window*."""
        known = (unit for unit in self.told if window in self.below.bases.get(unit, ()))
        return frozenset(unit for unit in known if not self.has_own(unit, window))

    def alone(self, window: Period) -> frozenset[UnitId]:
        """The units whose additions for *window* have nothing to add to."""
        return frozenset(unit for unit in self.told if not self.bases_of(unit, window))

    def bases_of(self, unit: UnitId, period: Period) -> dict[Period, tuple[int, str]]:
        """What *unit*, else those below it, told that shares months with *period* and can be added to."""
        known = self.below.bases[unit] if self.is_over(unit, period) else self.bases.get(unit, {})
        return {base: place for base, place in known.items() if base.overlaps(period)}

    def is_loose(self, unit: UnitId, period: Period) -> bool:
        """Whether an addition for *period* adds to something that *unit* told for another."""
        known = self.bases_of(unit, period)
        return bool(known) and period not in known

    def counted(
        self, raw: Sequence[Observation], window: Period, *, adds_over_time: bool, itemised: bool
    ) -> Sequence[Observation]:
        """*raw*, told for *window*, without additions to what was told for another period, and with those inside it.

        Args:
            adds_over_time: Whether the figures of shorter periods make that of a longer one.
            itemised: Whether a unit's figures for different counterparties and I/E codes are parts that add up.
        """
        if not self.told or window.rolling:
            return raw
        over = {unit for unit in self.told if self.is_over(unit, window)}
        kept = [one for one in raw if self._stays(one, window, over)]
        if itemised:
            kept += [one for unit in self.over(window) for one in self._above(unit, window, adds_over_time)]
        if adds_over_time:
            based = (unit for unit in self.told if unit not in over and window in self.bases.get(unit, {}))
            kept += [one for unit in based for one in self._inside(unit, window, itemised)]
        return kept

    def _stays(self, one: Observation, window: Period, over: set[UnitId]) -> bool:
        """Whether it counts for *window* as it was told; a blank of one that adds to those below takes nothing away."""
        is_addition = one.version in self.versions.additions
        if one.unit_id in over:
            return not is_addition and one.state not in _VALUELESS
        return not is_addition or not self.is_loose(one.unit_id, window)

    def _above(self, unit: UnitId, window: Period, adds_over_time: bool) -> Iterator[Observation]:
        """What *unit* adds to the figures of those below it, in each version."""
        for version in self.told[unit]:
            added = self.outermost(unit, version, window)
            kept = (one for one in added if (adds_over_time or one.period == window) and self.is_whole(one))
            yield from self._together(kept, window, itemised=True)

    def is_whole(self, addition: Addition) -> bool:
        """Whether one to figures below is newer than all of them, and no part of it there crosses its period."""
        shares = self.below.shares.get((addition.unit, addition.version), {})
        crosses = (
            one.overlaps(addition.period) and one not in addition.period for told in shares.values() for one in told
        )
        known = self.bases_of(addition.unit, addition.period)
        return not any(crosses) and all(self.is_newer(addition, place) for place in known.values())

    def _inside(self, unit: UnitId, window: Period, itemised: bool) -> Iterator[Observation]:
        for version in self.told[unit]:
            added = self.outermost(unit, version, window)
            if not any(one.period == window for one in added):
                yield from self._together(added, window, itemised)

    def _together(self, added: Iterable[Addition], window: Period, itemised: bool) -> Iterator[Observation]:
        """What one version adds in several periods, as if told for *window*; of a contradiction both, so that it shows.

        Where nothing contradicts, each counterparty and I/E code has one figure.
        """
        found: dict[tuple[str, str], Observation] = {}
        for addition in added:
            chosen = self.resolved(addition, itemised=itemised)
            for one in chosen.figures:
                item = (one.counterparty, one.ie) if itemised else ("", "")
                known = found.get(item)
                with exact():
                    found[item] = one if known is None else added_to(known, one)
            yield from (evolve(one, period=window) for pair in chosen.clashes for one in pair)
        yield from (evolve(one, period=window) for one in found.values())

    def resolved(self, addition: Addition, *, itemised: bool) -> Chosen:
        """What *addition* is, once corrections have their say.

        Of one to figures below: without what those below have told of the same version, which is their part of it.
        """
        told = self.told[addition.unit][addition.version][addition.period]
        chosen = self.versions.choose(told, addition.version, itemised=itemised)
        if not itemised or not self.is_over(addition.unit, addition.period):
            return chosen
        rest: dict[_Item, Observation] = {(one.counterparty, one.ie): one for one in chosen.figures}
        with exact():
            for one in self._shared(addition):
                item = (one.counterparty, one.ie)
                rest[item] = without(rest.get(item), one, addition.unit)
        return evolve(chosen, figures=tuple(rest.values()))

    def _shared(self, addition: Addition) -> Iterator[Observation]:
        """What units below have told of the same version within the period."""
        for unit, periods in self.below.shares.get((addition.unit, addition.version), {}).items():
            for part in self.outermost(unit, addition.version, addition.period):
                if part.period in periods:
                    told = self.told[unit][part.version][part.period]
                    yield from self.versions.choose(told, part.version, itemised=True).figures

    def outermost(self, unit: UnitId, version: str, window: Period) -> tuple[Addition, ...]:
        """What *version* adds within *window*, by periods none of which is inside another.

        One inside another is the same money by shorter periods. Two that share some of their months may be the same
        money in part, and neither is among them.
        """
        inside = [period for period in self.told[unit].get(version, ()) if period in window]
        outer = [one for one in inside if not any(one in other and one != other for other in inside)]
        kept = sorted(one for one in outer if not any(one.overlaps(other) for other in outer if other != one))
        return tuple(Addition(unit=unit, version=version, period=one) for one in kept)

    def shorter(self, addition: Addition) -> Iterator[Addition]:
        """The same addition by shorter periods."""
        for period in self.told[addition.unit][addition.version]:
            if period in addition.period and period != addition.period:
                yield evolve(addition, period=period)

    def is_spread(self, addition: Addition, window: Period) -> bool:
        """Whether figures for parts of *window* have the same addition by shorter periods."""
        bases = [base for base in self.bases_of(addition.unit, addition.period) if base in window and base != window]
        return any(one.period in base for one in self.shorter(addition) for base in bases)

    def spans(self, addition: Addition, window: Period) -> bool:
        """Whether it adds to figures for other periods than its own within *window*, all of them older than it."""
        known = [place for base, place in self.bases_of(addition.unit, addition.period).items() if base in window]
        return bool(known) and all(self.is_newer(addition, place) for place in known)

    def is_newer(self, addition: Addition, place: tuple[int, str]) -> bool:
        """Whether it came after the version at *place*, which else has it in it."""
        return self.versions.place(addition.version) > place
