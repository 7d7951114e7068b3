"""How far an outcome is from its target: exact, zero where it is met, and nothing where it cannot be told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.model.direction import Direction
from styrmodell.model.target import Target
from styrmodell.model.targets.gap import gap
from styrmodell.model.targets.judge import Evidence, judge

HIGHER, LOWER, NEAR = Direction.HIGHER, Direction.LOWER, Direction.NEAR
# Targets that are met at their very limit.
CLOSED = ("minst 80 %", "högst 5", "mellan 10 och 20 %", "exakt 3 st", "81", "6/6", "bibehållas")
OPEN = ("över 5", "under 5", "ska öka", "ska minska", "ska förbättras")


def at(words: str, value: str | None = None, *, reference: str | None = None, direction: Direction | None = None):
    known = {"value": value, "reference": reference}
    figures = {name: Fraction(text) for name, text in known.items() if text is not None}
    return gap(Target.parse(words), Evidence(**figures, direction=direction))


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("minst 80 %", "0.8", "0"),
        ("minst 80 %", "0.78", "0.02"),
        ("minst 80 %", "0.9", "0"),
        ("högst 90 dagar", "90", "0"),
        ("högst 90 dagar", "93.5", "3.5"),
        ("mellan 10 och 20 %", "0.1", "0"),
        ("mellan 10 och 20 %", "0.2", "0"),
        ("mellan 10 och 20 %", "0.15", "0"),
        ("mellan 10 och 20 %", "0.07", "0.03"),
        ("mellan 10 och 20 %", "0.25", "0.05"),
        ("exakt 3 st", "5", "2"),
        ("exakt 3 st", "1", "2"),
    ],
)
def test_a_level_is_as_far_away_as_its_nearest_end(words, value, expected):
    assert at(words, value) == Fraction(expected)


@pytest.mark.parametrize(
    ("words", "value", "expected"), [("över 5", "5", "0"), ("över 5", "4", "1"), ("under 5", "5", "0")]
)
def test_at_the_limit_of_one_that_must_be_passed_nothing_is_left_and_it_is_not_met(words, value, expected):
    assert at(words, value) == Fraction(expected)
    assert judge(Target.parse(words), Evidence(value=Fraction(value))) is False


@pytest.mark.parametrize(
    ("value", "direction", "expected"),
    [("80", HIGHER, "1"), ("82", HIGHER, "0"), ("82", LOWER, "1"), ("80", LOWER, "0"), ("80", NEAR, "1")],
)
def test_a_bare_number_is_a_floor_or_a_ceiling_as_the_direction_says(value, direction, expected):
    assert at("81", value, direction=direction) == Fraction(expected)


@pytest.mark.parametrize("words", ["81", "ska förbättras", "öka med 3 procent", "ska öka"])
def test_without_what_it_needs_there_is_no_gap(words):
    assert at(words, "80") is None


@pytest.mark.parametrize(
    ("words", "value", "reference", "direction", "expected"),
    [
        ("ska öka", "60", "61", None, "1"),
        ("ska öka", "61", "61", None, "0"),
        ("ska minska", "65", "61", None, "4"),
        ("ska förbättras", "65", "61", LOWER, "4"),
        ("ska förbättras", "65", "61", HIGHER, "0"),
        ("bibehållas", "65", "68", HIGHER, "3"),
        ("bibehållas", "65", "61", NEAR, "4"),
        ("bibehållas", "61", "61", None, "0"),
        ("minska med 2 procentenheter", "0.09", "0.1", None, "0.01"),
        ("öka med 10 procent", "-9.5", "-10", None, "0.5"),
        ("öka med 10 procent", "109", "100", None, "1"),
        ("förbättras med 10 procent", "95", "100", LOWER, "5"),
        ("inte överstiga ingångsvärdet", "12", "10", None, "2"),
    ],
)
def test_a_change_is_as_far_away_as_the_value_that_it_demands(words, value, reference, direction, expected):
    assert at(words, value, reference=reference, direction=direction) == Fraction(expected)


def test_to_keep_a_value_that_has_moved_takes_a_direction():
    assert at("bibehållas", "65", reference="61") is None


def test_better_has_no_amount_where_near_is_best():
    assert at("ska förbättras", "65", reference="61", direction=NEAR) is None


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"), [("24", "24", "0"), ("20", "25", "1/5"), ("23", None, "2/25")]
)
def test_n_of_m_is_counted_in_shares(numerator, denominator, expected):
    whole = None if denominator is None else Fraction(denominator)
    evidence = Evidence(numerator=Fraction(numerator), denominator=whole)
    assert gap(Target.parse("25 av 25"), evidence) == Fraction(expected)


def test_n_of_m_over_nothing_is_not_told():
    assert gap(Target.parse("6/6"), Evidence(numerator=Fraction(0), denominator=Fraction(0))) is None


def test_a_fraction_is_its_value():
    assert gap(Target.parse("minst 80 %"), Evidence(numerator=Fraction(3), denominator=Fraction(4))) == Fraction(1, 20)


@pytest.mark.parametrize("parts", [{"denominator": 4}, {"numerator": 3}, {"numerator": 3, "denominator": 4}])
def test_a_value_goes_before_the_parts_that_stand_beside_it(parts):
    figures = {name: Fraction(part) for name, part in parts.items()}
    assert gap(Target.parse("minst 80 %"), Evidence(value=Fraction("0.5"), **figures)) == Fraction("0.3")


@pytest.mark.parametrize("parts", [{}, {"denominator": 4}, {"numerator": 3}, {"numerator": 3, "denominator": 0}])
def test_without_a_value_and_both_its_parts_there_is_no_gap(parts):
    figures = {name: Fraction(part) for name, part in parts.items()}
    assert gap(Target.parse("minst 80 %"), Evidence(**figures)) is None


@pytest.mark.parametrize("words", ["ja", "nej", "Certifikat erhålls"])
def test_what_is_met_or_not_has_no_gap(words):
    assert at(words, "0") is None


def test_of_several_demands_the_furthest_counts():
    assert at("minst 70 %; högst 80 %", "0.9") == Fraction("0.1")


def test_of_several_demands_one_that_is_not_told_leaves_nothing():
    assert at("minst 70 %; Certifikat erhålls", "0.6") is None


def test_a_target_for_every_unit_is_as_far_away_as_for_one():
    assert at("varje enhet: minst 80 %", "0.7") == Fraction("0.1")


@pytest.mark.parametrize("words", CLOSED)
@given(value=st.fractions(-200, 200, max_denominator=100), reference=st.fractions(-200, 200, max_denominator=100))
def test_nothing_is_left_exactly_where_a_closed_target_is_met(words, value, reference):
    for direction in Direction:
        evidence = Evidence(value=value, reference=reference, direction=direction)
        assert (gap(Target.parse(words), evidence) == 0) is judge(Target.parse(words), evidence)


@pytest.mark.parametrize("words", OPEN)
@given(value=st.fractions(-200, 200, max_denominator=100))
def test_something_is_left_only_where_an_open_target_is_missed(words, value):
    evidence = Evidence(value=value, reference=Fraction(5), direction=HIGHER)
    left = gap(Target.parse(words), evidence)
    assert left is not None
    assert left == 0 if judge(Target.parse(words), evidence) else left >= 0


@given(
    value=st.fractions(-200, 200, max_denominator=100),
    reference=st.fractions(-200, 200, max_denominator=100),
    words=st.sampled_from(["öka med 10 procent", "minska med 10 procent", "minska med 2 dagar", "öka med 3 dagar"]),
)
def test_a_change_by_an_amount_is_met_exactly_where_nothing_is_left(words, value, reference):
    evidence = Evidence(value=value, reference=reference)
    assert (gap(Target.parse(words), evidence) == 0) is judge(Target.parse(words), evidence)
