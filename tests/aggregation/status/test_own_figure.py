"""One unit's own figure held against its target: what rules that judge are given."""

import pytest
from tests.aggregation.status.small_plan import judged, level, measure, obs

from styrmodell.model.status import Status

MET, CLOSE, MISSED, NOT = Status.MET, Status.CLOSE, Status.MISSED, Status.NOT_MEASURED


def answer(known, figure, others=(), **more):
    target, status, met = judged([known], [figure, *others], **more).judge.figure(known.id, figure)
    return str(target) if target is not None else None, status, met


@pytest.mark.parametrize(("value", "status", "met"), [("5", MET, True), ("4", CLOSE, False), ("3", MISSED, False)])
def test_a_figure_is_met_near_or_missed(value, status, met):
    assert answer(measure(target="minst 5", tolerance="1"), obs(value, unit="a")) == ("minst 5", status, met)


def test_an_old_figure_is_stale_and_says_whether_it_met():
    known = measure(target="minst 5")
    found = judged([known]).judge.figure("m", obs("5"), True)
    assert found[1:] == (Status.STALE, True)


def test_without_a_target_nothing_is_said():
    assert answer(measure(), obs("5")) == (None, None, None)


def test_a_measure_that_is_not_known_has_no_target():
    assert judged([]).judge.figure("x", obs("5", "x")) == (None, None, None)


def test_of_a_target_for_every_unit_the_unit_gets_its_part():
    assert answer(measure(target="varje enhet: minst 5"), obs("4", unit="a")) == ("minst 5", MISSED, False)


def test_all_of_several_demands_must_be_met():
    assert answer(measure(target="minst 5; högst 8"), obs("9"))[1:] == (MISSED, False)
    assert answer(measure(target="minst 5; Certifikat erhålls"), obs("9"))[1:] == (NOT, None)


def test_a_units_own_level_counts():
    assert answer(measure(target="minst 5"), obs("4", unit="a"), targets=[level("minst 3", unit="a")])[0] == "minst 3"


def test_what_cannot_be_told_is_not_measured():
    assert answer(measure(target="81", unit="index"), obs("80")) == ("81", NOT, None)


def test_a_figure_in_parts_is_its_share():
    assert answer(measure(target="minst 80 %", unit="%", rule="ratio_of_sums"), obs("4/5"))[1] is MET
    assert answer(measure(target="25 av 25", unit="%", rule="ratio_of_sums"), obs("24/25"))[1] is MISSED


def test_of_a_measure_that_folds_another_the_others_target_counts():
    known = [measure(target="minst 5", rule="mean"), measure("s", "minst 70 %", unit="%", of_id="m")]
    target, status, _ = judged(known).judge.figure("s", obs("4"))
    assert (str(target), status) == ("minst 5", MISSED)


def test_a_change_is_compared_with_what_the_unit_had():
    known = measure(target="ska öka jämfört med 2019", rule="mean")
    before = (obs("5", unit="a", period="2019"), obs("9", unit="b", period="2019"))
    assert answer(known, obs("6", unit="a"), before)[1] is MET


@pytest.mark.parametrize("target", ["ska öka jämfört med 2019", "ska öka jämfört med föregående år"])
def test_a_rule_that_judges_a_change_looks_at_the_units_own_figures_and_ends(target):
    known = measure(target=target, rule="worst_status")
    before = [obs("5", unit=unit, period="2019") for unit in ("a", "b")]
    figures = [obs("6", unit="a"), obs("4", unit="b"), *before]
    plan = judged([known], figures)
    assert [plan.measure(unit=unit).status for unit in ("a", "b", "r")] == [MET, MISSED, MISSED]


def test_a_rule_that_judges_a_change_takes_the_correction_of_what_it_compares_with():
    known = measure(target="ska öka jämfört med 2019", rule="worst_status")
    before = [obs("7", unit="a", period="2019", correction="fel"), obs("5", unit="a", period="2019")]
    assert judged([known], [obs("6", unit="a"), *before]).measure(unit="a").status is MISSED


def test_a_hundred_years_of_figures_are_no_deep_recursion():
    known = measure(target="ska öka jämfört med föregående år", rule="worst_status")
    figures = [obs(str(year), unit="a", period=str(year)) for year in range(1500, 2021)]
    assert judged([known], figures).measure().status is MET
