"""A cell of a list → text as a file of trees would have it, and the few shapes that cells of lists take."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.io.lists.codes import UNKNOWN_MARK
from styrmodell.io.problems import BadValueError, shorten
from styrmodell.model.number_text import Notation
from styrmodell.model.period_text import read_period

_NONE: frozenset[int] = frozenset()
_MARKED = frozenset(("x", "xx", "ja", "yes", "1", "✓", "✔", "●", "•", "☒", "☑", "√", "true"))
_UNMARKED = frozenset(("", "nej", "no", "☐", "false"))
_LINES = re.compile(r"[\r\n;]+")
_BULLET = re.compile(r"\s*(?:[•·▪‣]|[-–*](?=\s))\s*")
_LINK = re.compile(r"(?P<id>[^()]*[^()\s])\s*\((?P<more>[^()]*)\)\Z")
_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s*%|\d+\s*/\s*\d+")
_WEIGHT = re.compile(r"\b(?:vikt|weight)\s*:?\s*(?P<weight>\d+(?:[.,]\d+)?)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(?::00)?(?:\.0+)?\Z", re.ASCII)


@frozen(kw_only=True)
class ListRow:
    """A row below the heading.

    Attributes:
        cells: As they were read: str, int, float, Decimal, bool, date, datetime; "" or None for empty.
        place: Gives the place of the cell in a column, or of the whole row for None.
        percent: Columns in which the cell has a per cent format, so that its number is a share of one.
    """

    cells: Sequence[object]
    place: Callable[[int | None], str]
    percent: frozenset[int] = _NONE

    def cell(self, column: int) -> object:
        """The cell in *column*; a row may be shorter than its heading."""
        return self.cells[column] if column < len(self.cells) else ""

    def text(self, column: int, notation: Notation) -> str:
        """The cell in *column* as text."""
        return cell_text(self.cell(column), notation, is_percent=column in self.percent)


def cell_text(cell: object, notation: Notation = Notation.SV, *, is_percent: bool = False) -> str:
    """A cell as people would write it in *notation*: 3.0 is "3", midnight is its day, True is "ja".

    Args:
        is_percent: Whether a number is shown as per cent: 0.8 is then "80 %".
    """
    if isinstance(cell, str):
        text = cell.strip()
        return match[1] if (match := _MIDNIGHT.match(text)) else text
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, int | float | Decimal):
        return _number_text(cell, notation, is_percent)
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    return (
        cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat() if isinstance(cell, date) else str(cell)
    )


def _number_text(cell: int | float | Decimal, notation: Notation, is_percent: bool) -> str:
    exact = Decimal(repr(cell)) if isinstance(cell, float) else Decimal(cell)
    if not exact.is_finite():
        return str(cell)
    text = f"{exact.scaleb(2) if is_percent else exact:f}"
    whole, _, decimals = text.partition(".")
    if isinstance(cell, float):
        decimals = decimals.rstrip("0")
    mark = "." if notation is Notation.PLAIN else ","
    return (f"{whole}{mark}{decimals}" if decimals else whole) + (" %" if is_percent else "")


def split_values(text: str) -> list[str]:
    """The values of a cell that holds several: one a line or between semicolons; a comma parts nothing."""
    lines = (_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in _LINES.split(text))
    return [line.strip() for line in lines if line.strip()]


def link_tree(text: str) -> str | dict[str, str]:
    """ "mal-1" or "mal-1 (RS, 40 %, vikt 2)" → the id, with its origin, share and weight where they are written."""
    match = _LINK.match(text)
    if match is None:
        return text
    tree = {"id": match["id"].strip()}
    more = match["more"]
    if weight := _WEIGHT.search(more):  # first, for its comma parts nothing
        tree["weight"] = weight["weight"]
        more = more.replace(weight[0], "")
    for part in more.split(","):
        if part.strip():
            tree.setdefault("share" if _SHARE.fullmatch(part.strip()) else "origin", part.strip())
    return tree


def is_marked(text: str) -> bool:
    """Whether a cell is crossed (SM171)."""
    word = text.casefold()
    if word not in _MARKED and word not in _UNMARKED:
        raise BadValueError(UNKNOWN_MARK, found=shorten(text))
    return word in _MARKED


def count_marks(text: str) -> int | None:
    """How many marks "X X X" holds; None where it holds anything else."""
    words = text.casefold().split()
    return len(words) if words and all(word in _MARKED for word in words) else None


def yes_or_no(text: str) -> str:
    """The text of a cell that is crossed, or says yes or no, as "ja" or "nej"; anything else as it stands."""
    word = text.casefold()
    return "ja" if word in _MARKED else "nej" if word in _UNMARKED and word else text


def period_text(text: str) -> str:
    """A period's canonical text, where it can be read; else the text as it stands, for the converter to refuse."""
    try:
        return read_period(text).text
    except TextError:
        return text


def dims_tree(text: str) -> dict[str, str]:
    """ "dvo=010; slag=kostnad" → a mapping; a part without = keeps its text as the name, to be refused later."""
    parts = (part.partition("=") for part in split_values(text))
    return {name.strip(): member.strip() for name, _, member in parts}
