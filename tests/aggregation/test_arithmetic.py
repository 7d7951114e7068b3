"""Operations on explained values, in the units they give."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.aggregation.arithmetic import compute
from styrmodell.aggregation.explanation import Op
from styrmodell.model.expression import Change, ref
from styrmodell.testing.strategies import figures

EXAMPLES = settings(deadline=None)


@pytest.fixture
def numbers(world, measure, obs):
    """x is 10 kr, y is −4 kr, n is 3 in number, and nothing was ever reported of m."""
    return world(
        "r",
        [measure("x"), measure("y"), measure("n", unit="antal"), measure("m")],
        [obs("x", "r", "10"), obs("y", "r", "-4"), obs("n", "r", "3")],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x + y", 6),
        ("x + y + x", 16),
        ("x - y", 14),
        ("y - x", -14),
        ("2 * x", 20),
        ("-x", -10),
        ("0,5 * x", 5),
        ("0 * x", 0),
        ("x / n", Fraction(10, 3)),
        ("x / y", Fraction(-5, 2)),
        ("x / 3", Fraction(10, 3)),
        ("(x + y) / (x - y)", Fraction(3, 7)),
        ("x - y - x", 4),
        ("x / n * 3", 10),
    ],
)
def test_arithmetic_is_exact(numbers, text, expected):
    assert numbers.value(text) == expected


@pytest.mark.parametrize(
    ("after", "before", "expected"),
    [("x", "n", Fraction(7, 3)), ("x", "y", Fraction(7, 2)), ("y", "x", Fraction(-7, 5)), ("x", "x", 0)],
)
def test_a_change_is_relative_to_the_size_of_what_was_before(numbers, after, before, expected):
    assert numbers.value(Change(after=ref(after), before=ref(before))) == expected


def test_an_improvement_from_a_loss_is_a_rise(numbers):
    # (10 − (−4)) / −4 would be −3,5: a fall.
    assert numbers.value(Change(after=ref("x"), before=ref("y"))) > 0


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("x + y", "kr"),
        ("x - y", "kr"),
        ("2 * x", "kr"),
        ("x / n", "kr/antal"),
        ("x / y", "%"),
        ("x / n / n", "kr/antal/antal"),
    ],
)
def test_an_operation_gives_its_unit(numbers, text, unit):
    assert numbers.explain(text).unit == unit


def test_a_change_is_in_per_cent(numbers):
    assert numbers.explain(Change(after=ref("x"), before=ref("n"))).unit == "%"


def test_a_derived_measure_is_in_its_own_unit(world, measure, obs):
    measures = [measure("x"), measure("n", unit="antal"), measure("z", unit="kr/inv", definition="x / n")]
    assert world("r", measures, [obs("x", "r", "1")]).explain("z").unit == "kr/inv"


@pytest.mark.parametrize(
    ("text", "op"),
    [("x + y", Op.ADD), ("x - y", Op.SUBTRACT), ("2 * x", Op.MULTIPLY), ("x / n", Op.DIVIDE), ("x / m", Op.DIVIDE)],
)
def test_a_step_says_what_it_did_even_when_it_came_to_nothing(numbers, text, op):
    assert numbers.explain(text).op is op


def test_a_steps_children_are_its_operands_blank_ones_included(numbers):
    assert [child.exact for child in numbers.explain("x + m + y").children] == [10, None, -4]


def test_a_product_keeps_its_factor(numbers):
    assert numbers.explain("x / 4").factor == Fraction(1, 4)


def test_a_step_is_labelled_by_its_operands(numbers):
    assert numbers.explain("x / n").label == "x, utfall 2020 / n, utfall 2020"


def test_equal_steps_have_equal_keys_and_others_have_not(numbers):
    assert numbers.explain("x / n").bound == numbers.explain("x / n").bound
    assert len({numbers.explain(text).bound for text in ("x / n", "n / x", "2 * x", "3 * x", "x + n", "x - n")}) == 6


def test_a_step_that_is_no_measure_has_no_cell(numbers):
    assert numbers.explain("x / n").cell == ""


def test_coverage_of_a_step_is_that_of_its_operands_together(numbers):
    coverage = numbers.explain("x + y").coverage
    assert (coverage.reported, coverage.expected) == (2, 2)


@pytest.mark.parametrize("op", [Op.ADD, Op.SUBTRACT, Op.DIVIDE, Op.CHANGE])
@pytest.mark.parametrize("operands", [(None, None), (Fraction(1), None), (None, Fraction(1))])
def test_the_bare_arithmetic_gives_nothing_when_an_operand_is_missing(op, operands):
    assert compute(op, operands) is None


@EXAMPLES
@given(figures(), figures())
def test_the_bare_arithmetic_is_that_of_fractions(left, right):
    one, other = Fraction(left), Fraction(right)
    assert compute(Op.ADD, (left, right)) == one + other
    assert compute(Op.SUBTRACT, (left, right)) == one - other
    assert compute(Op.DIVIDE, (left, right)) == (one / other if other else None)
    assert compute(Op.CHANGE, (left, right)) == ((one - other) / abs(other) if other else None)


@EXAMPLES
@given(st.lists(figures(), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_a_sum_does_not_depend_on_the_order_of_its_operands(values, random):
    shuffled = random.sample(values, len(values))
    assert compute(Op.ADD, values) == compute(Op.ADD, shuffled)
