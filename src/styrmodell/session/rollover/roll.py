"""A plan → the plan of a later year: nothing is guessed and nothing is silently dropped."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import evolve

from styrmodell.finding import Finding, Findings
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.model.plan import Plan
from styrmodell.session.rollover.amounts import Amounts
from styrmodell.session.rollover.codes import NO_LEVEL, REFERENCE_LEFT
from styrmodell.session.rollover.figures import figures_left, starting_points, why_left
from styrmodell.session.rollover.following import Following, key_of
from styrmodell.session.rollover.owners import Owners
from styrmodell.session.rollover.rolled import Rolled
from styrmodell.session.rollover.starts import Ask, Starts
from styrmodell.session.rollover.texts import card_names, next_card, next_goal, next_head, next_section
from styrmodell.session.rollover.turn import Turn


def roll(
    plan: Plan,
    turn: Turn,
    ask: Ask,
    versions: Sequence[str] = (),
    additions: Sequence[str] = (),
    *,
    with_forecast: bool = False,
) -> Rolled:
    """Roll *plan* over.

    Args:
        ask: What gives the outcomes of the old period.
        versions: The profile's versions, oldest first.
        additions: Those that add to the one before them.
        with_forecast: Whether a forecast counts as spent where there is no outcome.

    Returns:
        The new plan, all that stayed behind, and what somebody must decide (SM470–SM477).
    """
    following, owners = Following.of(plan, turn), Owners.of(plan, turn)
    amounts = Amounts(turn=turn, versions=versions, additions=additions, with_forecast=with_forecast)
    starts = Starts(turn=turn, ask=ask)
    names = card_names(plan, turn)
    kept, stripped = _about(plan, _next(following, owners, amounts, names), names)
    figures = tuple(one for one in plan.observations if why_left(one, turn) is None)
    parts: dict[str, Any] = {**next_head(plan, turn), **kept, "observations": figures}
    new = starts.into(evolve(plan, **parts))
    decide = (
        starting_points(new, turn),
        owners.asked(new),
        owners.told(new, plan),
        starts.findings,
        _levels(new, turn),
        amounts.findings,
    )
    return Rolled(
        turn=turn,
        plan=new,
        left=(*following.left(), *figures_left(plan, turn)),
        starts=tuple(starts.made),
        added=len(starts.observations),
        findings=Findings.gather(*decide, stripped),
    )


def _next(following: Following, owners: Owners, amounts: Amounts, names: dict[str, str]) -> dict[str, tuple[Any, ...]]:
    """The objects that follow, by kind, as they are in the new year."""
    turn = following.turn
    kept: dict[str, tuple[Any, ...]] = {
        kind: tuple(owners.moved(kind, thing) for thing in following.things(kind)) for kind, _ in OBJECT_KINDS
    }
    return kept | {
        "goals": tuple(next_goal(goal, turn) for goal in kept["goals"]),
        "scorecards": tuple(next_card(card, turn, names) for card in kept["scorecards"]),
        "sections": tuple(next_section(section, turn) for section in kept["sections"]),
        "projects": tuple(map(amounts.carried, kept["projects"])),
        "investments": tuple(map(amounts.carried, kept["investments"])),
    }


def _about(
    plan: Plan, kept: dict[str, tuple[Any, ...]], names: dict[str, str]
) -> tuple[dict[str, tuple[Any, ...]], list[Finding]]:
    """What decisions and sections are about, without what stayed behind; that is told."""
    there = {str(thing.id) for things in kept.values() for thing in things if hasattr(thing, "id")}
    before = {str(thing.id) for kind, _ in OBJECT_KINDS for thing in getattr(plan, kind) if hasattr(thing, "id")}
    lost = before - there - set(names)
    told: list[Finding] = []
    found = dict(kept)
    for kind in ("decisions", "sections"):
        things = []
        for thing in kept[kind]:
            left = [link.id for link in thing.about if link.id in lost]
            if left:
                shares = ", ".join(str(link.share) for link in thing.about if link.share is not None)
                said = {"thing": key_of(kind, thing), "names": ", ".join(left), "shares": shares}
                told.append(REFERENCE_LEFT.at(thing.source, **said))
            about = tuple(evolve(link, id=names.get(link.id, link.id)) for link in thing.about if link.id not in lost)
            things.append(evolve(thing, about=_whole(about) if left else about))
        found[kind] = tuple(things)
    return found, told


def _whole(links: tuple[Any, ...]) -> tuple[Any, ...]:
    """Shares of links are one together, and those that are left are not: they are taken away."""
    return tuple(evolve(link, share=None) for link in links)


def _levels(plan: Plan, turn: Turn) -> Iterator[Finding]:
    """Target levels of the old year that have none in the new one."""
    names = {measure.id: measure.name for measure in plan.measures}
    new = {(one.measure_id, one.unit_id, one.dims) for one in plan.targets if not turn.is_over(one.period)}
    for one in plan.targets:
        if one.period in turn.old and (one.measure_id, one.unit_id, one.dims) not in new:
            yield NO_LEVEL.at(
                one.source,
                measure=names.get(one.measure_id, one.measure_id),
                unit=one.unit_id,
                target=one.target.words or str(one.target),
                old=one.period.text,
                year=turn.new.text,
            )
