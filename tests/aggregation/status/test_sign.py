"""Ceilings on money: costs are minus, and whether a target means their size must be seen, never guessed."""

import pytest
from tests.aggregation.status.small_plan import judged, measure, obs

from styrmodell.aggregation.status.why import Why
from styrmodell.model.direction import Direction
from styrmodell.model.kind import Kind
from styrmodell.model.status import Status

NOT = Status.NOT_MEASURED


def made(target: str, value: str, budget: str = "", **more):
    figures = [obs(value), *([obs(budget, kind=Kind.BUDGET)] if budget else [])]
    return judged([measure(target=target, unit="kr", **more)], figures).measure()


@pytest.mark.parametrize(
    ("value", "budget", "expected"),
    [
        ("-95", "-100", Status.MET),
        ("-100", "-100", Status.MET),
        ("-101", "-100", Status.MISSED),
        ("5", "-100", Status.MET),
        ("95", "100", Status.MET),
        ("101", "100", Status.MISSED),
    ],
)
def test_a_frame_for_costs_is_not_to_be_exceeded_in_size(value, budget, expected):
    assert made("Ej överstiga tilldelad budgetram", value, budget).status is expected


def test_a_cost_is_as_far_over_its_frame_as_it_is_larger():
    assert made("Ej överstiga tilldelad budgetram", "-103", "-100").gap == 3


@pytest.mark.parametrize(
    ("target", "more"),
    [
        ("högst 100 kr", {}),
        ("under 100 kr", {}),
        ("100 kr", {"direction": Direction.LOWER}),
        ("ska minska", {"baseline": "90 kr"}),
        ("ska inte öka", {"baseline": "90 kr"}),
        ("minska med 10 procent", {"baseline": "90 kr"}),
    ],
)
def test_a_ceiling_without_sign_over_a_cost_is_not_judged_and_told(target, more):
    found = made(target, "-105", **more)
    assert (found.status, found.why) == (NOT, Why.SIGN)
    assert [finding.code.code for finding in found.findings] == ["SM331"]


def test_a_ceiling_that_is_compared_with_a_cost_of_last_year_is_not_judged():
    known = measure(target="ska minska jämfört med 2019", unit="kr")
    found = judged([known], [obs("-90"), obs("-100", period="2019")]).measure()
    assert (found.why, found.reference.value) == (Why.SIGN, -100)


@pytest.mark.parametrize(
    ("target", "value", "expected"),
    [
        ("minst −100 kr", "-95", Status.MET),
        ("minst −100 kr", "-105", Status.MISSED),
        ("högst −100 kr", "-105", Status.MET),
        ("minst 2 kr", "-5", Status.MISSED),
        ("högst 100 kr", "95", Status.MET),
        ("högst 100 kr", "105", Status.MISSED),
    ],
)
def test_a_target_with_the_sign_of_its_amounts_is_read_as_it_is_written(target, value, expected):
    assert made(target, value).status is expected


def test_only_money_has_a_sign_of_its_own():
    assert judged([measure(target="högst 2 grader", unit="grader")], [obs("-5")]).measure().status is Status.MET
