"""Quantities as people write them in targets and baselines: a number, its unit and what it is counted per.

"2,5 dagar/ anställd och år" is the number 2,5, the unit "dagar" and per "anställd och år".
"""

import re
from decimal import Decimal

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.number_text import read_number

PERCENT = "%"
DASHES = "\\-\u2212\u2010\u2011\u2012\u2013\uff0d"
UNSIGNED = r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)*"
NUMBER = rf"(?:[+{DASHES}]\s?)?{UNSIGNED}"

# A unit of two words begins with one of these ("nya avtal").
_WITH_NEXT = "ny|nya|nytt|genomförda|inkomna|godkända|utbildade|olika|hela|anmälda|avslutade|påbörjade"
# Words that may follow a number without being what is counted.
_NO_UNIT = (
    "alla|att|av|bör|de|den|det|efter|eller|enligt|fler|får|färre|för|före|från|förbättrin\\w+|förbättrat?|gånger så|"
    "har|hos|högre|högst|i|inom|jämför\\w*|lägre|lägst|max|maximalt|med|men|mer|mindre|minst|minskning\\w*|mot|mål|"
    "när|och|(?:öka|minska|höj|sänk|förbättra|bibehåll|oförändra|översti|understi)\\w*|"
    "om|per|på|resp|respektive|samt|senast|ska|skall|som|sämre|bättre|till|under|utan|vara|varav|vid|"
    "än|är|över|ökning\\w*"
)
_WORD = rf"(?!(?:{_NO_UNIT}|{_WITH_NEXT})\b)[^\W\d_](?:[\w²³-]*[\w²³])?"
UNIT = rf"(?:%|miljoner kronor|tusen kronor|(?:(?:{_WITH_NEXT}) )?{_WORD})"
PER = rf"(?:(?:\d{{1,3}}(?: ?\d{{3}})* )?{_WORD}(?: (?:och|per) {_WORD})*)"
# What comes after a number that is one number: not 2020-12, 5/6, 10.00.
WHOLE = rf"(?![.,:]?\d)(?!\s?[{DASHES}/]\s?\d)"

_SYNONYMS = (
    ("procent", PERCENT),
    ("procents", PERCENT),
    ("kronor", "kr"),
    ("tusen kronor", "tkr"),
    ("mkr", "mnkr"),
    ("miljoner kronor", "mnkr"),
)
# Inside, per cent is a share of one and money is kr: how many places the decimal mark moves.
_PLACES = ((PERCENT, -2), ("tkr", 3), ("mnkr", 6))
_UNIT_ALONE = re.compile(UNIT, re.IGNORECASE)
_PER_ALONE = re.compile(PER, re.IGNORECASE)
_SHARE_OR_COUNT = re.compile(r"[\d ,]+(?:%|procent|(?:/|av)[\d ]+)", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_NBSP = "\u00a0"
_MINUS = "\u2212"


@frozen(kw_only=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: As it is held inside: a share of one for "%", kr for "tkr" and "mnkr", else as written.
        precision: The size of one step in the last written digit, in the same unit as *value*.
        unit: As written, with synonyms made one ("procent" is "%", "mkr" is "mnkr").
        per: What it is counted per ("anställd och år").
        may_be_year: It has no unit and is written as a year is ("2019").
    """

    value: Decimal
    precision: Decimal
    unit: str = ""
    per: str = ""
    may_be_year: bool = False


def quantity_pattern(name: str = "") -> str:
    """The regular expression of a quantity, its groups' names beginning with *name*."""
    return (
        rf"(?P<{name}number>{NUMBER}){WHOLE}"
        rf"(?:\s?(?P<{name}unit>{UNIT})(?![\w²³]))?(?:(?:\s?/\s?|\sper\s)(?P<{name}per>{PER})(?![\w²³]))?"
    )


def taken_quantity(match: re.Match[str], name: str = "") -> Quantity | None:
    """The quantity that quantity_pattern(name) matched; None when its number has more than one reading."""
    return read_quantity(match[f"{name}number"], match[f"{name}unit"] or "", match[f"{name}per"] or "")


def read_quantity(written: str, unit: str = "", per: str = "") -> Quantity | None:
    """Put a quantity together from its three texts; None when *written* is no number or has two readings."""
    try:
        found = read_number(written)
    except TextError:
        return None
    if found is None:
        return None
    unit = dict(_SYNONYMS).get(unit.lower(), unit)
    places = dict(_PLACES).get(unit, 0)
    return Quantity(
        value=_shifted(found.value, places),
        precision=_shifted(found.precision, places),
        unit=unit,
        per=per,
        may_be_year=not (unit or per) and _BARE_YEAR.fullmatch(written) is not None,
    )


def quantity_text(value: Decimal, unit: str = "", per: str = "", *, precision: Decimal | None = None) -> str:
    """Write a quantity so that it is read back: "2,5 dagar per anställd och år", "80 %", "−10 mnkr".

    Args:
        value: As it is held inside, a share of one for "%" and kr for money; every digit is printed.
        precision: The step of the last printed decimal, as Quantity holds it; left out, no decimals that are zero.
    """
    places = -dict(_PLACES).get(unit, 0)
    written = _number_text(shortest(_shifted(value, places)))
    if precision is not None:
        written = _with_decimals(written, -_shifted(precision, places).adjusted())
    return f"{written}{' ' if unit else ''}{unit}{' per ' if per else ''}{per}"


def shortest(value: Decimal) -> Decimal:
    """The same number as *value* without zeros at the end of its decimals."""
    sign, digits, exponent = value.as_tuple()
    places = int(exponent)
    while places < 0 and digits[-1] == 0 and len(digits) > 1:
        digits, places = digits[:-1], places + 1
    return Decimal((sign, digits, places)) if value else Decimal(0)


def is_unit(text: str) -> bool:
    """Whether *text* is read back as a unit after a number."""
    return _UNIT_ALONE.fullmatch(text) is not None


def is_per(text: str) -> bool:
    """Whether *text* is read back as what something is counted per."""
    return _PER_ALONE.fullmatch(text) is not None


def is_share_or_count(text: str) -> bool:
    """Whether *text* is only a share or a count ("100 %", "25/25", "6 av 6")."""
    return _SHARE_OR_COUNT.fullmatch(text) is not None


def _shifted(value: Decimal, places: int) -> Decimal:
    """*value* × 10 to the power of *places*; Decimal's own scaleb would round to 28 digits."""
    sign, digits, exponent = value.as_tuple()
    moved = Decimal((sign, digits, int(exponent) + places))
    return Decimal(f"{moved:f}") if int(exponent) + places > 0 else moved


def _with_decimals(written: str, decimals: int) -> str:
    whole, _, fraction = written.partition(",")
    return f"{whole}{',' if decimals > 0 else ''}{fraction.ljust(max(decimals, 0), '0')}"


def _number_text(value: Decimal) -> str:
    whole, _, decimals = f"{value.copy_abs():f}".partition(".")
    sign = _MINUS if value < 0 else ""
    # The no-break space also tells the number 2 019 from the year 2019.
    grouped = f"{int(whole):,}".replace(",", _NBSP)
    return f"{sign}{grouped}{',' if decimals else ''}{decimals}"
