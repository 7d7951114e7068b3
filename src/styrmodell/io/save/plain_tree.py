"""Model objects → plain trees of mappings, lists and scalars, with the keys that files have."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import attrs

from styrmodell.errors import TextError
from styrmodell.io.converter import key_of
from styrmodell.io.input_file import NOT_IN_FILES
from styrmodell.model.due import Due
from styrmodell.model.expression import Expression
from styrmodell.model.expression_text import expression_text, parse_expression
from styrmodell.model.number import MAX_DIGITS
from styrmodell.model.period import Period

# Fields that are written as a mapping, or as a list of mappings; the pairs of all others are lists.
_MAPPINGS = ("dims", "value_lists", "scales", "texts", "cell_notes")
_LISTS_OF_MAPPINGS = ("not_applicable",)
# Fields of a table, whose expressions may name its rows and columns.
_CELLS = ("cell", "by_column")
_LARGE = 2**53
_OTHER_KEYS: Mapping[str, str] = MappingProxyType({"reporter": "by"})


def plain_tree(item: Any) -> dict[str, Any]:
    """The mapping that *item* is written as.

    Args:
        item: An object of a class that files hold; its source is left out.

    Returns:
        Keys in the order of the class's fields, only those that differ from the default. Numbers are text with every
        digit; whole numbers of type int and truth values stand as they are.

    Raises:
        TextError: It holds what no file can: control characters, half a surrogate pair, or a definition that
            is not read back.
        ValueError: Members or lists that name one thing twice.
    """
    found = {}
    for one in attrs.fields(type(item)):
        value = getattr(item, one.name)
        if one.init and one.name != "source" and not _is_default(one.default, value):
            found[key_of(one.name)] = field_tree(one.name, value)
    return found


def observation_tree(item: Any) -> dict[str, Any]:
    """The same for an observation, with the English headings of the CSV files as keys."""
    return {_OTHER_KEYS.get(key, key): value for key, value in plain_tree(item).items()}


def field_tree(name: str, value: Any) -> Any:
    """What the value of the field *name* is written as."""
    if name in _CELLS and value is not None:
        return _expression(value, in_table=True) if isinstance(value, Expression) else _cells(value)
    if name in _MAPPINGS:
        return _mapping(value)
    if name in _LISTS_OF_MAPPINGS:
        return [_mapping(item) for item in value]
    return _tree(value)


def decimal_text(value: Decimal) -> str:
    """*value* in plain notation with every digit ("1.10"); with an exponent only where it would be too long to read."""
    value = value or abs(value)  # a minus before nought says nothing
    text = f"{value:f}"
    return str(value) if "." not in text and len(text.lstrip("-")) > MAX_DIGITS else text


def _is_default(default: Any, value: Any) -> bool:
    return type(default) is type(value) and bool(default == value)


def _mapping(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    pairs = tuple(pairs)
    found = {_text(name): _tree(value) for name, value in pairs}
    if len(found) != len(pairs):
        raise ValueError(f"one name twice: {pairs!r}")
    return found


def _cells(pairs: tuple[tuple[str, Expression], ...]) -> dict[str, Any]:
    return _mapping((name, _expression(cell, in_table=True)) for name, cell in pairs)


def _tree(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, tuple):
        return [_tree(item) for item in value]
    if isinstance(value, Expression):
        return _expression(value)
    if isinstance(value, Enum):
        return value.value
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, int):
        return value if abs(value) < _LARGE else str(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Period | Due) else plain_tree(value)


def _text(value: str) -> str:
    if NOT_IN_FILES.search(value):
        raise TextError(value, "text without control characters and half surrogate pairs")
    return value


def _expression(value: Expression, *, in_table: bool = False) -> str:
    text = expression_text(value)
    if parse_expression(text, in_table=in_table) != value:
        raise TextError(text, "a definition that is read back as it was")
    return text
