"""Links lead to what exists, mean one thing, and their shares make one."""

from fractions import Fraction

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, links, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.action import CounterEffect
from styrmodell.model.checks.reference_field import REFERENCES
from styrmodell.model.goal import Goal
from styrmodell.model.link import Link
from styrmodell.model.scorecard import Perspective, ScorecardLine

MANY = ("about", "assignments", "decisions", "goals", "measures", "parents", "reports", "risks")
PLAIN_IDS = (("goal_conflicts", "goals"), ("scorecards", "parents"))


def test_a_plan_with_an_object_of_every_kind_gives_no_findings():
    assert found(whole_plan()) == ()


@pytest.mark.parametrize("field", REFERENCES, ids=lambda field: f"{field.collection}.{field.name}")
def test_an_id_that_does_not_exist_is_told_in_every_field(field):
    wrong = links("finns-inte") if field.name in MANY else "finns-inte"
    if (field.collection, field.name) in PLAIN_IDS:
        wrong = ("finns-inte",)
    findings = found(changed(whole_plan(), field.collection, **{field.name: wrong}))
    dangling = [one for one in findings if one.code.code == "SM202"]
    assert [str(one.source) for one in dangling] == ["plan.xlsx Blad1!B2"]
    assert "finns-inte finns inte" in dangling[0].found()


def test_what_looks_like_an_unknown_id_is_asked_for():
    (finding,) = found(changed(whole_plan(), "activities", goals=links("tide")))
    assert "menade du tider" in finding.expected()
    assert finding.found() == "målet tide finns inte"
    assert finding.found("en") == "the goal tide does not exist"


def test_a_decision_of_the_plan_that_does_not_exist_is_told():
    assert codes(evolve(whole_plan(), decision_id="b9")) == ["SM202"]


def test_a_counter_effect_at_an_unknown_unit_is_told():
    effect = CounterEffect(unit_id="finns-inte", amount="-1")
    assert codes(changed(whole_plan(), "actions", counter_effects=(effect,))) == ["SM202"]


@pytest.mark.parametrize(
    "changes",
    [
        {"perspectives": (Perspective(id="process", name="Process", goal_id="x"),)},
        {"lines": (ScorecardLine(perspective_id="process", goals=("tider", "x"), measure_id="inom90"),)},
    ],
)
def test_a_scorecard_that_names_an_unknown_goal_is_told(changes):
    assert codes(changed(whole_plan(), "scorecards", 1, **changes)) == ["SM202"]


def test_a_row_under_a_perspective_of_another_card_is_told():
    line = ScorecardLine(perspective_id="ekonomi", goals=("tider",), measure_id="inom90")
    plan = changed(whole_plan(), "scorecards", 1, lines=(*whole_plan().scorecards[1].lines, line))
    assert "perspektivet ekonomi" in next(one.found() for one in found(plan) if one.code.code == "SM202")


def test_a_row_with_an_unknown_measure_is_told():
    line = ScorecardLine(perspective_id="process", goals=("tider",), measure_id="x")
    plan = changed(whole_plan(), "scorecards", 1, lines=(*whole_plan().scorecards[1].lines, line))
    assert codes(plan)[0] == "SM202"


@pytest.mark.parametrize(
    "collection",
    [
        "units",
        "hierarchies",
        "dimensions",
        "measures",
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
        "it_projects",
        "investments",
        "sections",
    ],
)
def test_an_id_that_is_used_twice_is_told_in_every_kind(collection):
    plan = whole_plan()
    things = getattr(plan, collection)
    assert "SM201" in codes(evolve(plan, **{collection: (*things, things[-1])}))


def test_a_perspective_that_is_there_twice_is_told():
    twice = whole_plan().scorecards[1].perspectives * 2
    assert codes(changed(whole_plan(), "scorecards", 1, perspectives=twice)) == ["SM201"]


def test_an_id_that_two_kinds_have_is_told_where_a_link_may_mean_either():
    plan = whole_plan()
    plan = evolve(plan, goals=(*plan.goals, Goal(id="u1", name="Samma id")))
    (finding,) = found(plan)
    assert finding.code.code == "SM212"
    assert finding.code.severity is Severity.ERROR
    assert finding.found() == "u1 är både målet och uppdraget"


def test_an_id_that_two_kinds_have_is_no_fault_where_no_link_is_in_doubt():
    plan = whole_plan()
    assert codes(evolve(plan, goals=(*plan.goals, Goal(id="p1", name="Samma id som projektet")))) == []


THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("shares", "told"),
    [
        ((), []),
        ((Fraction(1, 3), Fraction(2, 3)), []),
        ((Fraction(1, 3), Fraction(1, 3)), ["SM213"]),
        ((Fraction(1),), ["SM213"]),
        ((Fraction(3, 2), Fraction(-1, 2)), ["SM214", "SM214"]),
    ],
)
def test_shares_of_links_are_one_or_are_not_given(shares, told):
    assert codes(changed(whole_plan(), "projects", goals=links("tider", "inriktning", shares=shares))) == told


def test_a_link_without_share_beside_one_with_is_counted():
    shared = (Link(id="tider", share=THIRD), Link(id="inriktning"))
    (finding,) = found(changed(whole_plan(), "measures", goals=shared))
    assert finding.found() == "måttet inom90: andelarna i mål blir 1/3, och 1 saknar andel"


def test_three_thirds_are_one():
    plan = whole_plan()
    plan = evolve(plan, goals=(*plan.goals, Goal(id="tredje", name="Tredje")))
    thirds = links("tider", "inriktning", "tredje", shares=(THIRD, THIRD, THIRD))
    assert codes(changed(plan, "investments", goals=thirds)) == []


def test_many_unknown_names_are_all_told_and_only_some_looked_for():
    plan = changed(whole_plan(), "activities", goals=links(*(f"tider{place}" for place in range(1000))))
    findings = found(plan)
    assert len(findings) == 1000
    assert "menade du" in findings[0].expected()
    assert "menade du" not in findings[-1].expected()
