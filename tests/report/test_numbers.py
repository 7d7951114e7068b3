"""Printed numbers, against Babel where it is right (its Swedish minus is a hyphen and it rounds a half to even)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
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
    round_half_away,
    unit_word,
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


def test_the_smallest_signed_number_has_its_sign() -> None:
    assert format_number(Decimal("0.1"), 1, signed=True) == "+0,1"
    assert format_number(Decimal("-0.1"), 1, signed=True) == "\u22120,1"


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


@pytest.mark.parametrize(
    ("unit", "printed", "factor"),
    [
        ("kr", "mnkr", 1_000_000),
        ("tkr", "kr", Fraction(1, 1000)),
        ("mnkr", "tkr", Fraction(1, 1000)),
        ("", "tkr", 1000),  # a figure of no known unit counts in kr where kr is printed
        ("", "%", Fraction(1, 100)),
        ("%", "%", Fraction(1, 100)),
        ("", "m2", 1),
    ],
)
def test_a_measure_is_printed_in_another_unit_of_the_same_sort(unit, printed, factor):
    style = make_style(unit, printed, 2)
    assert (style.unit, style.factor, style.decimals) == (printed, factor, 2)


@pytest.mark.parametrize("printed", ["", "unit"])
@pytest.mark.parametrize("unit", ["kr", "tkr", "%", "m2", ""])
def test_a_measure_keeps_its_unit_where_none_is_asked_for(unit, printed):
    style = make_style(unit, printed, None)
    assert (style.unit, style.decimals) == (unit, 1 if unit == "%" else 0)
    assert style.factor == (Fraction(1, 100) if unit == "%" else 1)


@pytest.mark.parametrize(
    ("unit", "printed", "told"),
    [
        ("%", "kr", "a share cannot be printed in 'kr'"),
        ("%", "m2", "a share cannot be printed in 'm2'"),
        ("kr", "%", "a share cannot be printed in '%'"),
        ("kr", "m2", "a measure in 'kr' cannot be printed in 'm2'"),
        ("m2", "tkr", "a measure in 'm2' cannot be printed in 'tkr'"),
    ],
)
def test_a_measure_is_not_printed_in_a_unit_of_another_sort(unit, printed, told):
    with pytest.raises(ValueError, match=told):
        make_style(unit, printed, 0)


def test_a_figure_is_scaled_to_the_printed_unit_and_not_rounded():
    assert make_style("kr", "tkr", 0).scaled(Decimal(1)) == Fraction(1, 1000)
    assert make_style("%", "", 0).scaled(Fraction(1, 3)) == Fraction(100, 3)


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [
        (Decimal("0.5"), 0, "1"),
        (Decimal("-0.5"), 0, "-1"),
        (Decimal("-2.25"), 1, "-2.3"),
        (Fraction(2, 3), 3, "0.667"),
        (Decimal("-0.04"), 1, "0.0"),
        (Decimal(0), 2, "0.00"),
    ],
)
def test_a_half_is_rounded_away_from_zero_and_zero_has_no_minus(number, decimals, rounded):
    assert str(round_half_away(number, decimals)) == rounded


@pytest.mark.parametrize(
    ("unit", "printed"), [("m2", "m²"), ("kWh/m2", "kWh/m²"), ("m3/m2", "m³/m²"), ("kr/inv", "kr/inv"), ("st", "st")]
)
def test_squares_and_cubes_are_printed_as_such_in_a_quotient_too(unit, printed):
    assert unit_word(unit) == printed


@pytest.mark.parametrize(
    ("figure", "unit", "printed"),
    [
        ("5", "", "5"),
        ("5", "antal", "5"),
        ("Ja", "ja/nej", "Ja"),
        (f"5{NBSP}%", "%", f"5{NBSP}%"),
        ("5", "st", f"5{NBSP}st"),
    ],
)
def test_a_unit_is_said_once_and_a_bare_count_not_at_all(figure, unit, printed):
    assert with_unit(figure, unit) == printed


def test_a_share_has_its_sign_in_excels_notation_and_no_unit_after_it():
    assert excel_format(make_style("%", "", 1)) == "#,##0.0%"
    assert excel_format(make_style("%", "", 0), "a") == '#,##0%" a"'


def test_quotation_marks_of_a_unit_or_a_mark_do_not_end_the_literal_text_of_a_format():
    named = NumberStyle(unit='tum"', named=True)
    assert excel_format(named, '"1)') == f'#,##0"{NBSP}tum\u201d"" \u201d1)"'
