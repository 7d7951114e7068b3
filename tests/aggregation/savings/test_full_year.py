"""What an action gives in the year it begins follows from its first month."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.aggregation.savings.actions import MNKR, YEAR, action

from styrmodell.aggregation.savings.full_year import full_year, is_reachable, part_year_effect
from styrmodell.model.period import Period

months = st.integers(0, 3000).map(lambda month: Period(first=month, last=month))
years = st.integers(0, 200).map(Period.year)


@pytest.mark.parametrize(
    ("first", "share"),
    [
        ("2024-01", 1),
        ("2024-02", Fraction(11, 12)),
        ("2024-09", Fraction(1, 3)),
        ("2024-12", Fraction(1, 12)),
        ("2025-01", 0),
        ("2031-05", 0),
        ("2023-11", 1),
    ],
)
def test_the_share_of_a_year_is_its_months_in_effect_of_twelve(first, share):
    assert full_year(Period.parse(first), YEAR) == share


@given(months, years)
def test_months_before_and_after_the_start_make_up_the_year(first, year):
    before = max(0, min(12, first.first - year.first))
    assert full_year(first, year) + Fraction(before, 12) == 1


@given(months, years)
def test_a_year_later_gives_no_less(first, year):
    assert full_year(first, year.shift(1)) >= full_year(first, year)


def test_a_tertial_has_its_own_months_of_the_full_year():
    assert full_year(Period.parse("2023-01"), Period.parse("2024-T1")) == Fraction(1, 3)


def test_the_part_of_a_year_is_exact():
    found = part_year_effect(action("a", 25, first_month=Period.parse("2024-09"), full_year_effect=(18, 19)), YEAR)
    assert (found.low, found.high) == (6 * MNKR, Fraction(19 * MNKR, 3))


@pytest.mark.parametrize("known", [{"first_month": Period.parse("2024-09")}, {"full_year_effect": (18, 19)}])
def test_the_part_of_a_year_needs_both_effect_and_first_month(known):
    assert part_year_effect(action("a", 25, **known), YEAR) is None


@pytest.mark.parametrize(("target", "is_met"), [(25, False), (19, True), (18.5, True), (None, None)])
def test_a_target_is_reachable_when_the_upper_end_of_a_full_year_reaches_it(target, is_met):
    assert is_reachable(action("a", target, full_year_effect=(18, 19))) is is_met


def test_nothing_is_said_of_an_action_without_full_year_effect():
    assert is_reachable(action("a", 25)) is None
