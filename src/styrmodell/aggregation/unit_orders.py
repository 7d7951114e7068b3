"""Which order of units a figure is folded in: a hierarchy, as it was then, as of a day, or as it is now."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import define, field, frozen

from styrmodell.aggregation.unit_tree import UnitTree, build_unit_tree
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.model.unit import Unit
from styrmodell.model.unit_order import Shares, all_as_now, existed_during, parents_during


@frozen(kw_only=True)
class Order:
    """The order that is asked for.

    Attributes:
        hierarchy: A hierarchy's id; empty for the units' own parents.
        on: The day whose order holds for every period; None for each period's own time (as then).
        as_now: Whether figures of units that have ceased by *on* are moved to those that took over, by their shares.
    """

    hierarchy: str = ""
    on: date | None = None
    as_now: bool = False


AS_THEN = Order()
_A_DAY = timedelta(days=1)


@define(kw_only=True, eq=False)
class UnitOrders:
    """The trees of one order, each made when first asked for.

    Attributes:
        hierarchy: What Order.hierarchy names; None for the units' own parents.
        today: The day that "now" is, where the order names none.
    """

    units: Sequence[Unit]
    order: Order
    hierarchy: Hierarchy | None = None
    today: date | None = None
    _trees: dict[tuple[int, int], UnitTree] = field(factory=dict)
    _of_period: dict[Period, UnitTree] = field(factory=dict)
    _then: dict[tuple[date, date], dict[UnitId, UnitId | None]] = field(factory=dict)
    _moves: dict[UnitId, Shares] = field(init=False)
    _changes: Sequence[date] = field(init=False)

    def __attrs_post_init__(self) -> None:
        things: list[Unit | Place] = [*self.units, *(self.hierarchy.places if self.hierarchy else ())]
        self._changes = sorted({day for thing in things for day in _changes(thing)})
        moved = all_as_now(self.units, self._day()) if self.order.as_now else {}
        self._moves = {name: shares for name, shares in moved.items() if tuple(unit for unit, _ in shares) != (name,)}

    def tree(self, period: Period) -> UnitTree:
        """The units of *period*, in the order that holds for it; two periods between the same changes share theirs."""
        known = self._of_period.get(period)
        if known is None:
            known = self._of_period[period] = self._tree(period)
        return known

    def _tree(self, period: Period) -> UnitTree:
        day = self.order.on if not self.order.as_now else self._day()
        first, last = (day, day) if day else (period.first_day, period.last_day)
        key = (bisect_right(self._changes, first), bisect_right(self._changes, last))
        found = self._trees.get(key)
        if found is None:
            parents = parents_during(self.units, self.hierarchy, first, last)
            found = self._trees[key] = build_unit_tree(self.units, parents)
        return found

    def below(self, unit: str, period: Period) -> dict[str, tuple[Period, ...]]:
        """The units directly below *unit* at some time of *period*, and when.

        One that was not there before or after counts for all of the period; one that stood elsewhere does not.
        """
        months = [Period(first=month, last=month) for month in range(period.first, period.last + 1)]
        trees = [self.tree(month) for month in months]
        if all(tree is trees[0] for tree in trees):
            return dict.fromkeys(trees[0].children.get(unit, ()), (period,))
        below = [tree.children.get(unit, ()) for tree in trees]
        found: dict[str, tuple[Period, ...]] = {}
        for name in dict.fromkeys(child for children in below for child in children):
            away = [
                month.first
                for month, tree, here in zip(months, trees, below, strict=True)
                if name in tree.start and name not in here
            ]
            runs = _between(period, away)
            found[name] = tuple(run for run in runs if any(name in below[at - period.first] for at in _months(run)))
        return found

    @property
    def is_dated(self) -> bool:
        """Whether anything ever changes in the order: a unit or a place in it comes or goes."""
        return bool(self._changes)

    @property
    def is_of_one_day(self) -> bool:
        """Whether the order of one day holds for every period."""
        return self.order.as_now or self.order.on is not None

    @property
    def moves(self) -> Mapping[UnitId, Shares]:
        """Units whose figures are moved → to whom, with the share of each; empty when figures stay where they are."""
        return self._moves

    def above(self, unit: UnitId, period: Period) -> tuple[UnitId, ...]:
        """The units that *unit* was below in *period*, as it was then, nearest first."""
        return self._upward(unit, period.first_day, period.last_day)

    def folded_into(self, unit: UnitId, period: Period) -> tuple[UnitId, ...]:
        """The units whose own figures for *period* are the whole of what *unit* has, nearest first."""
        day = self.order.on if not self.order.as_now else None
        return self._upward(unit, day, day) if day else self.above(unit, period)

    def _upward(self, unit: UnitId, first: date, last: date) -> tuple[UnitId, ...]:
        key = (first, last)
        parents = self._then.get(key)
        if parents is None:
            parents = self._then[key] = parents_during(self.units, self.hierarchy, *key)
        found: dict[UnitId, None] = {}
        upper = parents.get(unit)
        while upper is not None and upper not in found:
            found[upper] = None
            upper = parents.get(upper)
        return tuple(found)

    def existed(self, unit: Unit, period: Period) -> bool:
        """Whether *unit* was there at some time of *period*: one that was not owes no figure."""
        return not self._changes or existed_during(unit, period.first_day, period.last_day)

    def _day(self) -> date:
        """Now: the day that is asked for, today, or the last day on which a unit came or went."""
        if self.order.on is not None or self.today is not None:
            return self.order.on or self.today or date.max
        return max((day for unit in self.units for day in _changes(unit)), default=date.max)


def _between(period: Period, away: Sequence[int]) -> Iterator[Period]:
    """The stretches of *period* between the months *away*, which are in order."""
    first = period.first
    for month in (*away, period.last + 1):
        if first < month:
            yield Period(first=first, last=month - 1)
        first = month + 1


def _months(period: Period) -> range:
    return range(period.first, period.last + 1)


def _changes(thing: Unit | Place) -> Iterator[date]:
    """The first day of something, and the first without it."""
    if thing.valid_from is not None:
        yield thing.valid_from
    if thing.valid_to is not None and thing.valid_to < date.max:
        yield thing.valid_to + _A_DAY
