"""The one door for numbers: Decimal inside, a float is refused.

Folds run in the context given by exact(): 120 digits, and a result that would be rounded raises.
The door's limits (40 digits, exponents within ±30) keep every sum of what passed it inside that.
"""

import re
from contextlib import AbstractContextManager
from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = Decimal | int | str
Exact: TypeAlias = Decimal | Fraction

MAX_DIGITS = 40
MAX_EXPONENT = 30
MONEY_FACTORS: tuple[tuple[str, int], ...] = (("kr", 1), ("tkr", 1_000), ("mnkr", 1_000_000))

# From 10^-30 to 10^70 is a hundred digits; twenty more hold the sum of as many figures as fit in a memory.
_DIGITS = MAX_DIGITS + 2 * MAX_EXPONENT + 20
_EXACT = Context(prec=_DIGITS, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow, Clamped])
_VALUE = Context(prec=28)
# Decimal itself also takes "1_000", digits of other scripts and spaces; NaN and Infinity are refused further down.
_PLAIN = re.compile(
    r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\Z|[+-]?(?:s?nan|inf(?:inity)?)\Z", re.IGNORECASE
)


def number(value: Number | None) -> Decimal | None:
    """Take *value* in as a Decimal.

    Args:
        value: A Decimal, an int, or the plain text of a number ("1234.5"); None is missing and stays None.

    Returns:
        The same number, every digit kept, in the unit it was in; None where it is missing.

    Raises:
        TypeError: A float or bool: binary fractions and truth values are no figures.
        ValueError: Text that is no number, NaN, infinity, more than 40 digits or an exponent beyond ±30.
    """
    if value is None:
        return None
    if type(value) is Decimal:
        result = value
    elif isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        raise TypeError(f"a number is Decimal, int or str, never {type(value).__name__}: {value!r}")
    else:
        result = _from_text(value)
    _, digits, exponent = result.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"not a finite number: {value!r}")
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_EXPONENT:
        raise ValueError(f"more than {MAX_DIGITS} digits or an exponent beyond ±{MAX_EXPONENT}: {str(value)[:60]!r}")
    return result


def _from_text(value: Number) -> Decimal:
    if isinstance(value, str) and len(value) > 2 * MAX_DIGITS:
        raise ValueError(f"more than {MAX_DIGITS} digits: {value[:60]!r}")
    if isinstance(value, str) and _PLAIN.match(value) is None:
        raise ValueError(f"not a number: {value!r}")
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None


def exact() -> AbstractContextManager[Context]:
    """Context manager in which Decimal arithmetic either is exact or raises."""
    return localcontext(_EXACT)


def as_decimal(value: Exact | None) -> Decimal | None:
    """*value* as a Decimal of at most 28 digits, for reading by others; None stays None."""
    if value is None:
        return None
    if isinstance(value, Fraction):
        return _VALUE.divide(Decimal(value.numerator), Decimal(value.denominator))
    return _VALUE.plus(value)


def money_factor(unit: str) -> int | None:
    """How many kr one *unit* is (tkr: 1000); None when *unit* is no money unit."""
    return dict(MONEY_FACTORS).get(unit)
