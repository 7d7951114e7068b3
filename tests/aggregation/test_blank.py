"""Where a measure is blank by nature nobody is waited for, and a sum of only what cannot be is nought."""

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.model.expression import Change, ref
from styrmodell.model.kind import State
from styrmodell.model.measure import MissingPolicy, OverTime

UNITS = "r a<r b<r"
DVO = "summa=a+b"
NO_A = ((("dvo", "a"),),)


def coverage(explanation):
    return (explanation.coverage.reported, explanation.coverage.expected)


@pytest.fixture
def blank(measure):
    def make(dims="", **more):
        return measure("m", dims, missing=MissingPolicy.BLANK, **more)

    return make


# Nobody is waited for


def test_what_nobody_has_told_is_not_applicable_and_prints_blank(world, blank, obs):
    found = world(UNITS, [blank()], [obs("m", "a", "1", period="2019")]).explain("m")
    assert found.op is Op.NOT_APPLICABLE
    assert not found.is_told_blank, "nobody has said that there is nothing to report"
    assert coverage(found) == (0, 0)


def test_what_somebody_said_is_missing_is_missing_by_name(world, blank, obs):
    found = world(UNITS, [blank()], [obs("m", "a", state=State.MISSING)]).explain("m")
    assert found.op is Op.MISSING
    assert coverage(found) == (0, 1)
    assert found.missing == ("a",)


def test_it_is_blank_beside_a_unit_for_which_it_is_missing(world, blank, obs):
    made = world(UNITS, [blank()], [obs("m", "a", state=State.MISSING)])
    assert made.explain("m", "b").op is Op.NOT_APPLICABLE


def test_a_figure_counts_without_those_that_have_told_nothing(world, blank, obs):
    found = world(UNITS, [blank(expected=("a", "b"))], [obs("m", "a", "1")]).explain("m")
    assert found.exact == 1
    assert coverage(found) == (1, 1)


def test_a_figure_counts_beside_one_that_is_missing(world, blank, obs):
    found = world(UNITS, [blank()], [obs("m", "a", "1"), obs("m", "b", state=State.MISSING)]).explain("m")
    assert found.exact == 1
    assert coverage(found) == (1, 2)
    assert found.missing == ("b",)


def test_what_somebody_said_cannot_be_is_told_as_said(world, blank, obs):
    found = world(UNITS, [blank()], [obs("m", "a", state=State.NOT_APPLICABLE)]).explain("m")
    assert found.op is Op.NOT_APPLICABLE
    assert found.is_told_blank


def test_a_figure_without_a_weight_is_missing_and_not_blank(world, blank, measure, obs):
    mean = blank(rule="weighted_mean", weight_id="w")
    found = world(UNITS, [mean, measure("w")], [obs("m", "a", "1")]).explain("m")
    assert found.op is Op.MISSING
    assert coverage(found) == (0, 1)


# Parts and periods


def test_a_whole_of_only_blank_parts_is_blank(world, blank, obs):
    found = world("r", [blank("dvo")], [obs("m", "r", "1", period="2019", dvo="a")], dvo=DVO).explain("m")
    assert found.op is Op.NOT_APPLICABLE
    assert coverage(found) == (0, 0)


def test_blank_parts_are_outside_the_sum_and_its_coverage(world, blank, obs):
    found = world("r", [blank("dvo")], [obs("m", "r", "1", dvo="a")], dvo=DVO).explain("m")
    assert found.exact == 1
    assert coverage(found) == (1, 1)


def test_a_total_stands_where_its_parts_are_blank(world, blank, obs):
    made = world(UNITS, [blank("dvo")], [obs("m", "a", "9"), obs("m", "b", "1", dvo="a")], dvo=DVO)
    assert made.value("m") == 10, "1 sets blank parts before the total of a"
    assert made.codes("m") == []


def test_a_flow_lacks_no_month_that_is_blank(world, blank, obs):
    months = [obs("m", "r", "1", period="2020-01"), obs("m", "r", "2", period="2020-07")]
    found = world("r", [blank(over_time=OverTime.SUM)], months).explain("m")
    assert found.exact == 3
    assert not found.lacking_months


def test_a_month_of_a_year_that_was_told_is_missing_and_not_blank(world, blank, obs):
    found = world("r", [blank(over_time=OverTime.SUM)], [obs("m", "r", "12")]).explain("m", period="2020-01")
    assert found.op is Op.MISSING


# A sum of only what cannot be


def nothing(measure, *names):
    return [measure(name, "dvo", not_applicable=NO_A) for name in names]


def test_a_defined_sum_of_only_what_cannot_be_is_zero(world, measure):
    found = world("r", [*nothing(measure, "x", "y"), measure("z", definition="x + y")], [], dvo=DVO).explain(
        "z", dvo="a"
    )
    assert found.exact == 0
    assert coverage(found) == (0, 0)


def test_a_defined_sum_of_only_missing_is_missing(world, measure):
    assert world("r", [measure("x"), measure("y"), measure("z", definition="x + y")], []).explain("z").exact is None


def test_a_defined_sum_of_what_cannot_be_and_what_is_missing_is_missing(world, measure):
    made = world("r", [*nothing(measure, "x"), measure("y"), measure("z", definition="x + y")], [], dvo=DVO)
    found = made.explain("z", dvo="a")
    assert found.exact is None
    assert found.is_applicable


@pytest.mark.parametrize("definition", ["v / (x + y)", "v / (x + (y + x))"])
def test_what_is_divided_by_a_sum_of_only_what_cannot_be_is_not_applicable(world, measure, obs, definition):
    measures = [*nothing(measure, "x", "y"), measure("v"), measure("z", definition=definition)]
    found = world("r", measures, [obs("v", "r", "5")], dvo=DVO).explain("z", dvo="a")
    assert found.op is Op.NOT_APPLICABLE
    assert found.findings == (), "a division by zero is told of what people wrote"


def test_a_change_from_a_sum_of_only_what_cannot_be_is_not_applicable(world, measure, obs):
    measures = [*nothing(measure, "x", "y"), measure("v"), measure("z", definition="x + y")]
    change = Change(after=ref("v"), before=ref("z"))
    made = world("r", measures, [obs("v", "r", "5")], dvo=DVO)
    assert made.explain(change, dvo="a").op is Op.NOT_APPLICABLE


def test_what_was_reported_stands_before_a_sum_of_only_what_is_blank(world, blank, measure, obs):
    made = world("r", [blank(), measure("z", definition="m + m")], [obs("z", "r", "5")])
    found = made.explain("z")
    assert (found.exact, found.op) == (5, Op.STANDING)


def test_a_sum_of_a_unit_that_was_not_there_is_no_zero(world, measure, obs):
    made = world(
        "r a<r@2021-01-01..", [measure("x"), measure("z", definition="x + x")], [obs("x", "a", "1", period="2021")]
    )
    found = made.explain("z", "a")
    assert found.exact is None
    assert not found.is_applicable
