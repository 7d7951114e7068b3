"""Printed numbers, against Babel where it is right (its Swedish minus is a hyphen and it rounds a half to even)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import evolve
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.report.numbers import (
    MINUS,
    NBSP,
    NumberStyle,
    excel_format,
    format_figure,
    format_number,
    make_style,
    with_unit,
)
from styrmodell.report.period_words import day_words

NUMBERS = st.decimals(min_value=-(10**15), max_value=10**15, places=6)


def oracle(value: Decimal, decimals: int) -> str:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    rounded = value.quantize(Decimal(1).scaleb(-decimals), rounding="ROUND_HALF_UP")
    rounded = rounded if rounded else rounded.copy_abs()
    return format_decimal(rounded, format=pattern, locale="sv_SE").replace("-", MINUS)


@given(NUMBERS, st.integers(min_value=0, max_value=4))
def test_numbers_print_as_babel_prints_them(value: Decimal, decimals: int) -> None:
    assert format_number(value, decimals) == oracle(value, decimals)


@given(NUMBERS)
def test_signed_numbers_have_a_sign_unless_they_print_as_zero(value: Decimal) -> None:
    text = format_number(value, 1, signed=True)
    assert text.startswith(("+", MINUS)) == (text.strip(f"+{MINUS}") != "0,0")
    assert text.lstrip("+") == format_number(value, 1)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_days_in_prose_are_babels(day: date) -> None:
    assert day_words(day).replace(NBSP, " ") == format_date(day, format="long", locale="sv_SE")


def test_units_are_printed_with_a_space_that_does_not_break() -> None:
    assert format_figure(Fraction(84, 100), make_style("%", "", 0)) == f"84{NBSP}%"
    assert with_unit(format_figure(Decimal(1_500_000), make_style("kr", "mnkr", 1)), "mnkr") == f"1,5{NBSP}mnkr"
    assert with_unit(format_figure(Decimal(454_800), make_style("m2", "", 0)), "m2") == f"454{NBSP}800{NBSP}m²"


def test_a_deviation_has_its_sign_in_excels_notation_too() -> None:
    style = NumberStyle(unit="tkr", factor=Fraction(1000), decimals=1, signed=True)
    assert excel_format(style) == "+#,##0.0;-#,##0.0;#,##0.0"
    assert excel_format(style, "1)") == '+#,##0.0" 1)";-#,##0.0" 1)";#,##0.0" 1)"'
    assert format_figure(Decimal(2500), style) == "+2,5"


def test_what_is_true_or_not_is_said_in_words_in_documents_and_in_excel():
    style = make_style("ja/nej", "", None)
    assert [format_figure(Decimal(value), style) for value in (1, 0)] == ["Ja", "Nej"]
    assert format_figure(Decimal("0.5"), evolve(style, decimals=1)) == "0,5"
    assert excel_format(style) == '[=1]"Ja";[=0]"Nej";#,##0'


def test_a_figure_says_its_unit_where_neighbours_have_others():
    named = evolve(make_style("kr", "", None), named=True)
    assert format_figure(Decimal(1420000), named) == f"1{NBSP}420{NBSP}000{NBSP}kr"
    assert excel_format(named) == f'#,##0"{NBSP}kr"'
    percent, count = (evolve(make_style(unit, "", None), named=True) for unit in ("%", "antal"))
    assert (format_figure(Decimal("0.05"), percent), format_figure(Decimal(5), count)) == (f"5,0{NBSP}%", "5")
