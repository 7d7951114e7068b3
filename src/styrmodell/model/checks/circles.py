"""Checks that no order leads back to itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from styrmodell.finding import Finding
from styrmodell.model.checks.circle import Name, ways_round
from styrmodell.model.checks.known_names import said
from styrmodell.model.checks.reference_field import links_of
from styrmodell.model.codes import CIRCLE
from styrmodell.model.plan import Plan
from styrmodell.source import Source

_TREES = (("goals", "parents"), ("scorecards", "parents"), ("actions", "parent_id"), ("investments", "parent_id"))
_SHOWN = 12


def check_circles(plan: Plan) -> Iterator[Finding]:
    """Goals, scorecards, actions and investments that are above themselves."""
    for collection, name in _TREES:
        things = getattr(plan, collection)
        links = {thing.id: tuple(link.id for link in links_of(thing, name)) for thing in reversed(things)}
        yield from told_circles(collection, links, things)


def told_circles(kind: str, links: Mapping[Name, Sequence[Name]], things: Iterable[Any]) -> Iterator[Finding]:
    """A finding for each of *things* that stands on a circle of *links*, at its own place."""
    ways = dict(ways_round(links))
    told: set[str] = set()
    for thing in things if ways else ():
        if thing.id in ways and thing.id not in told:
            told.add(thing.id)
            yield circle(kind, thing.source, ways[thing.id])


def circle(kind: str, source: Source, way: Sequence[str]) -> Finding:
    """The finding of one circle, whose *way* begins and ends with the same name; a long one is shortened."""
    shown = way if len(way) <= _SHOWN else (*way[: _SHOWN // 2], f"… ({len(way) - 1})", way[-1])
    return CIRCLE.at(source, **said(kind), name=way[0], path=" → ".join(shown))
