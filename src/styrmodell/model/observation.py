"""Observations (värden): one value of one measure, for one unit, period, kind, version and set of members."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims
from styrmodell.model.number import number
from styrmodell.model.period import Period
from styrmodell.source import Source


@frozen(kw_only=True)
class Observation:
    """One value as it was reported.

    Attributes:
        version: Which version of a budget or forecast ("beslutad", "P05"); empty where there is only one.
        dims: (dimension, member) pairs in the order the measure lists its dimensions; a dimension
            left out means its root.
        value: The figure in the measure's unit, money in kr; None when missing or held as a fraction.
        numerator: With *denominator*, the parts of a ratio, kept apart, in its own unit, money in kr.
        denominator: Likewise, in its own unit.
        as_of: The day the figure speaks of.
        reported: The day it was handed in.
        reporter: The role that handed it in, never a name.
        precision: The size of one step in the last written digit, in the measure's unit (1000 for a figure in tkr).
        counterparty: Who is on the other side, where it is inside the region: a unit, or the ledger's code.
        ie: The ledger's I/E code or codes: who the other side is, internal or external.
        correction: Why it replaces the value that was reported before it for the same key; empty for a first value.
    """

    measure_id: MeasureId = field(converter=MeasureId)
    unit_id: UnitId = field(converter=UnitId)
    period: Period
    kind: Kind = Kind.OUTCOME
    version: str = ""
    dims: Dims = ()
    value: Decimal | None = field(default=None, converter=number)
    numerator: Decimal | None = field(default=None, converter=number)
    denominator: Decimal | None = field(default=None, converter=number)
    state: State = State.REPORTED
    as_of: date | None = None
    reported: date | None = None
    reporter: str = ""
    precision: Decimal | None = field(default=None, converter=number)
    comment: str = ""
    counterparty: str = ""
    ie: str = ""
    correction: str = ""
    source: Source = field(default=Source(), eq=False)

    @property
    def key(self) -> tuple[str, str, str, Kind, str, Dims]:
        """What it is a value of: measure, unit, period, kind, version and members."""
        return (self.measure_id, self.unit_id, self.period.text, self.kind, self.version, self.dims)

    @property
    def dated(self) -> date | None:
        """The day its age is counted from: that it speaks of, else that it was told; None where neither is said."""
        return self.as_of or self.reported
