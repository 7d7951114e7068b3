"""Settled figures: what somebody has decided stands, and what it stands before is shown beside it."""

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.aggregation.fold_all import fold_all
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import MissingPolicy, OverTime
from styrmodell.source import Source

SUM = OverTime.SUM


@pytest.fixture
def settle(obs):
    """Make a settled figure, with who and why."""

    def make(name, unit, value, **more):
        return obs(name, unit, value, state=State.SETTLED, reporter="ekonomichef", comment="bokslut", **more)

    return make


def beside(explanation):
    """The one figure that a settled one stands before."""
    (child,) = explanation.children
    return child


def test_a_settled_figure_stands_before_the_reported_one(world, measure, obs, settle):
    found = world("r", [measure("m")], [obs("m", "r", "10"), settle("m", "r", "9")]).sound("m")
    assert (found.exact, found.op) == (9, Op.SETTLED)


def test_the_reported_figure_stays_beside_it(world, measure, obs, settle):
    found = world("r", [measure("m")], [obs("m", "r", "10"), settle("m", "r", "9")]).sound("m")
    assert (beside(found).exact, beside(found).label) == (10, "Beräknat: m, utfall 2020")


def test_who_settled_it_and_why_and_where_it_stands_can_be_told(world, measure, obs, settle):
    figures = [obs("m", "r", "10"), settle("m", "r", "9", source=Source(file="beslut.csv", place="rad 2"))]
    found = world("r", [measure("m")], figures).sound("m")
    (one,) = found.observations
    assert (one.reporter, one.comment) == ("ekonomichef", "bokslut")
    assert [str(source) for source in found.sources] == ["beslut.csv rad 2"]


def test_units_above_see_the_settled_figure(world, measure, obs, settle):
    figures = [obs("m", "a", "10"), settle("m", "a", "9"), obs("m", "b", "1")]
    made = world("r a<r b<r", [measure("m")], figures)
    assert made.value("m") == 10, "11 is the reported ones, 20 all three"


def test_a_figure_settled_for_an_upper_unit_stands_before_the_sum_of_those_below(world, measure, obs, settle):
    found = world("r a<r b<r", [measure("m")], [settle("m", "r", "9"), obs("m", "a", "4"), obs("m", "b", "6")]).sound(
        "m"
    )
    assert found.exact == 9
    assert [child.exact for child in beside(found).children] == [4, 6]
    assert beside(found).exact == 10


def test_beside_a_settled_figure_stand_the_settled_ones_below_it(world, measure, obs, settle):
    figures = [settle("m", "r", "9"), obs("m", "a", "4"), settle("m", "a", "5"), obs("m", "b", "6")]
    found = world("r a<r b<r", [measure("m")], figures).sound("m")
    assert beside(found).exact == 11


def test_a_settled_figure_alone_has_nothing_to_stand_before(world, measure, settle):
    found = world("r", [measure("m")], [settle("m", "r", "9")]).sound("m")
    assert found.exact == 9
    assert beside(found).exact is None


def test_a_unit_whose_figure_was_settled_has_reported(world, measure, obs, settle):
    figures = [settle("m", "a", "9"), obs("m", "b", "1")]
    made = world("r a<r b<r", [measure("m", expected=("a", "b"), missing=MissingPolicy.STRICT)], figures)
    assert made.covered("m") == (2, 2)
    assert made.value("m") == 10


def test_a_settled_figure_makes_nobody_expected_in_other_periods(world, measure, obs, settle):
    made = world("r a<r b<r", [measure("m")], [settle("m", "a", "9"), obs("m", "b", "1", period="2019")])
    assert made.covered("m", period="2019") == (1, 1)


def test_a_settled_figure_settles_two_that_contradict_each_other(world, measure, obs, settle):
    figures = [obs("m", "r", "10"), obs("m", "r", "11"), settle("m", "r", "9")]
    assert world("r", [measure("m")], figures).value("m") == 9


def test_two_settled_figures_that_differ_are_told(world, measure, obs, settle):
    figures = [obs("m", "r", "10"), settle("m", "r", "9"), settle("m", "r", "8")]
    assert "SM309" in world("r", [measure("m")], figures).codes("m")


def test_a_settled_figure_is_of_its_kind_and_period(world, measure, obs, settle):
    figures = [obs("m", "r", "10"), settle("m", "r", "9", kind=Kind.BUDGET), settle("m", "r", "8", period="2019")]
    assert world("r", [measure("m")], figures).value("m") == 10


def test_a_figure_settled_for_a_version_stands_before_that_version(world, measure, obs, settle):
    figures = [
        obs("m", "r", "10", kind=Kind.BUDGET, version="v1"),
        settle("m", "r", "9", kind=Kind.BUDGET, version="v1"),
        obs("m", "r", "12", kind=Kind.BUDGET, version="v2"),
    ]
    made = world("r", [measure("m")], figures, versions=("v1", "v2"))
    assert made.value("m", kind=Kind.BUDGET, version="v1") == 9
    assert made.value("m", kind=Kind.BUDGET, version="v2") == 12


def test_a_later_version_stands_before_a_figure_settled_for_an_earlier_one(world, measure, obs, settle):
    figures = [
        settle("m", "r", "9", kind=Kind.BUDGET, version="v1"),
        obs("m", "r", "12", kind=Kind.BUDGET, version="v2"),
    ]
    assert world("r", [measure("m")], figures, versions=("v1", "v2")).value("m", kind=Kind.BUDGET) == 12


# Over time


@pytest.fixture
def year(world, measure, obs, settle):
    """A year that is settled, and months of two units below it."""
    months = [obs("m", unit, "10", period=f"2020-{month:02d}") for unit in "ab" for month in range(1, 13)]
    return world(
        "r a<r b<r", [measure("m", over_time=SUM)], [settle("m", "a", "130"), settle("m", "r", "300"), *months]
    )


def test_a_settled_year_stands_before_its_months(year):
    found = year.sound("m", "a")
    assert (found.exact, found.op) == (130, Op.SETTLED)
    assert (beside(found).exact, beside(found).op) == (120, Op.PERIODS)


def test_a_settled_year_may_differ_from_its_months(year):
    assert year.codes("m", "a") == []


def test_beside_a_settled_year_stand_the_units_below_each_in_its_own_way(year):
    found = year.sound("m")
    assert found.exact == 300
    assert [child.exact for child in beside(found).children] == [130, 120]


def test_a_settled_month_is_in_the_year(world, measure, obs, settle):
    figures = [
        *(obs("m", "r", "10", period=f"2020-T{place}") for place in (1, 2, 3)),
        settle("m", "r", "8", period="2020-T2"),
    ]
    assert world("r", [measure("m", over_time=SUM)], figures).value("m") == 28


# Along dimensions


SLAG = "netto=intakt+kostnad"


def test_a_settled_total_stands_before_its_parts(world, measure, obs, settle):
    figures = [
        obs("m", "r", "10", slag="intakt"),
        obs("m", "r", "-4", slag="kostnad"),
        settle("m", "r", "5", slag="netto"),
    ]
    made = world("r", [measure("m", "slag")], figures, slag=SLAG)
    found = made.sound("m")
    assert (found.exact, found.op) == (5, Op.SETTLED)
    assert (beside(found).exact, beside(found).op) == (6, Op.ROLLED_UP)
    assert made.codes("m") == []


def test_a_settled_part_is_in_the_total(world, measure, obs, settle):
    figures = [
        obs("m", "r", "10", slag="intakt"),
        settle("m", "r", "9", slag="intakt"),
        obs("m", "r", "-4", slag="kostnad"),
    ]
    assert world("r", [measure("m", "slag")], figures, slag=SLAG).value("m") == 5


def test_a_total_settled_below_is_what_the_unit_above_sees(world, measure, obs, settle):
    figures = [
        obs("m", "a", "10", slag="intakt"),
        obs("m", "a", "-4", slag="kostnad"),
        settle("m", "a", "5", slag="netto"),
        obs("m", "b", "1", slag="intakt"),
        obs("m", "b", "-1", slag="kostnad"),
    ]
    made = world("r a<r b<r", [measure("m", "slag")], figures, slag=SLAG)
    assert made.value("m") == 5, "6 is what the parts give"
    assert made.value("m", slag="intakt") == 11


def test_a_settled_total_and_settled_months_of_its_parts_go_together(world, measure, obs, settle):
    figures = [
        settle("m", "r", "9", slag="netto"),
        *(obs("m", "r", "10", period=f"2020-T{place}", slag="intakt") for place in (1, 2, 3)),
        *(obs("m", "r", "-6", period=f"2020-T{place}", slag="kostnad") for place in (1, 2, 3)),
    ]
    found = world("r", [measure("m", "slag", over_time=SUM)], figures, slag=SLAG).sound("m")
    assert found.exact == 9
    assert beside(found).exact == 12


# Derived measures


def test_a_settled_figure_stands_before_the_definition(world, measure, obs, settle):
    measures = [measure("a"), measure("b"), measure("kvot", definition="a / b")]
    made = world("r", measures, [obs("a", "r", "6"), obs("b", "r", "2"), settle("kvot", "r", "4")])
    found = made.sound("kvot")
    assert (found.exact, found.op) == (4, Op.SETTLED)
    assert (beside(found).exact, beside(found).op) == (3, Op.DIVIDE)
    assert made.codes("kvot") == []


def test_a_definition_above_is_computed_anew_whatever_was_settled_below(world, measure, obs, settle):
    measures = [measure("a"), measure("b"), measure("kvot", definition="a / b")]
    figures = [obs("a", "x", "6"), obs("b", "x", "2"), settle("kvot", "x", "4")]
    assert world("r x<r", measures, figures).value("kvot") == 3


# In exports


def test_a_fold_of_everything_sees_the_settled_figures(world, measure, obs, settle):
    made = world("r a<r b<r", [measure("m")], [obs("m", "a", "10"), settle("m", "a", "9"), obs("m", "b", "1")])
    (fold,) = fold_all(made.evaluator.index, made.evaluator.rules)
    assert {row[0]: row[1] for row in fold.rows()} == {"r": 10, "a": 9, "b": 1}
