"""The one place where figures are rounded: half away from zero, at print only."""

from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from styrmodell.model.number import Exact, money_factor

NBSP = "\u00a0"
MINUS = "\u2212"
_SUFFIXES = {"%": f"{NBSP}%"}


@frozen(kw_only=True)
class NumberStyle:
    """How a figure is printed.

    Attributes:
        unit: The printed unit: "tkr", "%", "m2", "antal".
        factor: How many of the measure's unit one printed unit is: 1000 for kr printed in tkr; 1/100 for a share in %.
        decimals: Printed decimals.
    """

    unit: str = ""
    factor: Fraction = field(default=Fraction(1), converter=Fraction)
    decimals: int = 0

    @property
    def percent(self) -> bool:
        """Whether the figure is a share printed in per cent."""
        return self.unit == "%"

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
    scaled = Fraction(value) * 10**decimals
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    if 2 * rest >= scaled.denominator:
        whole += 1
    return Decimal((int(scaled < 0 and whole > 0), tuple(map(int, str(whole))), -decimals))


def format_number(value: Exact, decimals: int, *, signed: bool = False) -> str:
    """Print a number in Swedish: no-break spaces in thousands, decimal comma, U+2212 minus.

    Args:
        value: The number in the printed unit.
        decimals: Printed decimals.
        signed: Whether a plus is printed, as deviations do.
    """
    rounded = round_half_away(value, decimals)
    whole, _, part = f"{abs(rounded):f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", NBSP)
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}{grouped},{part}" if part else f"{sign}{grouped}"


def format_figure(value: Exact, style: NumberStyle) -> str:
    """Print *value*, in the measure's unit, in *style*: "−1 661 635", "39,2 %"."""
    return format_number(style.scaled(value), style.decimals) + _SUFFIXES.get(style.unit, "")


def excel_format(style: NumberStyle, marks: str = "") -> str:
    """The same style in Excel's own notation, with footnote *marks* after the figure."""
    decimals = f".{'0' * style.decimals}" if style.decimals else ""
    pattern = f"#,##0{decimals}" + ("%" if style.percent else "")
    return pattern + (f'" {marks}"' if marks else "")
