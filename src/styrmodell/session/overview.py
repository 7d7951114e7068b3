"""What a workspace holds: objects and their placements, one object's chain, and the units of a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.save.plain_tree import field_tree, observation_tree, plain_tree
from styrmodell.model.ids import require_known
from styrmodell.model.placement import Reached, chain_down, chain_up, count
from styrmodell.model.plan import Plan
from styrmodell.model.unit_order import all_as_now, parents_at

OBSERVATIONS = "observations"
PLURALS: Mapping[str, str] = MappingProxyType(
    {
        "units": "enheter",
        "hierarchies": "hierarkier",
        "dimensions": "indelningar",
        "goals": "mål",
        "goal_conflicts": "målkonflikter",
        "scorecards": "styrkort",
        "measures": "mått",
        "targets": "målnivåer",
        "assessments": "bedömningar",
        "assignments": "uppdrag",
        "activities": "aktiviteter",
        "actions": "åtgärder",
        "action_reports": "uppföljningar av åtgärder",
        "meetings": "sammanträden",
        "decisions": "beslut",
        "risks": "risker",
        "projects": "projekt",
        "it_projects": "IT-projekt",
        "investments": "investeringar",
        "calendar": "steg i kalendern",
        "completed_steps": "utförda steg",
        "sections": "textavsnitt",
        "tables": "tabeller",
        "printed": "tryckta siffror",
        "acknowledgements": "kvitteringar",
        OBSERVATIONS: "observationer",
    }
)
KINDS = (*(key for key, _ in OBJECT_KINDS), OBSERVATIONS)
Row = tuple[str, ...]


@frozen(kw_only=True)
class Chain:
    """An object's chain: what it serves, and what serves it; nearest first."""

    up: tuple[Reached, ...]
    down: tuple[Reached, ...]


def counted(plan: Plan, lang: str = "sv") -> tuple[Row, ...]:
    """A heading, and a row for every kind of object that *plan* holds: how many there are and in how many places.

    Where a kind has no places of its own the last cell is empty.
    """
    heading = ("slag", "antal", "placeringar") if lang == "sv" else ("kind", "items", "placements")
    places = {_collection(found.kind): found.placements for found in count(plan)}
    rows = ((_name(key, lang), len(getattr(plan, key)), places.get(key)) for key in KINDS)
    return (heading, *((name, str(items), "" if there is None else str(there)) for name, items, there in rows if items))


def _collection(kind: str) -> str:
    """The key of a plan that holds objects of *kind*: "activities" for "activity"."""
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _name(key: str, lang: str) -> str:
    return PLURALS[key] if lang == "sv" else key.replace("_", " ")


def listed(plan: Plan, kind: str) -> tuple[dict[str, Any], ...]:
    """The objects of one kind as plain mappings, with the keys of YAML and JSON files, and their source.

    Raises:
        UnknownNameError: There is no such kind.
    """
    require_known("kind", kind, KINDS)
    tree = observation_tree if kind == OBSERVATIONS else plain_tree
    return tuple({**tree(thing), "source": str(thing.source)} for thing in getattr(plan, kind))


def chain(plan: Plan, name: str) -> Chain:
    """What the object *name* serves and what serves it.

    Raises:
        UnknownNameError: The plan holds no such object.
    """
    return Chain(up=chain_up(plan, name), down=chain_down(plan, name))


def units_on(plan: Plan, day: date, hierarchy: str = "") -> Iterator[Row]:
    """A row for every unit of *day*: id, the unit above it, and what it is now where others have taken over.

    Args:
        hierarchy: A hierarchy's id; empty for the units' own order.

    Raises:
        UnknownNameError: The plan holds no such hierarchy.
    """
    orders = {known.id: known for known in plan.hierarchies}
    if hierarchy:
        require_known("hierarchy", hierarchy, orders)
    above = parents_at(plan.units, next((orders[known] for known in orders if known == hierarchy), None), day)
    latest = max((unit.valid_from for unit in plan.units if unit.valid_from is not None), default=day)
    now = all_as_now(plan.units, max(day, latest))
    for unit, parent in above.items():
        shares = now.get(unit, ((unit, 1),))
        moved = ", ".join(f"{name} {field_tree('share', share)}" for name, share in shares if name != unit)
        yield (unit, parent or "", moved)
