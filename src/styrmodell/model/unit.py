"""Organisational units (enheter): region, nämnd, förvaltning, område, verksamhet."""

from datetime import date
from fractions import Fraction

from attrs import field, frozen

from styrmodell.model.ids import UnitId
from styrmodell.source import Source

WHOLE = Fraction(1)


@frozen(kw_only=True)
class Successor:
    """A unit that took over, and how much of the old one; the shares of all successors are one together."""

    unit_id: UnitId = field(converter=UnitId)
    share: Fraction = WHOLE


@frozen(kw_only=True)
class Unit:
    """A unit (enhet) of the organisation.

    Attributes:
        level: The profile's word for what it is ("förvaltning").
        parent_id: The unit it belongs to; None for a root.
        valid_from: First day it existed; None for always.
        valid_to: Last day it existed; None for still.
        successors: Who took over after *valid_to*.
        counterparty: The codes that mean the unit as a counterparty in the ledger ("210, 215–219").
    """

    id: UnitId = field(converter=UnitId)
    name: str
    level: str = ""
    parent_id: UnitId | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    successors: tuple[Successor, ...] = ()
    counterparty: str = ""
    source: Source = field(default=Source(), eq=False)
