"""The one place where figures are rounded: half away from zero, at print only."""

from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from styrmodell.model.baselines.value import TRUTH
from styrmodell.model.number import Exact, money_factor

NBSP = "\u00a0"
MINUS = "\u2212"
_SUFFIXES = {"%": f"{NBSP}%"}
_UNSAID = ("", "antal", TRUTH)
_UNIT_WORDS = {"m2": "m²", "m3": "m³"}


@frozen(kw_only=True)
class NumberStyle:
    """How a figure is printed.

    Attributes:
        unit: The printed unit: "tkr", "%", "m2", "antal".
        factor: How many of the measure's unit one printed unit is: 1000 for kr printed in tkr; 1/100 for a share in %.
        decimals: Printed decimals.
        signed: Whether a plus is printed too, as deviations do.
        named: Whether the unit stands after the figure, where neighbours have others: "1 420 000 kr".
    """

    unit: str = ""
    factor: Fraction = field(default=Fraction(1), converter=Fraction)
    decimals: int = 0
    signed: bool = False
    named: bool = False

    # A table has thousands of figures in a few styles: what each is asked for is found out once.
    @cached_property
    def after(self) -> str:
        """What stands after the figure where it says its unit: " kr"."""
        says = self.named and not self.percent and self.unit not in _UNSAID
        return f"{NBSP}{unit_word(self.unit)}" if says else ""

    @cached_property
    def percent(self) -> bool:
        """Whether the figure is a share printed in per cent."""
        return self.unit == "%"

    @cached_property
    def parts(self) -> tuple[int, int]:
        """Numerator and denominator of the factor: integers are quick."""
        return self.factor.as_integer_ratio()

    def scaled(self, value: Exact) -> Fraction:
        """*value*, in the measure's unit, as a figure in the printed unit; unrounded."""
        return Fraction(value) / self.factor


def make_style(unit: str, printed: str, decimals: int | None) -> NumberStyle:
    """Choose how a measure in *unit* is printed as *printed* ("unit" or "" keeps its own unit).

    A figure whose unit is not known ("") prints in the base unit of *printed*.

    Raises:
        ValueError: The measure cannot be printed in that unit.
    """
    wanted = unit if printed in ("", "unit") else printed
    if unit == "%" or wanted == "%":
        if wanted != "%" or unit not in ("", "%"):
            raise ValueError(f"a share cannot be printed in {wanted!r}")
        return NumberStyle(unit="%", factor=Fraction(1, 100), decimals=1 if decimals is None else decimals)
    other = money_factor(wanted)
    own = money_factor(unit) if unit else other and 1
    if own and other:
        return NumberStyle(unit=wanted, factor=Fraction(other, own), decimals=decimals or 0)
    if own or other:
        raise ValueError(f"a measure in {unit!r} cannot be printed in {wanted!r}")
    return NumberStyle(unit=wanted, decimals=decimals or 0)


def round_half_away(value: Exact, decimals: int) -> Decimal:
    """Round to *decimals* decimals, a half away from zero; never gives minus zero."""
    steps = _steps(*value.as_integer_ratio(), decimals)
    return Decimal((int(steps < 0), tuple(map(int, str(abs(steps)))), -decimals))


def format_number(value: Exact, decimals: int, *, signed: bool = False) -> str:
    """Print a number in Swedish: no-break spaces in thousands, decimal comma, U+2212 minus.

    Args:
        value: The number in the printed unit.
        decimals: Printed decimals.
        signed: Whether a plus is printed, as deviations do.
    """
    return _print(_steps(*value.as_integer_ratio(), decimals), decimals, signed)


def format_figure(value: Exact, style: NumberStyle) -> str:
    """Print *value*, in the measure's unit, in *style*: "−1 661 635", "39,2 %", "Ja"."""
    numerator, denominator = value.as_integer_ratio()
    if style.unit == TRUTH and numerator in (0, denominator):
        return "Ja" if numerator else "Nej"
    over, under = style.parts
    steps = _steps(numerator * under, denominator * over, style.decimals)
    return _print(steps, style.decimals, style.signed) + (_SUFFIXES.get(style.unit, "") or style.after)


def _steps(numerator: int, denominator: int, decimals: int) -> int:
    """The number counted in whole steps of its last decimal, a half away from zero. Integers: a table has thousands."""
    whole, rest = divmod(abs(numerator) * int(10**decimals), denominator)
    steps = whole + int(2 * rest >= denominator)
    return -steps if numerator < 0 else steps


def _print(steps: int, decimals: int, signed: bool) -> str:
    whole, part = divmod(abs(steps), 10**decimals)
    grouped = f"{whole:,}".replace(",", NBSP)
    sign = MINUS if steps < 0 else "+" if signed and steps > 0 else ""
    return f"{sign}{grouped},{part:0{decimals}d}" if decimals else f"{sign}{grouped}"


def with_unit(figure: str, unit: str) -> str:
    """A printed *figure* with its unit after it, where it does not say it already: "454 800 m²"."""
    if unit in _UNSAID or figure.endswith(unit):
        return figure
    return f"{figure}{NBSP}{unit_word(unit)}"


def unit_word(unit: str) -> str:
    """A unit as it is printed: "m²" for m2, "kWh/m²"."""
    if "/" not in unit:
        return _UNIT_WORDS.get(unit, unit)
    return "/".join(_UNIT_WORDS.get(part, part) for part in unit.split("/"))


def _unquoted(text: str) -> str:
    """*text* without quotation marks, which would end the literal text of a format."""
    return text.replace('"', "\u201d")


def excel_format(style: NumberStyle, marks: str = "") -> str:
    """The same style in Excel's own notation, with footnote *marks* after the figure."""
    decimals = f".{'0' * style.decimals}" if style.decimals else ""
    said = f'"{_unquoted(style.after)}"' if style.after else ""
    shown = f'" {_unquoted(marks)}"' if marks else ""
    pattern = f"#,##0{decimals}" + ("%" if style.percent else said) + shown
    if style.unit == TRUTH:
        return f'[=1]"Ja"{shown};[=0]"Nej"{shown};{pattern}'
    return f"+{pattern};-{pattern};{pattern}" if style.signed else pattern
