"""The organisation as an interval tree: every unit is a position, everything below it the positions that follow."""

from collections.abc import Iterable, Mapping

from attrs import frozen

from styrmodell.model.ids import UnitId
from styrmodell.model.unit import Unit


@frozen(kw_only=True)
class UnitTree:
    """Units in preorder.

    Attributes:
        order: Unit ids by position.
        start: Unit id → its position.
        end: By position, the first position that is no longer below it.
        children: Unit id → ids directly below, in the order given.
    """

    order: tuple[str, ...]
    start: dict[str, int]
    end: tuple[int, ...]
    children: dict[str, tuple[str, ...]]
    names: dict[str, str]

    def interval(self, unit: str) -> tuple[int, int]:
        """First and one past the last position at or below *unit*."""
        first = self.start[unit]
        return first, self.end[first]


def build_unit_tree(units: Iterable[Unit], parents: Mapping[UnitId, UnitId | None] | None = None) -> UnitTree:
    """Lay *units* out in preorder; an unknown parent or a circle makes a root (model/check tells of it).

    Args:
        parents: The order, and the units that are in it; None for the units' own parents.
    """
    named = {unit.id: unit for unit in reversed(tuple(units))}
    above = {name: unit.parent_id for name, unit in named.items()} if parents is None else parents
    known = {name: above[name] for name in named if name in above}
    below: dict[UnitId, list[UnitId]] = {unit_id: [] for unit_id in reversed(known)}
    roots: list[UnitId] = []
    for unit_id in below:
        parent = known[unit_id]
        if parent is None or parent not in known or _in_circle(unit_id, known):
            roots.append(unit_id)
        else:
            below[parent].append(unit_id)
    order, end = _preorder(roots, below)
    return UnitTree(
        order=tuple(order),
        start={unit_id: position for position, unit_id in enumerate(order)},
        end=tuple(end),
        children={unit_id: tuple(ids) for unit_id, ids in below.items()},
        names={unit_id: unit.name for unit_id, unit in named.items()},
    )


def _in_circle(unit_id: UnitId, known: Mapping[UnitId, UnitId | None]) -> bool:
    """Whether *unit_id* is itself on a circle of parents; those below a circle keep their parent."""
    seen: set[UnitId] = set()
    current: UnitId | None = known[unit_id]
    while current is not None and current in known and current not in seen:
        if current == unit_id:
            return True
        seen.add(current)
        current = known[current]
    return False


def _preorder(roots: list[UnitId], below: Mapping[UnitId, list[UnitId]]) -> tuple[list[UnitId], list[int]]:
    order: list[UnitId] = []
    end: list[int] = []
    stack: list[tuple[UnitId, int]] = [(root, -1) for root in reversed(roots)]
    while stack:
        unit_id, closing = stack.pop()
        if closing >= 0:
            end[closing] = len(order)
            continue
        position = len(order)
        order.append(unit_id)
        end.append(position)
        stack.append((unit_id, position))
        stack.extend((child, -1) for child in reversed(below[unit_id]))
    return order, end
