"""Targets that can be read, judged and compared with the measure; baselines that agree with themselves."""

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.baseline import Baseline
from styrmodell.model.direction import Direction
from styrmodell.model.measure_unit import fits
from styrmodell.model.period import Period
from styrmodell.model.target import Target


def told(target, *, unit="%", baseline="", direction=Direction.HIGHER, observations=(), words=False):
    """What is found of a measure with this target and baseline, written as people write them."""
    start = Baseline.parse(baseline) if baseline else None
    goal = Target.parse(target) if target else None
    plan = evolve(whole_plan(), targets=(), scorecards=(), sections=(), observations=observations)
    findings = found(changed(plan, "measures", unit=unit, target=goal, baseline=start, direction=direction))
    return [one.found() if words else one.code.code for one in findings]


@pytest.mark.parametrize(
    ("figure", "measure", "expected"),
    [
        ("", "%", True),
        ("%", "procent", True),
        ("%", "dagar", False),
        ("st", "antal", True),
        ("mnkr", "kr", True),
        ("kr", "kr/inv", True),
        ("tkr per elev", "kr", True),
        ("dag", "dagar", True),
        ("dagar", "timmar", False),
        ("nya avtal", "antal", True),
        ("nya avtal", "avtal", True),
        ("dagar", "antal", False),
        ("%", "antal", False),
        ("kunder", "%", False),
        ("dagar", "", True),
    ],
)
def test_units_fit_when_they_count_the_same(figure, measure, expected):
    assert fits(figure, measure) is expected


def test_a_target_in_another_unit_than_the_measure_is_an_error():
    assert told("högst 90 dagar", unit="%", words=True) == ["målet för inom90 är i dagar"]
    assert told("högst 90 dagar", unit="%") == ["SM229"]


@pytest.mark.parametrize(
    ("target", "unit"),
    [
        ("högst 90 dagar", "dagar"),
        ("högst 90", "dagar"),
        ("minst 2 mnkr", "kr"),
        ("högst 3 st", "antal"),
        ("2,5 - 3,5 dagar/ anställd och år", "dagar"),
    ],
)
def test_a_target_in_the_measures_unit_is_no_fault(target, unit):
    assert told(target, unit=unit) == []


def test_a_baseline_in_another_unit_is_an_error():
    assert told("minst 80 %", baseline="2019: 12 dagar") == ["SM229"]


def test_a_comparison_is_checked_as_a_baseline_is():
    plan = changed(whole_plan(), "targets", comparison=Baseline.parse("2019: 12 dagar"))
    assert [one.found() for one in found(plan)] == ["jämförelsetalet för inom90 norr 2020 är i dagar"]


def test_a_target_that_cannot_be_read_is_a_warning():
    (finding,) = found(changed(whole_plan(), "measures", target=Target.parse("blå"), baseline=None))
    assert finding.code.code == "SM230"
    assert finding.code.severity is Severity.WARNING
    assert finding.found() == "målet för inom90: blå"


def test_per_cent_or_points_is_asked_of_a_share():
    assert told("öka med 5 % jämfört med 2019", baseline="2019: 60 %") == ["SM231"]


def test_per_cent_of_what_is_no_share_is_clear():
    assert told("öka med 5 % jämfört med 2019", baseline="2019: 60", unit="antal") == []


def test_an_interval_that_is_no_number_is_a_warning():
    target = "Alla avvikelser vid internrevision ska ha en insänd handlingsplan inom bestämt tidsintervall."
    assert told(target) == ["SM232"]


@pytest.mark.parametrize(
    ("baseline", "expected"),
    [
        ("2016: 4664/4616 (100%)", ["SM233", "SM234"]),
        ("2016: 4616/4664 (99%)", []),
        ("2016: 4616/4664 (98%)", ["SM234"]),
        ("2018: 5,6", ["SM233"]),
        ("2018: 120 %", ["SM233"]),
        ("2018: 5,6 %", []),
        ("2018: 1", []),
    ],
)
def test_a_share_lies_below_one_and_is_what_is_printed(baseline, expected):
    assert told("", baseline=baseline) == expected


def test_what_a_fraction_really_is_is_told_with_one_digit_more():
    assert told("", baseline="2016: 1/3 (34%)", words=True) == [
        "ingångsvärdet för inom90: 2016: 1/3 (34%); 1/3 är 33,3 %"
    ]


def test_a_fraction_that_is_no_share_may_be_above_one():
    assert told("", unit="st/medarb", baseline="2016: 485 st/ 257 medarb =1,89") == []


def test_a_fraction_of_a_very_large_number_is_computed():
    large = "9" * 25
    assert "SM234" in told("", unit="antal", baseline=f"2016: {large}/1 = 0,5")


def test_a_target_of_a_share_without_its_sign_is_a_warning():
    assert told("minst 84") == ["SM233"]


@pytest.mark.parametrize(
    ("target", "baseline", "direction", "expected"),
    [
        ("minst 80 %", "2018: 84 %", Direction.HIGHER, ["SM235"]),
        ("minst 80 %", "2018: 79 %", Direction.HIGHER, []),
        ("84 %", "2018: 84 %", Direction.HIGHER, ["SM235"]),
        ("84", "2018: 84 %", Direction.HIGHER, ["SM233", "SM235"]),
        ("5 %", "2018: 5,6", Direction.LOWER, ["SM233"]),
        ("72 %", "2018: 84 %", Direction.LOWER, []),
        ("bibehålla", "2018: 84 %", Direction.HIGHER, []),
        ("minst 80 %", "Nytt mått", Direction.HIGHER, []),
    ],
)
def test_a_target_that_the_baseline_already_meets_is_a_question(target, baseline, direction, expected):
    assert sorted(told(target, baseline=baseline, direction=direction)) == expected


def test_the_question_is_only_a_note():
    plan = changed(whole_plan(), "measures", baseline=Baseline.parse("2019: 90 %"))
    finding = found(plan)[0]
    assert finding.code.severity is Severity.NOTE
    assert finding.found() == "målet för inom90 är minst 80 % och ingångsvärdet 2019: 90 %"


@pytest.mark.parametrize("target", ["81", "förbättras", "bibehållas"])
def test_a_target_that_needs_a_direction_is_a_warning_without_one(target):
    how = {"unit": "index", "baseline": "2018: 75"}
    assert told(target, direction=None, **how) == ["SM236"]
    assert told(target, **how) == []


def test_a_target_with_its_own_direction_needs_none():
    assert told("minst 81", unit="index", direction=None) == []


@pytest.mark.parametrize("target", ["ska minska", "öka", "bibehållas", "minska med 3 procentenheter jämfört med 2019"])
def test_a_change_without_anything_to_compare_with_is_a_warning(target):
    assert told(target) == ["SM237"]
    assert told(target, baseline="Nytt mått") == ["SM237"]
    assert told(target, baseline="2019: 60 %") == []
    assert told(target, baseline="Utfall 2019") == []


OUTCOME = evolve(whole_plan().observations[0], measure_id="inom90", dims=(), value="0.6", period=Period.year(2019))


def test_an_outcome_is_something_to_compare_with():
    assert told("ska minska", observations=(OUTCOME,)) == []


def test_the_outcome_is_of_the_period_that_the_target_names():
    target = "minska med 3 procentenheter jämfört med 2019"
    assert told(target, observations=(OUTCOME,)) == []
    assert told(target, observations=(evolve(OUTCOME, period=Period.year(2018)),)) == ["SM237"]


def test_a_baseline_that_cannot_be_read_is_a_warning():
    assert told("minst 80 %", baseline="Ej i harmoni med modell") == ["SM238"]


def test_two_targets_of_one_unit_and_period_are_an_error():
    plan = whole_plan()
    assert codes(evolve(plan, targets=plan.targets * 2)) == ["SM222"]
    second = evolve(plan.targets[0], version="reviderad")
    assert codes(evolve(plan, targets=(*plan.targets, second))) == []


def test_a_target_of_an_unknown_member_is_told():
    assert codes(changed(whole_plan(), "targets", dims=(("dvo", "x"),))) == ["SM202"]
