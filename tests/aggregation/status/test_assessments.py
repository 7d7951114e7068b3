"""What somebody has settled or expects: it stands where it is said, beside what is computed."""

from datetime import date

import pytest
from tests.aggregation.status.small_plan import ages, goal, judged, measure, obs, said

from styrmodell.aggregation.status.why import Why
from styrmodell.model.kind import Kind
from styrmodell.model.status import Outlook, Status

MET, CLOSE, MISSED = Status.MET, Status.CLOSE, Status.MISSED
KNOWN = (measure("m", "minst 5", goals="g"),)


def test_a_settled_status_stands_and_the_computed_one_is_kept_beside():
    made = judged(KNOWN, [obs("1")], assessments=[said("m", status=CLOSE)]).measure()
    assert (made.status, made.computed, made.met) == (CLOSE, MISSED, False)
    assert made.settled.by == "regionstyrelsen"


def test_goals_above_see_what_is_settled():
    plan = judged(KNOWN, [obs("1")], assessments=[said("m", status=MET)], goals=[goal()])
    assert (plan.goal().status, plan.goal().computed) == (MET, MET)


def test_a_settled_goal_is_what_goals_above_it_see():
    settled = [said("g", is_goal=True, status=CLOSE)]
    plan = judged(KNOWN, [obs("1")], assessments=settled, goals=[goal("g", "top"), goal("top")])
    assert (plan.goal().status, plan.goal().computed) == (CLOSE, MISSED)
    assert plan.goal("top").computed is CLOSE


def test_a_milestone_is_reached_when_somebody_says_so():
    known = [measure("m", "Certifikat erhålls")]
    made = judged(known, assessments=[said("m", status=MET)]).measure()
    assert (made.status, made.computed, made.why) == (MET, Status.NOT_MEASURED, Why.MILESTONE)


def test_a_measure_without_target_that_is_settled_counts_in_its_goal():
    plan = judged([measure("m", goals="g")], assessments=[said("m", status=MISSED)], goals=[goal()])
    assert (plan.measure().status, plan.measure().computed) == (MISSED, None)
    assert (plan.goal().status, plan.goal().verdict.total) == (MISSED, 1)


def test_a_goal_in_a_circle_may_be_settled():
    plan = judged([], goals=[goal("g", "g")], assessments=[said("g", is_goal=True, status=MET)])
    assert (plan.goal().status, plan.goal().computed) == (MET, Status.NOT_MEASURED)


@pytest.mark.parametrize("where", [{"unit": "a"}, {"period": "2019"}, {"period": "2020-T1"}])
def test_what_is_said_of_another_unit_or_period_does_not_stand(where):
    made = judged(KNOWN, [obs("1")], assessments=[said("m", status=MET, **where)]).measure()
    assert (made.status, made.settled) == (MISSED, None)


def test_a_goal_and_a_measure_of_one_id_are_told_apart():
    settled = [said("g", is_goal=True, status=MET)]
    plan = judged([measure("g", "minst 5")], [obs("1", "g")], goals=[goal()], assessments=settled)
    assert (plan.measure("g").status, plan.goal().status) == (MISSED, MET)


def test_the_latest_day_stands_then_the_last_that_is_written():
    early, late = date(2020, 5, 1), date(2020, 9, 1)
    told = [said("m", status=MET, dated=late), said("m", status=CLOSE, dated=early), said("m", status=MISSED)]
    assert judged(KNOWN, assessments=told).measure().status is MET
    again = [said("m", status=MET), said("m", status=CLOSE)]
    assert judged(KNOWN, assessments=again).measure().status is CLOSE


def test_how_the_year_will_end_is_a_value_of_its_own():
    made = judged(KNOWN, [obs("1")], assessments=[said("m", outlook=Outlook.PARTLY)]).measure()
    assert (made.status, made.settled, made.outlook.outlook) == (MISSED, None, Outlook.PARTLY)


def test_a_newer_outlook_leaves_an_older_settled_status():
    told = [said("m", status=MET, dated=date(2020, 5, 1)), said("m", outlook=Outlook.NOT, dated=date(2020, 9, 1))]
    made = judged(KNOWN, [obs("1")], assessments=told).measure()
    assert (made.status, made.outlook.outlook) == (MET, Outlook.NOT)


def test_an_outlook_of_a_goal_does_not_change_its_status():
    told = [said("g", is_goal=True, outlook=Outlook.MET)]
    made = judged(KNOWN, [obs("1")], goals=[goal()], assessments=told).goal()
    assert (made.status, made.outlook.outlook) == (MISSED, Outlook.MET)


def test_what_is_said_of_the_whole_says_nothing_of_a_part_or_a_forecast():
    known = [measure("m", "minst 5", dimensions=("alder",))]
    figures = [obs("1", dims=(("alder", "3"),)), obs("1", kind=Kind.FORECAST)]
    plan = judged(known, figures, assessments=[said("m", status=MET)], dimensions=[ages(whole="alla")])
    assert [one.settled for one in (plan.measure(alder="3"), plan.measure(kind=Kind.FORECAST))] == [None, None]
    assert plan.measure(alder="alla").status is MET
