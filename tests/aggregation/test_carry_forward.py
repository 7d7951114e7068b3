"""Carrying forward: the latest earlier figure of one that has not reported, if it is not too old."""

from datetime import date

import pytest

from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import MissingPolicy, OverTime

STRICT = MissingPolicy.STRICT


@pytest.fixture
def carrying(measure):
    """Make a measure that carries figures forward for so many months."""

    def make(months=3, dims="", **more):
        return measure("m", dims, missing=MissingPolicy.CARRY_FORWARD, max_age_months=months, **more)

    return make


def test_the_latest_earlier_figure_stands_for_one_that_is_missing(world, carrying, obs):
    figures = [
        obs("m", "a", "5", period="2020-05"),
        obs("m", "a", "4", period="2020-04"),
        obs("m", "b", "1", period="2020-06"),
    ]
    assert world("r a<r b<r", [carrying()], figures).value("m", period="2020-06") == 6


def test_a_figure_of_the_very_last_month_allowed_is_carried_and_one_older_is_not(world, carrying, obs):
    made = world("r", [carrying(3)], [obs("m", "r", "5", period="2020-03")])
    assert made.value("m", period="2020-06") == 5
    assert made.value("m", period="2020-07") is None


def test_what_is_carried_is_counted_apart(world, carrying, obs):
    figures = [obs("m", "a", "5", period="2020-05"), obs("m", "b", "1", period="2020-06")]
    coverage = world("r a<r b<r", [carrying()], figures).sound("m", period="2020-06").coverage
    assert (coverage.reported, coverage.expected, coverage.carried) == (2, 2, 1)
    assert coverage.estimated


def test_a_figure_that_came_is_not_carried_over(world, carrying, obs):
    figures = [obs("m", "r", "5", period="2020-05"), obs("m", "r", "7", period="2020-06")]
    made = world("r", [carrying()], figures)
    assert made.value("m", period="2020-06") == 7
    assert made.sound("m", period="2020-06").coverage.carried == 0


def test_a_later_figure_is_never_carried_back(world, carrying, obs):
    assert world("r", [carrying()], [obs("m", "r", "5", period="2020-07")]).value("m", period="2020-06") is None


def test_a_figure_is_carried_to_a_period_of_its_own_length_only(world, carrying, obs):
    made = world("r", [carrying(12)], [obs("m", "r", "900", period="2019")])
    assert made.value("m") == 900
    assert made.value("m", period="2020-01") is None


def test_a_carried_figure_tells_how_old_it_is(world, carrying, obs):
    made = world("r", [carrying()], [obs("m", "r", "5", period="2020-04")])
    assert made.sound("m", period="2020-06").coverage.oldest == date(2020, 4, 30)


def test_a_carried_figure_keeps_the_day_it_speaks_of(world, carrying, obs):
    made = world("r", [carrying()], [obs("m", "r", "5", period="2020-04", as_of=date(2020, 4, 12))])
    assert made.sound("m", period="2020-06").coverage.oldest == date(2020, 4, 12)


def test_a_kind_and_a_version_carry_their_own(world, carrying, obs):
    figures = [
        obs("m", "r", "5", period="2020-05"),
        obs("m", "r", "6", period="2020-05", kind=Kind.FORECAST, version="p1"),
    ]
    made = world("r", [carrying()], figures)
    assert made.value("m", period="2020-06") == 5
    assert made.value("m", period="2020-06", kind=Kind.FORECAST) == 6
    assert made.value("m", period="2020-06", kind=Kind.FORECAST, version="p2") is None


def test_a_unit_that_says_there_can_be_none_carries_none(world, carrying, obs):
    figures = [obs("m", "r", "5", period="2020-05"), obs("m", "r", period="2020-06", state=State.NOT_APPLICABLE)]
    found = world("r", [carrying()], figures).sound("m", period="2020-06")
    assert found.exact is None
    assert found.coverage.expected == 0


def test_a_unit_that_says_that_it_is_missing_carries_its_earlier(world, carrying, obs):
    figures = [obs("m", "r", "5", period="2020-05"), obs("m", "r", period="2020-06")]
    assert world("r", [carrying()], figures).value("m", period="2020-06") == 5


def test_a_unit_that_has_ceased_carries_nothing(world, carrying, obs):
    made = world(
        "r a<r@..2020-05-31 b<r",
        [carrying()],
        [obs("m", "a", "5", period="2020-05"), obs("m", "b", "1", period="2020-06")],
    )
    assert made.value("m", period="2020-06") == 1
    assert made.covered("m", period="2020-06") == (1, 1)


def test_an_upper_units_own_figure_leaves_nothing_to_carry_below(world, carrying, obs):
    figures = [obs("m", "a", "5", period="2020-05"), obs("m", "r", "9", period="2020-06")]
    made = world("r a<r", [carrying()], figures)
    assert made.value("m", period="2020-06") == 9
    assert made.sound("m", period="2020-06").coverage.carried == 0


def test_a_figure_that_is_settled_is_carried_as_settled(world, carrying, obs):
    figures = [
        obs("m", "r", "5", period="2020-05"),
        obs("m", "r", "4", period="2020-05", state=State.SETTLED, reporter="chef", comment="rättat"),
    ]
    assert world("r", [carrying()], figures).value("m", period="2020-06") == 4


def test_a_weighted_figure_is_carried_with_the_weight_of_the_time(world, carrying, measure, obs):
    weighted = carrying(12, rule="weighted_mean", weight_id="w")
    figures = [
        obs("m", "a", "4", period="2019"),
        obs("w", "a", "20", period="2019"),
        obs("w", "a", "30"),
        obs("m", "b", "8"),
        obs("w", "b", "10"),
    ]
    assert world("r a<r b<r", [weighted, measure("w")], figures).value("m") == 5


def test_a_weighted_figure_without_a_weight_of_the_time_is_not_carried_and_told(world, carrying, measure, obs):
    weighted = carrying(12, rule="weighted_mean", weight_id="w")
    figures = [
        obs("m", "a", "4", period="2019"),
        obs("w", "a", "30", period="2019"),
        obs("m", "b", "8"),
        obs("w", "b", "10"),
    ]
    made = world("r a<r b<r", [weighted, measure("w")], figures)
    assert made.value("m") == 8
    assert made.codes("m") == ["SM310"]


# Over time


def test_reported_months_stand_before_a_year_that_could_be_carried(world, carrying, obs):
    figures = [
        obs("m", "r", "999", period="2019"),
        *(obs("m", "r", "10", period=f"2020-{month:02d}") for month in range(1, 13)),
    ]
    assert world("r", [carrying(12, over_time=OverTime.SUM)], figures).value("m") == 120


def test_a_month_that_is_lacking_is_carried_within_the_year(world, carrying, obs):
    figures = [obs("m", "r", "10", period="2020-01"), obs("m", "r", "30", period="2020-03")]
    found = world("r", [carrying(1, over_time=OverTime.SUM)], figures).sound("m", period="2020-Q1")
    assert [child.exact for child in found.children] == [10, 10, 30]
    assert found.coverage.carried == 1


def test_a_level_of_the_end_holds_those_carried_to_it(world, carrying, obs):
    figures = [obs("m", "a", "5", period="2020-12"), obs("m", "b", "7", period="2020-10")]
    made = world("r a<r b<r", [carrying(3, over_time=OverTime.LAST)], figures)
    assert made.value("m") == 12


def test_the_children_of_a_fold_with_carried_figures_are_its_parts(world, carrying, obs):
    figures = [obs("m", "a", "5", period="2020-05"), obs("m", "b", "1", period="2020-06")]
    found = world("r a<r b<r", [carrying()], figures).sound("m", period="2020-06")
    assert [child.exact for child in found.children] == [5, 1]


def test_a_figure_is_carried_along_dimensions(world, carrying, obs):
    figures = [obs("m", "r", "5", period="2020-05", slag="i"), obs("m", "r", "-3", period="2020-06", slag="k")]
    made = world("r", [carrying(dims="slag")], figures, slag="n=i+k")
    assert made.value("m", period="2020-06") == 2
