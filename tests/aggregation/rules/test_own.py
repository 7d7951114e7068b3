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


@pytest.fixture
def split_by_kind(world, measure, obs):
    """Make a world in which one of two units has income and cost."""

    def make(rule: str):
        figures = [obs("m", "a", "100", slag="intakt"), obs("m", "a", "-60", slag="kostnad")]
        return world("r a<r b<r", [measure("m", "slag", rule=rule)], figures, slag="netto=intakt+kostnad")

    return make


def test_under_own_a_units_parts_add_up_at_the_unit_and_not_above_it(split_by_kind):
    made = split_by_kind("own")
    assert (made.value("m", "a"), made.value("m", "r")) == (40, None)


def test_under_none_a_units_parts_do_not_add_up_and_stand_where_they_are(split_by_kind):
    made = split_by_kind("none")
    assert (made.value("m", "a"), made.value("m", "a", slag="kostnad")) == (None, -60)
    assert made.value("m", "r", slag="kostnad") is None
