"""Addresses, the ranges they form, and how formulas write them."""

import pytest
from tests.report.workings import at

from styrmodell.report.formula.address import column_letters, ranges, reference


def test_sheet_names_are_quoted() -> None:
    cell = at("C5", "Bo's blad")
    assert reference((cell, cell), "Blad") == "'Bo''s blad'!C5"


def test_ranges_take_the_direction_that_gives_fewest() -> None:
    cells = [at(f"{letter}{row}") for letter in "BCD" for row in (4, 6)]
    assert ranges(cells) == [(at("B4"), at("D4")), (at("B6"), at("D6"))]


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_excel_s_letters(column: int, letters: str) -> None:
    assert column_letters(column) == letters
