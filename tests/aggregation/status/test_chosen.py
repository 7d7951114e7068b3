"""Which target holds: the unit's own level of the period or around it, its newest version, else the measure's."""

import pytest
from tests.aggregation.status.small_plan import ages, judged, level, measure, obs

from styrmodell.aggregation.status.why import Why
from styrmodell.model.measure import OverTime
from styrmodell.model.status import Status


def words(made) -> str | None:
    return str(made.target) if made.target is not None else None


def test_the_measures_own_target_holds_where_no_level_does():
    made = judged([measure(target="minst 5")], targets=[level("minst 9", unit="a")])
    assert words(made.measure()) == "minst 5"
    assert made.measure().chosen.level is None


def test_a_level_goes_before_the_measures_own_target():
    made = judged([measure(target="minst 5")], targets=[level("minst 9")])
    assert words(made.measure()) == "minst 9"


def test_a_level_of_one_unit_holds_for_no_other():
    made = judged([measure()], targets=[level("minst 9", unit="a")])
    assert [words(made.measure(unit=unit)) for unit in ("r", "a", "b")] == [None, "minst 9", None]


def test_a_level_of_another_year_does_not_hold():
    assert words(judged([measure()], targets=[level("minst 9", period="2019")]).measure()) is None


@pytest.mark.parametrize("period", ["2020-08", "2020-T1", "2020-01..2020-07"])
def test_a_level_of_the_year_holds_for_its_parts(period):
    assert words(judged([measure()], targets=[level("minst 9")]).measure(period=period)) == "minst 9"


def test_a_level_of_a_part_says_nothing_of_the_year():
    assert words(judged([measure()], targets=[level("minst 9", period="2020-T1")]).measure()) is None


def test_the_very_period_goes_before_one_around_it_and_the_shorter_before_the_longer():
    levels = [level("minst 1", period="2019-01..2021-12"), level("minst 2"), level("minst 3", period="2020-T1")]
    made = judged([measure()], targets=levels)
    assert [words(made.measure(period=period)) for period in ("2020-T1", "2020-02", "2020", "2021")] == [
        "minst 3",
        "minst 3",
        "minst 2",
        "minst 1",
    ]


def test_a_level_of_a_rolling_year_speaks_of_rolling_years_only():
    made = judged([measure()], targets=[level("minst 9", period="R12-2020-12")])
    assert words(made.measure(period="2020-08")) is None
    assert words(made.measure(period="R12-2020-12")) == "minst 9"


def test_the_newest_version_counts_in_the_order_of_the_profile():
    levels = [level("minst 3", version="reviderad"), level("minst 2", version="beslutad"), level("minst 1")]
    made = judged([measure()], targets=levels, versions=("beslutad", "reviderad"))
    assert words(made.measure()) == "minst 3"


def test_of_two_of_one_version_the_last_that_is_written_counts():
    assert words(judged([measure()], targets=[level("minst 3"), level("minst 2")]).measure()) == "minst 2"


def test_a_level_of_a_part_holds_for_that_part_alone():
    known = measure(dimensions=("alder",), rule="own")
    levels = [level("minst 3", dims=(("alder", "3"),)), level("minst 9")]
    made = judged([known], targets=levels, dimensions=[ages()])
    assert [words(one) for one in (made.measure(), made.measure(alder="3"), made.measure(alder="6"))] == [
        "minst 9",
        "minst 3",
        None,
    ]


def test_the_whole_may_be_named_or_left_out():
    known = measure(dimensions=("alder",))
    made = judged([known], targets=[level("minst 9", dims=(("alder", "alla"),))], dimensions=[ages(whole="alla")])
    assert words(made.measure()) == words(made.measure(alder="alla")) == "minst 9"


@pytest.mark.parametrize(("over_time", "expected"), [(OverTime.SUM, None), (OverTime.MEAN, True), (None, True)])
def test_a_number_for_the_year_is_not_held_against_a_part_of_what_flows(over_time, expected):
    known = measure(over_time=over_time)
    made = judged([known], [obs("10", period="2020-T1")], targets=[level("minst 9")]).measure(period="2020-T1")
    assert made.met is expected
    assert made.why is (Why.COMPARED if expected else Why.OTHER_LENGTH)


def test_a_measures_own_number_is_the_plans_years():
    made = judged([measure(target="minst 9", over_time=OverTime.SUM)], [obs("10", period="2020-T1")])
    assert made.measure(period="2020-T1").why is Why.OTHER_LENGTH
    assert made.measure(period="2020-T1").status is Status.NOT_MEASURED


def test_a_level_of_the_part_is_held_against_the_part():
    made = judged(
        [measure(over_time=OverTime.SUM)],
        [obs("10", period="2020-T1")],
        targets=[level("minst 9", period="2020-T1")],
    )
    assert made.measure(period="2020-T1").status is Status.MET
