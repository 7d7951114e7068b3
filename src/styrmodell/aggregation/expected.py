"""Who is to report: declared, or everybody who ever has; never one that was not there."""

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise

from attrs import define, field, frozen

from styrmodell.aggregation.unit_orders import UnitOrders
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.model.ids import UnitId
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.unit import Unit


@frozen(kw_only=True)
class Expected:
    """Who is to report a measure.

    Attributes:
        positions: Where each figure will belong, ascending.
        owing: The units that are to report, in the same order.
        members: The positions as a set.
        overlap: Whether some position is below another.
    """

    positions: tuple[int, ...]
    owing: tuple[UnitId, ...]
    members: frozenset[int]
    overlap: bool


@define(kw_only=True, eq=False)
class Reporting:
    """Tells who is to report what.

    Attributes:
        reporters: Measure → the units that have ever reported it.
    """

    units: Mapping[UnitId, Unit]
    orders: UnitOrders
    reporters: Callable[[str], Collection[UnitId]]
    _wanted: dict[tuple[str, int, str], Expected] = field(factory=dict)

    def expected(self, measure: Measure, base: str, period: Period, outside: Collection[UnitId]) -> Expected:
        """Who is to report *measure*, whose figures are those of *base*, for *period*; those *outside* are not.

        The slots of a measure in one tree share the answer unless somebody is outside.
        """
        tree = self.orders.tree(period)
        # The orders keep their trees, so that an id stands for one of them only. In the order of one day every period
        # has the same, and yet not everybody was there in each.
        key = (measure.id, id(tree), period.text if self.orders.is_of_one_day else "")
        known = None if outside else self._wanted.get(key)
        if known is None:
            names = measure.expected or self.reporters(base)
            owing = [name for name in names if name not in outside] if outside else names
            if self.orders.is_dated:
                owing = [name for name in owing if self._is_there(name, period)]
            known = self._laid_out(owing, tree, declared=bool(measure.expected))
            if not outside and not self.orders.moves:
                self._wanted[key] = known
        return known

    def tellers(self, names: Iterable[UnitId], period: Period) -> Expected:
        """Nobody but *names*, who have told something of the figure itself."""
        there = [name for name in names if not self.orders.is_dated or self._is_there(name, period)]
        return self._laid_out(there, self.orders.tree(period), declared=False)

    def owners(self, positions: tuple[int, ...], units: tuple[UnitId, ...], tree: UnitTree) -> Expected:
        """Nobody but those who have reported."""
        return _made(zip(positions, units, strict=True), tree)

    def _is_there(self, name: UnitId, period: Period) -> bool:
        unit = self.units.get(name)
        return unit is not None and self.orders.existed(unit, period)

    def _laid_out(self, owing: Iterable[UnitId], tree: UnitTree, *, declared: bool) -> Expected:
        moves = self.orders.moves
        if not moves:
            return _stay(owing, tree, declared=declared)
        places = sorted(
            (tree.start[unit], name)
            for name in owing
            for unit, _ in moves.get(name, ((name, 1),))
            if unit in tree.start
        )
        return _made(places if declared else _lowest(places, tree), tree)


def _stay(owing: Iterable[UnitId], tree: UnitTree, *, declared: bool) -> Expected:
    """Where nobody has moved each position has one unit, and of those who ever reported none is below another."""
    start, end, order = tree.start, tree.end, tree.order
    positions = sorted([start[name] for name in owing if name in start])
    afters = [*positions, len(order)][1:]
    if not declared:
        positions = [at for at, after in zip(positions, afters, strict=True) if after >= end[at]]
    return Expected(
        positions=tuple(positions),
        owing=tuple([UnitId(order[at]) for at in positions]),
        members=frozenset(positions),
        overlap=declared and any(end[at] > after for at, after in zip(positions, afters, strict=True)),
    )


def _lowest(places: list[tuple[int, UnitId]], tree: UnitTree) -> list[tuple[int, UnitId]]:
    """Of units that ever reported, an upper one counts only where none below it reports the measure.

    What another has taken over is owed beside its own, and is no total of what lies below it.
    """
    positions = [position for position, _ in places]
    nexts = _next_different(positions, len(tree.order))
    pairs = zip(places, nexts, strict=True)
    return [place for place, after in pairs if after >= tree.end[place[0]] or place[1] != tree.order[place[0]]]


def _next_different(positions: list[int], end: int) -> list[int]:
    """For each of *positions*, ascending, the first after it that is another; *end* after the last."""
    found: list[int] = []
    for at in range(len(positions) - 1, -1, -1):
        after = positions[at + 1] if at + 1 < len(positions) else end
        found.append(found[-1] if after == positions[at] else after)
    return found[::-1]


def _made(places: Iterable[tuple[int, UnitId]], tree: UnitTree) -> Expected:
    listed = tuple(places)
    positions = tuple(position for position, _ in listed)
    overlap = any(tree.end[position] > after for position, after in pairwise(positions))
    owing = tuple(name for _, name in listed)
    return Expected(positions=positions, owing=owing, members=frozenset(positions), overlap=overlap)
