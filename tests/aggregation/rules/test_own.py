"""Own value and none: what is shown at the unit that reported, and nowhere else."""

from fractions import Fraction

import pytest

from styrmodell.aggregation.rule import Item
from styrmodell.aggregation.rules.own import NONE, OWN

BY_KEY = {"ids": lambda rule: rule.key}


@pytest.mark.parametrize("rule", [OWN, NONE], **BY_KEY)
def test_a_units_own_figure_stands_at_the_unit(rule, obs):
    assert rule.lower(rule.fold([obs("m", "a", "0")])) == 0


def test_the_parts_of_a_units_own_figure_add_up(obs):
    parts = [obs("m", "a", "100", slag="intakt"), obs("m", "a", "-60", slag="kostnad")]
    assert OWN.lower(OWN.fold(parts)) == 40


def test_two_figures_that_are_not_put_together_give_nothing(obs):
    parts = [obs("m", "a", "5", kon="kvinnor"), obs("m", "a", "7", kon="man")]
    assert NONE.lower(NONE.fold(parts)) is None, "12 is a sum"


def test_a_part_of_a_figure_that_is_not_put_together_is_not_taken_out_of_it(obs):
    assert NONE.lower(NONE.lift(Item(observation=obs("m", "a", "5"), share=Fraction(1, 2)))) is None
