"""Unallocated (ofördelat): what a unit's own figure has beyond those of the units below it."""

from fractions import Fraction

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.model.measure import OverTime


@pytest.fixture
def own(world, measure, obs):
    """A unit with a figure of its own over units with theirs."""

    def make(figure, *below, **more):
        units = " ".join(["r", *(f"{name}<r" for name, _ in below)])
        return world(units, [measure("m", **more)], [obs("m", "r", figure), *(obs("m", u, v) for u, v in below)])

    return make


def rest(explanation):
    """The last step, which is what is not allotted."""
    last = explanation.children[-1]
    assert last.op is Op.UNALLOCATED
    return last


def test_what_the_units_below_do_not_have_is_the_last_step(own):
    found = own("100", ("a", "60"), ("b", "30")).sound("m")
    assert (found.exact, found.op) == (100, Op.OWN)
    assert [child.exact for child in found.children] == [60, 30, 10]
    assert (rest(found).label, rest(found).op) == ("Ofördelat", Op.UNALLOCATED)


def test_the_steps_of_an_own_figure_make_it_up(own):
    found = own("100", ("a", "60"), ("b", "55")).sound("m")
    assert sum(Fraction(child.exact) for child in found.children) == found.exact
    assert rest(found).exact == -15


@pytest.mark.parametrize(
    "below", [(("a", "100"),), (("a", "60"), ("b", "40")), (("a", "50"), ("b", "30"), ("c", "20"))]
)
def test_when_everything_is_allotted_nought_is_left(own, below):
    assert rest(own("100", *below).sound("m")).exact == 0


def test_an_own_figure_of_nought_is_still_the_whole(own):
    found = own("0", ("a", "60")).sound("m")
    assert found.exact == 0
    assert rest(found).exact == -60


def test_a_unit_that_did_not_report_is_a_blank_step_in_what_is_not_allotted(world, measure, obs):
    made = world("r a<r b<r", [measure("m", expected=("a", "b"))], [obs("m", "r", "100"), obs("m", "a", "60")])
    found = made.sound("m")
    assert [child.exact for child in found.children] == [60, None, 40]
    assert found.coverage.is_full


def test_an_own_figure_in_the_middle_has_its_own_rest(world, measure, obs):
    figures = [obs("m", "r", "100"), obs("m", "o", "70"), obs("m", "a", "50")]
    found = world("r o<r a<o", [measure("m")], figures).sound("m")
    assert [child.exact for child in found.children] == [70, 30]
    assert [child.exact for child in found.children[0].children] == [50, 20]


def test_a_ratio_tells_what_is_not_allotted_by_its_parts(world, measure, obs):
    figures = [obs("m", "r", numerator="6", denominator="10"), obs("m", "a", numerator="1", denominator="5")]
    found = world("r a<r", [measure("m", rule="ratio_of_sums")], figures).sound("m")
    assert rest(found).exact == 1, "5 of 5; 3/5 less 1/5 is no rest"


def test_a_weighted_mean_tells_what_is_not_allotted_by_its_weights(world, measure, obs):
    measures = [measure("m", rule="weighted_mean", weight_id="w"), measure("w")]
    figures = [obs("m", "r", "7"), obs("w", "r", "10"), obs("m", "a", "8"), obs("w", "a", "5")]
    assert rest(world("r a<r", measures, figures).sound("m")).exact == Fraction(6)


@pytest.mark.parametrize("rule", ["mean", "max", "median", "latest"])
def test_of_a_rule_that_cannot_tell_nothing_is_told(own, rule):
    found = own("74", ("a", "80"), ("b", "70"), rule=rule).sound("m")
    assert (found.exact, found.op, found.children) == (74, Op.OWN, ())


def test_a_figure_with_nothing_below_it_has_no_rest(own):
    found = own("100").sound("m")
    assert (found.op, found.children) == (Op.OBSERVED, ())


def test_each_month_of_an_own_figure_has_its_rest(world, measure, obs):
    figures = [
        *(obs("m", "r", "10", period=f"2020-T{place}") for place in (1, 2, 3)),
        *(obs("m", "a", "6", period=f"2020-T{place}") for place in (1, 2, 3)),
    ]
    found = world("r a<r", [measure("m", over_time=OverTime.SUM)], figures).sound("m")
    assert [rest(child).exact for child in found.children] == [4, 4, 4]


def test_what_is_not_allotted_has_no_cell_and_no_source(own):
    last = rest(own("100", ("a", "60")).sound("m"))
    assert (last.cell, last.sources, last.missing) == ("", (), ())
