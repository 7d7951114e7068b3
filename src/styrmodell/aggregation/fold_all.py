"""Folding all: every unit of a slot at once, from the lowest units up; the same values as asking for each cell.

For exports and checks that want everything. A report, which wants some cells, asks the evaluator.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.fold import Judge, UnitFold
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.rule import Item, Lowered, Rule
from styrmodell.aggregation.slot import Slot
from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.number import exact

S = TypeVar("S")
# What travels upward: the rule's state, how many figures, the oldest day, the newest, whether any is estimated.
_Carried = tuple[S, int, date, date, bool]
_GUESSED = (State.ESTIMATED, State.CARRIED_FORWARD)
# Unit, value, reported, expected, oldest, newest, estimated.
FoldedRow = tuple[str, Lowered, int, int, date | None, date | None, bool]
# Stand for "not dated"; told from a real date by identity.
_NO_OLDEST, _NO_NEWEST = date.max, date.min


@frozen(kw_only=True)
class SlotFold(Generic[S]):
    """The folds of every unit with a figure at or below it, for one measure, period, kind, version and members.

    Attributes:
        key: What is folded, at the first root; its unit is of no account.
        counted: Whether counting the figures tells who reported; else the slot is asked.
        ask: The fold of one unit, for what cannot be added up from below: judged figures and internal items.
    """

    key: Key
    measure: Measure
    rule: Rule[S]
    slot: Slot
    tree: UnitTree
    counted: bool
    expected: Mapping[int, int]
    carried: Mapping[int, _Carried[S]]
    ask: Callable[[Key, Measure], Explanation] | None = None

    def rows(self) -> list[FoldedRow]:
        """Every fold, the lowest units first. Plain tuples: there are hundreds of thousands."""
        if self.ask is not None:
            return [self._asked(self.ask, position) for position in sorted(self.carried, reverse=True)]
        order, lower = self.tree.order, self.rule.lower
        is_strict = self.measure.missing is MissingPolicy.STRICT
        with exact():
            return [
                (
                    order[position],
                    None if is_strict and reported != expected else lower(state),
                    reported,
                    expected,
                    None if oldest is _NO_OLDEST else oldest,
                    None if newest is _NO_NEWEST else newest,
                    guessed,
                )
                for position, reported, expected, (state, _, oldest, newest, guessed) in self._reported()
            ]

    def _asked(self, ask: Callable[[Key, Measure], Explanation], position: int) -> FoldedRow:
        unit = self.tree.order[position]
        with exact():
            found = ask(evolve(self.key, unit=unit), self.measure)
        coverage = found.coverage
        value: Lowered = found.exact if found.exact is not None else found.status or found.counts or None
        counts = (coverage.reported, coverage.expected, coverage.oldest, coverage.newest, coverage.estimated)
        return (unit, value, *counts)

    def _reported(self) -> Iterator[tuple[int, int, int, _Carried[S]]]:
        """Position, reported, expected and what was carried there."""
        expected = self.expected
        if self.counted:
            for position, carried in self.carried.items():
                yield position, carried[1], expected[position], carried
        else:
            for position, carried in self.carried.items():
                yield position, *self._covered(position), carried

    def _covered(self, position: int) -> tuple[int, int]:
        last = self.tree.end[position] if self.rule.combining else position + 1
        found = self.slot.coverage(position, last)
        return found.reported, found.expected


@define(kw_only=True, eq=False)
class _Folder:
    """Folds the slots of one index; what all slots share is made once."""

    index: PlanIndex
    unit_fold: UnitFold
    _ancestries: dict[int, tuple[list[int], list[int]]] = field(factory=dict)
    _expected: dict[int, dict[int, int]] = field(factory=dict)

    def fold(self, key: Key, measure: Measure, rule: Rule[Any]) -> SlotFold[Any]:
        slot = self.index.slot(key)
        above, depth = self._ancestry(slot.tree)
        carried = _own(slot, rule)
        if rule.combining:
            carried = _upward(carried, rule, above, depth)
        counted = slot.matched and rule.combining
        # What has moved, or adds to what is below, hides nothing, and is hidden only by what held it then.
        asks = rule.judged or measure.internal is not Internal.GROSS or (slot.nested and (slot.moved or slot.adding))
        return SlotFold(
            key=key,
            measure=measure,
            rule=rule,
            slot=slot,
            tree=slot.tree,
            counted=counted,
            expected=self._expected_at(slot.expected, above) if counted else {},
            carried=carried,
            ask=self.unit_fold.explain if asks else None,
        )

    def _ancestry(self, tree: UnitTree) -> tuple[list[int], list[int]]:
        known = self._ancestries.get(id(tree))
        if known is None:  # the orders keep their trees, so that an id stands for one of them only
            known = self._ancestries[id(tree)] = _ancestry(tree)
        return known

    def _expected_at(self, expected: tuple[int, ...], above: list[int]) -> dict[int, int]:
        """Position → how many expected positions are at or below it; the slots of a measure share it."""
        # The index keeps the tuples, so that an id stands for one of them only.
        known = self._expected.get(id(expected))
        if known is None:
            known = self._expected[id(expected)] = {}
            for wanted in expected:
                position = wanted
                while position >= 0:
                    known[position] = known.get(position, 0) + 1
                    position = above[position]
        return known


def fold_all(
    index: PlanIndex,
    rules: Mapping[str, Rule[Any]],
    measures: Collection[str] | None = None,
    judge: Judge | None = None,
) -> Iterator[SlotFold[Any]]:
    """Fold everything that was reported, at the members it was reported for.

    Roll-ups over dimensions and derived measures are not in it: they are asked of the evaluator.

    Args:
        rules: Rule key → rule; measures whose rule is not among them are left out.
        measures: Default: all.
        judge: How a figure stands to its target, for the rules that ask.
    """
    folder = _Folder(index=index, unit_fold=UnitFold(index=index, rules=rules, judge=judge))
    for key in index.slot_keys():
        measure = index.measures[key.measure]
        rule = rules.get(measure.rule)
        if rule is not None and (measures is None or key.measure in measures):
            # Not around the loop: what asks for the next slot must not inherit the context.
            with exact():
                found = folder.fold(key, measure, rule)
            yield found


def _upward(
    own: dict[int, _Carried[Any]], rule: Rule[Any], above: list[int], depth: list[int]
) -> dict[int, _Carried[Any]]:
    """Add each level to the one above it; a unit's own figure stands for everything below it."""
    combine = rule.combine
    levels: dict[int, dict[int, _Carried[Any]]] = {}
    for position, carried in own.items():
        levels.setdefault(depth[position], {})[position] = carried
    found: dict[int, _Carried[Any]] = {}
    upper: dict[int, _Carried[Any]] = {}
    for deep in range(max(levels, default=-1), -1, -1):
        level = {**upper, **levels.get(deep, {})}
        found |= level
        upper = {}
        if not deep:
            break
        for position, carried in level.items():
            parent = above[position]
            known = upper.get(parent)
            if known is None:
                upper[parent] = carried
                continue
            state, count, oldest, newest, guessed = carried
            upper[parent] = (
                combine(known[0], state),
                known[1] + count,
                oldest if oldest < known[2] else known[2],
                newest if newest > known[3] else known[3],
                guessed or known[4],
            )
    return found


def _own(slot: Slot, rule: Rule[Any]) -> dict[int, _Carried[Any]]:
    """What each position has itself; several items of one are one."""
    items = slot.items or [Item(observation=one) for one in slot.observations]
    lift, guessed = rule.lift, set(slot.guessed)
    found: dict[int, _Carried[Any]] = {}
    for at, (position, item, day) in enumerate(zip(slot.positions, items, slot.dates, strict=True)):
        lifted = (lift(item), 1, day or _NO_OLDEST, day or _NO_NEWEST, at in guessed)
        found[position] = lifted if position not in found else _added(found[position], lifted, rule.combine)
    return found


def _added(left: _Carried[Any], right: _Carried[Any], combine: Callable[[Any, Any], Any]) -> _Carried[Any]:
    state = combine(left[0], right[0])
    return state, left[1] + right[1], min(left[2], right[2]), max(left[3], right[3]), left[4] or right[4]


def _ancestry(tree: UnitTree) -> tuple[list[int], list[int]]:
    """By position: the position directly above (−1 for a root), and how deep it lies."""
    above, depth = [-1] * len(tree.order), [0] * len(tree.order)
    stack: list[int] = []
    for position in range(len(tree.order)):
        while stack and tree.end[stack[-1]] <= position:
            stack.pop()
        if stack:
            above[position], depth[position] = stack[-1], len(stack)
        stack.append(position)
    return above, depth
