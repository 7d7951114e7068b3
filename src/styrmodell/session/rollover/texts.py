"""What changes its words at the turn of the year: the head, cards, goals and running text."""

import re
from typing import Any

from attrs import evolve

from styrmodell.model.goal import Goal
from styrmodell.model.ids import ScorecardId
from styrmodell.model.narrative import Section
from styrmodell.model.plan import Plan
from styrmodell.model.plan_state import PlanState
from styrmodell.model.scorecard import Scorecard
from styrmodell.session.rollover.turn import Turn

_MARK = re.compile(r"\*\*Text från \d{4}, att skriva om\.\*\*")


def next_head(plan: Plan, turn: Turn) -> dict[str, Any]:
    """The fields of the new plan's head that differ: a draft that nobody has registered or decided."""
    return {
        "id": turn.renamed(plan.id),
        "title": turn.renamed(plan.title),
        "period": turn.new,
        "state": PlanState.DRAFT,
        "dnr": "",
        "paragraph": "",
        "dated": None,
        "decided": None,
        "decision_id": None,
    }


def next_goal(goal: Goal, turn: Turn) -> Goal:
    """*goal* in the new year, where it was one of the old."""
    return evolve(goal, period=turn.moved(goal.period))


def card_names(plan: Plan, turn: Turn) -> dict[str, str]:
    """Id of a card of the old year → its id in the new one; a name that is taken is not given again."""
    taken = {card.id for card in plan.scorecards}
    names = {card.id: turn.renamed(card.id) for card in plan.scorecards if card.period in turn.old}
    return {old: new for old, new in names.items() if new not in taken - {old}}


def next_card(card: Scorecard, turn: Turn, names: dict[str, str]) -> Scorecard:
    """*card* as the new year's draft, its goals and lines as they are; a later year's card is left alone."""
    parents = tuple(ScorecardId(names.get(parent, parent)) for parent in card.parents)
    if card.period not in turn.old:
        return evolve(card, parents=parents)
    return evolve(
        card,
        id=names.get(card.id, card.id),
        name=turn.renamed(card.name),
        period=card.period.shift(turn.years),
        parents=parents,
        state=PlanState.DRAFT,
        decision_id=None,
        dated=None,
    )


def next_section(section: Section, turn: Turn) -> Section:
    """*section* with its text marked as last year's; a text that is still marked keeps the year it is from."""
    text = section.text
    if text.strip() and not _MARK.match(text):
        text = f"**Text från {turn.old.first_year:04d}, att skriva om.**\n\n{text}"
    return evolve(section, text=text, period=turn.moved(section.period))
