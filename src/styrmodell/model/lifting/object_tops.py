"""Objects that are part of no other, which is what a sum of objects counts, and the parts of those that have some."""

from typing import Any

from styrmodell.model.lifting.action_tree import build_action_tree
from styrmodell.model.lifting.whole import known_wholes, parts_of
from styrmodell.model.plan import Plan


def top_objects(plan: Plan, collection: str) -> tuple[Any, ...]:
    """The objects of one field of *plan* that are counted by themselves, each id once, in the plan's order.

    A part is counted in its whole, and an action that is the same saving as another in that one.
    """
    things = _things(plan, collection)
    below = _wholes(things)
    outside = build_action_tree(plan).repeated if collection == "actions" else frozenset()
    return tuple(thing for name, thing in things.items() if name not in below and name not in outside)


def object_parts(plan: Plan, collection: str) -> dict[str, tuple[str, ...]]:
    """Object of one field of *plan* → the parts that are counted in it."""
    if collection == "actions":
        return dict(build_action_tree(plan).parts)
    return parts_of(_wholes(_things(plan, collection)))


def _things(plan: Plan, collection: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for thing in getattr(plan, collection):
        found.setdefault(thing.id, thing)
    return found


def _wholes(things: dict[str, Any]) -> dict[str, str]:
    return known_wholes({name: getattr(thing, "parent_id", None) for name, thing in things.items()})
