"""One object, many placements; items and placements are counted apart, and chains are walked both ways."""

from fractions import Fraction

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, links, whole_plan

from styrmodell.errors import UnknownNameError
from styrmodell.model.goal import Goal
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.placement import chain_down, chain_up, count, placements
from styrmodell.model.scorecard import ScorecardLine


def places_of(plan, name):
    return [(one.under_kind, one.under_id) for one in placements(plan) if one.item_id == name]


def names(reached):
    return [(one.kind, one.id, one.steps) for one in reached]


def test_a_measure_stands_at_its_goals_and_in_its_perspective():
    assert places_of(whole_plan(), "inom90") == [("goal", "tider"), ("perspective", "kort/process")]


def test_a_perspective_stands_under_its_direction_goal():
    assert places_of(whole_plan(), "kort/process") == [("goal", "inriktning")]


def test_a_link_and_a_row_at_one_goal_are_one_placement_with_the_rows_origin():
    (one,) = (place for place in placements(whole_plan()) if (place.item_id, place.under_id) == ("inom90", "tider"))
    assert one.origin == "RS"


def test_a_link_keeps_its_origin_and_share():
    plan = changed(whole_plan(), "measures", goals=(Link(id="tider", origin="RLF", share=Fraction(1)),))
    (one,) = (place for place in placements(plan) if (place.item_id, place.under_id) == ("inom90", "tider"))
    assert (one.origin, one.share) == ("RLF", 1)


def test_an_indicator_at_five_goals_is_one_item_with_five_placements():
    plan = whole_plan()
    goals = tuple(Goal(id=f"g{place}", name="G") for place in range(5))
    measure = Measure(id="nojd", name="Nöjdhet", unit="%", goals=links(*(goal.id for goal in goals)))
    more = evolve(plan, goals=(*plan.goals, *goals), measures=(*plan.measures, measure))
    before, after = ({one.kind: one for one in count(each)}["measure"] for each in (plan, more))
    assert (after.items - before.items, after.placements - before.placements) == (1, 5)


def test_a_measure_in_two_rows_of_one_perspective_stands_there_once():
    plan = whole_plan()
    lines = (*plan.scorecards[1].lines, ScorecardLine(perspective_id="process", measure_id="inom90"))
    assert placements(changed(plan, "scorecards", 1, lines=lines)) == placements(plan)


def test_an_id_that_is_there_twice_is_one_item():
    plan = whole_plan()
    assert count(evolve(plan, risks=plan.risks * 2)) == count(plan)


def test_what_a_decision_is_about_is_of_the_kind_that_has_the_id():
    assert places_of(whole_plan(), "b2") == [("assignment", "u1"), ("meeting", "m1")]


def test_what_no_object_has_as_id_is_of_no_kind():
    plan = changed(whole_plan(), "decisions", 1, about=links("borta"))
    assert places_of(plan, "b2") == [("", "borta")]


def test_the_order_is_always_the_same():
    assert placements(whole_plan()) == placements(whole_plan())


def test_a_chain_goes_up_from_a_measure_to_the_overriding_goals():
    assert names(chain_up(whole_plan(), "inom90")) == [
        ("goal", "tider", 1),
        ("perspective", "kort/process", 1),
        ("goal", "inriktning", 2),
    ]


def test_a_chain_goes_down_from_a_goal_to_measures_and_activities():
    down = names(chain_down(whole_plan(), "inriktning"))
    assert ("goal", "tider", 1) in down
    assert ("measure", "inom90", 2) in down
    assert ("activity", "a1", 2) in down


def test_to_speak_of_an_object_is_not_to_serve_it():
    kinds = {kind for kind, _, _ in names(chain_down(whole_plan(), "tider"))}
    assert "decision" not in kinds
    assert "section" not in kinds


def test_a_chain_that_leads_back_ends():
    plan = changed(whole_plan(), "goals", 0, parents=links("tider"))
    assert names(chain_up(plan, "inriktning")) == [("goal", "tider", 1), ("perspective", "kort/process", 2)]


def test_an_object_that_serves_nothing_has_no_chain():
    assert chain_up(whole_plan(), "inriktning") == ()


def test_a_chain_of_what_the_plan_does_not_hold_is_wrong_use():
    with pytest.raises(UnknownNameError) as told:
        chain_up(whole_plan(), "inom9")
    assert told.value.suggestions[0] == "inom90"
    with pytest.raises(UnknownNameError):
        chain_down(whole_plan(), "inom90", kind="goal")


def test_two_objects_of_one_id_are_both_followed_or_one_is_named():
    plan = whole_plan()
    same = evolve(plan, goals=(*plan.goals, Goal(id="r1", name="Samma id", parents=links("inriktning"))))
    assert names(chain_up(same, "r1", kind="goal")) == [("goal", "inriktning", 1)]
    assert ("measure", "inom90", 1) in names(chain_up(same, "r1"))
