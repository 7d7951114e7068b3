"""Each sort of target, met, nearly met and missed at its very edges."""

import pytest
from tests.aggregation.status.small_plan import ages, judged, measure, obs

from styrmodell.aggregation.status.why import Why
from styrmodell.model.direction import Direction
from styrmodell.model.status import Status

MET, CLOSE, MISSED, NOT = Status.MET, Status.CLOSE, Status.MISSED, Status.NOT_MEASURED
HIGHER, LOWER, NEAR = Direction.HIGHER, Direction.LOWER, Direction.NEAR


def status(target: str, value: str | None, **more):
    made = judged([measure(target=target, **more)], [obs(value)] if value is not None else ())
    return made.measure().status


@pytest.mark.parametrize(
    ("target", "value", "expected"),
    [
        ("minst 80 %", "0.8", MET),
        ("minst 80 %", "0.79", CLOSE),
        ("minst 80 %", "0.7899", MISSED),
        ("över 80 %", "0.8001", MET),
        ("över 80 %", "0.8", CLOSE),
        ("över 80 %", "0.79", CLOSE),
        ("över 80 %", "0.7899", MISSED),
        ("högst 5 %", "0.05", MET),
        ("högst 5 %", "0.06", CLOSE),
        ("högst 5 %", "0.0601", MISSED),
        ("under 5 %", "0.0499", MET),
        ("under 5 %", "0.05", CLOSE),
        ("under 5 %", "0.0601", MISSED),
        ("mellan 10 och 20 %", "0.1", MET),
        ("mellan 10 och 20 %", "0.2", MET),
        ("mellan 10 och 20 %", "0.09", CLOSE),
        ("mellan 10 och 20 %", "0.21", CLOSE),
        ("mellan 10 och 20 %", "0.2101", MISSED),
        ("exakt 3 %", "0.03", MET),
        ("exakt 3 %", "0.02", CLOSE),
        ("exakt 3 %", "0.0401", MISSED),
        ("25 av 25", "1", MET),
        ("25 av 25", "0.99", CLOSE),
        ("25 av 25", "0.98", MISSED),
        ("minst 70 %; högst 80 %", "0.7", MET),
        ("minst 70 %; högst 80 %", "0.81", CLOSE),
        ("minst 70 %; högst 80 %", "0.82", MISSED),
    ],
)
def test_a_share_with_a_tolerance_of_one_point(target, value, expected):
    assert status(target, value, unit="%", tolerance="0.01") is expected


@pytest.mark.parametrize(
    ("direction", "value", "expected"),
    [
        (HIGHER, "81", MET),
        (HIGHER, "79", CLOSE),
        (HIGHER, "78", MISSED),
        (LOWER, "81", MET),
        (LOWER, "83", CLOSE),
        (LOWER, "84", MISSED),
        (NEAR, "81", MET),
        (NEAR, "79", CLOSE),
        (NEAR, "83", CLOSE),
        (NEAR, "84", MISSED),
    ],
)
def test_a_bare_number_as_the_direction_says(direction, value, expected):
    assert status("81", value, unit="index", direction=direction, tolerance="2") is expected


@pytest.mark.parametrize(
    ("target", "value", "direction", "expected"),
    [
        ("ska öka", "62", None, MET),
        ("ska öka", "61", None, CLOSE),
        ("ska öka", "59", None, MISSED),
        ("ska minska", "60", None, MET),
        ("ska minska", "61", None, CLOSE),
        ("ska minska", "63", None, MISSED),
        ("ska förbättras", "60", LOWER, MET),
        ("ska förbättras", "62", LOWER, CLOSE),
        ("ska förbättras", "60", HIGHER, CLOSE),
        ("bibehålla", "61", None, MET),
        ("bibehålla", "62", HIGHER, MET),
        ("bibehålla", "60", HIGHER, CLOSE),
        ("bibehålla", "59", HIGHER, MISSED),
        ("öka med 10 procent", "67.1", None, MET),
        ("öka med 10 procent", "66.1", None, CLOSE),
        ("öka med 10 procent", "66", None, MISSED),
        ("minska med 5 ärenden", "56", None, MET),
        ("minska med 5 ärenden", "57", None, CLOSE),
        ("minska med 5 ärenden", "58", None, MISSED),
        ("ska inte öka", "61", None, MET),
        ("ska inte öka", "62", None, CLOSE),
        ("ska inte öka", "63", None, MISSED),
    ],
)
def test_a_change_from_the_baseline(target, value, direction, expected):
    assert status(target, value, baseline="2016: 61 ärenden", direction=direction, tolerance="1") is expected


@pytest.mark.parametrize(
    ("target", "value", "expected"),
    [("Ja", "1", MET), ("Ja", "0", MISSED), ("Nej", "0", MET), ("Nej", "1", MISSED)],
)
def test_yes_and_no_are_never_near(target, value, expected):
    assert status(target, value, unit="ja/nej", rule="own", tolerance="1") is expected


def test_without_a_tolerance_nothing_is_near():
    assert status("minst 80 %", "0.799999", unit="%") is MISSED


def test_a_tolerance_of_nought_takes_in_the_limit_itself():
    assert status("över 80 %", "0.8", unit="%", tolerance="0") is CLOSE
    assert status("över 80 %", "0.8", unit="%") is MISSED


@pytest.mark.parametrize(
    ("target", "value", "more", "why"),
    [
        ("minst 80 %", None, {"unit": "%"}, Why.NO_VALUE),
        ("Certifikat erhålls", "1", {}, Why.MILESTONE),
        ("God kvalitet", "1", {}, Why.UNREAD),
        ("5 % förbättring", "0.5", {"unit": "%", "baseline": "40 %", "direction": HIGHER}, Why.PERCENT_OR_POINTS),
        ("81", "80", {"unit": "index"}, Why.NO_DIRECTION),
        ("ska förbättras", "80", {"baseline": "70"}, Why.NO_DIRECTION),
        ("ska förbättras", "80", {"baseline": "70", "direction": NEAR}, Why.NO_DIRECTION),
        ("bibehålla", "80", {"baseline": "70"}, Why.NO_DIRECTION),
        ("minst 80 %", "80", {"unit": "dagar"}, Why.WRONG_UNIT),
        ("81", "0.8", {"unit": "%", "direction": HIGHER}, Why.WRONG_UNIT),
        ("minska med 2 procentenheter", "5", {"baseline": "7"}, Why.WRONG_UNIT),
        ("minska med 2 dagar", "5", {"unit": "kr", "baseline": "7 kr"}, Why.WRONG_UNIT),
        ("Ja", "3", {"unit": "ja/nej"}, Why.NOT_YES_OR_NO),
        ("ska öka", "3", {}, Why.NO_REFERENCE),
    ],
)
def test_what_cannot_be_told_is_not_measured_and_says_why(target, value, more, why):
    made = judged([measure(target=target, **more)], [obs(value)] if value else ()).measure()
    assert (made.status, made.why, made.met, made.gap) == (NOT, why, None, None)


def test_a_measure_without_a_target_has_no_status():
    made = judged([measure()], [obs("5")]).measure()
    assert (made.status, made.why) == (None, Why.NO_TARGET)


def test_what_a_target_lacks_is_told_before_that_the_value_is_missing():
    assert judged([measure(target="81", unit="index")]).measure().why is Why.NO_DIRECTION


def test_five_per_cent_of_what_is_no_share_can_only_be_per_cent():
    more = {"unit": "antal", "baseline": "100", "direction": HIGHER}
    assert status("5 % förbättring", "105", **more) is MET
    assert status("5 % förbättring", "104.9", **more) is MISSED


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("25", "antal", MET),
        ("24", "antal", MISSED),
        ("1", "%", MET),
        ("0.96", "%", MISSED),
        ("25", "aktiviteter", MET),
        ("0.5", "aktiviteter", MISSED),
        ("1", "aktiviteter", NOT),
    ],
)
def test_a_value_of_n_of_m_is_a_count_or_a_share_as_its_unit_says(value, unit, expected):
    assert status("25 av 25", value, unit=unit) is expected


def test_n_of_m_takes_numerator_and_denominator_and_the_number_of_cases_may_change():
    made = judged([measure(target="25 av 25", unit="%", rule="ratio_of_sums")], [obs("12/12", unit="a")])
    assert made.measure().status is MET
    assert made.measure().comparison.evidence.denominator == 12


def test_an_other_blank_than_missing_says_so():
    known = measure(target="minst 5", not_applicable=((("alder", "3"),),), dimensions=("alder",))
    from_here = judged([known], [obs("5")], dimensions=[ages()])
    assert from_here.measure(alder="3").why is Why.NOT_APPLICABLE
