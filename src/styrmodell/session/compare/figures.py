"""Two figures beside each other: how much one moved, and how both are printed."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve

from styrmodell.model.measure import MONEY
from styrmodell.model.number import Exact, as_decimal
from styrmodell.report.numbers import NumberStyle, format_figure, make_style, with_unit

_MOST_DECIMALS = 6
_THOUSAND = 1000
RELATIVE_STYLE = NumberStyle(unit="%", factor=Fraction(1, 100), decimals=1, signed=True)
# What one decimal of a per cent would print as nothing.
_SMALLEST = Fraction(1, 2000)


def moved(old: Exact | None, new: Exact | None) -> dict[str, Any]:
    """The numbers of a change: both figures and, where both are there, how much one moved."""
    found = {"old_number": as_decimal(old), "new_number": as_decimal(new)}
    if old is None or new is None:
        return found
    delta = Fraction(new) - Fraction(old)
    relative = delta / abs(Fraction(old)) if old else None
    return {**found, "delta": as_decimal(delta), "relative": as_decimal(relative)}


def natural_style(unit: str, *values: Exact | None) -> NumberStyle:
    """How *values* print with the decimals they have, at most six; whole thousands of kronor in tkr."""
    known = [Fraction(value) for value in values if value is not None]
    in_thousands = unit == MONEY and any(known) and all(value % _THOUSAND == 0 for value in known)
    return with_decimals(make_style(unit, "tkr" if in_thousands else "", 0), *known)


def with_decimals(style: NumberStyle, *values: Exact | None) -> NumberStyle:
    """*style* with as many decimals as *values* have, at most six and no fewer than it has."""
    known = [style.scaled(value) for value in values if value is not None]
    wanted = range(style.decimals, _MOST_DECIMALS + 1)
    enough = (count for count in wanted if all((value * 10**count).denominator == 1 for value in known))
    return evolve(style, decimals=next(enough, max(_MOST_DECIMALS // 2, style.decimals)))


def figure_words(value: Exact | None, style: NumberStyle) -> str:
    """*value* as printed, with its unit; empty for none."""
    return "" if value is None else with_unit(format_figure(value, style), style.unit)


def delta_words(delta: Exact | None, style: NumberStyle) -> str:
    """How much a figure moved, with its sign; more decimals where print would make it nothing."""
    if delta is None:
        return ""
    signed = evolve(style, signed=True)
    if delta and not abs(style.scaled(delta)) * 10**style.decimals * 2 >= 1:
        signed = with_decimals(signed, delta)
    words = with_unit(format_figure(delta, signed), signed.unit)
    return words.replace("%", "procentenheter") if style.percent else words


def relative_words(relative: Exact | None) -> str:
    """How much a figure moved in per cent, with its sign."""
    if relative is None:
        return ""
    if 0 < abs(Fraction(relative)) < _SMALLEST:
        return "under 0,1\u00a0%"
    return format_figure(relative, RELATIVE_STYLE)


def relative_style(relative: Exact | None) -> NumberStyle:
    """How it prints in a table: with one decimal, or as many as it takes to be seen."""
    if not relative or abs(Fraction(relative)) >= _SMALLEST:
        return RELATIVE_STYLE
    wanted = range(RELATIVE_STYLE.decimals, _MOST_DECIMALS)
    size = abs(RELATIVE_STYLE.scaled(relative))
    return evolve(RELATIVE_STYLE, decimals=next((one for one in wanted if 2 * size * 10**one >= 1), _MOST_DECIMALS))


def number_data(value: Decimal | None) -> Any:
    """A number as JSON holds it: text, with all its digits."""
    return None if value is None else f"{value:f}"
