"""Rechecking a status: each step gives itself again, and one that does not is told."""

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.status.small_plan import goal, judged, measure, obs, said

from styrmodell.aggregation.status.recheck import recheck
from styrmodell.model.direction import Direction
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusChoice, StatusRule

TARGETS = (
    "minst 5",
    "över 5",
    "5",
    "ska öka",
    "bibehålla",
    "minst 2; högst 7",
    "varje enhet: minst 5",
    "Certifikat erhålls",
    "ska öka jämfört med 2019",
    "lägre än riket",
)


def plan(target: str, values: tuple[str | None, str | None], tolerance: str | None, rule: StatusRule | None = None):
    known = measure(target=target, tolerance=tolerance, baseline="4", direction=Direction.HIGHER, goals="g")
    figures = [obs(value, unit=unit) for value, unit in zip(values, "ab", strict=True) if value is not None]
    return judged(
        [known, measure("n", "minst 1", goals="top")], figures, goals=[goal("g", "top", status_rule=rule), goal("top")]
    )


@pytest.mark.parametrize("target", TARGETS)
@given(
    values=st.tuples(*[st.none() | st.integers(0, 9).map(str)] * 2),
    tolerance=st.none() | st.integers(0, 3).map(str),
    by=st.sampled_from(StatusChoice),
)
def test_every_judgement_gives_itself_again(target, values, tolerance, by):
    made = plan(target, values, tolerance, StatusRule(by=by))
    assert recheck(made.measure()) == ()
    assert recheck(made.goal("top")) == ()


def test_a_status_that_its_figure_does_not_give_is_told():
    wrong = evolve(plan("minst 5", ("1", "1"), None).measure(), computed=Status.MET)
    told = recheck(wrong)
    assert [finding.code.code for finding in told] == ["SM332"]
    assert told[0].found() == "m: met, delarna ger missed"


def test_a_gap_that_its_figure_does_not_give_is_told():
    assert len(recheck(evolve(plan("minst 5", ("1", "1"), None).measure(), gap=Fraction(1)))) == 1


def test_a_part_that_does_not_give_itself_is_told_and_so_is_what_it_is_part_of():
    made = plan("varje enhet: minst 5", ("6", "6"), None).measure()
    wrong = evolve(made, parts=(evolve(made.parts[0], computed=Status.MISSED), made.parts[1]))
    assert len(recheck(wrong)) == 2


def test_a_goal_that_what_serves_it_does_not_give_is_told():
    made = plan("minst 5", ("6", "6"), None).goal()
    wrong = evolve(made, verdict=evolve(made.verdict, status=Status.MISSED))
    assert len(recheck(wrong)) == 1


def test_what_is_settled_is_no_step():
    plan_settled = judged([measure("m", "minst 5")], [obs("1")], assessments=[said("m", status=Status.MET)])
    assert recheck(plan_settled.measure()) == ()
