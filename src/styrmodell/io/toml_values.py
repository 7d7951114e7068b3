"""What TOML can write and no workspace may hold: control characters as escapes, and numbers without end."""

from collections.abc import Iterator

from styrmodell.io.codes import CONTROL_CHARACTER
from styrmodell.io.input_file import NOT_IN_FILES
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.io.value_codes import LONG_NUMBER
from styrmodell.model.number import MAX_DIGITS

_MOST = 10**MAX_DIGITS


def unfit_values(tree: object) -> Iterator[BadValueError]:
    """The faults of the keys and values below *tree*, what tomllib gave (SM116, SM138)."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += (*value.keys(), *value.values())
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and (bad := NOT_IN_FILES.search(value)):
            yield BadValueError(CONTROL_CHARACTER, found=f"U+{ord(bad[0]):04X}")
        elif isinstance(value, int) and abs(value) >= _MOST:
            yield BadValueError(LONG_NUMBER, found=shorten(hex(value)))
