"""Checks of hierarchies: one place at a time for each unit, and no day on which a unit is above itself."""

from collections.abc import Iterator, Sequence
from datetime import date

from styrmodell.finding import Finding
from styrmodell.model.checks.circle import circles, ways_round
from styrmodell.model.checks.circles import circle
from styrmodell.model.checks.known_names import Names
from styrmodell.model.checks.link_codes import TWO_PLACES
from styrmodell.model.checks.units import check_validity
from styrmodell.model.hierarchy import Hierarchy, Place
from styrmodell.model.plan import Plan
from styrmodell.model.unit_order import existed

_NOBODY = "–"


def check_hierarchies(plan: Plan) -> Iterator[Finding]:
    """Units, days, overlapping places and circles of every hierarchy.

    A unit with two places at one time would have two owners. Other objects have one by their form: one unit, one
    parent, and links beside that place them without owning them.
    """
    units = Names("units", (unit.id for unit in plan.units))
    for hierarchy in plan.hierarchies:
        for place in hierarchy.places:
            yield from units.dangling(hierarchy.source, place.unit_id, place.parent_id)
            yield from check_validity("places", place.unit_id, hierarchy.source, place.valid_from, place.valid_to)
        yield from _check_overlaps(hierarchy)
        yield from _check_circles(hierarchy)


def _check_overlaps(hierarchy: Hierarchy) -> Iterator[Finding]:
    places: dict[str, list[Place]] = {}
    for place in hierarchy.places:
        places.setdefault(place.unit_id, []).append(place)
    for name, own in places.items():
        own.sort(key=_start)
        reach = own[0]
        for place in own[1:]:
            if _start(place) <= _end(reach):
                parents = {"first": reach.parent_id or _NOBODY, "second": place.parent_id or _NOBODY}
                day = str(_start(place)) if place.valid_from else "–"
                yield TWO_PLACES.at(hierarchy.source, name=name, hierarchy=hierarchy.id, day=day, **parents)
            reach = max(reach, place, key=_end)


def _check_circles(hierarchy: Hierarchy) -> Iterator[Finding]:
    """Units above themselves on some day, looked for only among those that are so when days do not matter."""
    groups = circles(_links(hierarchy.places))
    group_of = {name: place for place, group in enumerate(groups) for name in group}
    inside: list[list[Place]] = [[] for _ in groups]
    for place in hierarchy.places:
        if place.unit_id in group_of:
            inside[group_of[place.unit_id]].append(place)
    for places in inside:
        for way in _ways_by_day(places).values():
            yield circle("places", hierarchy.source, way)


def _ways_by_day(places: Sequence[Place]) -> dict[str, tuple[str, ...]]:
    """Unit → its first way round: a circle begins on the day that its last place does."""
    ways: dict[str, tuple[str, ...]] = {}
    for day in sorted({_start(place) for place in places}):
        for name, way in ways_round(_links([place for place in places if existed(place, day)])):
            ways.setdefault(name, way)
    return ways


def _links(places: Sequence[Place]) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {place.unit_id: [] for place in places}
    for place in places:
        if place.parent_id is not None:
            links[place.unit_id].append(place.parent_id)
    return links


def _start(place: Place) -> date:
    return place.valid_from or date.min


def _end(place: Place) -> date:
    return place.valid_to or date.max
