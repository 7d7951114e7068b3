"""Checks of what a plan asks of its organisation, against the limits of the profile."""

from collections.abc import Iterator

from styrmodell.finding import Finding
from styrmodell.model.checks.work_codes import TOO_MANY
from styrmodell.model.limits import Limits
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.model.workload import Workload, workload
from styrmodell.source import Source

_ITEMS = ("nyckeltal och uppdrag", "indicators and assignments")
_ACTIVITIES = ("aktiviteter", "activities")


def check_load(plan: Plan, profile: Profile | None = None) -> Iterator[Finding]:
    """What there is more of than the profile's limits; nothing where it has none."""
    if profile is None or profile.limits == Limits():
        return
    load, limits = workload(plan), profile.limits
    if limits.items is not None and len(load.items) > limits.items:
        yield _too_many(plan.source, _ITEMS, len(load.items), limits.items, ("planen", "the plan"))
    yield from _per_item(plan, load, limits.activities_per_item)
    known = {str(unit.id): unit for unit in reversed(plan.units)}
    for unit in load.units:
        where, source = (known[unit.unit_id].name,) * 2, known[unit.unit_id].source
        if limits.items_per_unit is not None and len(unit.items) > limits.items_per_unit:
            yield _too_many(source, _ITEMS, len(unit.items), limits.items_per_unit, where)
        if limits.activities_per_unit is not None and len(unit.activities) > limits.activities_per_unit:
            yield _too_many(source, _ACTIVITIES, len(unit.activities), limits.activities_per_unit, where)


def _per_item(plan: Plan, load: Workload, limit: int | None) -> Iterator[Finding]:
    if limit is None:
        return
    known = {(field, one.id): one for field in ("measures", "assignments") for one in getattr(plan, field)}
    for item, found in load.activities:
        if len(found) > limit:
            one = known[item]
            yield _too_many(one.source, _ACTIVITIES, len(found), limit, (one.name, one.name))


def _too_many(source: Source, what: tuple[str, str], count: int, limit: int, where: tuple[str, str]) -> Finding:
    return TOO_MANY.at(
        source,
        count=str(count),
        limit=str(limit),
        what=what[0],
        what_en=what[1],
        where=where[0],
        where_en=where[1],
    )
