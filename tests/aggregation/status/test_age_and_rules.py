"""Old figures, and measures whose rule itself holds each unit's figure against the target."""

from datetime import date
from fractions import Fraction

import pytest
from tests.aggregation.status.small_plan import judged, level, measure, obs

from styrmodell.aggregation.status.why import Why
from styrmodell.model.frequency import Reporting
from styrmodell.model.status import Status

MONTHLY = Reporting.parse("Månadsvis")
TODAY = date(2020, 10, 1)
OLD, NEW = {"as_of": date(2020, 3, 31)}, {"as_of": date(2020, 9, 30)}


@pytest.mark.parametrize(("value", "met"), [("6", True), ("4", False)])
def test_a_figure_that_is_too_old_is_stale_and_what_it_said_is_kept_beside(value, met):
    made = judged([measure(target="minst 5", reporting=MONTHLY)], [obs(value, **OLD)], today=TODAY).measure()
    assert (made.status, made.why, made.met, made.stale) == (Status.STALE, Why.STALE, met, True)


def test_a_figure_that_is_new_enough_is_judged():
    made = judged([measure(target="minst 5", reporting=MONTHLY)], [obs("6", **NEW)], today=TODAY).measure()
    assert (made.status, made.stale) == (Status.MET, False)


def test_an_old_figure_that_cannot_be_judged_is_not_measured():
    known = measure(target="Certifikat erhålls", reporting=MONTHLY)
    made = judged([known], [obs("6", **OLD)], today=TODAY).measure()
    assert (made.status, made.stale) == (Status.NOT_MEASURED, False)


def test_of_every_unit_a_stale_one_makes_it_stale_unless_one_fails():
    known = measure(target="varje enhet: minst 5", rule="mean", reporting=MONTHLY)
    fresh = judged([known], [obs("6", unit="a", **OLD), obs("6", unit="b", **NEW)], today=TODAY).measure()
    failed = judged([known], [obs("6", unit="a", **OLD), obs("4", unit="b", **NEW)], today=TODAY).measure()
    assert (fresh.status, failed.status) == (Status.STALE, Status.MISSED)


def test_that_units_are_near_cannot_be_told_beside_a_stale_one():
    known = measure(target="varje enhet: minst 5", rule="mean", reporting=MONTHLY, tolerance="1")
    made = judged([known], [obs("6", unit="a", **OLD), obs("4", unit="b", **NEW)], today=TODAY).measure()
    assert made.status is Status.MISSED


FIGURES = (obs("6", unit="a"), obs("4", unit="b"))


def test_a_rule_that_folds_another_measure_has_a_target_for_what_comes_out():
    share = measure("s", "minst 50 %", unit="%", of_id="m", rule="share_meeting_target")
    made = judged([measure(target="minst 5", rule="mean"), share], FIGURES)
    assert made.measure("s").value.exact == Fraction(1, 2)
    assert made.measure("s").status is Status.MET


def test_a_measure_whose_own_rule_judges_has_no_target_for_what_comes_out():
    made = judged([measure(target="minst 5", rule="share_meeting_target")], FIGURES).measure()
    assert (made.status, made.why) == (Status.NOT_MEASURED, Why.OF_EACH_UNIT)


@pytest.mark.parametrize(("target", "expected"), [("minst 5", Status.MISSED), ("minst 4", Status.MET)])
def test_a_rule_that_gives_a_status_gives_the_measures(target, expected):
    made = judged([measure(target=target, rule="worst_status")], FIGURES).measure()
    assert (made.status, made.met) == (expected, expected is Status.MET)


def test_counts_of_statuses_are_no_status():
    made = judged([measure(target="minst 5", rule="status_counts")], FIGURES).measure()
    assert (made.status, made.why) == (Status.NOT_MEASURED, Why.OF_EACH_UNIT)
    assert dict(made.value.counts) == {Status.MET: 1, Status.MISSED: 1}


def test_a_units_level_goes_before_the_measures_target_in_a_rule_that_judges():
    made = judged([measure(target="minst 5", rule="worst_status")], FIGURES, targets=[level("minst 3", unit="b")])
    assert made.measure().status is Status.MET


def test_where_nothing_is_reported_a_judging_rule_has_nothing():
    made = judged([measure(target="minst 5", rule="worst_status")]).measure()
    assert (made.status, made.why) == (Status.NOT_MEASURED, Why.NO_VALUE)
