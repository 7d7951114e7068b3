"""Weighted mean and ratio of sums, by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules.quotients import RATIO_OF_SUMS, WEIGHTED_MEAN
from styrmodell.source import Source

THIRD = Fraction(1, 3)


@pytest.fixture
def weighed(obs):
    """The state of a weighted mean from texts: weighed("3.9 × 200", "4.2 × 100")."""

    def make(*texts: str):
        pairs = [text.split(" × ") for text in texts]
        items = [Item(observation=obs("m", "a", value), weight=Decimal(weight)) for value, weight in pairs]
        return WEIGHTED_MEAN.fold_items(items)

    return make


def test_a_weighted_mean_lies_nearer_the_heavier_figure(weighed):
    assert WEIGHTED_MEAN.lower(weighed("3.9 × 200", "4.2 × 100")) == 4, "4.05 is the plain mean"


def test_a_weighted_mean_in_sevenths_is_exact(weighed):
    assert WEIGHTED_MEAN.lower(weighed("1 × 3", "0 × 4")) == Fraction(3, 7)


def test_a_figure_that_weighs_nothing_does_not_count(weighed):
    assert WEIGHTED_MEAN.lower(weighed("5 × 0", "4 × 2")) == 4


def test_a_weighted_mean_is_missing_when_the_weights_are_zero_together(weighed):
    assert WEIGHTED_MEAN.lower(weighed("5 × 0", "4 × 0")) is None


def test_a_weighted_mean_is_missing_when_a_weight_is_negative(weighed):
    assert WEIGHTED_MEAN.lower(weighed("5 × -1", "4 × 3")) is None, "3.5 lies below both figures"


def test_weights_that_are_negative_and_positive_do_not_cancel_out(weighed):
    assert WEIGHTED_MEAN.lower(WEIGHTED_MEAN.combine(weighed("5 × -1"), weighed("5 × 1"))) is None


def test_the_state_tells_how_many_figures_there_are_and_how_many_weigh_less_than_nothing(weighed):
    assert weighed("5 × -1", "4 × 3", "4 × 0")[2:] == (3, 1)


def test_what_a_weighted_mean_has_beyond_those_below_is_the_mean_of_the_rest(weighed):
    own, below = weighed("4 × 100"), weighed("3.5 × 50", "4 × 30")
    assert WEIGHTED_MEAN.lower(WEIGHTED_MEAN.subtract(own, below)) == Fraction(21, 4), "(400 - 175 - 120) / 20"


def test_what_remains_is_missing_when_those_below_weigh_more_than_the_whole(weighed):
    assert WEIGHTED_MEAN.lower(WEIGHTED_MEAN.subtract(weighed("4 × 10"), weighed("3 × 20"))) is None


def test_a_weighted_figure_split_in_thirds_is_whole_at_the_common_parent(obs, weighed):
    split = [Item(observation=obs("m", "a", "5"), weight=Decimal(2), share=share) for share in (THIRD, 1 - THIRD)]
    state = WEIGHTED_MEAN.combine(WEIGHTED_MEAN.fold_items(split), weighed("1 × 1"))
    assert WEIGHTED_MEAN.lower(state) == Fraction(11, 3) == WEIGHTED_MEAN.lower(weighed("5 × 2", "1 × 1"))


def test_lifting_a_figure_without_a_weight_names_its_place(obs):
    with pytest.raises(ValueError, match=r"without a weight .* a\.csv rad 3"):
        WEIGHTED_MEAN.lift(Item(observation=obs("m", "a", "1", source=Source(file="a.csv", place="rad 3"))))


def ratio(*observations):
    return RATIO_OF_SUMS.lower(RATIO_OF_SUMS.fold(observations))


def test_a_ratio_of_sums_is_neither_the_sum_nor_the_mean_of_the_ratios(obs):
    small = obs("m", "a", numerator="1", denominator="2")
    great = obs("m", "b", numerator="10", denominator="100")
    assert ratio(small, great) == Fraction(11, 102), "6/10 is the sum and 3/10 the mean of the ratios"


def test_a_ratio_of_sums_is_kept_as_a_fraction(obs):
    assert ratio(obs("m", "a", numerator="1", denominator="3")) == THIRD


def test_a_ratio_whose_denominators_are_zero_together_is_missing(obs):
    halves = [obs("m", "a", numerator="1", denominator="2"), obs("m", "b", numerator="1", denominator="-2")]
    assert ratio(*halves) is None


def test_a_ratio_of_nought_to_something_is_nought_and_not_missing(obs):
    assert ratio(obs("m", "a", numerator="0", denominator="5")) == 0


def test_a_value_without_parts_adds_nothing_to_a_ratio(obs):
    assert ratio(obs("m", "a", numerator="1", denominator="4"), obs("m", "b", "9")) == Fraction(1, 4)


def test_a_ratio_split_in_thirds_counts_by_its_shares(obs):
    split, whole = obs("m", "a", numerator="3", denominator="6"), obs("m", "b", numerator="0", denominator="4")
    items = [Item(observation=split, share=THIRD), Item(observation=whole)]
    assert RATIO_OF_SUMS.lower(RATIO_OF_SUMS.fold_items(items)) == Fraction(1, 6), "1 of 2 and 0 of 4"


def test_what_a_ratio_has_beyond_those_below_is_the_ratio_of_the_rest(obs):
    own = RATIO_OF_SUMS.fold([obs("m", "r", numerator="50", denominator="100")])
    below = RATIO_OF_SUMS.fold([obs("m", "a", numerator="45", denominator="80")])
    assert RATIO_OF_SUMS.lower(RATIO_OF_SUMS.subtract(own, below)) == Fraction(1, 4)
