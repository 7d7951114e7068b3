"""What a form says anew of an object or a text, and what comes of it for the workspace."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.model.object_change import ObjectChange
from styrmodell.model.observation import Observation
from styrmodell.report.form.object_sheet import Content, Entry, FormColumn
from styrmodell.report.numbers import format_number
from styrmodell.session.form.field import in_cell

NOTHING = "–"
_MOST_DECIMALS = 6
_LONGEST = 60


@frozen(kw_only=True)
class ObjectEdit:
    """A cell that says something new.

    Attributes:
        kind: The plan's list that holds the object.
        id: The object's id.
        field: The key of the form's column.
        what: The object and the column in words.
        before: What was known, in words; a dash for nothing, or for an object that is new.
        after: What the cell says.
        place: "Risker!D7".
        is_new: Whether it belongs to a new object.
    """

    kind: str
    id: str
    field: str
    what: str
    before: str
    after: str
    place: str
    file: str
    is_new: bool = False


@frozen(kw_only=True)
class Addition:
    """A new object, or a dated record that stands beside the earlier ones.

    Attributes:
        kind: The plan's list that it belongs to.
        of: The id of the object that it is, or is told of.
        key: What tells it from the others, whichever form told it.
    """

    kind: str
    of: str
    key: tuple[object, ...]
    thing: Any


@frozen(kw_only=True)
class ObjectsCompared:
    """What the sheets of objects in a form hold that is new, and what could not be read of them."""

    edits: tuple[ObjectEdit, ...] = ()
    revisions: tuple[ObjectChange, ...] = ()
    additions: tuple[Addition, ...] = ()
    comments: tuple[Observation, ...] = ()
    unchanged: int = 0
    findings: Findings = Findings()

    @property
    def has_objects(self) -> bool:
        """Whether anything is to be written among the objects."""
        return bool(self.revisions or self.additions)


def shown(content: Content, column: FormColumn) -> str:
    """A content as the form shows it, on one line: money with its unit."""
    if content is None:
        return NOTHING
    if isinstance(content, Decimal):
        value = Fraction(in_cell(content, column.factor))
        decimals = next((n for n in range(_MOST_DECIMALS) if (value * 10**n).denominator == 1), _MOST_DECIMALS)
        unit = " tkr" if column.entry is Entry.MONEY else ""
        return f"{format_number(value, decimals)}{unit}"
    text = content.isoformat() if isinstance(content, date) else " ".join(str(content).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def is_column_of(key: str, name: str) -> bool:
    """Whether the column *key* is of the model's field *name*: "before.likelihood" of "before"."""
    return key == name or key.startswith((f"{name}.", f"{name}|")) or (key, name) == ("status", "status_text")
