"""The order of units on a given day: as it was then, or with each unit's figures moved to those that took over."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from styrmodell.model.checks.circle import circles, finish_order
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.ids import UnitId
from styrmodell.model.unit import WHOLE, Unit

Shares = tuple[tuple[UnitId, Fraction], ...]


def existed(unit: Unit | Place, day: date) -> bool:
    """Whether *unit* existed on *day*, or a place in a hierarchy held; the first and the last day count."""
    return (unit.valid_from is None or unit.valid_from <= day) and (unit.valid_to is None or day <= unit.valid_to)


def parents_at(units: Iterable[Unit], hierarchy: Hierarchy | None, day: date) -> dict[UnitId, UnitId | None]:
    """The order as it was on *day*: each unit that existed then → the unit above it, None for a root.

    A unit whose parent did not exist that day stands under the nearest above it that did, so that its figures
    stay in the total. Units that *hierarchy* does not place that day are not in its order. Of two units with one
    id, or two places of one unit, the first counts; check_plan tells of both.

    Args:
        hierarchy: The order that is asked for; None for the one of the units' own parents.
    """
    return parents_during(units, hierarchy, day, day)


def parents_during(
    units: Iterable[Unit], hierarchy: Hierarchy | None, first: date, last: date
) -> dict[UnitId, UnitId | None]:
    """The order as it was from *first* to *last*: each unit that existed some day → the unit above it.

    A unit that moved stands where it last stood in that time; one that ceased, where it stood until then. All else
    is as in parents_at, which is the same for one day.
    """
    known = _by_id(units)
    there = {name for name, unit in known.items() if existed_during(unit, first, last)}
    above = _above(known, hierarchy, first, last)
    nearest: dict[UnitId, UnitId | None] = {}
    return {name: _nearest(parent, above, there, nearest) for name, parent in above.items() if name in there}


def _above(
    known: Mapping[UnitId, Unit], hierarchy: Hierarchy | None, first: date, last: date
) -> dict[UnitId, UnitId | None]:
    if hierarchy is None:
        return {name: unit.parent_id for name, unit in known.items()}
    held: dict[UnitId, Place] = {}
    for place in hierarchy.places:
        before = held.get(place.unit_id)
        if existed_during(place, first, last) and (before is None or _until(before) < _until(place)):
            held[place.unit_id] = place
    return {name: place.parent_id for name, place in held.items()}


def existed_during(thing: Unit | Place, first: date, last: date) -> bool:
    """Whether *thing* existed, or a place in a hierarchy held, on some day from *first* to *last*."""
    return (thing.valid_from or date.min) <= last and first <= _until(thing)


def _until(thing: Unit | Place) -> date:
    return thing.valid_to or date.max


def as_now(units: Iterable[Unit], unit_id: str, day: date) -> Shares:
    """Who *unit_id* is on *day*: the units that took over after it, and how much of it each has.

    A unit that exists on *day*, or has no successor, is itself, whole. Shares along a chain are multiplied exactly,
    and a unit reached by several ways is one. A unit whose successors lead back to it is not followed; nor is one
    that the plan does not hold.

    Returns:
        (unit, share) in the order the successors are written; the shares are one together when those of every
        unit's successors are.
    """
    return all_as_now(units, day).get(UnitId(unit_id), ((UnitId(unit_id), WHOLE),))


def all_as_now(units: Iterable[Unit], day: date) -> dict[UnitId, Shares]:
    """What as_now gives, for every unit at once."""
    known = _by_id(units)
    links = {name: _followers(unit, day) for name, unit in known.items()}
    stuck = {name for group in circles(links) for name in group}
    found: dict[UnitId, Shares] = {}
    for name in map(UnitId, finish_order(links)):
        moves = bool(links[name]) and name not in stuck
        found[name] = _handed_on(known[name], found) if moves else ((name, WHOLE),)
    return {name: found[name] for name in known}


def _by_id(units: Iterable[Unit]) -> dict[UnitId, Unit]:
    known: dict[UnitId, Unit] = {}
    for unit in units:
        known.setdefault(unit.id, unit)
    return known


def _nearest(
    parent: UnitId | None,
    above: Mapping[UnitId, UnitId | None],
    there: set[UnitId],
    nearest: dict[UnitId, UnitId | None],
) -> UnitId | None:
    """*parent*, or the first above it that was there; *nearest* remembers, so that no step is taken twice."""
    way: dict[UnitId, None] = {}
    while parent is not None and parent not in there:
        if parent in nearest or parent in way:
            parent = nearest.get(parent)
            break
        way[parent] = None
        parent = above.get(parent)
    nearest.update(dict.fromkeys(way, parent))
    return parent


def _followers(unit: Unit, day: date) -> Sequence[UnitId]:
    gone = unit.valid_to is not None and unit.valid_to < day
    return tuple(successor.unit_id for successor in unit.successors) if gone else ()


def _handed_on(unit: Unit, found: Mapping[UnitId, Shares]) -> Shares:
    shares: dict[UnitId, Fraction] = {}
    for successor in unit.successors:
        for name, share in found.get(successor.unit_id, ((successor.unit_id, WHOLE),)):
            shares[name] = shares.get(name, Fraction(0)) + share * successor.share
    return tuple(shares.items())
