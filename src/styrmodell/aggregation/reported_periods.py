"""What was reported that shares months with a period: for the whole of it, inside it, or partly outside."""

from collections.abc import Callable, Collection, Iterable, Mapping

from attrs import evolve, frozen

from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.tiling import Tiling
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.model.period import Period

Units = tuple[str, ...]


@frozen(kw_only=True)
class ReportedPeriods:
    """The units whose figures count at one unit, by the period they reported for.

    Attributes:
        unit: The unit that is asked for.
        tree: The organisation of the asked period.
        trees: That of any other; who was not there in a month owes nothing of it.
        whole: Those that reported the very period.
        parts: Periods inside it.
        crossing: Periods that begin before it or end after it.
    """

    unit: str
    tree: UnitTree
    trees: Callable[[Period], UnitTree]
    whole: Units
    parts: Mapping[Period, Units]
    crossing: Mapping[Period, Units]

    @property
    def is_plain(self) -> bool:
        """Whether nothing but the period itself was reported."""
        return not self.parts and not self.crossing

    @property
    def own(self) -> "ReportedPeriods":
        """The same with the periods that the unit itself reported, and no others."""
        mine = {period: units for period, units in self.parts.items() if self.unit in units}
        across = {period: units for period, units in self.crossing.items() if self.unit in units}
        return evolve(self, whole=(), parts=mine, crossing=across)

    def is_uneven(self, tiling: Tiling) -> bool:
        """Whether somebody reported other periods than those that count, and would be lost."""
        if self.whole:
            others = (unit for units in (*self.parts.values(), *self.crossing.values()) for unit in units)
            return not self._stand_for(self.whole, others)
        unused = [item for item in (*self.parts.items(), *self.crossing.items()) if item[0] not in tiling.pieces]
        return any(
            not self._stand_for(self.parts[piece], (unit for unit in units if unit in self.trees(piece).start))
            for period, units in unused
            for piece in tiling.pieces
            if piece.overlaps(period)
        )

    def _stand_for(self, units: Collection[str], others: Iterable[str]) -> bool:
        """Whether each of *others* is one of *units*, or is below one of them."""
        start, end = self.tree.start, self.tree.end
        known = set(units)
        places = [start[unit] for unit in units if unit in start]
        for other in others:
            at = start.get(other, -1)
            if other in known or at < 0:  # one that is not in the order counts nowhere
                continue
            if not any(place <= at < end[place] for place in places):
                return False
        return True


def find_reported(index: PlanIndex, key: Key, *, folds: bool) -> ReportedPeriods:
    """Find what was reported at and below *key*'s unit that shares months with its period.

    Rolling twelve months are figures of their own, and nothing is made of them. What is carried forward was not
    reported.

    Args:
        folds: Whether figures of units below count; else the unit's own alone.
    """
    window = key.period
    parts: dict[Period, Units] = {}
    crossing: dict[Period, Units] = {}
    for period in index.periods(key):
        if period == window or period.rolling or not period.overlaps(window):
            continue
        units = _units(index, key, period, folds=folds)
        if units:
            (parts if period in window else crossing)[period] = units
    return ReportedPeriods(
        unit=key.unit,
        tree=index.orders.tree(window),
        trees=index.orders.tree,
        whole=_units(index, key, window, folds=folds),
        parts=parts,
        crossing=crossing,
    )


def _units(index: PlanIndex, key: Key, period: Period, *, folds: bool) -> Units:
    slot = index.slot(evolve(key, period=period), carried=False)
    if key.unit not in slot.tree.start:
        return ()
    first, last = slot.tree.interval(key.unit)
    places = slot.places(first, last if folds else first + 1)
    return tuple(slot.tree.order[at] for at in places)
