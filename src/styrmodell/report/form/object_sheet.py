"""A sheet of a form that asks for objects or texts: one a row, what is asked of each in the columns."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

# What a cell holds; None for nothing.
Content: TypeAlias = str | date | Decimal | int | None
ID_LABEL = "Id"
OBJECT_TABLE = "objekt."


class Entry(Enum):
    """What a column takes.

    WORD is one word of a list, WORDS several with semicolons between, LONG a text of several lines, LINES one thing a
    line, MARK a cross or nothing, SHOWN is only shown.
    """

    TEXT = "text"
    LONG = "lång text"
    WORD = "ett ord"
    WORDS = "flera ord"
    LINES = "rader"
    MARK = "kryss"
    DAY = "dag"
    MONEY = "belopp"
    NUMBER = "tal"
    WHOLE = "heltal"
    SHOWN = "visas"

    def is_number(self) -> bool:
        """Whether its cells hold numbers."""
        return self in (Entry.MONEY, Entry.NUMBER, Entry.WHOLE)


@frozen(kw_only=True)
class FormColumn:
    """A column.

    Attributes:
        key: What names it; heading texts may be put right by hand, keys are hidden.
        label: Its heading; no two of a sheet are alike.
        words: The words to choose from; empty for any.
        told: What is to stand there, for the one who fills it in.
        factor: How many of the model's unit one of the cell's is: -1000 for an outlay in tkr.
    """

    key: str
    label: str
    entry: Entry
    words: tuple[str, ...] = ()
    told: str = ""
    factor: Fraction = Fraction(1)


@frozen(kw_only=True)
class FormRow:
    """A row: an object, by its id, with what is known of it, column key → content as its cells show it."""

    id: str
    cells: Mapping[str, Content]


@frozen(kw_only=True)
class ObjectSheet:
    """A sheet.

    Attributes:
        kind: What it asks for: a key of a plan's lists, or "comments".
        title: Its name and title ("Risker").
        may_add: Whether rows may be added.
        blank: How many empty rows it has.
    """

    kind: str
    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...] = field(repr=False)
    may_add: bool = True
    blank: int = 0

    @property
    def table(self) -> str:
        """What the form's head calls it."""
        return f"{OBJECT_TABLE}{self.kind}"
