"""Organisational units (enheter): region, nämnd, förvaltning, område, verksamhet."""

from attrs import field, frozen

from styrmodell.model.ids import UnitId
from styrmodell.source import Source


@frozen(kw_only=True)
class Unit:
    """A unit (enhet) of the organisation.

    Attributes:
        level: The profile's word for what it is ("förvaltning").
        parent_id: The unit it belongs to; None for a root.
    """

    id: UnitId = field(converter=UnitId)
    name: str
    level: str = ""
    parent_id: UnitId | None = None
    source: Source = field(default=Source(), eq=False)
