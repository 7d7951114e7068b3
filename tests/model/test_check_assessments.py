"""An assessment is of one thing, says something, and tells by whom and why; one a day."""

from datetime import date

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"measure_id": None}, "varken ett mått eller ett mål"),
        ({"goal_id": "tider"}, "både ett mått och ett mål"),
    ],
)
def test_an_assessment_is_of_a_measure_or_a_goal(changes, what):
    (finding,) = found(changed(whole_plan(), "assessments", **changes))
    assert finding.code.code == "SM259"
    assert finding.found().endswith(what)


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"status": None}, "status eller bedömning av året (outlook)"),
        ({"by": ""}, "vem (by)"),
        ({"why": ""}, "skäl (why)"),
        ({"by": "", "why": ""}, "vem (by) och skäl (why)"),
    ],
)
def test_what_an_assessment_lacks_is_told_at_once(changes, what):
    (finding,) = found(changed(whole_plan(), "assessments", **changes))
    assert finding.code.code == "SM260"
    assert finding.found() == f"bedömningen inom90 norr 2020 saknar {what}"


def test_two_assessments_of_one_thing_and_day_are_told():
    plan = whole_plan()
    assert codes(evolve(plan, assessments=(*plan.assessments, plan.assessments[1]))) == ["SM261"]


def test_a_later_assessment_stands_beside_the_earlier():
    plan = whole_plan()
    later = evolve(plan.assessments[1], dated=date(2020, 6, 1))
    assert codes(evolve(plan, assessments=(*plan.assessments, later))) == []
