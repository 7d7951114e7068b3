"""Placements: one object may stand in many places; items and placements are counted apart."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve, frozen

from styrmodell.model.checks.reference_field import LINKED_KINDS, REFERENCES, kinds_by_id, links_of
from styrmodell.model.ids import require_known
from styrmodell.model.link import Link
from styrmodell.model.plan import Plan
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine

PERSPECTIVE = "perspective"
# To speak of an object, or to tell a meeting about it, does not serve it.
_BESIDE = (("decisions", "about"), ("sections", "about"), ("assignments", "reports"))


@frozen(kw_only=True)
class Placement:
    """One object standing under another.

    Attributes:
        item_kind: What the object is: "goal", "measure", "assignment", "activity", "action", "decision", "risk",
            "project", "investment", "section" or "perspective".
        under_kind: What it stands under: one of these too, or what else a link may name. Empty where no object
            of the plan has that id.
        under_id: Of a perspective, its card and itself: "bsk-2020/process".
        origin: Who put it there ("RS").
        share: The part of the object that belongs there, a part of one; None where nobody said.
        serves: Whether it is there to serve what it stands under; a decision about it only speaks of it.
    """

    item_kind: str
    item_id: str
    under_kind: str
    under_id: str
    origin: str = ""
    share: Fraction | None = None
    serves: bool = True


@frozen(kw_only=True)
class Count:
    """How many objects of a kind there are, and how many places they stand in."""

    kind: str
    items: int
    placements: int


@frozen(kw_only=True)
class Reached:
    """An object on a chain, and how many steps away it stands."""

    kind: str
    id: str
    steps: int


def placements(plan: Plan) -> tuple[Placement, ...]:
    """Every place of every object of *plan*: its links, and the rows of scorecards.

    A row places its measure under its goals, and measure and goals under its perspective; a perspective stands under
    its direction goal. An object placed twice under one other has one placement there: the first that is written,
    with the origin and share of the next where it has none.
    """
    found: dict[tuple[str, ...], Placement] = {}
    for one in (*_linked(plan), *(one for card in plan.scorecards for one in _on_card(card))):
        key = (one.item_kind, one.item_id, one.under_kind, one.under_id)
        first = found.setdefault(key, one)
        origin, share = first.origin or one.origin, one.share if first.share is None else first.share
        found[key] = evolve(first, origin=origin, share=share, serves=first.serves or one.serves)
    return tuple(found.values())


def count(plan: Plan) -> tuple[Count, ...]:
    """Of each kind that is placed or can be: its objects, each counted once, and their placements."""
    kinds = tuple(dict.fromkeys(LINKED_KINDS[field.collection] for field in REFERENCES if field.places))
    ids: dict[str, set[str]] = {kind: set() for kind in kinds}
    for collection, kind in LINKED_KINDS.items():
        if kind in ids:
            ids[kind].update(thing.id for thing in getattr(plan, collection))
    places = dict.fromkeys(kinds, 0)
    for one in placements(plan):
        if one.item_kind in places:
            places[one.item_kind] += 1
    return tuple(Count(kind=kind, items=len(ids[kind]), placements=places[kind]) for kind in kinds)


def chain_up(plan: Plan, id: str, *, kind: str = "") -> tuple[Reached, ...]:
    """What *id* serves, in turn up to the top: a measure's goals, their parents; nearest first, each once.

    Args:
        kind: Which object, where two kinds share an id; empty starts from all of them.

    Raises:
        UnknownNameError: The plan holds no such object.
    """
    return _chain(plan, id, kind, up=True)


def chain_down(plan: Plan, id: str, *, kind: str = "") -> tuple[Reached, ...]:
    """What serves *id*, in turn down to activities; nearest first, each once.

    Args:
        kind: Which object, where two kinds share an id; empty starts from all of them.

    Raises:
        UnknownNameError: The plan holds no such object.
    """
    return _chain(plan, id, kind, up=False)


def _linked(plan: Plan) -> Iterator[Placement]:
    kinds = kinds_by_id(plan)
    for field in REFERENCES:
        if not field.places:
            continue
        serves = (field.collection, field.name) not in _BESIDE
        for thing in getattr(plan, field.collection):
            for link in links_of(thing, field.name):
                for target in (field.target,) if field.target else kinds.get(link.id, ("",)):
                    under = LINKED_KINDS.get(target, "")
                    yield _place(LINKED_KINDS[field.collection], thing.id, under, link, serves=serves)


def _place(kind: str, name: str, under: str, link: Link, *, serves: bool = True) -> Placement:
    return Placement(
        item_kind=kind,
        item_id=name,
        under_kind=under,
        under_id=link.id,
        origin=link.origin,
        share=link.share,
        serves=serves,
    )


def _on_card(card: Scorecard) -> Iterator[Placement]:
    for perspective in card.perspectives:
        yield from _under_direction(card, perspective)
    for line in card.lines:
        yield from _on_line(card, line)


def _under_direction(card: Scorecard, perspective: Perspective) -> Iterator[Placement]:
    if perspective.goal_id is not None:
        yield _place(PERSPECTIVE, f"{card.id}/{perspective.id}", "goal", Link(id=perspective.goal_id))


def _on_line(card: Scorecard, line: ScorecardLine) -> Iterator[Placement]:
    under = Link(id=f"{card.id}/{line.perspective_id}", origin=line.origin)
    for goal in line.goals:
        yield _place("goal", goal, PERSPECTIVE, under)
    if line.measure_id is not None:
        yield _place("measure", line.measure_id, PERSPECTIVE, under)
        for goal in line.goals:
            yield _place("measure", line.measure_id, "goal", Link(id=goal, origin=line.origin))


def _chain(plan: Plan, id: str, kind: str, *, up: bool) -> tuple[Reached, ...]:
    starts = [(LINKED_KINDS[field], id) for field in kinds_by_id(plan).get(id, ())]
    starts = [node for node in starts if kind in ("", node[0])]
    if not starts:
        alike = kinds_by_id(plan).items()
        require_known(kind or "object", id, [n for n, f in alike if not kind or kind in map(LINKED_KINDS.get, f)])
    steps = _steps(plan, up=up)
    found = {node: Reached(kind=node[0], id=node[1], steps=0) for node in starts}
    queue = list(starts)
    for node in queue:
        for follower in steps.get(node, ()):
            if follower not in found:
                found[follower] = Reached(kind=follower[0], id=follower[1], steps=found[node].steps + 1)
                queue.append(follower)
    return tuple(one for one in found.values() if one.steps)


def _steps(plan: Plan, *, up: bool) -> dict[tuple[str, str], list[tuple[str, str]]]:
    steps: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in placements(plan):
        below, above = (one.item_kind, one.item_id), (one.under_kind, one.under_id)
        if one.serves:
            steps.setdefault(below if up else above, []).append(above if up else below)
    return steps
