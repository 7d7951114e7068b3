"""A goal that is weighed has weights to be weighed by, and no other has."""

from fractions import Fraction

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.link import Link
from styrmodell.model.status_rule import StatusChoice, StatusRule

WEIGHTED = StatusRule(by=StatusChoice.WEIGHTED)


def with_weight(weight):
    """The plan whose weighed goal is served by one other with *weight*."""
    return changed(whole_plan(), "goals", 1, parents=(Link(id="inriktning", weight=weight),))


@pytest.mark.parametrize(
    ("weight", "but"),
    [
        (None, "ingen länk till det har vikt"),
        ("-1", "en vikt är under 0"),
        ("0", "alla vikter är 0"),
    ],
)
def test_weights_that_cannot_weigh_are_told(weight, but):
    (finding,) = found(with_weight(weight))
    assert finding.code.code == "SM266"
    assert finding.found() == f"målet inriktning vägs, men {but}"


def test_the_weights_of_measures_count_too():
    plan = changed(with_weight(None), "measures", goals=(Link(id="inriktning", weight="1"),))
    assert codes(plan) == []


@pytest.mark.parametrize("rule", [None, StatusRule(by=StatusChoice.SHARE, met=Fraction(3, 4))])
def test_weights_that_nobody_asks_for_are_a_note(rule):
    (finding,) = found(changed(whole_plan(), "goals", status_rule=rule))
    assert (finding.code.code, finding.code.severity) == ("SM267", Severity.NOTE)


def test_a_goal_that_is_judged_by_the_worst_needs_no_weights():
    assert codes(evolve(changed(with_weight(None), "goals", status_rule=StatusRule()))) == []
