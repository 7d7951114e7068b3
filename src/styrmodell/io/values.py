"""One text → one value of the model, or BadValueError saying what would have been right."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from styrmodell.errors import TextError
from styrmodell.io.codes import MISSING_KEY, WRONG_SHAPE
from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.value_codes import (
    AMBIGUOUS_NUMBER,
    LONG_NUMBER,
    NOT_A_CELL,
    NOT_A_DATE,
    NOT_A_DEFINITION,
    NOT_A_DUE_DAY,
    NOT_A_NUMBER,
    NOT_A_PERIOD,
    NOT_AN_ID,
    OUTSIDE_TABLE,
    UNKNOWN_WORD,
)
from styrmodell.model.due import Due
from styrmodell.model.expression import Expression
from styrmodell.model.expression_text import PlaceError, parse_expression
from styrmodell.model.ids import is_id, is_member_id, slug
from styrmodell.model.kind import KIND_WORDS, STATE_WORDS, Kind, State
from styrmodell.model.number import MAX_DIGITS
from styrmodell.model.number_text import Notation, NumberText, read_number
from styrmodell.model.period import Period

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_FRACTION = re.compile(r"(\d{1,9})\s*/\s*0*([1-9]\d{0,8})\Z", re.ASCII)
_DIGITS = re.compile(r"\d", re.ASCII)
_DOTS = str.maketrans("åäö", "aao")
_EXAMPLES = MappingProxyType({Notation.SV: "1 234,5", Notation.PLAIN: "1234.5"})
_OTHER = MappingProxyType({Notation.SV: "plain", Notation.PLAIN: "sv"})
_E = TypeVar("_E", bound=Enum)
_V = TypeVar("_V")


def text_value(value: object) -> str:
    """A text that must be there."""
    if type(value) is not str:
        raise shape(value, "en text", "a text")
    text = value.strip()
    if not text:
        raise BadValueError(MISSING_KEY, key="värdet")
    return text


def number_value(text: str, notation: Notation) -> NumberText | None:
    """A number as people write it; None for an empty text (SM104, SM105, SM138)."""
    try:
        return read_number(text, notation)
    except TextError as error:
        raise _bad_number(text, notation, error.ambiguous) from None
    except ValueError:
        raise BadValueError(LONG_NUMBER, found=shorten(text)) from None


def _bad_number(text: str, notation: Notation, ambiguous: bool) -> BadValueError:
    if ambiguous:
        return BadValueError(AMBIGUOUS_NUMBER, found=shorten(text), example=_EXAMPLES[notation], other=_OTHER[notation])
    if len(_DIGITS.findall(text)) > MAX_DIGITS:
        return BadValueError(LONG_NUMBER, found=shorten(text))
    return BadValueError(NOT_A_NUMBER, found=shorten(text), example=_EXAMPLES[notation])


def decimal_value(value: object, notation: Notation = Notation.PLAIN) -> Decimal:
    """A number that must be there; per cent become a share of one."""
    return written_number(value, notation).value


def written_number(value: object, notation: Notation) -> NumberText:
    """A number that must be there, with the size of its last digit's step."""
    written = number_value(text_value(value), notation)
    assert written is not None, "an empty text was refused before"
    return written


def share_value(value: object, notation: Notation = Notation.PLAIN) -> Fraction:
    """A share of one: "1/3", "40 %" or "0,4"."""
    text = text_value(value)
    if match := _FRACTION.match(text):
        return Fraction(int(match[1]), int(match[2]))
    return Fraction(decimal_value(text, notation))


def int_value(value: object) -> int:
    """A whole number, short enough to be one that people write."""
    text = text_value(value)
    if not (text.isascii() and text.removeprefix("-").isdigit() and len(text) <= MAX_DIGITS):
        raise BadValueError(NOT_A_NUMBER, found=shorten(text), example="2")
    return int(text)


def bool_value(value: object) -> bool:
    """true, false, ja or nej."""
    return word_value(value, MappingProxyType({"true": True, "ja": True, "false": False, "nej": False}))


def date_value(value: object) -> date:
    """An ISO date."""
    text = text_value(value)
    try:
        if _DATE.match(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise BadValueError(NOT_A_DATE, found=shorten(text))


def period_value(value: object) -> Period:
    """A period's canonical text."""
    text = text_value(value)
    try:
        return Period.parse(text)
    except TextError:
        raise BadValueError(NOT_A_PERIOD, found=shorten(text)) from None


def due_value(value: object) -> Due:
    """When a step is due, in the words of Due.parse."""
    text = text_value(value)
    try:
        return Due.parse(text)
    except TextError:
        raise BadValueError(NOT_A_DUE_DAY, found=shorten(text)) from None


def expression_value(value: object) -> Expression:
    """A definition's text."""
    text = text_value(value)
    try:
        return parse_expression(text)
    except PlaceError:
        raise BadValueError(OUTSIDE_TABLE, found=shorten(text)) from None
    except (TextError, ValueError, TypeError):
        raise BadValueError(NOT_A_DEFINITION, found=shorten(text)) from None


def cell_value(value: object) -> Expression:
    """The text of a table's cell: a definition that may name rows and columns."""
    text = text_value(value)
    try:
        return parse_expression(text, in_table=True)
    except (TextError, ValueError, TypeError):
        raise BadValueError(NOT_A_CELL, found=shorten(text)) from None


def id_value(value: object) -> str:
    """The id of a unit, measure or dimension."""
    text = text_value(value)
    if not is_id(text):
        raise BadValueError(NOT_AN_ID, found=shorten(text), near=_near_id(text, "x-"))
    return text


def member_id_value(value: object) -> str:
    """The id of a member; it may begin with a digit."""
    text = text_value(value)
    if not is_member_id(text):
        raise BadValueError(NOT_AN_ID, found=shorten(text), near=_near_id(text, ""))
    return text


def _near_id(text: str, prefix: str) -> str:
    near = slug(shorten(text)).replace(".", "-").lstrip("-_")
    return near if is_id(near) else f"{prefix}{near}"


def kind_value(value: object) -> Kind:
    """outcome or utfall, and so on."""
    return word_value(value, words_of(Kind, KIND_WORDS))


def is_kind(text: str) -> bool:
    """Whether kind_value reads *text*."""
    return _folded(text.strip()) in _kind_words()


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(map(_folded, words_of(Kind, KIND_WORDS)))


def state_value(value: object) -> State:
    """reported or rapporterad, and so on."""
    return word_value(value, words_of(State, STATE_WORDS))


def words_of(kinds: type[_E], swedish: Iterable[tuple[str, _E]]) -> Mapping[str, _E]:
    """Every word that may be written for a member of *kinds*: the Swedish ones first."""
    return dict(swedish) | {str(kind.value): kind for kind in kinds}


def word_value(value: object, words: Mapping[str, _V]) -> _V:
    """What a word means (SM121)."""
    text = text_value(value)
    wanted = _folded(text)
    for word, meaning in words.items():
        if _folded(word) == wanted:
            return meaning
    raise BadValueError(UNKNOWN_WORD, **suggestions(text, words))


def _folded(word: str) -> str:
    """Case, the dots of å ä ö, and _ or space do not tell words apart."""
    return word.casefold().translate(_DOTS).replace("_", " ")


def shape(value: object, expected: str, expected_en: str) -> BadValueError:
    """The fault of a *value* that is not text, list or mapping as it should be (SM118)."""
    if value is None:
        return BadValueError(MISSING_KEY, key="värdet")
    names: dict[type, tuple[str, str]] = {
        str: ("en text", "a text"),
        list: ("en lista", "a list"),
        dict: ("nycklar med värden", "keys with values"),
    }
    found, found_en = names.get(type(value), (type(value).__name__, type(value).__name__))
    return BadValueError(WRONG_SHAPE, found=found, found_en=found_en, expected=expected, expected_en=expected_en)
