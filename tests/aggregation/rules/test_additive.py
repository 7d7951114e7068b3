"""Sum, mean and count, by hand."""

from decimal import Decimal, Inexact
from fractions import Fraction

import pytest

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules.additive import COUNT, MEAN, SUM, add_exact, subtract_exact
from styrmodell.model.number import exact

THIRD = Fraction(1, 3)
BY_KEY = {"ids": lambda rule: rule.key}


def lowered(rule, *observations):
    return rule.lower(rule.fold(observations))


def shared(rule, *pairs):
    """The value of (observation, share) pairs."""
    return rule.lower(rule.fold_items([Item(observation=one, share=share) for one, share in pairs]))


def test_a_decimal_and_a_fraction_are_added_and_subtracted_exactly():
    assert add_exact(Decimal("0.5"), THIRD) == Fraction(5, 6)
    assert subtract_exact(THIRD, Decimal("0.5")) == Fraction(-1, 6)


def test_two_decimals_stay_a_decimal_where_the_sum_fits_in_one():
    made = add_exact(Decimal("0.1"), Decimal("0.2")), subtract_exact(Decimal("0.3"), Decimal("0.1"))
    assert [(type(one), one) for one in made] == [(Decimal, Decimal("0.3")), (Decimal, Decimal("0.2"))]


def test_two_decimals_whose_sum_has_too_many_digits_become_a_fraction():
    small, great = Decimal("1e-60"), Decimal("1e80")
    with exact():
        with pytest.raises(Inexact):
            great + small
        assert add_exact(great, small) - Fraction(great) == Fraction(1, 10**60)


def test_a_sum_of_figures_that_are_zero_is_zero_and_not_missing(obs):
    assert lowered(SUM, obs("m", "a", "5"), obs("m", "b", "-5")) == 0


def test_a_sum_is_exact(obs):
    assert lowered(SUM, *[obs("m", "a", "0.1")] * 10) == 1


def test_a_sum_of_whole_figures_stays_a_decimal(obs):
    assert isinstance(lowered(SUM, obs("m", "a", "5"), obs("m", "b", "1.5")), Decimal)


def test_a_share_that_is_one_without_being_the_default_keeps_the_decimal(obs):
    assert isinstance(shared(SUM, (obs("m", "a", "5"), Fraction(3, 3))), Decimal)


@pytest.mark.parametrize("rule", [SUM, MEAN, COUNT], **BY_KEY)
def test_a_figure_split_in_thirds_is_whole_at_the_common_parent(rule, obs):
    one, other = obs("m", "a", "10"), obs("m", "b", "4")
    split = shared(rule, (one, THIRD), (one, 1 - THIRD), (other, Fraction(1)))
    assert split == lowered(rule, one, other)


def test_a_third_of_a_figure_is_a_third_of_it_to_the_last_digit(obs):
    assert shared(SUM, (obs("m", "a", "10"), THIRD)) == Fraction(10, 3)


def test_a_whole_and_a_third_are_added(obs):
    assert shared(SUM, (obs("m", "a", "0.5"), Fraction(1)), (obs("m", "b", "1"), THIRD)) == Fraction(5, 6)


def test_what_a_unit_has_beyond_those_below_it_is_the_difference(obs):
    own, below = SUM.fold([obs("m", "r", "100")]), SUM.fold([obs("m", "a", "30"), obs("m", "b", "50")])
    assert SUM.lower(SUM.subtract(own, below)) == 20


def test_what_a_unit_has_beyond_one_below_it_is_the_difference(obs):
    own, below = SUM.fold([obs("m", "r", "100")]), SUM.fold([obs("m", "a", "80")])
    assert SUM.lower(SUM.subtract(own, below)) == 20, "one figure less one figure is not no figure"


def test_those_below_and_what_is_beyond_them_are_the_whole_again(obs):
    own, below = SUM.fold([obs("m", "r", "100")]), SUM.fold([obs("m", "a", "30"), obs("m", "b", "50")])
    assert SUM.combine(below, SUM.subtract(own, below)) == own


def test_nothing_remains_of_a_sum_when_all_of_it_is_taken_out(obs):
    state = SUM.fold([obs("m", "a", "30")])
    assert SUM.subtract(state, state) == SUM.identity


def test_a_mean_of_thirds_is_exact(obs):
    assert lowered(MEAN, obs("m", "a", "1"), obs("m", "b", "0"), obs("m", "c", "0")) == THIRD


def test_a_mean_is_not_the_mean_of_means(obs):
    few, many = MEAN.fold([obs("m", "a", "10")]), MEAN.fold([obs("m", "b", "1"), obs("m", "c", "1")])
    assert MEAN.lower(MEAN.combine(few, many)) == 4, "5.5 is the mean of 10 and 1"


def test_a_mean_of_zeros_is_zero_and_not_missing(obs):
    assert lowered(MEAN, obs("m", "a", "0"), obs("m", "b", "0")) == 0


def test_half_a_figure_weighs_half_in_a_mean(obs):
    half = (obs("m", "a", "4"), Fraction(1, 2))
    assert shared(MEAN, half, (obs("m", "b", "1"), Fraction(1))) == 2, "(4/2 + 1) / 1.5"


def test_a_mean_cannot_tell_what_remains_of_it():
    assert MEAN.subtract is None


def test_a_count_counts_figures_that_are_zero_and_negative_too(obs):
    assert lowered(COUNT, obs("m", "a", "0"), obs("m", "b", "-5"), obs("m", "c", "7")) == 3


def test_a_count_counts_figures_in_parts(obs):
    assert lowered(COUNT, obs("m", "a", numerator="1", denominator="0")) == 1


def test_a_count_counts_a_split_figure_by_its_share(obs):
    assert shared(COUNT, (obs("m", "a", "9"), THIRD), (obs("m", "b", "9"), Fraction(1))) == Fraction(4, 3)
