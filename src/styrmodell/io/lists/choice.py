"""Whether a cell can be read as its field's type, for fields that have another beside them for what cannot."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from styrmodell.io.enum_words import choice_value
from styrmodell.io.problems import BadValueError
from styrmodell.io.values import date_value


def can_be(text: str, wanted: Any) -> bool:
    """Whether *text* is a date, or a word of the choice *wanted*; True for all other types."""
    if wanted is date:
        return _is_read(date_value, text)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _is_read(lambda value: choice_value(value, wanted), text)
    return True


def _is_read(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except BadValueError:
        return False
    return True
