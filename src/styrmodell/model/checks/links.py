"""Checks of what objects name: ids that exist, once each, and shares that make one."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from styrmodell.finding import Finding
from styrmodell.model.checks.known_names import FIELD_WORDS, Names, said
from styrmodell.model.checks.link_codes import AMBIGUOUS_ID, SHARES_NOT_ONE, WRONG_SHARE
from styrmodell.model.checks.reference_field import REFERENCES, ReferenceField, kinds_by_id, links_of
from styrmodell.model.codes import DOUBLE_ID
from styrmodell.model.plan import Plan
from styrmodell.source import Source

# Units, dimensions and measures are told of by their own checks, where the rest of them is.
_WITH_IDS = (
    "hierarchies",
    "goals",
    "goal_conflicts",
    "scorecards",
    "assignments",
    "activities",
    "actions",
    "meetings",
    "decisions",
    "risks",
    "projects",
    "investments",
    "sections",
)


def check_ids(plan: Plan) -> Iterator[Finding]:
    """Ids used twice within one kind."""
    for collection in _WITH_IDS:
        yield from doubles(collection, ((thing.id, thing.source) for thing in getattr(plan, collection)))
    yield from doubles("it_projects", ((thing.project_id, thing.source) for thing in plan.it_projects))


def doubles(kind: str, named: Iterable[tuple[str, Source]]) -> Iterator[Finding]:
    """A finding for each of *named* whose id came before, with the place of the first."""
    seen: dict[str, Source] = {}
    for name, source in named:
        if name in seen:
            yield DOUBLE_ID.at(source, **said(kind), name=name, other=str(seen[name]))
        seen.setdefault(name, source)


def check_links(plan: Plan) -> Iterator[Finding]:
    """What fields name that does not exist, may be two things, or is split into shares that are not one."""
    kinds = kinds_by_id(plan)
    known = {target: Names(target, (one.id for one in getattr(plan, target))) for target in _targets()}
    known[""] = Names("", kinds)
    yield from known["decisions"].dangling(plan.source, plan.decision_id)
    for field in REFERENCES:
        for thing in getattr(plan, field.collection):
            links = links_of(thing, field.name)
            yield from known[field.target].dangling(thing.source, *(link.id for link in links))
            if not field.target:
                yield from _ambiguous(thing.source, (kinds.get(link.id, ()) for link in links), links)
            yield from _shares_of(field, thing)
    for action in plan.actions:
        yield from known["units"].dangling(action.source, *(effect.unit_id for effect in action.counter_effects))


def _targets() -> tuple[str, ...]:
    return tuple(sorted({field.target for field in REFERENCES if field.target}))


def _ambiguous(source: Source, kinds: Iterable[tuple[str, ...]], links: Iterable[Any]) -> Iterator[Finding]:
    for possible, link in zip(kinds, links, strict=True):
        if len(possible) > 1:
            first, second = said(possible[0]), said(possible[1])
            yield AMBIGUOUS_ID.at(
                source,
                name=link.id,
                first=first["what"],
                first_en=first["what_en"],
                second=second["what"],
                second_en=second["what_en"],
            )


def _shares_of(field: ReferenceField, thing: Any) -> Iterator[Finding]:
    if field.places:
        shares = [link.share for link in links_of(thing, field.name)]
        yield from check_shares(field.collection, thing, field.name, shares)


def check_shares(kind: str, thing: Any, name: str, shares: list[Fraction | None]) -> Iterator[Finding]:
    """Shares of the field *name* of *thing*: each above nothing, all given when one is, and one together, exactly."""
    given = [share for share in shares if share is not None]
    if not given:
        return
    swedish, english = FIELD_WORDS[name]
    words = {**said(kind), "name": thing.id, "field": swedish, "field_en": english}
    for share in given:
        if not 0 < share <= 1:
            yield WRONG_SHARE.at(thing.source, **words, share=str(share))
    without = len(shares) - len(given)
    if without or sum(given) != 1:
        told = {"sum": str(sum(given)), "without": str(without or "")}
        yield SHARES_NOT_ONE.at(thing.source, **words, **told)
