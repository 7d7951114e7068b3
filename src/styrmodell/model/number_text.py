"""Numbers as people write them, in Swedish or plain notation.

Babel and the standard library read neither "‐9 169" (U+2010) nor "−5,6" (U+2212), which stand in
regions' printed tables, and read "12 34" as 1234; so this is our own, and Babel is only an oracle in the tests.
"""

import re
from decimal import Decimal
from enum import Enum

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.number import MAX_DIGITS, MAX_EXPONENT


class Notation(Enum):
    """How numbers are written in a file: sv is 1 234,5 and plain is 1234.5."""

    SV = "sv"
    PLAIN = "plain"


@frozen(kw_only=True)
class NumberText:
    """A number that was read from text.

    Attributes:
        value: The number; per cent has become a share of one ("39,2 %" is 0.392).
        precision: The size of one step in the last written digit (0.1 for "39,2", 0.001 for "39,2 %").
        percent: Whether a per cent sign was written.
    """

    value: Decimal
    precision: Decimal
    percent: bool = False


_SPACES = "\u00a0\u202f\u2009\u2007\u2008\u2002\u2003\u2005\u2006\u200a"
_MINUSES = "\u2212\u2010\u2011\u2012\u2013\uff0d"
_NORMAL = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_MINUSES, "-")})
_WHOLE = r"(?P<whole>\d{1,3}(?: \d{3})+|\d+)"
_SHAPES = {
    Notation.SV: re.compile(_WHOLE + r"(?:,(?P<decimals>\d+))?\Z"),
    Notation.PLAIN: re.compile(_WHOLE + r"(?:\.(?P<decimals>\d+))?(?:[eE](?P<exponent>[+-]?\d{1,3}))?\Z"),
}
_EXPECTED = {Notation.SV: "ett tal, som 1 234,5", Notation.PLAIN: "ett tal, som 1234.5"}
_OTHER_MARK = re.compile(r"\d{1,3}(?: ?\d{3})*[.,]\d+|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?")


def read_number(text: str, notation: Notation = Notation.SV) -> NumberText | None:
    """Read a number as people write it.

    Accepts a leading or trailing minus of any kind, parentheses for minus, a plus, a per cent sign, and
    ordinary, no-break and thin spaces between thousands.

    Args:
        text: The cell's text.
        notation: Which decimal mark the file declares.

    Returns:
        The number with its precision, or None when *text* is empty: an empty cell is missing, never zero.

    Raises:
        TextError: Not a number, or (*ambiguous*) written with the other notation's mark.
    """
    cleaned = text.translate(_NORMAL).strip()
    if not cleaned:
        return None
    body, negative, percent = _unwrap(cleaned)
    match = _SHAPES[notation].match(body)
    if match is None:
        raise TextError(text, _EXPECTED[notation], ambiguous=_OTHER_MARK.fullmatch(body) is not None)
    return _build(text, match, negative, percent)


def _unwrap(text: str) -> tuple[str, bool, bool]:
    """Take per cent sign, parentheses and sign off; return the digits, minus and per cent."""
    percent = text.endswith("%")
    body = text[:-1].rstrip() if percent else text
    if body.startswith("(") and body.endswith(")"):
        return body[1:-1].strip(), True, percent
    if body.endswith("-"):
        return body[:-1].rstrip(), True, percent
    if body[:1] in ("-", "+"):
        return body[1:].lstrip(), body[0] == "-", percent
    return body, False, percent


def _build(text: str, match: re.Match[str], negative: bool, percent: bool) -> NumberText:
    parts = match.groupdict()
    whole, decimals = parts["whole"].replace(" ", ""), parts["decimals"] or ""
    exponent = int(parts.get("exponent") or 0) - len(decimals) - (2 if percent else 0)
    if len(whole) + len(decimals) > MAX_DIGITS or abs(exponent) > MAX_EXPONENT:
        raise TextError(text, f"högst {MAX_DIGITS} siffror")
    digits = tuple(map(int, whole + decimals))
    value = Decimal((int(negative and any(digits)), digits, exponent))
    return NumberText(value=value, precision=Decimal((0, (1,), exponent)), percent=percent)
