"""Two values for one key: never a silent choice."""

from datetime import date
from itertools import permutations

import pytest

from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import MissingPolicy
from styrmodell.source import Source

FIRST = Source(file="a.csv", place="rad 2")
OTHER = Source(file="b.csv", place="rad 7")


def test_two_figures_that_differ_leave_the_unit_without_one(world, measure, obs):
    figures = [obs("m", "a", "100", source=FIRST), obs("m", "a", "120", source=OTHER), obs("m", "b", "50")]
    found = world("r a<r b<r", [measure("m")], figures).sound("m")
    assert found.exact == 50, "150, 170 and 270 are guesses"
    assert found.missing == ("a",)


@pytest.mark.parametrize("turned", [False, True])
def test_the_finding_names_both_places_whatever_was_read_first(world, measure, obs, turned):
    figures = [obs("m", "a", "100", source=FIRST), obs("m", "a", "120", source=OTHER)]
    (finding,) = world("r a<r", [measure("m")], figures[::-1] if turned else figures).sound("m").findings
    assert finding.code.code == "SM309"
    assert {str(finding.source), dict(finding.args)["other"]} == {"a.csv rad 2", "b.csv rad 7"}
    assert {dict(finding.args)["first"], dict(finding.args)["second"]} == {"100", "120"}


def test_the_finding_is_told_where_the_unit_is_and_not_beside_it(world, measure, obs):
    made = world("r a<r b<r", [measure("m")], [obs("m", "a", "1"), obs("m", "a", "2"), obs("m", "b", "3")])
    assert made.codes("m") == made.codes("m", "a") == ["SM309"]
    assert made.codes("m", "b") == []


def test_the_same_figure_twice_is_one(world, measure, obs):
    made = world("r a<r", [measure("m")], [obs("m", "a", "100"), obs("m", "a", "100.0")])
    assert made.value("m") == 100
    assert made.codes("m") == []


def test_ratios_differ_when_their_parts_do(world, measure, obs):
    figures = [obs("m", "a", numerator="1", denominator="2"), obs("m", "a", numerator="2", denominator="4")]
    made = world("r a<r", [measure("m", rule="ratio_of_sums")], figures)
    assert made.codes("m") == ["SM309"], "alike alone, but not in a sum"


def test_a_figure_and_that_there_can_be_none_contradict_each_other(world, measure, obs):
    figures = [obs("m", "a", "1"), obs("m", "a", state=State.NOT_APPLICABLE)]
    assert world("r a<r", [measure("m")], figures).codes("m") == ["SM309"]


@pytest.mark.parametrize("files", [("a", "b"), ("b", "a")])
def test_an_empty_cell_takes_no_figure_away(world, measure, obs, files):
    figures = [
        obs("m", "a", "5", source=Source(file=files[0], place="rad 2")),
        obs("m", "a", source=Source(file=files[1], place="rad 2"), state=State.MISSING),
    ]
    assert world("r a<r", [measure("m")], figures).value("m") == 5


def test_a_correction_may_take_a_figure_away(world, measure, obs):
    figures = [
        obs("m", "a", "5", reported=date(2021, 1, 1)),
        obs("m", "a", state=State.MISSING, reported=date(2021, 2, 1), correction="fel fil"),
    ]
    assert world("r a<r", [measure("m")], figures).value("m") is None


def test_a_dated_correction_decides_between_the_two(world, measure, obs):
    parts = (
        obs("m", "a", "100", reported=date(2021, 1, 1)),
        obs("m", "a", "120", reported=date(2021, 1, 1)),
        obs("m", "a", "110", reported=date(2021, 2, 1), correction="båda fel"),
    )
    for order in permutations(parts):
        made = world("r a<r", [measure("m")], order)
        assert made.value("m") == 110
        assert made.codes("m") == []


def test_two_corrections_of_one_day_contradict_each_other(world, measure, obs):
    figures = [
        obs("m", "a", "100", reported=date(2021, 1, 1)),
        obs("m", "a", "110", reported=date(2021, 2, 1), correction="en"),
        obs("m", "a", "120", reported=date(2021, 2, 1), correction="annan"),
    ]
    assert world("r a<r", [measure("m")], figures).codes("m") == ["SM309"]


def test_a_later_version_makes_the_contradiction_of_an_earlier_one_past(world, measure, obs):
    figures = [
        obs("m", "a", "1", kind=Kind.BUDGET, version="v1"),
        obs("m", "a", "2", kind=Kind.BUDGET, version="v1"),
        obs("m", "a", "3", kind=Kind.BUDGET, version="v2"),
    ]
    made = world("r a<r", [measure("m")], figures, versions=("v1", "v2"))
    assert made.value("m", kind=Kind.BUDGET) == 3
    assert made.codes("m", kind=Kind.BUDGET) == []
    assert made.codes("m", kind=Kind.BUDGET, version="v1") == ["SM309"]


def test_two_additions_of_one_version_contradict_each_other(world, measure, obs):
    figures = [
        obs("m", "a", "100", kind=Kind.BUDGET, version="v1"),
        obs("m", "a", "5", kind=Kind.BUDGET, version="t"),
        obs("m", "a", "7", kind=Kind.BUDGET, version="t"),
    ]
    made = world("r a<r", [measure("m")], figures, versions=("v1", "t"), additions=("t",))
    assert made.value("m", kind=Kind.BUDGET) is None
    assert made.codes("m", kind=Kind.BUDGET) == ["SM309"]


def test_one_item_that_is_told_twice_takes_the_unit_away(world, measure, obs):
    figures = [obs("m", "a", "1", ie="0"), obs("m", "a", "2", ie="0"), obs("m", "a", "5", ie="3")]
    made = world("r a<r", [measure("m")], figures)
    assert made.value("m") is None, "6 and 7 are guesses"
    assert made.codes("m") == ["SM309"]


def test_an_upper_unit_whose_figures_contradict_is_the_sum_of_those_below(world, measure, obs):
    made = world("r a<r", [measure("m")], [obs("m", "r", "1"), obs("m", "r", "2"), obs("m", "a", "3")])
    assert made.value("m") == 3
    assert made.codes("m") == ["SM309"]


def test_a_measure_that_demands_everything_waits_until_it_is_settled_which_counts(world, measure, obs):
    figures = [obs("m", "a", "1"), obs("m", "a", "2"), obs("m", "b", "3")]
    assert world("r a<r b<r", [measure("m", missing=MissingPolicy.STRICT)], figures).value("m") is None


def test_a_weight_that_is_told_twice_weighs_nothing(world, measure, obs):
    weighted = measure("m", rule="weighted_mean", weight_id="w")
    figures = [obs("m", "a", "4"), obs("m", "b", "8"), obs("w", "a", "1"), obs("w", "a", "9"), obs("w", "b", "1")]
    made = world("r a<r b<r", [weighted, measure("w")], figures)
    assert made.value("m") == 8
    assert "SM310" in made.codes("m")
