"""What upper units add to: the figures of the units below, where they have told none of their own.

A reserve decided for a whole administration, whose clinics have the budgets, adds to what the clinics have together.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import define, field

from styrmodell.model.ids import UnitId
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

Place: TypeAlias = tuple[int, str]
Told: TypeAlias = Mapping[UnitId, Mapping[str, Mapping[Period, list[Observation]]]]
# Unit and period → the units above it, the nearest first.
Above: TypeAlias = Callable[[UnitId, Period], Iterable[UnitId]]
# An addition that stands for itself is older than all: whatever is added above it adds to it.
_ALONE: Place = (-2, "")


def nobody(_unit: UnitId, _period: Period) -> tuple[UnitId, ...]:
    """Nobody above, where the figures of units make no total."""
    return ()


@define(kw_only=True, eq=False)
class Below:
    """What the units below each unit that adds have told, but for what another's total hides.

    Attributes:
        bases: Upper unit → period → the place of the newest version told for it.
        units: Upper unit and period → who told it.
        shares: Upper unit and version that adds → who below has told the same version, and for when: their parts of it.
    """

    bases: dict[UnitId, dict[Period, Place]] = field(factory=dict)
    units: dict[tuple[UnitId, Period], list[UnitId]] = field(factory=dict)
    shares: dict[tuple[UnitId, str], dict[UnitId, list[Period]]] = field(factory=dict)

    def add_base(self, upper: UnitId, unit: UnitId, period: Period, place: Place) -> None:
        """That *unit* has told *period* in the version at *place*."""
        known = self.bases.setdefault(upper, {})
        known[period] = max(known.get(period, place), place)
        self.units.setdefault((upper, period), []).append(unit)


def find_below(
    bases: Mapping[UnitId, Mapping[Period, Place]],
    valued: Mapping[UnitId, Collection[Period]],
    told: Told,
    above: Above,
) -> Below:
    """Look upward from every figure to the units that add.

    Args:
        bases: Unit → the periods it has told in versions that do not add.
        valued: Unit → those of them for which it has told a figure, and not only that there is none.
        told: Unit → version that adds → what it told, by period.
    """
    found = Below()
    for unit, periods in valued.items():
        for period in periods:
            for upper in _visible(unit, period, above, valued):
                if upper in told:
                    found.add_base(upper, unit, period, bases[unit][period])
    for unit, period in tuple(_alone(found, valued, told)):
        for upper in _visible(unit, period, above, valued):
            if upper in told:
                found.add_base(upper, unit, period, _ALONE)
    for unit, version, period in _each(told):
        _share(found, unit, version, period, _visible(unit, period, above, valued), told)
    return found


def _each(told: Told) -> Iterator[tuple[UnitId, str, Period]]:
    for unit, versions in told.items():
        for version, periods in versions.items():
            for period in periods:
                yield unit, version, period


def _visible(
    unit: UnitId, period: Period, above: Above, valued: Mapping[UnitId, Collection[Period]]
) -> Iterator[UnitId]:
    """The units above *unit* up to the first that has told a total of its own, which hides what is below it."""
    for upper in above(unit, period):
        if upper != unit:
            yield upper
        if _covers(valued.get(upper, ()), period):
            return


def _covers(totals: Iterable[Period], period: Period) -> bool:
    """Whether every month of *period* is in one of *totals*."""
    months = {month for one in totals if one.overlaps(period) for month in range(one.first, one.last + 1)}
    return months.issuperset(range(period.first, period.last + 1))


def _alone(found: Below, valued: Mapping[UnitId, Collection[Period]], told: Told) -> Iterator[tuple[UnitId, Period]]:
    """The additions with nothing to add to, neither of the unit's own nor below it."""
    for unit, _, period in _each(told):
        known = (*valued.get(unit, ()), *found.bases.get(unit, ()))
        if not any(one.overlaps(period) for one in known):
            yield unit, period


def _share(found: Below, unit: UnitId, version: str, period: Period, above: Iterable[UnitId], told: Told) -> None:
    """Note *period* at the nearest unit above that has told the same version for all of it, and at those on the way."""
    for upper in above:
        theirs = told.get(upper, {}).get(version, ())
        if any(period.overlaps(one) for one in theirs):
            found.shares.setdefault((upper, version), {}).setdefault(unit, []).append(period)
        if any(period in one for one in theirs):
            return
