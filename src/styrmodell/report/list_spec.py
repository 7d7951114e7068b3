"""Lists of objects as tables: risks, projects, assignments, one object a row."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from attrs import frozen

from styrmodell.model.status import Status
from styrmodell.model.table_spec import Note
from styrmodell.report.value import Value

T = TypeVar("T")
Shown: TypeAlias = str | bool | int | date | Value | Status | None


@frozen(kw_only=True)
class Field(Generic[T]):
    """A column of a list.

    Attributes:
        key: Part of the cell ids.
        get: What stands there: text, True for a cross, a whole number for a count, a date, a Status, or a Value, which
            keeps its working.
        group: Heading above, shared by neighbours with the same text.
        choices: The only words that may stand there; a list to choose from in Excel.
        is_rating: Whether its words are ratings ("Grön", "Hög"), which take a colour beside the word.
        decimals: Printed decimals of figures; None takes the measure's.
        decimals_of: Gives them for one object, where its figure has others; None takes *decimals*.
        unit: Printed unit of figures where it differs from the measure's ("tkr").
        unit_of: Gives it for one object, where the figures are of several units; empty takes *unit*.
        named: Whether each figure says its unit, where they have several.
    """

    key: str
    label: str
    get: Callable[[T], Shown]
    group: str = ""
    notes: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    is_rating: bool = False
    decimals: int | None = None
    decimals_of: Callable[[T], int | None] | None = None
    unit: str = ""
    unit_of: Callable[[T], str] | None = None
    named: bool = False


@frozen(kw_only=True)
class ListSpec(Generic[T]):
    """A list of objects.

    Attributes:
        key: Part of the cell ids.
        fields: The columns; the first is the row's label.
        key_of: Gives the part of the cell ids that names an object's row; None numbers the rows.
        group_of: Gives the heading that neighbouring objects share, in a column before the labels.
        group_header: Heading over those.
        marks_of: Gives the footnote marks that stand at an object's label; each has a note.
        unit: Printed unit of money ("tkr") for people's eyes.
        sheet: What its sheet is called in a workbook of several; empty takes the caption.
    """

    key: str
    caption: str
    items: tuple[T, ...]
    fields: tuple[Field[T], ...]
    key_of: Callable[[T], str] | None = None
    group_of: Callable[[T], str] | None = None
    group_header: str = ""
    marks_of: Callable[[T], tuple[str, ...]] | None = None
    unit: str = ""
    notes: tuple[Note, ...] = ()
    sheet: str = ""
