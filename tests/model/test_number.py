"""The one door for numbers."""

from decimal import Decimal, Inexact
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.model.number import MAX_DIGITS, as_decimal, exact, money_factor, number
from styrmodell.testing.strategies import decimals

EXAMPLES = settings(deadline=None)


class _OwnDecimal(Decimal):
    """A Decimal of another type."""


def test_a_decimal_keeps_every_digit_and_trailing_zero():
    assert str(number(Decimal("1.10"))) == "1.10"


def test_an_int_becomes_a_decimal():
    assert number(418_100) == Decimal(418_100)


def test_a_plain_text_becomes_a_decimal():
    assert number("-1234.5") == Decimal("-1234.5")


def test_missing_stays_missing():
    assert number(None) is None


def test_a_decimal_of_another_type_becomes_a_plain_decimal():
    assert type(number(_OwnDecimal("1.5"))) is Decimal


@pytest.mark.parametrize("value", [0.1, 1.0, float("nan"), True, False, Fraction(1, 2), 1j, b"1", [1]])
def test_what_is_no_decimal_int_or_text_is_refused(value):
    with pytest.raises(TypeError, match=type(value).__name__):
        number(value)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-inf", Decimal("NaN"), Decimal("sNaN"), Decimal("-Inf")])
def test_what_is_not_finite_is_refused(value):
    with pytest.raises(ValueError, match="not a finite number"):
        number(value)


@pytest.mark.parametrize("text", ["", "tolv", "1,5", "1 234", "0x10", "1.2.3", "--1"])
def test_text_that_is_no_plain_number_is_refused(text):
    with pytest.raises(ValueError, match="not a number"):
        number(text)


@pytest.mark.parametrize("make", [str, int, Decimal])
def test_forty_digits_pass_and_one_more_is_refused(make):
    assert number(make("9" * MAX_DIGITS)) == Decimal("9" * MAX_DIGITS)
    with pytest.raises(ValueError, match="more than 40 digits"):
        number(make("9" * (MAX_DIGITS + 1)))


def test_decimals_count_as_digits():
    with pytest.raises(ValueError, match="more than 40 digits"):
        number("1." + "0" * MAX_DIGITS)


@pytest.mark.parametrize("text", ["1E30", "1E-30", "-9E+30"])
def test_exponents_within_thirty_pass(text):
    assert number(text) == Decimal(text)


@pytest.mark.parametrize("text", ["1E31", "1E-31", "0E-31", "1E999999", "1E-999999"])
def test_exponents_beyond_thirty_are_refused(text):
    with pytest.raises(ValueError, match="exponent beyond"):
        number(text)


@pytest.mark.parametrize("value", ["9" * 100_000, "9" * 61, int("9" * 61), Decimal("9" * 61)])
def test_what_is_too_long_is_told_by_its_first_sixty_signs(value):
    with pytest.raises(ValueError, match="more than 40 digits") as told:
        number(value)
    assert str(told.value).endswith(f": '{'9' * 60}'")


def test_zeros_in_front_are_no_digits_but_a_text_of_more_than_eighty_signs_is_no_number_that_people_write():
    assert number("0" * 79 + "1") == 1
    with pytest.raises(ValueError, match="more than 40 digits"):
        number("0" * 80 + "1")


def test_an_exponent_beyond_what_decimal_itself_holds_is_told_as_a_text_that_is_no_number():
    with pytest.raises(ValueError, match="not a number: '1E99999999999999999999'"):
        number("1E99999999999999999999")


@EXAMPLES
@given(decimals())
def test_every_decimal_within_the_limits_passes_unchanged(value):
    passed = number(value)
    assert passed is not None
    assert passed.as_tuple() == value.as_tuple()


@EXAMPLES
@given(decimals())
def test_text_and_decimal_come_in_alike(value):
    assert number(str(value)) == value


def test_exact_raises_rather_than_rounds():
    with exact(), pytest.raises(Inexact):
        Decimal(1) / Decimal(3)


def test_exact_leaves_the_context_outside_as_it_was():
    with exact():
        pass
    assert Decimal(1) / Decimal(4) == Decimal("0.25")
    assert str(Decimal(1) / Decimal(3)) == "0." + "3" * 28


@EXAMPLES
@given(st.lists(decimals(max_digits=30, max_exponent=20), max_size=50))
def test_sums_in_exact_lose_nothing(values):
    with exact():
        summed = sum(values, Decimal(0))
    assert Fraction(summed) == sum(map(Fraction, values), Fraction(0))


def test_the_greatest_and_smallest_figures_that_pass_the_door_can_be_added():
    # The door promises that every sum of what passed it stays inside what is exact.
    greatest, smallest = number("9" * 40 + "E30"), number("1E-30")
    with exact():
        summed = greatest + greatest + smallest
    assert Fraction(summed) == 2 * Fraction(greatest) + Fraction(smallest)


def test_a_fraction_is_given_to_others_with_28_digits():
    assert as_decimal(Fraction(2, 3)) == Decimal("0.6666666666666666666666666667")


def test_a_decimal_is_given_to_others_with_28_digits():
    assert as_decimal(Decimal("1234567890123456789012345678.9")) == Decimal("1234567890123456789012345679")


def test_missing_is_given_to_others_as_missing():
    assert as_decimal(None) is None


@pytest.mark.parametrize(("unit", "factor"), [("kr", 1), ("tkr", 1_000), ("mnkr", 1_000_000)])
def test_money_units_know_how_many_kr_they_are(unit, factor):
    assert money_factor(unit) == factor


@pytest.mark.parametrize("unit", ["m2", "%", "", "kr/inv", "KR"])
def test_other_units_are_no_money(unit):
    assert money_factor(unit) is None


@pytest.mark.parametrize("text", ["1_000", "٣", " 12 ", "1 000", "0x10", "1,5", ""])
def test_what_only_programs_write_is_no_number(text):
    with pytest.raises(ValueError, match="not a number"):
        number(text)
