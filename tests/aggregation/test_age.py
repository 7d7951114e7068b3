"""Age: what is stale, by how often the measure is to be reported and the day it is."""

from datetime import date

import pytest

from styrmodell.aggregation.age import longest_gap
from styrmodell.model.frequency import Reporting
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MissingPolicy, OverTime

TODAY = date(2020, 9, 15)


@pytest.fixture
def stale(world, measure, obs):
    """Ask whether one figure is stale."""

    def ask(period, asked=None, *, every="Månadsvis", today=TODAY, kind=Kind.OUTCOME, over_time=OverTime.LAST, **more):
        known = measure("m", reporting=Reporting.parse(every) if every else None, over_time=over_time)
        made = world("r", [known], [obs("m", "r", "1", period=period, kind=kind, **more)], today=today)
        return made.sound("m", period=asked or period, kind=kind).stale

    return ask


@pytest.mark.parametrize(
    ("every", "months"),
    [
        ("Månadsvis", 1),
        ("Kvartalsvis", 3),
        ("Tertialvis", 4),
        ("Årsvis", 12),
        ("Månadsvis ledningsgrupp, Årsbokslut", 1),
    ],
)
def test_the_most_frequent_report_says_how_old_a_figure_may_be(measure, every, months):
    assert longest_gap(measure("m", reporting=Reporting.parse(every))) == months


def test_a_measure_that_does_not_say_how_often_has_no_limit(measure):
    assert longest_gap(measure("m")) is None


def test_a_figure_of_the_month_before_is_not_stale(stale):
    assert not stale("2020-08", "2020")


def test_a_figure_two_months_old_is_stale_when_it_is_reported_by_the_month(stale):
    assert stale("2020-07", "2020")


def test_a_figure_two_months_old_is_not_stale_when_it_is_reported_by_the_quarter(stale):
    assert not stale("2020-07", "2020", every="Kvartalsvis")


def test_a_figure_of_last_year_is_not_stale_where_last_year_is_asked_for(stale):
    assert not stale("2019-12", "2019")


def test_a_figure_that_was_old_when_its_own_period_ended_is_stale(stale):
    assert stale("2019-09", "2019")


def test_the_day_that_a_figure_speaks_of_goes_before_its_period(stale):
    assert stale("2020-08", as_of=date(2020, 5, 31))
    assert not stale("2020", as_of=date(2020, 8, 31), over_time=None)


def test_a_budget_is_never_stale(stale):
    assert not stale("2020-01", "2020", kind=Kind.BUDGET)
    assert stale("2020-01", "2020", kind=Kind.FORECAST)


def test_nothing_is_stale_where_nobody_says_which_day_it_is(stale):
    assert not stale("2020-01", "2020", today=None)


def test_nothing_is_stale_of_a_measure_that_does_not_say_how_often(stale):
    assert not stale("2020-01", "2020", every="")


def test_a_missing_figure_is_not_stale(world, measure, obs):
    monthly = measure("m", reporting=Reporting.parse("Månadsvis"))
    made = world("r", [monthly], [obs("m", "r", "1", period="2019")], today=TODAY)
    assert not made.sound("m").stale


def test_a_sum_is_as_stale_as_the_one_furthest_behind(world, measure, obs):
    monthly = measure("m", reporting=Reporting.parse("Månadsvis"))
    figures = [
        obs("m", "a", "1", period="2020-08", as_of=date(2020, 8, 31)),
        obs("m", "b", "1", period="2020-08", as_of=date(2020, 3, 31)),
    ]
    made = world("r a<r b<r", [monthly], figures, today=TODAY)
    assert made.sound("m", period="2020-08").stale
    assert not made.sound("m", "a", period="2020-08").stale
    assert made.sound("m", period="2020-08").coverage.lagging == date(2020, 3, 31)


def test_a_year_is_as_stale_as_its_last_month_and_not_its_first(world, measure, obs):
    monthly = measure("m", reporting=Reporting.parse("Månadsvis"), over_time=OverTime.SUM)
    figures = [obs("m", "r", "1", period=f"2020-{month:02d}") for month in range(1, 9)]
    made = world("r", [monthly], figures, today=TODAY)
    assert not made.sound("m").stale
    assert made.sound("m").coverage.lagging == date(2020, 8, 31)


def test_a_year_by_units_with_unlike_periods_is_stale_when_one_of_them_is(world, measure, obs):
    monthly = measure("m", reporting=Reporting.parse("Månadsvis"), over_time=OverTime.SUM)
    figures = [
        *(obs("m", "a", "1", period=f"2020-{month:02d}") for month in range(1, 9)),
        obs("m", "b", "1", period="2020-Q1"),
    ]
    assert world("r a<r b<r", [monthly], figures, today=TODAY).sound("m").stale


def test_a_definition_is_stale_when_one_of_its_parts_is(world, measure, obs):
    measures = [
        measure("a", reporting=Reporting.parse("Månadsvis")),
        measure("b"),
        measure("kvot", definition="a / b"),
    ]
    figures = [obs("a", "r", "1", as_of=date(2020, 3, 31)), obs("b", "r", "2")]
    assert world("r", measures, figures, today=TODAY).sound("kvot").stale


def test_a_roll_up_is_stale_when_one_of_its_parts_is(world, measure, obs):
    monthly = measure("m", "slag", reporting=Reporting.parse("Månadsvis"))
    figures = [
        obs("m", "r", "1", slag="i", as_of=date(2020, 8, 31)),
        obs("m", "r", "2", slag="k", as_of=date(2020, 3, 31)),
    ]
    made = world("r", [monthly], figures, today=TODAY, slag="n=i+k")
    assert made.sound("m").stale
    assert not made.sound("m", slag="i").stale


def test_a_carried_figure_is_stale_by_its_own_day(world, measure, obs):
    carrying = measure(
        "m", reporting=Reporting.parse("Månadsvis"), missing=MissingPolicy.CARRY_FORWARD, max_age_months=6
    )
    made = world("r", [carrying], [obs("m", "r", "1", period="2020-05")], today=TODAY)
    assert made.sound("m", period="2020-08").stale


def test_a_measure_that_folds_anothers_figures_is_stale_as_that_one_is(world, measure, obs):
    measures = [measure("m", reporting=Reporting.parse("Månadsvis")), measure("storst", rule="max", of_id="m")]
    made = world("r a<r", measures, [obs("m", "a", "1", as_of=date(2020, 3, 31))], today=TODAY)
    assert made.sound("storst").stale
