"""Whose cards a report is about, and the blank one where there is none."""

from collections.abc import Iterable
from datetime import date

from styrmodell.api import Context, Decision, Head, Period, Perspective, Plan, Scorecard, UnitId, slug
from styrmodell_dalarna.profile import LEVELS_BELOW

_NO_DECISION = "inget beslut angivet"


def cards(context: Context) -> tuple[Scorecard, ...]:
    """The unit's cards of the period or of the year around it."""
    own = (card for card in context.plan.scorecards if card.unit_id == context.unit.id)
    return tuple(card for card in own if context.period in card.period)


def cards_or_blank(context: Context) -> tuple[Scorecard, ...]:
    """The unit's cards; the region's template with nothing filled in where it has none."""
    return cards(context) or (blank_card(context),)


def blank_card(context: Context) -> Scorecard:
    """The template of the region: the profile's perspectives, and nothing under them."""
    perspectives = tuple(Perspective(id=slug(name), name=name) for name in context.profile.perspectives)
    name = f"{context.unit.name}, styrkort {context.period.text}"
    return Scorecard(
        id="blankett", name=name, unit_id=context.unit.id, period=context.period, perspectives=perspectives
    )


def head_of(context: Context, found: tuple[Scorecard, ...], *facts: tuple[str, str], dated: date | None = None) -> Head:
    """The head: the units the card belongs to, the decision on it, and more *facts*; *dated* is the document's day."""
    lines = [*_units(context), *facts]
    card = found[0] if len(found) == 1 else None
    decision = next((one for one in context.plan.decisions if card is not None and one.id == card.decision_id), None)
    if card is not None:
        lines.append(("Beslut", _NO_DECISION if decision is None else _decided(decision)))
    return Head(
        dnr=context.plan.dnr,
        body=decision.body if decision is not None else context.plan.body,
        paragraph=decision.paragraph if decision is not None else context.plan.paragraph,
        facts=tuple(lines),
        dated=dated,
    )


def day_of(context: Context, card: Scorecard) -> date | None:
    """The day of the card: its version's, else the decision's."""
    decision = next((one for one in context.plan.decisions if one.id == card.decision_id), None)
    return card.dated or (decision.date if decision is not None else None)


def instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """Every unit that has a card of the plan's year."""
    units = dict.fromkeys(card.unit_id for card in plan.scorecards if card.period == plan.period)
    return tuple((unit, plan.period) for unit in units)


def _decided(decision: Decision) -> str:
    parts = (decision.body, decision.date.isoformat() if decision.date is not None else "", decision.paragraph)
    return " ".join(part for part in parts if part)


def _units(context: Context) -> list[tuple[str, str]]:
    """The unit and those above it, by the words of their levels, the highest first."""
    units = {unit.id: unit for unit in context.plan.units}
    found: list[tuple[str, str]] = []
    current, seen = context.unit, {context.unit.id}
    while True:
        if current.level in LEVELS_BELOW:
            found.insert(0, (current.level.capitalize(), current.name))
        if current.parent_id not in units or current.parent_id in seen:
            return found
        current = units[current.parent_id]
        seen.add(current.id)
