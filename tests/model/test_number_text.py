"""Numbers as people write them in tables, and as we print them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import NumberFormatError, format_decimal, parse_decimal
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.model.number_text import Notation, read_number
from styrmodell.report.numbers import format_number, round_half_away
from styrmodell.testing.strategies import decimals

EXAMPLES = settings(deadline=None)
NBSP = "\u00a0"


def value(text: str, notation: Notation = Notation.SV) -> Decimal | None:
    found = read_number(text, notation)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", "0"),
        ("26", "26"),
        ("1 476", "1476"),
        ("1234", "1234"),
        ("1 234,5", "1234.5"),
        ("0,05", "0.05"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("1\u202f234", "1234"),
        ("1\u2009234", "1234"),
        ("1\u2007234", "1234"),
        (" 1 234 ", "1234"),
        ("\u00a01 234\u00a0", "1234"),
        ("+1 234", "1234"),
        ("007", "7"),
        ("1,234", "1.234"),
    ],
)
def test_a_swedish_number_is_read(text, expected):
    assert value(text) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-40 697", "-40697"),
        ("\u20109 169", "-9169"),  # hyphen, as bilaga 10 a prints it
        ("\u22121 712 738", "-1712738"),  # minus sign
        ("\u2212\u00a05,6", "-5.6"),
        ("\u20111 234", "-1234"),  # no-break hyphen
        ("\u20121 234", "-1234"),  # figure dash
        ("\u20131 234", "-1234"),  # en dash
        ("- 5", "-5"),
        ("1 234-", "-1234"),
        ("1 234 -", "-1234"),
        ("1 234\u2212", "-1234"),
        ("(1 234)", "-1234"),
        ("( 1 234,5 )", "-1234.5"),
    ],
)
def test_a_minus_is_read_however_it_is_written(text, expected):
    assert value(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["-0", "0-", "(0)", "\u22120,00"])
def test_minus_zero_is_zero(text):
    assert not value(text).is_signed()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("39,2 %", "0.392"), ("39,2%", "0.392"), ("39,2\u00a0%", "0.392"), ("-1,5 %", "-0.015"), ("100 %", "1")],
)
def test_per_cent_becomes_a_share_of_one(text, expected):
    assert value(text) == Decimal(expected)


def test_a_per_cent_sign_is_told():
    assert read_number("39,2 %").percent
    assert not read_number("39,2").percent


@pytest.mark.parametrize(
    ("text", "step"), [("1 234", "1"), ("1 234,5", "0.1"), ("2,50", "0.01"), ("39,2 %", "0.001"), ("40 %", "0.01")]
)
def test_the_precision_is_one_step_of_the_last_written_digit(text, step):
    assert read_number(text).precision == Decimal(step)


def test_a_written_trailing_zero_is_kept():
    assert str(value("2,50")) == "2.50"


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u2009 \u202f", "\t\n"])
@pytest.mark.parametrize("notation", Notation)
def test_an_empty_cell_is_missing_and_not_zero(text, notation):
    assert read_number(text, notation) is None


@pytest.mark.parametrize(
    "text",
    [
        "12 34",
        "1 23",
        "1  234",
        "1 2345",
        "1 234 56",
        "1,2,3",
        ",5",
        "5,",
        "--5",
        "-5-",
        "(-5)",
        "-(5)",
        "(5",
        "5)",
        "(55",
        "55)",
        "()",
        "-",
        "%",
        "5 % %",
        "x",
        "5 kr",
        "1e3",
        "NaN",
        "Infinity",
        "1_000",
        "=1+1",
    ],
)
def test_what_is_no_swedish_number_is_refused(text):
    with pytest.raises(TextError) as told:
        read_number(text)
    assert (told.value.text, told.value.expected) == (text, "ett tal, som 1 234,5")


def test_digits_in_the_wrong_groups_are_an_error_and_no_doubt():
    with pytest.raises(TextError) as told:
        read_number("12 34")
    assert not told.value.ambiguous


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("1.234", Notation.SV),
        ("1.5", Notation.SV),
        ("1.234,5", Notation.SV),
        ("1 234.5", Notation.SV),
        ("-1.234", Notation.SV),
        ("1,234", Notation.PLAIN),
        ("1,5", Notation.PLAIN),
        ("1,234.5", Notation.PLAIN),
    ],
)
def test_the_other_notations_mark_is_ambiguous_and_never_guessed(text, notation):
    with pytest.raises(TextError) as told:
        read_number(text, notation)
    assert told.value.ambiguous


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1234.5", "1234.5"), ("-1234.50", "-1234.50"), ("1e3", "1000"), ("2.5E-2", "0.025"), ("1 234.5", "1234.5")],
)
def test_a_plain_number_is_read(text, expected):
    assert value(text, Notation.PLAIN) == Decimal(expected)


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("9" * 41, Notation.SV),
        (f"{'9' * 21},{'9' * 20}", Notation.SV),
        ("0," + "1" * 31, Notation.SV),
        ("1e31", Notation.PLAIN),
        ("1e-31", Notation.PLAIN),
    ],
)
def test_what_the_door_would_refuse_is_refused_here_too(text, notation):
    with pytest.raises(TextError) as told:
        read_number(text, notation)
    assert (told.value.text, told.value.expected) == (text, "högst 40 siffror")


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("9" * 40, Notation.SV),
        (f"{'9' * 20},{'9' * 20}", Notation.SV),
        ("0," + "1" * 30, Notation.SV),
        ("1e30", Notation.PLAIN),
        ("1e-30", Notation.PLAIN),
    ],
)
def test_what_just_passes_the_door_is_read_here_too(text, notation):
    assert value(text, notation) == Decimal(text.replace(",", "."))


@EXAMPLES
@given(decimals(max_digits=22, max_exponent=8), st.integers(0, 9))
def test_reading_what_was_printed_gives_the_rounded_number(number, decimals_printed):
    printed = format_number(number, decimals_printed)
    assert value(printed) == round_half_away(number, decimals_printed)


@EXAMPLES
@given(decimals(max_digits=20, max_exponent=6), st.integers(0, 6))
def test_reading_what_was_printed_with_its_sign_gives_the_rounded_number(number, decimals_printed):
    printed = format_number(number, decimals_printed, signed=True)
    assert value(printed) == round_half_away(number, decimals_printed)


@EXAMPLES
@given(st.fractions(-(10**33), 10**33, max_denominator=1000), st.integers(0, 6))
def test_a_figure_is_printed_within_half_a_step_of_itself(number, decimals_printed):
    printed = value(format_number(number, decimals_printed))
    assert abs(Fraction(printed) - number) <= Fraction(1, 2 * 10**decimals_printed)


@pytest.mark.parametrize(
    ("number", "printed"),
    [("0.5", "1"), ("-0.5", "\u22121"), ("2.5", "3"), ("-0.4", "0"), ("1234567.5", f"1{NBSP}234{NBSP}568")],
)
def test_a_half_is_rounded_away_from_zero(number, printed):
    assert format_number(Decimal(number), 0) == printed


@EXAMPLES
@given(st.decimals(min_value=0, max_value=10**12, places=3), st.booleans())
def test_babel_reads_the_same_number_where_it_reads_it_at_all(number, grouped):
    # Babel reads no minus but its own and takes "12 34" for 1234, so it is asked about figures that it prints.
    text = format_decimal(number, locale="sv_SE", group_separator=grouped, decimal_quantization=False)
    try:
        oracle = parse_decimal(text, locale="sv_SE", strict=True)
    except NumberFormatError:
        assume(False)
    assert value(text) == oracle == number


@EXAMPLES
@given(st.decimals(min_value=0, max_value=10**12, places=4), st.integers(0, 4))
def test_we_print_what_babel_prints_where_it_prints_no_sign(number, decimals_printed):
    rounded = round_half_away(number, decimals_printed)
    pattern = "#,##0." + "0" * decimals_printed if decimals_printed else "#,##0"
    assert format_number(number, decimals_printed) == format_decimal(rounded, format=pattern, locale="sv_SE")
