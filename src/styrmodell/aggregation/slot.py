"""Slots: the figures of one measure, period, kind and set of members, in the order of the organisation."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation

_GUESSED = (State.ESTIMATED, State.CARRIED_FORWARD)


@frozen(kw_only=True)
class Slot:
    """Figures sorted by position; everything below a unit is one stretch of them.

    Attributes:
        tree: The organisation the positions belong to.
        positions: Where each figure was reported, ascending, no position twice.
        observations: The figures, in the same order.
        dates: Their as-of dates, in the same order.
        nested: Whether some figure belongs to a unit below another that reported: then the upper one stands.
        guessed: Whether any is estimated or carried forward.
        expected: Positions that are to report, ascending, none below another.
        outside: Positions for which there can be no figure, as they themselves said; ascending.
        matched: Whether every figure stands at an expected position, so that counting them is enough.
    """

    tree: UnitTree
    positions: tuple[int, ...]
    observations: tuple[Observation, ...]
    dates: tuple[date | None, ...]
    nested: bool
    guessed: bool
    expected: tuple[int, ...]
    matched: bool
    outside: tuple[int, ...] = ()

    def own(self, position: int) -> Observation | None:
        """The figure reported at *position* itself."""
        index = bisect_left(self.positions, position)
        return self.observations[index] if self.positions[index : index + 1] == (position,) else None

    def within(self, first: int, last: int) -> Sequence[Observation]:
        """The figures that count for the stretch [first, last): a unit's own stands for all below it."""
        low, high = self._stretch(first, last)
        if not self.nested:
            return self.observations[low:high]
        return [self.observations[index] for index in self._topmost(low, high)]

    def coverage(self, first: int, last: int) -> Coverage:
        """Who of those expected in [first, last) reported, and how old the figures are."""
        low, high = self._stretch(first, last)
        wanted = bisect_left(self.expected, last) - bisect_left(self.expected, first)
        kept: Sequence[int] = self._topmost(low, high) if self.nested else range(low, high)
        dates = self.dates[low:high] if not self.nested else [self.dates[index] for index in kept]
        dated = [day for day in dates if day is not None]
        return Coverage(
            reported=high - low if self.matched else wanted - len(self.missing(first, last)),
            expected=wanted,
            oldest=min(dated, default=None),
            newest=max(dated, default=None),
            estimated=self.guessed and any(self.observations[index].state in _GUESSED for index in kept),
        )

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """Expected positions in [first, last) for which nothing came: not there, not above, not below."""
        low, high = self._stretch(first, last)
        start, stop = bisect_left(self.expected, first), bisect_left(self.expected, last)
        if self.matched:
            came = set(self.positions[low:high])
            return tuple(position for position in self.expected[start:stop] if position not in came)
        kept = self._topmost(low, high) if self.nested else range(low, high)
        tops = [self.positions[index] for index in kept]
        return tuple(position for position in self.expected[start:stop] if not self._covered(position, tops))

    def is_outside(self, first: int, last: int) -> bool:
        """Whether somebody in [first, last) said that there can be no figure."""
        return bisect_left(self.outside, first) < bisect_left(self.outside, last)

    def is_touched(self, first: int, last: int) -> bool:
        """Whether anything in [first, last) came or was expected."""
        low, high = self._stretch(first, last)
        return low < high or bisect_left(self.expected, first) < bisect_left(self.expected, last)

    def _covered(self, position: int, tops: list[int]) -> bool:
        index = bisect_right(tops, position) - 1
        if index >= 0 and self.tree.end[tops[index]] > position:
            return True
        following = tops[index + 1 : index + 2]
        return bool(following) and following[0] < self.tree.end[position]

    def _stretch(self, first: int, last: int) -> tuple[int, int]:
        return bisect_left(self.positions, first), bisect_left(self.positions, last)

    def _topmost(self, low: int, high: int) -> list[int]:
        kept: list[int] = []
        covered_to = -1
        for index in range(low, high):
            position = self.positions[index]
            if position >= covered_to:
                kept.append(index)
                covered_to = self.tree.end[position]
        return kept
