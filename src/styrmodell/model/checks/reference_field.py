"""Which fields of a plan's objects name other objects: one table for checks and placements."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.model.link import Link
from styrmodell.model.plan import Plan


@frozen(kw_only=True)
class ReferenceField:
    """A field that names other objects.

    Attributes:
        collection: The plan's field that holds the objects ("measures").
        name: The objects' own field ("goals").
        target: The plan's field that holds what is named ("goals"); empty where it may be of any kind.
        places: Whether naming an object puts this one under it, as every link does.
    """

    collection: str
    name: str
    target: str
    places: bool = False


def _fields(collection: str, target: str, *names: str, places: bool = False) -> tuple[ReferenceField, ...]:
    return tuple(ReferenceField(collection=collection, name=name, target=target, places=places) for name in names)


REFERENCES: tuple[ReferenceField, ...] = (
    *_fields("goals", "units", "unit_id"),
    *_fields("goals", "goals", "parents", places=True),
    *_fields("goal_conflicts", "goals", "goals"),
    *_fields("goal_conflicts", "decisions", "decision_id"),
    *_fields("scorecards", "units", "unit_id"),
    *_fields("scorecards", "scorecards", "parents"),
    *_fields("scorecards", "decisions", "decision_id"),
    *_fields("measures", "goals", "goals", places=True),
    *_fields("measures", "measures", "of_id", "weight_id"),
    *_fields("targets", "units", "unit_id"),
    *_fields("targets", "measures", "measure_id"),
    *_fields("assessments", "units", "unit_id"),
    *_fields("assessments", "measures", "measure_id"),
    *_fields("assessments", "goals", "goal_id"),
    *_fields("assignments", "units", "unit_id"),
    *_fields("assignments", "decisions", "decisions", "reports", places=True),
    *_fields("assignments", "decisions", "closed_by"),
    *_fields("assignments", "goals", "goals", places=True),
    *_fields("assignments", "measures", "measures", places=True),
    *_fields("activities", "units", "unit_id"),
    *_fields("activities", "goals", "goals", places=True),
    *_fields("activities", "measures", "measures", places=True),
    *_fields("activities", "assignments", "assignments", places=True),
    *_fields("activities", "risks", "risks", places=True),
    *_fields("actions", "units", "unit_id"),
    *_fields("actions", "actions", "parent_id", "same_as_id"),
    *_fields("actions", "decisions", "decisions", places=True),
    *_fields("actions", "goals", "goals", places=True),
    *_fields("action_reports", "actions", "action_id"),
    *_fields("decisions", "", "about", places=True),
    *_fields("risks", "units", "unit_id"),
    *_fields("risks", "goals", "goals", places=True),
    *_fields("risks", "measures", "measures", places=True),
    *_fields("projects", "units", "unit_id"),
    *_fields("projects", "goals", "goals", places=True),
    *_fields("projects", "decisions", "decisions", places=True),
    *_fields("it_projects", "projects", "project_id"),
    *_fields("investments", "units", "unit_id"),
    *_fields("investments", "investments", "parent_id"),
    *_fields("investments", "projects", "project_id"),
    *_fields("investments", "goals", "goals", places=True),
    *_fields("completed_steps", "units", "unit_id"),
    *_fields("sections", "units", "unit_id"),
    *_fields("sections", "", "about", places=True),
)

# What a link of any kind may name: the plan's field → the word for one of its objects.
LINKED_KINDS = MappingProxyType(
    {
        "goals": "goal",
        "measures": "measure",
        "assignments": "assignment",
        "activities": "activity",
        "actions": "action",
        "decisions": "decision",
        "meetings": "meeting",
        "risks": "risk",
        "projects": "project",
        "investments": "investment",
        "scorecards": "scorecard",
        "units": "unit",
        "sections": "section",
        "goal_conflicts": "goal_conflict",
        "hierarchies": "hierarchy",
        "dimensions": "dimension",
    }
)


def links_of(thing: Any, name: str) -> tuple[Link, ...]:
    """What the field *name* of *thing* names, as links whether it holds an id, ids or links; none where it is empty."""
    value = getattr(thing, name)
    many = value if isinstance(value, tuple) else () if value is None else (value,)
    return tuple(one if isinstance(one, Link) else Link(id=one) for one in many)


def kinds_by_id(plan: Plan) -> dict[str, tuple[str, ...]]:
    """Id → the plan's fields that hold an object of that id, each once, in the order of LINKED_KINDS."""
    found: dict[str, dict[str, None]] = {}
    for collection, thing in linked_objects(plan):
        found.setdefault(thing.id, {})[collection] = None
    return {name: tuple(kinds) for name, kinds in found.items()}


def linked_objects(plan: Plan) -> Iterator[tuple[str, Any]]:
    """(field of the plan, object) for everything a link of any kind may name."""
    return ((collection, thing) for collection in LINKED_KINDS for thing in getattr(plan, collection))
