"""Hierarchies (hierarkier): units under each other, named and dated, beside the order the units themselves give."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from styrmodell.model.ids import HierarchyId, UnitId
from styrmodell.source import Source


class HierarchyKind(Enum):
    """Which order it is: political bodies, the line of command, or responsibility for money."""

    POLITICAL = "political"
    LINE = "line"
    ECONOMIC = "economic"


@frozen(kw_only=True)
class Place:
    """Where a unit stands in a hierarchy, and when.

    Attributes:
        parent_id: The unit above; None for the root.
        valid_from: First day; None for always.
        valid_to: Last day; None for still.
    """

    unit_id: UnitId = field(converter=UnitId)
    parent_id: UnitId | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@frozen(kw_only=True)
class Hierarchy:
    """A named order of units (politisk, linje, ekonomiskt ansvar)."""

    id: HierarchyId = field(converter=HierarchyId)
    name: str = ""
    kind: HierarchyKind | None = None
    places: tuple[Place, ...]
    source: Source = field(default=Source(), eq=False)
