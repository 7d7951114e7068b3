"""Over time: what a longer period is made of, and what does not fit."""

from datetime import date
from fractions import Fraction

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.aggregation.unit_orders import Order
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MissingPolicy, OverTime
from styrmodell.source import Source

SUM, LAST, MEAN, RATIO = OverTime.SUM, OverTime.LAST, OverTime.MEAN, OverTime.RATIO
STRICT = MissingPolicy.STRICT
QUARTERS = ("2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4")
TERTIALS = ("2020-T1", "2020-T2", "2020-T3")


@pytest.fixture
def each(obs):
    """Make one figure for each period: each("m", "a", ("2020-Q1", "2020-Q2"), "30")."""

    def make(name, unit, periods, value="10", **more):
        return [obs(name, unit, value, period=period, **more) for period in periods]

    return make


@pytest.fixture
def months(each):
    """Make one figure a month of 2020: months("m", "a", 1, 6)."""

    def make(name, unit, first=1, last=12, value="10", **more):
        return each(name, unit, [f"2020-{month:02d}" for month in range(first, last + 1)], value, **more)

    return make


# Flows


def test_a_flow_is_the_sum_of_its_periods(world, measure, months):
    assert world("r", [measure("m", over_time=SUM)], months("m", "r")).value("m") == 120


def test_the_organisation_is_folded_within_each_period(world, measure, months):
    found = world("r a<r b<r", [measure("m", over_time=SUM)], [*months("m", "a"), *months("m", "b", 7)]).sound("m")
    assert found.op is Op.PERIODS
    assert [child.exact for child in found.children] == [10] * 6 + [20] * 6


def test_the_steps_are_named_by_their_periods(world, measure, each):
    found = world("r", [measure("m", over_time=SUM)], each("m", "r", TERTIALS)).sound("m")
    assert [child.label for child in found.children] == [f"m, utfall {period}" for period in TERTIALS]


def test_the_sources_are_those_of_its_periods(world, measure, obs):
    figures = [
        obs("m", "r", "1", period=f"2020-T{place}", source=Source(file="m.csv", place=f"rad {place}"))
        for place in (1, 2, 3)
    ]
    found = world("r", [measure("m", over_time=SUM)], figures).sound("m")
    assert [str(source) for source in found.sources] == ["m.csv rad 1", "m.csv rad 2", "m.csv rad 3"]


def test_a_period_that_nobody_reported_is_a_blank_step(world, measure, each):
    found = world("r", [measure("m", over_time=SUM)], each("m", "r", ("2020-Q1", "2020-Q3"))).sound("m")
    assert [child.exact for child in found.children] == [10, None, 10, None]
    assert (found.coverage.reported, found.coverage.expected) == (2, 4)


def test_who_lacks_a_period_is_named(world, measure, months):
    made = world("r a<r b<r", [measure("m", over_time=SUM)], [*months("m", "a"), *months("m", "b", 1, 11)])
    assert made.sound("m").missing_names == ("B",)


def test_a_flow_that_demands_everything_waits_for_every_period(world, measure, months):
    strict = measure("m", over_time=SUM, missing=STRICT)
    assert world("r", [strict], months("m", "r", 1, 11)).value("m") is None
    assert world("r", [strict], months("m", "r")).value("m") == 120


def test_a_flow_of_other_periods_than_those_inside_is_not_touched(world, measure, months, obs):
    figures = [*months("m", "r"), obs("m", "r", "7", period="2019-12"), obs("m", "r", "7", period="2021-01")]
    assert world("r", [measure("m", over_time=SUM)], figures).value("m") == 120


def test_periods_are_put_together_for_each_kind_and_version(world, measure, each):
    figures = [
        *each("m", "r", TERTIALS, "10", kind=Kind.BUDGET, version="v1"),
        *each("m", "r", ("2020-T1",), "15", kind=Kind.BUDGET, version="v2"),
        *each("m", "r", TERTIALS, "1"),
    ]
    made = world("r", [measure("m", over_time=SUM)], figures, versions=("v1", "v2"))
    assert made.value("m") == 3
    assert made.value("m", kind=Kind.BUDGET) == 35
    assert made.value("m", kind=Kind.BUDGET, version="v1") == 30


def test_members_are_rolled_up_from_periods_of_their_own(world, measure, months, each):
    figures = [*months("m", "r", slag="intakt"), *each("m", "r", TERTIALS, "-30", slag="kostnad")]
    made = world("r", [measure("m", "slag", over_time=SUM)], figures, slag="netto=intakt+kostnad")
    assert made.value("m") == 30


def test_a_total_of_the_year_is_compared_with_parts_reported_by_the_month(world, measure, months, obs):
    figures = [*months("m", "r", slag="a"), *months("m", "r", slag="b"), obs("m", "r", "230", slag="summa")]
    made = world("r", [measure("m", "slag", over_time=SUM)], figures, slag="summa=a+b")
    assert made.value("m") == 240
    assert made.codes("m") == ["SM305"]


def test_a_derived_measure_is_computed_from_what_its_inputs_are_over_the_period(world, measure, months):
    measures = [measure("i", over_time=SUM), measure("k", over_time=SUM), measure("res", definition="i + k")]
    assert world("r", measures, [*months("i", "r"), *months("k", "r", value="-9")]).value("res") == 12


# Levels


def test_of_a_level_the_last_period_stands(world, measure, each):
    made = world(
        "r", [measure("m", over_time=LAST)], [*each("m", "r", TERTIALS[:2], "5"), *each("m", "r", TERTIALS[2:])]
    )
    assert made.value("m") == 10
    assert made.sound("m").op is Op.LAST_PERIOD


def test_the_step_of_a_level_names_its_period(world, measure, each):
    found = world("r", [measure("m", over_time=LAST)], each("m", "r", TERTIALS)).sound("m")
    assert [child.label for child in found.children] == ["m, utfall 2020-T3"]


def test_of_two_levels_that_end_together_the_shorter_stands(world, measure, obs):
    figures = [obs("m", "r", "5", period="2020-Q4"), obs("m", "r", "6", period="2020-12")]
    assert world("r", [measure("m", over_time=LAST)], figures).value("m") == 6


def test_a_unit_without_a_level_at_the_end_is_missing(world, measure, months):
    made = world("r a<r b<r", [measure("m", over_time=LAST)], [*months("m", "a"), *months("m", "b", 1, 11)])
    assert made.value("m") == 10, "20 has November's level in December's"
    assert made.sound("m").missing == ("b",)


def test_a_level_that_demands_everything_must_reach_the_end(world, measure, months):
    strict = measure("m", over_time=LAST, missing=STRICT)
    assert world("r", [strict], months("m", "r", 1, 11)).value("m") is None
    assert world("r", [strict], months("m", "r")).value("m") == 10


def test_levels_told_by_the_month_and_by_the_quarter_are_each_the_last(world, measure, months, each):
    made = world("r a<r b<r", [measure("m", over_time=LAST)], [*months("m", "a"), *each("m", "b", QUARTERS, "3")])
    assert made.value("m") == 13


# Means


def test_a_mean_weighs_each_period_by_its_months(world, measure, obs):
    figures = [obs("m", "r", "10", period="2020-Q1"), obs("m", "r", "30", period="2020-04")]
    made = world("r", [measure("m", over_time=MEAN)], figures)
    assert made.value("m", period="2020-T1") == 15
    assert made.sound("m", period="2020-T1").op is Op.MEAN_OF_PERIODS


def test_a_mean_is_of_the_months_that_were_told(world, measure, months):
    made = world("r", [measure("m", over_time=MEAN)], months("m", "r", 1, 3))
    assert made.value("m") == 10
    assert made.covered("m") == (3, 12)


def test_a_mean_of_months_sums_counts_a_unit_for_the_time_it_was_there(world, measure, months):
    figures = [*months("m", "a"), *months("m", "c", 7, value="6")]
    made = world("r a<r c<r@2020-07-01..", [measure("m", over_time=MEAN)], figures)
    assert made.value("m") == 13, "16 counts it for the whole year"


def test_a_mean_is_the_same_whatever_periods_the_units_tell_it_in(world, measure, months, each):
    units = "r a<r b<r c<r@2020-07-01.."
    late = months("m", "c", 7, value="6")
    mean = measure("m", over_time=MEAN)
    assert world(units, [mean], [*months("m", "a"), *months("m", "b", value="20"), *late]).value("m") == 33
    assert world(units, [mean], [*months("m", "a"), *each("m", "b", QUARTERS, "20"), *late]).value("m") == 33


def test_a_mean_is_the_same_when_the_first_month_is_the_upper_units_own(world, measure, months, obs):
    mean = measure("m", over_time=MEAN)
    own, below = obs("m", "r", "100", period="2020-01"), months("m", "a", 2, 3, "40")
    assert world("r a<r", [mean], [own, *below]).value("m") == 60, "45 takes two months for eleven"


def test_a_mean_over_time_of_a_mean_over_units_has_no_state_to_fold(world, measure, months, each):
    mean = measure("m", rule="mean", over_time=MEAN)
    made = world("r a<r b<r", [mean], [*months("m", "a"), *each("m", "b", QUARTERS, "20")])
    assert made.value("m") is None
    assert made.codes("m") == ["SM320"]


# Ratios


def test_a_ratio_over_time_is_that_of_the_sums(world, measure, obs):
    figures = [
        obs("m", "r", period="2020-T1", numerator="1", denominator="2"),
        obs("m", "r", period="2020-T2", numerator="10", denominator="100"),
    ]
    made = world("r", [measure("m", rule="ratio_of_sums", over_time=RATIO)], figures)
    assert made.value("m", period="2020-01..2020-08") == Fraction(11, 102)


def test_a_weighted_mean_over_time_weighs_by_each_periods_weights(world, measure, obs):
    figures = [
        obs("m", "a", "4", period="2020-T1"),
        obs("w", "a", "10", period="2020-T1"),
        obs("m", "a", "8", period="2020-T2"),
        obs("w", "a", "30", period="2020-T2"),
    ]
    weighted = measure("m", rule="weighted_mean", weight_id="w", over_time=RATIO)
    assert world("r a<r", [weighted, measure("w")], figures).value("m", period="2020-01..2020-08") == 7


# The year so far, and rolling twelve months


def test_a_measure_of_the_year_so_far_is_asked_for_by_its_last_month(world, measure, months):
    made = world("r", [measure("m", over_time=OverTime.YEAR_TO_DATE)], months("m", "r"))
    assert made.value("m", period="2020-03") == 30
    assert made.value("m", period="2020-Q2") == 60


def test_what_is_so_far_may_itself_be_reported(world, measure, obs):
    made = world("r", [measure("m", over_time=OverTime.YEAR_TO_DATE)], [obs("m", "r", "35", period="2020-01..2020-03")])
    assert made.value("m", period="2020-03") == 35


def test_a_rolling_measure_is_the_mean_of_twelve_months(world, measure, each):
    periods = ("2019-T3", *TERTIALS)
    figures = [obs for place, period in enumerate(periods) for obs in each("m", "r", (period,), str(10 * place))]
    made = world("r", [measure("m", over_time=OverTime.ROLLING_12)], figures)
    assert made.value("m", period="2020-08") == 10, "(0 + 10 + 20) / 3"


def test_rolling_twelve_months_that_were_reported_stand(world, measure, obs, months):
    figures = [obs("m", "r", "5", period="R12-2020-12"), *months("m", "r")]
    made = world("r", [measure("m", over_time=OverTime.ROLLING_12)], figures)
    assert made.value("m", period="2020-12") == 5


def test_rolling_twelve_months_are_never_a_part_of_a_year(world, measure, obs):
    made = world("r", [measure("m", over_time=SUM)], [obs("m", "r", "5", period="R12-2020-12")])
    assert made.value("m") is None


def test_the_cell_of_such_a_measure_is_the_one_that_was_asked_for(world, measure, months):
    found = world("r", [measure("m", over_time=OverTime.YEAR_TO_DATE)], months("m", "r")).sound("m", period="2020-03")
    assert found.cell == "value/m@r@2020-03/outcome"


# Accumulated figures


def test_an_accumulated_figure_less_the_one_before_it_is_the_month(world, measure, obs):
    figures = [obs("m", "r", "20", period="2020-01..2020-02"), obs("m", "r", "35", period="2020-Q1")]
    made = world("r", [measure("m", over_time=SUM)], figures)
    assert made.value("m", period="2020-03") == 15
    assert [child.exact for child in made.sound("m", period="2020-03").children] == [35, 20]


def test_an_accumulated_figure_that_did_not_grow_leaves_nought(world, measure, obs):
    figures = [obs("m", "r", "20", period="2020-01..2020-02"), obs("m", "r", "20", period="2020-Q1")]
    assert world("r", [measure("m", over_time=SUM)], figures).value("m", period="2020-03") == 0


def test_accumulated_figures_of_one_unit_stand_beside_months_of_another(world, measure, obs):
    figures = [
        obs("m", "a", "20", period="2020-01..2020-02"),
        obs("m", "a", "35", period="2020-Q1"),
        obs("m", "b", "7", period="2020-03"),
    ]
    assert world("r a<r b<r", [measure("m", over_time=SUM)], figures).value("m", period="2020-03") == 22


def test_a_unit_that_lacks_the_accumulated_figure_before_is_missing_alone(world, measure, obs):
    figures = [
        obs("m", "a", "35", period="2020-Q1"),
        obs("m", "b", "20", period="2020-01..2020-02"),
        obs("m", "b", "27", period="2020-Q1"),
    ]
    found = world("r a<r b<r", [measure("m", over_time=SUM)], figures).sound("m", period="2020-03")
    assert (found.exact, found.missing) == (7, ("a",))


def test_figures_of_a_mean_are_never_differenced(world, measure, obs):
    figures = [obs("m", "r", "20", period="2020-01..2020-02"), obs("m", "r", "35", period="2020-Q1")]
    assert world("r", [measure("m", over_time=MEAN)], figures).value("m", period="2020-03") is None


# A period that was itself reported


def test_a_reported_period_stands_before_its_parts(world, measure, months, obs):
    made = world("r", [measure("m", over_time=SUM)], [obs("m", "r", "125"), *months("m", "r")])
    assert made.value("m") == 125, "245 counts it twice"
    assert made.codes("m") == ["SM318"]


def test_a_reported_period_that_is_its_parts_is_not_told(world, measure, months, obs):
    assert world("r", [measure("m", over_time=SUM)], [obs("m", "r", "120"), *months("m", "r")]).codes("m") == []


def test_a_reported_period_is_not_compared_with_some_of_its_parts(world, measure, months, obs):
    assert world("r", [measure("m", over_time=SUM)], [obs("m", "r", "125"), *months("m", "r", 1, 11)]).codes("m") == []


def test_a_reported_period_may_differ_by_the_rounding_of_its_parts(world, measure, each, obs):
    figures = [obs("m", "r", "31", precision="1"), *each("m", "r", TERTIALS, "10", precision="1")]
    assert world("r", [measure("m", over_time=SUM)], figures).codes("m") == []


def test_the_finding_of_a_period_that_differs_says_both_figures_and_where(world, measure, each, obs):
    figures = [obs("m", "r", "31", source=Source(file="m.csv", place="rad 2")), *each("m", "r", TERTIALS)]
    (finding,) = world("r", [measure("m", over_time=SUM)], figures).sound("m").findings
    assert str(finding.source) == "m.csv rad 2"
    assert dict(finding.args)["reported"] == "31 kr"
    assert dict(finding.args)["computed"] == "30 kr"


def test_a_quarter_inside_the_year_is_in_turn_compared_with_its_months(world, measure, months, each):
    figures = [*each("m", "r", QUARTERS, "31"), *months("m", "r")]
    assert world("r", [measure("m", over_time=SUM)], figures).codes("m") == ["SM318"] * 4


# Units that report unlike periods


def test_units_that_report_unlike_periods_are_each_put_together_in_their_own_way(world, measure, months, each):
    found = world("r a<r b<r", [measure("m", over_time=SUM)], [*months("m", "a"), *each("m", "b", QUARTERS)]).sound("m")
    assert found.exact == 160
    assert [(child.label.partition(":")[0], child.exact) for child in found.children] == [("A", 120), ("B", 40)]


def test_a_unit_that_changes_its_way_in_the_year_loses_nothing(world, measure, months, each):
    figures = [*months("m", "a", 1, 3), *each("m", "a", QUARTERS[1:], "30"), *each("m", "b", QUARTERS, "30")]
    assert world("r a<r b<r", [measure("m", over_time=SUM)], figures).value("m") == 240


def test_units_with_the_year_stand_beside_units_with_months(world, measure, months, obs):
    figures = [obs("m", "a", "100"), *months("m", "b")]
    assert world("r a<r b<r", [measure("m", over_time=SUM)], figures).value("m") == 220


def test_a_units_own_periods_stand_before_a_longer_one_below_it(world, measure, months, obs):
    figures = [*months("m", "r", value="50"), obs("m", "a", "100")]
    assert world("r a<r", [measure("m", over_time=SUM)], figures).value("m") == 600


def test_the_same_holds_for_a_unit_further_down(world, measure, months, obs):
    figures = [*months("m", "o", value="50"), obs("m", "a", "100")]
    assert world("r o<r a<o", [measure("m", over_time=SUM)], figures).value("m") == 600


def test_where_a_units_own_periods_end_those_below_go_on(world, measure, months, obs, each):
    figures = [obs("m", "r", "5", period="2020-01"), *months("m", "a", 2), *each("m", "b", QUARTERS[1:], "30")]
    assert world("r a<r b<r", [measure("m", over_time=SUM)], figures).value("m") == 5 + 110 + 90


def test_a_rule_that_takes_only_the_units_own_is_not_disturbed_by_those_below(world, measure, months, obs):
    figures = [*months("m", "r", value="50"), obs("m", "a", "100")]
    assert world("r a<r", [measure("m", rule="own", over_time=SUM)], figures).value("m") == 600


def test_a_change_of_the_organisation_elsewhere_takes_nothing_away(world, measure, each):
    units = "r a<r b<r c<r@2020-02-01.."
    figures = [*each("m", "a", TERTIALS, "40"), *each("m", "b", QUARTERS, "30")]
    assert world(units, [measure("m", over_time=SUM)], figures).value("m") == 240


def test_a_unit_that_moved_counts_where_it_stood(world, measure, months, each):
    line = "r p<r q<r b<p a<p@..2020-06-30 a<q@2020-07-01.."
    figures = [*months("m", "a"), *each("m", "b", QUARTERS, "20")]
    made = world(
        "r p<r q<r a<r b<r",
        [measure("m", over_time=SUM)],
        figures,
        hierarchies={"linje": line},
        order=Order(hierarchy="linje"),
    )
    assert [made.value("m", unit) for unit in ("p", "q", "r")] == [140, 60, 200]


def test_a_unit_that_moved_and_reported_the_year_counts_where_it_last_stood(world, measure, obs):
    line = "r p<r q<r a<p@..2020-06-30 a<q@2020-07-01.."
    made = world(
        "r p<r q<r a<r",
        [measure("m", over_time=SUM)],
        [obs("m", "a", "12")],
        hierarchies={"linje": line},
        order=Order(hierarchy="linje"),
    )
    assert [made.value("m", unit) for unit in ("p", "q", "r")] == [None, 12, 12]


def test_figures_that_moved_are_put_together_where_they_came(world, measure, months):
    units = "r a<r@..2020-06-30>c c<r@2020-07-01.."
    figures = [*months("m", "a", 1, 6), *months("m", "c", 7)]
    made = world(units, [measure("m", over_time=SUM)], figures, order=Order(as_now=True, on=date(2020, 12, 31)))
    assert made.value("m", "c") == 120


# What does not fit


def test_periods_that_do_not_make_the_asked_one_are_told(world, measure, each):
    made = world("r", [measure("m", over_time=SUM)], each("m", "r", QUARTERS))
    assert made.value("m", period="2020-T1") is None
    (finding,) = made.sound("m", period="2020-T1").findings
    assert finding.code.code == "SM317"
    assert dict(finding.args)["asked"] == "2020-T1"
    assert dict(finding.args)["reported"] == "2020-Q1, 2020-Q2"


@pytest.mark.parametrize("over_time", [SUM, LAST, MEAN, RATIO])
def test_a_month_of_a_reported_year_is_told_however_it_is_put_together(world, measure, obs, over_time):
    made = world("r", [measure("m", over_time=over_time)], [obs("m", "r", "120")])
    assert made.value("m", period="2020-03") is None, "10 is a twelfth that nobody said"
    assert made.codes("m", period="2020-03") == ["SM322"]


def test_overlapping_periods_that_leave_a_gap_are_told(world, measure, obs):
    figures = [obs("m", "r", "40", period="2020-T1"), obs("m", "r", "30", period="2020-Q2")]
    made = world("r", [measure("m", over_time=SUM)], figures)
    assert made.value("m", period="2020-01..2020-06") is None, "70 has April twice"
    assert made.codes("m", period="2020-01..2020-06") == ["SM317"]


def test_a_measure_that_does_not_say_how_periods_are_put_together_is_told(world, measure, each):
    made = world("r", [measure("m")], each("m", "r", QUARTERS))
    assert made.value("m") is None
    assert made.codes("m") == ["SM319"]


def test_one_unit_whose_periods_do_not_fit_leaves_the_others(world, measure, each):
    figures = [*each("m", "a", QUARTERS, "30"), *each("m", "b", TERTIALS, "40")]
    found = world("r a<r b<r", [measure("m", over_time=SUM)], figures).sound("m", period="2020-T1")
    assert (found.exact, found.missing) == (40, ("a",))
    assert [finding.code.code for finding in found.findings] == ["SM317"]


def test_a_difference_of_flows_with_unlike_months_is_missing_and_told(world, measure, months):
    measures = [measure("i", over_time=SUM), measure("k", over_time=SUM), measure("res", definition="i + k")]
    made = world("r", measures, [*months("i", "r", 1, 3), *months("k", "r", 1, 2, "-9")])
    assert made.value("res") is None, "12 is a result with costs of two months and income of three"
    assert made.codes("res") == ["SM321"]
