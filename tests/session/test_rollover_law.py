"""Rolling any plan over loses nothing: what was there is in the new plan, or is told to have stayed behind."""

from collections import Counter
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.finding import Findings
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.io.save.json_file import plan_json
from styrmodell.model.action import Action, ActionReport
from styrmodell.model.activity import Activity, WorkStatus
from styrmodell.model.assignment import Assignment
from styrmodell.model.check import check_plan
from styrmodell.model.decision import Decision
from styrmodell.model.goal import Goal
from styrmodell.model.kind import Kind
from styrmodell.model.link import Link
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.plan_state import PlanState
from styrmodell.model.project import ITProject, Project
from styrmodell.model.risk import Risk
from styrmodell.session.rollover.following import key_of
from styrmodell.session.rollover.roll import roll
from styrmodell.session.rollover.rolled import Rolled
from styrmodell.session.rollover.starts import Outcome
from styrmodell.session.rollover.texts import card_names
from styrmodell.session.rollover.turn import Turn
from styrmodell.testing.everything import anything
from styrmodell.testing.strategies import plans

YEARS = st.integers(1, 3)
STATUSES = st.sampled_from((None, *WorkStatus))


def rolled(plan: Plan, years: int = 1) -> Rolled:
    turn = Turn.to(plan.period, plan.period.first_year + years)
    return roll(plan, turn, lambda _measure, _unit, _dims: Outcome())


def names(plan: Plan, kind: str, new_names: dict[str, str]) -> Counter[str]:
    """The keys of one kind; a card's as it is called in the new year."""
    return Counter(new_names.get(key, key) for key in (key_of(kind, thing) for thing in getattr(plan, kind)))


def assert_nothing_is_lost(plan: Plan, found: Rolled) -> None:
    cards = card_names(plan, found.turn)
    for kind, _ in OBJECT_KINDS:
        stayed = Counter(one.key for one in found.left if one.kind == kind)
        new = names(found.plan, kind, {})
        assert len(getattr(plan, kind)) == sum(new.values()) + sum(stayed.values()), kind
        if kind == "scorecards":
            renamed = Counter(cards.get(key, key) for key in stayed.elements())
            assert new + renamed == names(plan, kind, cards)
        else:
            assert new + stayed == names(plan, kind, {}), kind
    stayed_figures = sum(one.count for one in found.left if one.kind == "observations")
    assert len(plan.observations) == len(found.plan.observations) - found.added + stayed_figures
    assert all(one.why and one.why_en for one in found.left)


def links(names: list[str]) -> st.SearchStrategy[tuple[Link, ...]]:
    return st.lists(st.sampled_from(names), unique=True, max_size=2).map(
        lambda chosen: tuple(Link(id=name) for name in chosen)
    )


@st.composite
def webs(draw: st.DrawFn) -> Plan:
    """Sound plans whose goals, work and decisions refer to each other, open and closed in every way."""
    plan = draw(plans())
    units = st.sampled_from([None, *(unit.id for unit in plan.units)])
    periods = st.sampled_from([None, *(Period.year(year) for year in range(2018, 2023))])
    goals = [
        Goal(
            id=f"g{at}",
            name="Mål",
            period=draw(periods),
            parents=draw(links([f"g{b}" for b in range(at)])) if at else (),
        )
        for at in range(3)
    ]
    decisions = [
        Decision(id=f"b{at}", body="RS", date=draw(st.dates(date(2018, 1, 1), date(2023, 1, 1))), about=draw(about()))
        for at in range(3)
    ]
    known = [one.id for one in decisions]
    closing = st.sampled_from([None, *known])
    work = {
        "goals": tuple(goals),
        "decisions": tuple(decisions),
        "risks": tuple(Risk(id=f"r{at}", name="R", status=draw(STATUSES), unit_id=draw(units)) for at in range(2)),
        "assignments": tuple(
            Assignment(
                id=f"u{at}", name="U", status=draw(STATUSES), decisions=draw(links(known)), closed_by=draw(closing)
            )
            for at in range(2)
        ),
        "activities": tuple(
            Activity(
                id=f"k{at}",
                name="K",
                status=draw(STATUSES),
                risks=draw(links(["r0", "r1"])),
                assignments=draw(links(["u0", "u1"])),
                goals=draw(links(["g0", "g1", "g2"])),
            )
            for at in range(2)
        ),
        "projects": tuple(Project(id=f"p{at}", name="P", status=draw(STATUSES)) for at in range(2)),
        "it_projects": (ITProject(project_id="p0"),),
        "actions": (
            Action(id="a0", name="A", period=draw(periods), full_year=draw(periods)),
            Action(id="a1", name="A", period=draw(periods), parent_id=draw(st.sampled_from((None, "a0")))),
        ),
        "action_reports": tuple(
            ActionReport(action_id=name, period=Period.year(2019)) for name in draw(st.permutations(("a0", "a1", "a1")))
        ),
    }
    return evolve(plan, **work)


def about() -> st.SearchStrategy[tuple[Link, ...]]:
    return links(["r0", "u0", "k0", "p0", "a0", "g0"])


@settings(deadline=None)
@given(plan=webs(), years=YEARS)
def test_nothing_of_a_sound_plan_is_lost_and_the_new_one_is_as_sound(plan: Plan, years: int) -> None:
    found = rolled(plan, years)
    assert_nothing_is_lost(plan, found)
    dangling = check_plan(plan).errors()
    assert {one.code.code for one in check_plan(found.plan).errors()} <= {one.code.code for one in dangling}
    assert (found.plan.state, found.plan.period) == (PlanState.DRAFT, Period.year(2020 + years))


@settings(deadline=None)
@given(plan=webs())
def test_what_is_closed_follows_only_where_something_open_names_it(plan: Plan) -> None:
    found = rolled(plan)
    ended = (WorkStatus.DONE, WorkStatus.CANCELLED)
    named = {link.id for one in found.plan.activities for link in (*one.risks, *one.assignments)}
    for thing in (*found.plan.risks, *found.plan.assignments):
        assert thing.status not in ended or thing.id in named
    assert all(one.status not in ended for one in (*found.plan.activities, *found.plan.projects))
    assert all(one.status in ended or getattr(one, "closed_by", None) for one in left_of(plan, found, "assignments"))


def left_of(plan: Plan, found: Rolled, kind: str) -> list[Any]:
    stayed = {one.key for one in found.left if one.kind == kind}
    return [thing for thing in getattr(plan, kind) if key_of(kind, thing) in stayed]


@settings(deadline=None)
@given(plan=webs())
def test_figures_are_kept_exactly_or_told_by_number(plan: Plan) -> None:
    found = rolled(plan)
    window = found.turn.window
    assert set(found.plan.observations) <= set(plan.observations)
    for one in set(plan.observations) - set(found.plan.observations):
        assert one.period.last < window + (12 if one.kind in (Kind.BUDGET, Kind.FORECAST, Kind.PLAN) else 0)


@settings(deadline=None)
@given(plan=webs())
def test_rolling_over_twice_loses_nothing_either(plan: Plan) -> None:
    once = rolled(plan)
    twice = rolled(once.plan)
    assert_nothing_is_lost(once.plan, twice)
    assert twice.plan.period == Period.year(2022)
    assert plan_json(rolled(once.plan).plan) == plan_json(twice.plan)


@settings(deadline=None, max_examples=60)
@given(plan=anything(Plan))
def test_any_plan_however_unsound_is_rolled_over_without_loss(plan: Plan) -> None:
    plan = evolve(plan, period=Period.year(2020))
    found = rolled(plan)
    assert_nothing_is_lost(plan, found)
    assert isinstance(found.findings, Findings)
