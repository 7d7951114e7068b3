"""Latest, first, min, max and median, by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules.ordered import FIRST, LATEST, MAX, MEDIAN, MIN
from styrmodell.source import Source

HALVES = (Fraction(1, 2), Fraction(1, 2))
DAY = date(2020, 1, 1)
BY_KEY = {"ids": lambda rule: rule.key}


def lowered(rule, *observations):
    return rule.lower(rule.fold(observations))


def both_ways(rule, *observations):
    """The value, the same in either order of reading."""
    found = lowered(rule, *observations)
    assert found == lowered(rule, *reversed(observations))
    return found


@pytest.fixture
def figures(obs):
    """Three figures that differ in every way a rule can see."""
    return [
        obs("m", "a", "10", as_of=DAY),
        obs("m", "b", "0.5", as_of=date(2020, 3, 1)),
        obs("m", "c", "-3"),
    ]


def test_the_latest_is_the_one_that_speaks_of_the_latest_day(figures):
    assert both_ways(LATEST, *figures) == Decimal("0.5")


def test_the_first_is_the_one_that_speaks_of_the_earliest_day(figures):
    assert both_ways(FIRST, *figures) == 10


def test_the_latest_goes_by_the_reported_day_when_no_other_is_known(obs):
    early = obs("m", "a", "1", as_of=DAY, reported=date(2020, 12, 1))
    late = obs("m", "b", "2", reported=date(2020, 6, 1))
    assert both_ways(LATEST, early, late) == 2, "1 was only handed in later"


@pytest.mark.parametrize("rule", [LATEST, FIRST], **BY_KEY)
def test_a_figure_without_a_day_stands_only_where_no_other_has_one(rule, obs):
    assert both_ways(rule, obs("m", "a", "1"), obs("m", "b", "2", as_of=DAY)) == 2
    assert lowered(rule, obs("m", "a", "1")) == 1


def test_of_two_latest_figures_the_greater_stands_whatever_the_order(obs):
    assert both_ways(LATEST, obs("m", "a", "1", as_of=DAY), obs("m", "b", "2", as_of=DAY)) == 2


def test_of_two_first_figures_the_smaller_stands_whatever_the_order(obs):
    assert both_ways(FIRST, obs("m", "a", "1", as_of=DAY), obs("m", "b", "2", as_of=DAY)) == 1


def test_of_two_equal_latest_figures_the_later_place_stands(obs):
    pair = [obs("m", "a", "1", source=Source(file=name)) for name in ("a.csv", "b.csv")]
    assert LATEST.fold(pair) == LATEST.fold(pair[::-1]) == (date.min, Decimal(1), "b.csv")


def test_of_two_equal_first_figures_the_earlier_place_stands(obs):
    pair = [obs("m", "a", "1", source=Source(file=name)) for name in ("a.csv", "b.csv")]
    assert FIRST.fold(pair) == FIRST.fold(pair[::-1]) == (date.max, Decimal(1), "a.csv")


def test_the_smallest_and_the_greatest_may_be_negative_and_zero(figures, obs):
    assert both_ways(MIN, *figures) == -3
    assert both_ways(MAX, *figures) == 10
    assert both_ways(MAX, obs("m", "a", "0"), obs("m", "b", "-1")) == 0, "nought is a figure"


def test_the_median_of_an_odd_number_is_the_one_in_the_middle(figures):
    assert both_ways(MEDIAN, *figures) == Decimal("0.5")


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle(figures, obs):
    assert both_ways(MEDIAN, *figures, obs("m", "d", "1")) == Fraction(3, 4)


def test_the_median_of_one_is_that_one(obs):
    assert lowered(MEDIAN, obs("m", "a", "7")) == 7


def test_two_units_with_the_same_figure_are_two_in_a_median(obs):
    assert both_ways(MEDIAN, obs("m", "a", "1"), obs("m", "b", "1"), obs("m", "c", "9")) == 1, "5 lies between 1 and 9"


def test_a_median_is_not_the_median_of_medians(obs):
    few, many = MEDIAN.fold([obs("m", "a", "9")]), MEDIAN.fold([obs("m", b, "1") for b in "bcd"])
    assert MEDIAN.lower(MEDIAN.combine(few, many)) == 1, "5 lies between the medians 9 and 1"


def test_figures_told_apart_by_their_counterparty_are_two_in_a_median(obs):
    sold = [evolve(obs("m", "a", "1"), counterparty=other) for other in ("b", "c")]
    assert both_ways(MEDIAN, *sold, obs("m", "d", "9")) == 1, "5 lies between 1 and 9"


@pytest.mark.parametrize("rule", [LATEST, FIRST, MIN, MAX, MEDIAN], **BY_KEY)
def test_a_split_figure_is_taken_whole(rule, obs):
    assert rule.lower(rule.lift(Item(observation=obs("m", "a", "10"), share=HALVES[0]))) == 10


@pytest.mark.parametrize("rule", [LATEST, FIRST, MIN, MAX, MEDIAN], **BY_KEY)
def test_a_figure_split_in_halves_counts_once_at_the_common_parent(rule, obs):
    one, others = obs("m", "a", "10"), [obs("m", "b", "4"), obs("m", "c", "6")]
    halves = [Item(observation=one, share=share) for share in HALVES]
    split = rule.fold_items([*halves, *(Item(observation=other) for other in others)])
    assert split == rule.fold([one, *others])
