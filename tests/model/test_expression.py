"""Expressions are built by ordinary operators and hold nothing but data."""

from decimal import Decimal
from fractions import Fraction

import pytest

from styrmodell.model.expression import (
    Change,
    ColumnRef,
    Difference,
    Product,
    Quotient,
    Ref,
    RowRef,
    Sum,
    column,
    ref,
    row,
    total,
    walk,
)

A, B, C = ref("a"), ref("b"), ref("c")


def test_a_reference_names_a_measure_its_unit_and_its_members():
    assert ref("a", unit="rf", dims=(("slag", "netto"),)) == Ref(measure="a", unit="rf", dims=(("slag", "netto"),))


def test_rows_and_columns_are_referred_to_by_key():
    assert (row("summa"), column("netto")) == (RowRef(key="summa"), ColumnRef(key="netto"))


def test_sums_of_sums_become_one_sum():
    assert (A + B) + C == A + (B + C) == Sum(parts=(A, B, C))


def test_a_total_keeps_its_parts_in_order():
    assert total(iter([C, A, B])) == Sum(parts=(C, A, B))


def test_a_difference_keeps_left_and_right():
    assert Difference(left=A, right=B) == A - B


def test_a_division_keeps_numerator_and_denominator():
    assert Quotient(numerator=A, denominator=B) == A / B


@pytest.mark.parametrize("product", [A * 2, 2 * A, A * Decimal(2), A * "2"])
def test_a_factor_may_stand_on_either_side_and_be_any_number(product):
    assert product == Product(part=A, factor=Fraction(2))


def test_a_minus_sign_is_a_product_by_minus_one():
    assert Product(part=A, factor=-1) == -A


def test_a_factor_is_exact():
    assert (A * "0.1").factor == Fraction(1, 10)


@pytest.mark.parametrize("factor", [0.1, True, None])
def test_a_factor_passes_the_door_for_numbers(factor):
    with pytest.raises(TypeError):
        A * factor


@pytest.mark.parametrize(
    "operation", [lambda: A + 1, lambda: A - 1, lambda: A / 2, lambda: A + "b", lambda: A / None, lambda: A - 0.5]
)
def test_an_operand_that_is_no_expression_is_refused(operation):
    with pytest.raises(TypeError, match="an operand is an Expression"):
        operation()


def test_two_expressions_cannot_be_multiplied():
    with pytest.raises(TypeError):
        A * B


def test_expressions_are_equal_by_what_they_say_and_can_be_keys():
    assert {A + B: 1}[ref("a") + ref("b")] == 1


def test_walking_gives_each_expression_before_what_is_below_it():
    change = Change(after=A, before=B)
    whole = (change + C) / (A * 2)
    assert list(walk(whole)) == [whole, change + C, change, A, B, C, A * 2, A]


def test_a_reference_has_no_operands():
    assert A.operands() == row("x").operands() == column("x").operands() == ()
