"""The judge of a plan: how a value that was computed stands, and what a whole amount lacks."""

import pytest
from attrs import evolve
from tests.aggregation.status.small_plan import goal, judged, measure, obs

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.status.why import Why
from styrmodell.model.expression import Ref
from styrmodell.model.internal import Internal
from styrmodell.model.kind import Kind
from styrmodell.model.link import Link
from styrmodell.model.measure import OverTime
from styrmodell.model.period import Period
from styrmodell.model.status import Status

YEAR = Place(unit="r", period=Period.year(2020))


def status_of(expression, place=YEAR):
    known = [measure(target="minst 5"), measure("n")]
    figures = [obs("6"), obs("1", kind=Kind.FORECAST), obs("1", kind=Kind.BUDGET), obs("6", "n")]
    made = judged(known, figures)
    return made.judge.status_of(made.evaluator.explain(expression, place))


def test_a_computed_value_stands_to_its_target_as_its_measure_does():
    assert status_of(Ref(measure="m")) is Status.MET
    assert status_of(Ref(measure="m", kind=Kind.FORECAST)) is Status.MISSED


@pytest.mark.parametrize(
    "expression",
    [
        Ref(measure="n"),
        Ref(measure="x"),
        Ref(measure="m", kind=Kind.BUDGET),
        Ref(measure="m", ie="1"),
        Ref(measure="m", internal=Internal.ELIMINATED),
        Ref(measure="m") + Ref(measure="m"),
    ],
    ids=["no target", "no measure", "a budget", "part by I/E", "the internal part", "an expression"],
)
def test_what_has_no_target_of_its_own_has_no_status(expression):
    assert status_of(expression) is None


def test_a_flow_with_months_that_nobody_reported_is_no_whole_amount_yet():
    known = measure(target="minst 5", over_time=OverTime.SUM)
    made = judged([known], [obs("6", period="2020-01")]).measure()
    assert (made.status, made.why, made.value.exact) == (Status.NOT_MEASURED, Why.MONTHS_LACKING, 6)
    every = [obs("1", period=f"2020-{month:02d}") for month in range(1, 13)]
    assert judged([known], every).measure().status is Status.MET


def test_a_weight_stands_on_the_link_from_a_goal_to_the_goal_above_it():
    known = [measure("m", "minst 5", goals="h"), measure("n", "minst 5", goals="i")]
    above = goal("g")
    heavy = evolve(goal("h"), parents=(Link(id="g", weight=3),))
    made = judged(known, [obs("6", "m"), obs("4", "n")], goals=[above, heavy, goal("i", "g")]).goal()
    assert [child.weight for child in made.children] == [3, 1]
