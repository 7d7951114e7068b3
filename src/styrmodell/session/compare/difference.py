"""A change: what was, what is, how it came about, and who says so."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum

import attrs
from attrs import frozen

from styrmodell.report.numbers import NumberStyle
from styrmodell.source import Source

OBSERVATIONS = "observations"
CELLS = "cells"
JUDGEMENTS = "judgements"


class ChangeKind(Enum):
    """Whether a thing is new, gone, or another than it was."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class ChangeGroup(Enum):
    """What sort of thing has changed, in the order that reports tell it.

    PRINTED is what reports print and nobody wrote: it follows from the others, and is told beside them.
    """

    PRINTED = "printed"
    FIGURE = "figure"
    TARGET = "target"
    OWNER = "owner"
    STATUS = "status"
    TEXT = "text"
    DATE = "date"
    OBJECT = "object"
    OTHER = "other"


class ChangeManner(Enum):
    """How a reported figure came to be another.

    NEWER_VERSION: a later version stands before it. ADDITION: a version that adds to it. CORRECTION: it was corrected,
    with a reason. SILENT: the same version says something else, and nobody says why.
    """

    NEWER_VERSION = "newer_version"
    ADDITION = "addition"
    CORRECTION = "correction"
    SILENT = "silent"


@frozen(kw_only=True)
class Difference:
    """One change.

    Attributes:
        object_kind: The plan's list that holds the object ("goals", "observations"); "cells" for a printed figure,
            "judgements" for how a goal or a measure stands.
        object: Its id: a cell id for figures.
        name: What people call it.
        field: The key of what has changed, with dots below it ("amounts.2024"); empty where the whole is new or gone.
        field_name: The same in Swedish words.
        old: What it was, in the words people write; empty for nothing.
        new: What it is.
        old_number: The figure it was, in *unit*, with at most 28 digits; None where it is no figure.
        new_number: The figure it is, in *unit*, likewise.
        delta: How much it moved, in *unit*.
        relative: How much it moved, as a share of the size of what it was; None where that was nothing.
        better: Whether it moved for the better; None where the measure does not say which way is.
        unit: "kr", "%" (a share of one), "m2".
        who: The role that reported it.
        when: The day it was reported.
        comment: What was said of it, or the reason of a correction.
        cells: Cells that print it, or that it moved.
        moved_by: What moved a printed figure: the refs of the changes below it.
        old_source: Where it was written; None for what is computed.
        new_source: Where it is written.
        style: How its figures are printed.
    """

    group: ChangeGroup
    kind: ChangeKind = ChangeKind.CHANGED
    object_kind: str
    object: str
    name: str
    field: str = ""
    field_name: str = ""
    old: str = ""
    new: str = ""
    old_number: Decimal | None = None
    new_number: Decimal | None = None
    delta: Decimal | None = None
    relative: Decimal | None = None
    better: bool | None = None
    unit: str = ""
    manner: ChangeManner | None = None
    who: str = ""
    when: date | None = None
    comment: str = ""
    cells: tuple[str, ...] = ()
    moved_by: tuple[str, ...] = ()
    old_source: Source | None = None
    new_source: Source | None = None
    style: NumberStyle = attrs.field(default=NumberStyle(), eq=False, repr=False)

    @property
    def ref(self) -> str:
        """What other changes call it: a figure's cell id, else "goals/balans"."""
        is_figure = self.object_kind in (OBSERVATIONS, CELLS, JUDGEMENTS)
        return self.object if is_figure else f"{self.object_kind}/{self.object}"

    @property
    def is_derived(self) -> bool:
        """Whether nobody wrote it: what is printed and how things stand follow from what was written."""
        return self.object_kind in (CELLS, JUDGEMENTS)

    @property
    def lacks_comment(self) -> bool:
        """Whether a reported figure is another than it was and nobody says why."""
        is_figure = self.object_kind == OBSERVATIONS and self.field == "value" and self.old_number is not None
        return is_figure and self.old_number != self.new_number and not self.comment


def of_group(changes: Iterable[Difference], group: ChangeGroup) -> tuple[Difference, ...]:
    """Those of *changes* that belong to *group*, in order."""
    return tuple(change for change in changes if change.group is group)
