"""Objects that are part of no other: what a sum of objects counts."""

from typing import Any

from styrmodell.model.lifting.action_tree import build_action_tree
from styrmodell.model.lifting.whole import known_wholes
from styrmodell.model.plan import Plan


def top_objects(plan: Plan, collection: str) -> tuple[Any, ...]:
    """The objects of one field of *plan* that are counted by themselves, each id once, in the plan's order.

    A part is counted in its whole, and an action that is the same saving as another in that one.
    """
    things: dict[str, Any] = {}
    for thing in getattr(plan, collection):
        things.setdefault(thing.id, thing)
    below = known_wholes({name: getattr(thing, "parent_id", None) for name, thing in things.items()})
    outside = build_action_tree(plan).repeated if collection == "actions" else frozenset()
    return tuple(thing for name, thing in things.items() if name not in below and name not in outside)
