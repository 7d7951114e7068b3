"""Slots: the figures of one measure, period, kind and set of members, in the order of the organisation."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.finding import Finding
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation


@frozen(kw_only=True)
class Slot:
    """Figures sorted by position; everything below a unit is one stretch of them.

    Attributes:
        tree: The organisation the positions belong to.
        positions: Where each figure belongs, ascending. A position has several where internal items are told apart,
            or where several units have become one.
        observations: The figures, in the same order.
        items: The figures with weights and shares, in the same order; None where they have neither.
        dates: Their as-of dates, in the same order.
        nested: Whether some figure belongs to a unit below another that reported: then the upper one stands.
        guessed: Places in *observations* of those that are estimated or carried forward, ascending.
        moved: Whether figures stand at units that have taken over from those that reported. Such a figure is no total
            of the unit it stands at: it hides nothing.
        loose: Places in *observations* of those that no upper unit's own figure held then, so that none hides them.
        adding: Places in *observations* of what upper units add to that of those below them: it hides nothing, and
            is nobody's own figure.
        alone: Those of additions with nothing to add to: they tell of nobody but the unit itself.
        stood_for: Units that are to report for which a unit above or below them reported then, where it or they have
            moved since.
        expected: Positions that are to report, ascending.
        owing: The units that are to report, in the same order.
        outside: Positions for which there can be no figure, as they themselves said; ascending.
        matched: Whether every figure stands at an expected position of its own, so that counting is enough.
        doubts: (position, finding) of what was left out, ascending.
    """

    tree: UnitTree
    positions: tuple[int, ...]
    observations: tuple[Observation, ...]
    items: tuple[Item, ...] | None = None
    dates: tuple[date | None, ...]
    nested: bool
    guessed: tuple[int, ...]
    moved: bool = False
    loose: frozenset[int] = frozenset()
    adding: frozenset[int] = frozenset()
    alone: frozenset[int] = frozenset()
    stood_for: frozenset[UnitId] = frozenset()
    expected: tuple[int, ...]
    owing: tuple[UnitId, ...]
    matched: bool
    outside: tuple[int, ...] = ()
    doubts: tuple[tuple[int, Finding], ...] = ()

    def own(self, position: int) -> tuple[Observation, ...]:
        """The figures that belong to *position* itself."""
        low, high = bisect_left(self.positions, position), bisect_right(self.positions, position)
        return self.observations[low:high]

    def has_own(self, position: int) -> bool:
        """Whether any figure that belongs to *position* is more than an addition to those below it."""
        low, high = self._stretch(position, position + 1)
        return any(index not in self.adding for index in range(low, high))

    def added(self, position: int) -> tuple[Observation, ...]:
        """What the unit at *position* adds to the figures of those below it."""
        low, high = self._stretch(position, position + 1) if self.adding else (0, 0)
        return tuple(self.observations[index] for index in range(low, high) if index in self.adding)

    def has_figures(self, first: int, last: int) -> bool:
        """Whether any figure belongs to the stretch [first, last)."""
        low, high = self._stretch(first, last)
        return low < high

    def within(self, first: int, last: int) -> Sequence[Observation]:
        """The figures that count for the stretch [first, last): a unit's own stands for all below it."""
        low, high = self._stretch(first, last)
        if not self.nested:
            return self.observations[low:high]
        return [self.observations[index] for index in self._topmost(low, high)]

    def items_within(self, first: int, last: int) -> Sequence[Item] | None:
        """The same figures with weights and shares; None where they have neither."""
        if self.items is None:
            return None
        return [self.items[index] for index in self._kept(*self._stretch(first, last))]

    def places(self, first: int, last: int) -> tuple[int, ...]:
        """Where the figures of within() belong, ascending, each position once; not those that only add to others."""
        kept = self._kept(*self._stretch(first, last))
        return tuple(dict.fromkeys(self.positions[index] for index in kept if index not in self.adding))

    def coverage(self, first: int, last: int) -> Coverage:
        """Who of those expected in [first, last) reported, and how old the figures are."""
        low, high = self._stretch(first, last)
        wanted = self._wanted(first, last)
        kept: Sequence[int] = self._kept(low, high)
        dates = self.dates[low:high] if not self.nested else [self.dates[index] for index in kept]
        dated = list(filter(None, dates))
        return Coverage(
            reported=high - low if self.matched else wanted - len(self.missing(first, last)),
            expected=wanted,
            oldest=min(dated, default=None),
            newest=max(dated, default=None),
            estimates=self._count(State.ESTIMATED, kept) if self.guessed else 0,
            carried=self._count(State.CARRIED_FORWARD, kept) if self.guessed else 0,
        )

    def lagging(self, first: int, last: int) -> date | None:
        """The day the oldest figure in [first, last) speaks of; of one that does not say, its period's last."""
        kept = self._kept(*self._stretch(first, last))
        return min((spoken_of(self.observations[index]) for index in kept), default=None)

    def missing(self, first: int, last: int) -> tuple[UnitId, ...]:
        """Units expected in [first, last) for which nothing came: not there, not above, not below."""
        low, high = self._stretch(first, last)
        start, stop = bisect_left(self.expected, first), bisect_left(self.expected, last)
        if self.matched:
            came = set(self.positions[low:high])
            return tuple(self.owing[at] for at in range(start, stop) if self.expected[at] not in came)
        kept = self._kept(low, high)
        added = self.adding | self.alone
        tops = [self.positions[index] for index in kept if self._is_total(index) and index not in added]
        here = {self.positions[index] for index in kept if index in added}
        units = {self.observations[index].unit_id for index in kept if index not in self.adding}
        owed = [at for at in range(start, stop) if self.expected[at] not in here]
        return tuple(dict.fromkeys(self.owing[at] for at in owed if not self._came(at, tops, units)))

    def is_outside(self, first: int, last: int) -> bool:
        """Whether somebody in [first, last) said that there can be no figure."""
        return bisect_left(self.outside, first) < bisect_left(self.outside, last)

    def is_touched(self, first: int, last: int) -> bool:
        """Whether anything in [first, last) came or was expected."""
        return self.has_figures(first, last) or bisect_left(self.expected, first) < bisect_left(self.expected, last)

    def doubts_within(self, first: int, last: int) -> tuple[Finding, ...]:
        """What was left out in [first, last), and why."""
        if not self.doubts:
            return ()
        return tuple(finding for position, finding in self.doubts if first <= position < last)

    def _wanted(self, first: int, last: int) -> int:
        """How many are to report: one that was split is still one."""
        start, stop = bisect_left(self.expected, first), bisect_left(self.expected, last)
        return len(set(self.owing[start:stop])) if self.moved else stop - start

    def _has_moved(self, index: int) -> bool:
        return self.moved and self.observations[index].unit_id != self.tree.order[self.positions[index]]

    def _is_total(self, index: int) -> bool:
        """Whether a figure is the whole of what is below where it stands."""
        return index not in self.adding and not self._has_moved(index)

    def _count(self, state: State, kept: Sequence[int]) -> int:
        """How many units have a figure in that state; their items, and what was split, count once."""
        if not kept:
            return 0
        among = self.guessed[bisect_left(self.guessed, kept[0]) : bisect_right(self.guessed, kept[-1])]
        held = set(kept) if self.nested and among else kept
        figures = (self.observations[index] for index in among if index in held)
        return len({one.unit_id for one in figures if one.state is state})

    def _came(self, at: int, tops: list[int], units: set[UnitId]) -> bool:
        """Whether a figure came that stands for the expected one: its own, one above it or one below it.

        Of units that have become one, each owes its own.
        """
        position, unit = self.expected[at], self.owing[at]
        if self.moved and (unit in units or unit != self.tree.order[position]):
            return unit in units or unit in self.stood_for
        if unit in self.stood_for:
            return True
        index = bisect_right(tops, position) - 1
        if index >= 0 and self.tree.end[tops[index]] > position:
            return True
        following = tops[index + 1 : index + 2]
        return bool(following) and following[0] < self.tree.end[position]

    def _stretch(self, first: int, last: int) -> tuple[int, int]:
        return bisect_left(self.positions, first), bisect_left(self.positions, last)

    def _kept(self, low: int, high: int) -> Sequence[int]:
        return self._topmost(low, high) if self.nested else range(low, high)

    def _topmost(self, low: int, high: int) -> list[int]:
        kept: list[int] = []
        top, covered_to = -1, -1
        for index in range(low, high):
            position = self.positions[index]
            if position < covered_to and position != top and index not in self.loose:
                continue
            kept.append(index)
            if self._is_total(index):
                top, covered_to = position, self.tree.end[position]
        return kept


def spoken_of(observation: Observation) -> date:
    """The day a figure speaks of: the one it says, else the last of its period."""
    return observation.as_of or observation.period.last_day
