"""What was read, kept by its text: a file has thousands of rows but few periods, kinds, members and dates."""

from collections.abc import Callable
from typing import TypeVar

from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.problems import BadValueError

_K = TypeVar("_K")
_V = TypeVar("_V")


class Kept(dict[_K, _V]):
    """What was read, by the text it was read from."""

    def __init__(self, read: Callable[[_K], _V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: _K) -> _V:
        value = self[text] = self._read(text)
        return value


def optional(read: Callable[[str], _V]) -> Callable[[str], _V | None]:
    """*read*, with None for an empty cell."""
    return lambda text: read(text) if text.strip() else None


def required(read: Callable[[str], _V], name: str) -> Callable[[str], _V]:
    """*read*, with SM108 naming the column for an empty cell."""

    def read_filled(text: str) -> _V:
        if not text.strip():
            raise BadValueError(MISSING_KEY, key=name)
        return read(text)

    return read_filled
