"""References: another kind, version, period, unit, member or cut than the one that is inherited."""

from fractions import Fraction

import pytest

from styrmodell.model.kind import Kind
from styrmodell.model.measure import OverTime
from styrmodell.model.number import number


@pytest.fixture
def months(obs):
    """Two years of months: month times a factor."""

    def make(name, unit, **factors):
        return [
            obs(name, unit, str(month * factor), period=f"{year[1:]}-{month:02d}")
            for year, factor in factors.items()
            for month in range(1, 13)
        ]

    return make


@pytest.fixture
def flow(world, measure, months):
    """One flow over two years: 1, 2, 3 … and 2, 4, 6 …"""
    return world("r", [measure("m", over_time=OverTime.SUM)], months("m", "r", y2019=1, y2020=2))


# Periods


@pytest.mark.parametrize(
    ("reference", "period", "expected"),
    [
        ("m[period=-1]", "2020-03", 3),
        ("m[period=-1]", "2020-Q1", 6),
        ("m[period=-1]", "2020", 78),
        ("m[period=+1]", "2019-03", 6),
        ("m[period=månad]", "2020-Q1", 6),
        ("m[period=ack]", "2020-03", 12),
        ("m[period=ack]", "2020-Q2", 42),
        ("m[period=ack-1]", "2020-03", 6),
        ("m[period=r12]", "2020-03", 84),
        ("m[period=r12-1]", "2020-12", 78),
        ("m[period=år]", "2020-03", 156),
        ("m[period=år-1]", "2020-03", 78),
    ],
)
def test_a_reference_may_be_to_another_period(flow, reference, period, expected):
    assert flow.value(reference, period=period) == expected


def test_a_change_is_to_what_was_before(flow):
    assert flow.value("förändring(m, m[period=-1])", period="2020-05") == 1


def test_a_change_so_far_is_not_that_of_the_month(world, measure, obs):
    figures = [
        obs("m", "r", value, period=period)
        for period, value in (("2019-01", "100"), ("2019-02", "100"), ("2020-01", "110"), ("2020-02", "130"))
    ]
    made = world("r", [measure("m", over_time=OverTime.SUM)], figures)
    assert made.value("förändring(m[period=ack], m[period=ack-1])", period="2020-02") == Fraction(1, 5)
    assert made.value("förändring(m, m[period=-1])", period="2020-02") == Fraction(3, 10)


def test_a_share_of_the_year_is_of_the_whole_year(flow):
    assert flow.value("m / m[period=år]", period="2020-12") == Fraction(24, 156)


def test_a_definition_that_refers_in_time_is_asked_for_any_period(world, measure, months):
    measures = [
        measure("m", over_time=OverTime.SUM),
        measure("okning", unit="%", definition="förändring(m, m[period=-1])"),
    ]
    made = world("r", measures, months("m", "r", y2019=1, y2020=2))
    assert [made.value("okning", period=period) for period in ("2020-01", "2020-Q3", "2020")] == [1, 1, 1]


def test_a_reference_through_another_definition_shifts_twice(world, measure, months):
    measures = [measure("m", over_time=OverTime.SUM), measure("fjol", definition="m[period=-1]")]
    made = world("r", measures, months("m", "r", y2018=5, y2019=1, y2020=2))
    assert made.value("fjol[period=-1]", period="2020-02") == 10


def test_a_period_before_anything_was_reported_is_missing(flow):
    assert flow.value("m[period=-9]", period="2020") is None


# Kinds and versions


@pytest.fixture
def kinds(world, measure, obs):
    figures = [
        obs("m", "r", "100"),
        obs("m", "r", "110", kind=Kind.BUDGET, version="v1"),
        obs("m", "r", "120", kind=Kind.BUDGET, version="v2"),
        obs("m", "r", "105", kind=Kind.FORECAST, version="p1"),
        obs("m", "r", "107", kind=Kind.FORECAST, version="p2"),
    ]
    return world("r", [measure("m")], figures, versions=("v1", "v2", "p1", "p2"))


def test_a_reference_may_be_to_another_kind(kinds):
    assert kinds.value("m - m[typ=budget]") == -20


def test_a_version_is_inherited_by_figures_of_its_own_kind_only(kinds):
    asked = {"kind": Kind.FORECAST, "version": "p1"}
    assert kinds.value("m - m[typ=budget]", **asked) == -15, "a forecast's version says nothing about a budget's"


def test_a_reference_may_name_a_version(kinds):
    assert kinds.value("m[typ=budget, version=v1]") == 110
    assert kinds.value("m[typ=prognos, version=p1] - m[typ=prognos]") == -2


def test_a_deviation_is_the_same_from_wherever_it_is_asked(kinds):
    text = "m[typ=prognos] - m[typ=budget]"
    assert kinds.value(text) == kinds.value(text, kind=Kind.BUDGET) == -13


# Units, members and cuts


def test_a_share_of_the_whole_is_of_the_unit_that_is_named(world, measure, obs):
    made = world("r a<r b<r", [measure("m")], [obs("m", "a", "1"), obs("m", "b", "3")])
    assert made.value("m / m[enhet=r]", "a") == Fraction(1, 4)
    assert made.value("m / m[enhet=r]", "r") == 1


def test_a_reference_may_name_members_a_kind_and_a_period_together(world, measure, obs):
    figures = [obs("m", "r", "7", period="2019", kind=Kind.BUDGET, slag="kostnad"), obs("m", "r", "9", slag="kostnad")]
    made = world("r", [measure("m", "slag")], figures, slag="netto=intakt+kostnad")
    assert made.value("m[slag=kostnad, typ=budget, period=-1]") == 7


def test_a_reference_may_cut_by_code(world, measure, obs):
    made = world(
        "r", [measure("m")], [obs("m", "r", "1", ie="0"), obs("m", "r", "2", ie="3"), obs("m", "r", "4", ie="5")]
    )
    assert made.value("m[ie=0-2+5]") == 5


def test_a_reference_that_names_a_cut_goes_before_the_asked_one(world, measure, obs):
    made = world("r", [measure("m")], [obs("m", "r", "1", ie="0"), obs("m", "r", "2", ie="3")])
    assert made.value("m[ie=0] / m", ie="3") == Fraction(1, 2)


def test_a_measure_may_fold_the_figures_of_another(world, measure, obs):
    measures = [
        measure("m", rule="mean"),
        measure("storst", rule="max", of_id="m"),
        measure("antal", rule="count", of_id="m"),
    ]
    made = world("r a<r b<r", measures, [obs("m", "a", "10"), obs("m", "b", "20")])
    assert [made.value(name) for name in ("m", "storst", "antal")] == [15, 20, 2]
    assert made.covered("storst") == (2, 2)


def test_a_measure_that_folds_anothers_figures_demands_what_it_says_itself(world, measure, obs):
    measures = [measure("m"), measure("storst", rule="max", of_id="m", expected=("a", "b"))]
    made = world("r a<r b<r", measures, [obs("m", "a", "10")])
    assert made.covered("m") == (1, 1)
    assert made.covered("storst") == (1, 2)


def test_a_spread_is_of_the_same_figures(world, measure, obs):
    measures = [
        measure("m"),
        measure("storst", rule="max", of_id="m"),
        measure("minst", rule="min", of_id="m"),
        measure("spridning", definition="storst - minst"),
    ]
    made = world("r a<r b<r", measures, [obs("m", "a", "10"), obs("m", "b", "25")])
    assert made.value("spridning") == 15


def test_the_unit_of_a_share_is_per_cent_and_of_a_quotient_both(world, measure, obs):
    made = world("r", [measure("m"), measure("n", unit="antal")], [obs("m", "r", "10"), obs("n", "r", "4")])
    assert made.sound("m / n").unit == "kr/antal"
    assert made.sound("m / m").unit == "%"
    assert made.sound("förändring(m, m)").unit == "%"


def test_a_product_with_a_number_keeps_the_unit_and_every_digit(world, measure, obs):
    made = world("r", [measure("m")], [obs("m", "r", "0.1")])
    assert made.value("3 * m") == Fraction(3, 10)
    assert made.sound("3 * m").number == number("0.3")
