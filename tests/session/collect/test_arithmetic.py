"""Totals are worked out as their formulas say, and an empty cell is never a nought."""

from fractions import Fraction

import pytest

from styrmodell.session.collect.arithmetic import NoFormulaError, work_out

CELLS = {("Blad", "B2"): Fraction(3), ("Blad", "B3"): Fraction(4), ("Å 'b'", "C1"): Fraction(10)}


def value(sheet: str, cell: str) -> Fraction | None:
    return CELLS.get((sheet, cell))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("=SUM(B2:B9)", 7),
        ("=SUM(B2,B3,B8)", 7),
        ("=SUM(B8:B9)", None),
        ("=AVERAGE(B2:B9)", Fraction(7, 2)),
        ("=MIN(B2:B3)", 3),
        ("=MAX(B2:B3)", 4),
        ("=B3-B2", 1),
        ("=B3-B9", None),
        ("=B2/B9", None),
        ("=B2/(B3-4)", None),
        ("=-B2+B3*2", 5),
        ("=(B2+B3)/1000", Fraction(7, 1000)),
        ("='Å ''b'''!C1*0.5", 5),
        ("=SUM(B2:B3)+SUM('Å ''b'''!$C$1)", 17),
    ],
)
def test_a_formula_gives_what_it_says(formula: str, expected: Fraction | int | None) -> None:
    assert work_out(formula, "Blad", value) == expected


@pytest.mark.parametrize(
    "formula", ["=VLOOKUP(B2,B3:B9,2)", "=B2:B3", "=B2:B3+1", "=B2 B3", "=", "=(B2", "=A1:ZZZ999999"]
)
def test_a_formula_of_another_kind_is_none(formula: str) -> None:
    with pytest.raises(NoFormulaError):
        work_out(formula, "Blad", value)


@pytest.mark.parametrize("formula", ["=" + "(" * 20_000, "=" + "SUM(" * 8_000, "=" + "-" * 20_000 + "1"])
def test_a_formula_that_is_made_to_fall_over_is_none(formula: str) -> None:
    with pytest.raises(NoFormulaError):
        work_out(formula, "Blad", value)
