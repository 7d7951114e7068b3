"""Checks of scorecards: rows that name what is there, and what is not filled in."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from styrmodell.finding import Finding
from styrmodell.model.checks.card_codes import EMPTY_PERSPECTIVE, GOAL_NOT_FOLLOWED, INCOMPLETE_CARD, NO_ORIGIN
from styrmodell.model.checks.known_names import Names
from styrmodell.model.checks.links import doubles
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.plan import Plan
from styrmodell.model.scorecard import Scorecard

_REQUIRED = ("owner", "reporting_owner", "system", "reporting")
_LACKING = MappingProxyType(
    {
        "measures": {"what": "mått", "what_en": "measure"},
        "targets": {"what": "målvärde", "what_en": "target"},
    }
)
_SHOWN = 10


def check_cards(plan: Plan) -> Iterator[Finding]:
    """Perspectives, goals, measures and origins of every scorecard.

    Rows without origin are told only where other rows of the card have one; what measures lack is one note a card.
    """
    measures = {measure.id: measure for measure in reversed(plan.measures)}
    goals = Names("goals", (goal.id for goal in plan.goals))
    names = Names("measures", measures)
    targeted = {target.measure_id for target in plan.targets} | {one.id for one in plan.measures if one.target}
    for card in plan.scorecards:
        yield from _check_references(card, goals, names)
        yield from _check_perspectives(card)
        yield from _check_goals(card, targeted, plan)
        yield from _check_measures(card, measures)
        yield from _check_origins(card)


def _check_references(card: Scorecard, goals: Names, measures: Names) -> Iterator[Finding]:
    yield from doubles("perspectives", ((one.id, card.source) for one in card.perspectives))
    known = Names("perspectives", (one.id for one in card.perspectives))
    for perspective in card.perspectives:
        yield from goals.dangling(card.source, perspective.goal_id)
    for line in card.lines:
        yield from known.dangling(card.source, line.perspective_id)
        yield from goals.dangling(card.source, *line.goals)
        yield from measures.dangling(card.source, line.measure_id)


def _check_perspectives(card: Scorecard) -> Iterator[Finding]:
    measured = {line.perspective_id for line in card.lines if line.measure_id is not None}
    for perspective in card.perspectives:
        if perspective.id not in measured:
            yield EMPTY_PERSPECTIVE.at(card.source, name=perspective.name or perspective.id, card=card.id)


def _check_goals(card: Scorecard, targeted: Collection[str], plan: Plan) -> Iterator[Finding]:
    """Goals on the card: measured there or by a measure that is linked to them, and to a level."""
    names: dict[str, str] = {goal.id: goal.name for goal in plan.goals}
    followed: dict[str, set[str]] = {goal: set() for line in card.lines for goal in line.goals}
    for line in card.lines:
        for goal in line.goals:
            followed[goal].update({line.measure_id} if line.measure_id is not None else ())
    for measure in plan.measures:
        for link in measure.goals:
            if link.id in followed:
                followed[link.id].add(measure.id)
    for name, by in followed.items():
        lacks = "targets" if by else "measures"
        if by.isdisjoint(targeted):
            yield GOAL_NOT_FOLLOWED.at(card.source, goal=names.get(name, name), card=card.id, **_LACKING[lacks])


def _check_measures(card: Scorecard, measures: Mapping[MeasureId, Measure]) -> Iterator[Finding]:
    on_card = dict.fromkeys(line.measure_id for line in card.lines if line.measure_id is not None)
    held = [measures[name] for name in on_card if name in measures]
    lacking = {field: _listed([one.id for one in held if not getattr(one, field)]) for field in _REQUIRED}
    if any(lacking.values()):
        yield INCOMPLETE_CARD.at(card.source, card=card.id, count=str(len(held)), **lacking)


def _check_origins(card: Scorecard) -> Iterator[Finding]:
    known = sorted({line.origin for line in card.lines if line.origin})
    without = [line.measure_id or " ".join(line.goals) for line in card.lines if not line.origin]
    if known and without:
        yield NO_ORIGIN.at(card.source, card=card.id, rows=_listed(without), known=", ".join(known))


def _listed(names: list[str]) -> str:
    """The first names, and how many more there are."""
    more = f" (+{len(names) - _SHOWN})" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
