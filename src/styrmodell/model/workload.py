"""The load that a plan lays on its organisation: how many things each unit works with, each counted once."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.model.plan import Plan

# What an activity may be about: the plan's fields.
ITEMS = ("measures", "assignments")
Item = tuple[str, str]


@frozen(kw_only=True)
class UnitLoad:
    """What one unit carries.

    Attributes:
        items: (the plan's field, id) of the indicators and assignments that it works with: its own activities are
            about them, it has a target level of them, or they are its own.
        activities: Ids of its activities.
    """

    unit_id: str
    items: tuple[Item, ...]
    activities: tuple[str, ...]


@frozen(kw_only=True)
class Workload:
    """What a plan asks for.

    Attributes:
        items: (the plan's field, id) of every indicator that serves a goal and every assignment.
        activities: Item → the activities about it, each once.
        units: The units that carry something, in the plan's order.
        loose: Activities that are about neither indicator nor assignment.
    """

    items: tuple[Item, ...]
    activities: tuple[tuple[Item, tuple[str, ...]], ...]
    units: tuple[UnitLoad, ...]
    loose: tuple[str, ...]


def workload(plan: Plan) -> Workload:
    """The load of *plan*: an indicator that stands in several places is one."""
    items = tuple(_items(plan))
    about: dict[Item, dict[str, None]] = {item: {} for item in items}
    by_unit: dict[str, dict[Item, None]] = {}
    own: dict[str, list[str]] = {}
    loose = []
    for one in plan.activities:
        found = [item for item in _about(one) if item in about]
        for item in found:
            about[item][one.id] = None
        if not found:
            loose.append(str(one.id))
        if one.unit_id is not None:
            by_unit.setdefault(one.unit_id, {}).update(dict.fromkeys(found))
            own.setdefault(one.unit_id, []).append(one.id)
    for unit, item in _asked(plan):
        if item in about:
            by_unit.setdefault(unit, {})[item] = None
    carrying = [unit.id for unit in plan.units if unit.id in by_unit or unit.id in own]
    return Workload(
        items=items,
        activities=tuple((item, tuple(found)) for item, found in about.items()),
        units=tuple(
            UnitLoad(unit_id=unit, items=tuple(by_unit.get(unit, ())), activities=tuple(own.get(unit, ())))
            for unit in dict.fromkeys(carrying)
        ),
        loose=tuple(loose),
    )


def _items(plan: Plan) -> Iterator[Item]:
    placed = {line.measure_id for card in plan.scorecards for line in card.lines if line.goals}
    for measure in plan.measures:
        if measure.goals or measure.id in placed:
            yield "measures", measure.id
    yield from (("assignments", one.id) for one in plan.assignments)


def _about(activity: object) -> Iterator[Item]:
    return ((field, link.id) for field in ITEMS for link in getattr(activity, field))


def _asked(plan: Plan) -> Iterator[tuple[str, Item]]:
    """What units are asked for beside what their activities say."""
    yield from ((level.unit_id, ("measures", level.measure_id)) for level in plan.targets)
    yield from ((one.unit_id, ("assignments", one.id)) for one in plan.assignments if one.unit_id is not None)
