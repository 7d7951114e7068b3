"""A target for every unit: judged unit by unit, never by their mean."""

import pytest
from tests.aggregation.status.small_plan import judged, level, measure, obs

from styrmodell.aggregation.status.why import Why
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.kind import Kind
from styrmodell.model.status import Status

EVERY = "varje enhet: minst 75"


def made(*figures, target: str = EVERY, units: str = "r a<r b<r c<r", **more):
    known = measure(target=target, unit="index", rule="mean", **more)
    return judged([known], figures, units=units).measure()


def test_it_is_met_only_when_every_unit_meets_it():
    found = made(obs("75", unit="a"), obs("90", unit="b"))
    assert (found.status, found.met, found.gap) == (Status.MET, True, 0)
    assert [part.place.unit for part in found.parts] == ["a", "b"]


def test_a_mean_above_does_not_hide_a_unit_below():
    found = made(obs("70", unit="a"), obs("99", unit="b"))
    assert (found.status, found.met, found.gap) == (Status.MISSED, False, 5)
    assert [part.place.unit for part in found.failing] == ["a"]


def test_it_is_near_when_every_unit_that_fails_is():
    assert made(obs("74", unit="a"), obs("99", unit="b"), tolerance="1").status is Status.CLOSE
    assert made(obs("74", unit="a"), obs("70", unit="b"), tolerance="1").status is Status.MISSED


def test_a_unit_that_is_missing_makes_it_unknown():
    found = made(obs("80", unit="a"), obs("70", unit="b", period="2019"))
    assert (found.status, found.met) == (Status.NOT_MEASURED, None)
    assert [part.place.unit for part in found.unknown] == ["b"]


def test_a_unit_that_is_to_report_and_never_has_is_missing():
    found = made(obs("80", unit="a"), expected=("a", "c"))
    assert [part.place.unit for part in found.unknown] == ["c"]


def test_a_unit_that_fails_makes_it_missed_whatever_is_missing():
    found = made(obs("70", unit="a"), obs("80", unit="b", period="2019"))
    assert (found.status, found.met) == (Status.MISSED, False)


def test_that_it_is_near_cannot_be_told_while_a_unit_is_missing():
    found = made(obs("74", unit="a"), obs("80", unit="b", period="2019"), tolerance="1")
    assert (found.status, found.gap) == (Status.MISSED, None)


def test_a_unit_above_others_that_report_is_no_unit_of_its_own():
    found = made(obs("70", unit="r"), obs("80", unit="a"), obs("80", unit="b"))
    assert [part.place.unit for part in found.parts] == ["a", "b"]


def test_units_at_all_depths_are_judged_where_they_report():
    found = made(obs("80", unit="b"), obs("80", unit="c"), units="r a<r b<a c<r")
    assert [part.place.unit for part in found.parts] == ["b", "c"]


def test_of_one_unit_it_is_that_units():
    known = measure(target=EVERY, unit="index", rule="mean")
    plan = judged([known], [obs("70", unit="a"), obs("80", unit="b")])
    assert [plan.measure(unit=unit).status for unit in ("a", "b", "r")] == [Status.MISSED, Status.MET, Status.MISSED]


def test_where_nobody_reports_it_is_not_measured():
    found = made()
    assert (found.status, found.why, found.parts) == (Status.NOT_MEASURED, Why.NO_VALUE, ())


def test_each_unit_is_compared_with_its_own_baseline_and_never_with_the_whole():
    known = measure(target="varje enhet: ska öka", baseline="2019: 10")
    figures = [obs("6", unit="a"), obs("6", unit="b"), obs("5", unit="a", kind=Kind.BASELINE, period="2019")]
    found = judged([known], figures).measure()
    assert [(part.place.unit, part.status) for part in found.parts] == [
        ("a", Status.MET),
        ("b", Status.NOT_MEASURED),
    ]


def test_a_levels_baseline_is_that_of_its_own_unit():
    levels = [level("varje enhet: ska öka", baseline="2019: 1")]
    found = judged([measure()], [obs("6", unit="a")], targets=levels).measure()
    assert [part.why for part in found.parts] == [Why.NO_REFERENCE]


def test_the_units_of_a_derived_measure_are_those_that_report_what_it_is_made_of():
    ratio = measure("k", "varje enhet: minst 2", unit="antal", definition=parse_expression("x / y"))
    figures = [obs("6", "x", "a"), obs("2", "y", "a"), obs("1", "x", "b"), obs("1", "y", "b")]
    found = judged([ratio, measure("x"), measure("y")], figures).measure("k")
    assert [(part.place.unit, part.status) for part in found.parts] == [("a", Status.MET), ("b", Status.MISSED)]


def test_it_may_stand_beside_another_demand():
    found = made(obs("76", unit="a"), obs("99", unit="b"), target="varje enhet: minst 75; högst 80")
    assert [part.status for part in found.parts] == [Status.MET, Status.MISSED]
    assert found.status is Status.MISSED


@pytest.mark.parametrize("unit", ["okänd", "r"])
def test_a_unit_that_is_not_there_has_no_units(unit):
    plan = judged([measure(target=EVERY, unit="index", rule="mean")])
    assert plan.measure(unit=unit).status is Status.NOT_MEASURED
