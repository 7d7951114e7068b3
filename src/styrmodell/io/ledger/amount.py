"""Cells of a ledger → amounts and codes; run inside model.number.exact()."""

import re
from collections.abc import Callable
from decimal import Decimal
from types import MappingProxyType

from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.value_codes import NOT_A_NUMBER, PERCENT_SIGN
from styrmodell.io.values import number_value
from styrmodell.model.number_text import Notation

# With these limits, the sum of some million amounts in mnkr is still short enough for the model's numbers.
_LIMIT = Decimal(10**13)
_MAX_DECIMALS = 15
# The shapes that nearly every amount has; all others go through the model's reader of number texts.
_SIMPLE = MappingProxyType(
    {
        Notation.SV: re.compile(r"-?(?:\d{1,3}(?:[ \xa0]\d{3}){1,3}|\d{1,13})(?:,\d{1,9})?\Z", re.ASCII).match,
        Notation.PLAIN: re.compile(r"-?\d{1,13}(?:\.\d{1,9})?\Z", re.ASCII).match,
    }
)


def amount_reader(notation: Notation) -> Callable[[object], Decimal]:
    """A function from a cell to its amount, in the file's own scale and sign.

    It raises BadValueError for an empty cell (SM108) and for what is no amount (SM104, SM105, SM125, SM138).
    """
    is_simple = _SIMPLE[notation]
    is_swedish = notation is Notation.SV

    def read(cell: object) -> Decimal:
        if type(cell) is str and is_simple(cell):
            return Decimal(cell.replace(",", ".").replace(" ", "").replace("\xa0", "") if is_swedish else cell)
        return _unusual(cell, notation)

    return read


def _unusual(cell: object, notation: Notation) -> Decimal:
    if isinstance(cell, float):
        # Excel keeps fifteen digits; what a binary fraction has beyond them was never written.
        return _checked(Decimal(f"{cell:.15g}"), cell)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return _checked(Decimal(cell), cell)
    if not isinstance(cell, str):
        raise BadValueError(NOT_A_NUMBER, found=shorten(str(cell)), example="1 234,5")
    written = number_value(cell, notation)
    if written is None:
        raise BadValueError(MISSING_KEY, key="belopp")
    if written.percent:
        raise BadValueError(PERCENT_SIGN, found=shorten(cell), unit="kr")
    return _checked(written.value, cell)


def _checked(amount: Decimal, cell: object) -> Decimal:
    exponent = amount.as_tuple().exponent
    is_short = isinstance(exponent, int) and exponent >= -_MAX_DECIMALS and abs(amount) < _LIMIT
    if not is_short:
        raise BadValueError(NOT_A_NUMBER, found=shorten(str(cell)), example="1 234,5")
    return amount


def code_cell(cell: object) -> str:
    """A cell as a code: text without space around, a whole number of a workbook without decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
