"""Target levels (målnivåer): what a measure is to reach, for one unit and period."""

from attrs import field, frozen

from styrmodell.model.baseline import Baseline
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period
from styrmodell.model.target import Target
from styrmodell.source import Source


@frozen(kw_only=True)
class TargetLevel:
    """The target of a measure for one unit and period; it goes before the measure's own.

    Attributes:
        version: Which version of the target; a later one replaces it, and *reason* says why.
        dims: (dimension, member) pairs, where the target is for a part.
        comparison: What it is compared with in the card (jämförelsetal).
    """

    measure_id: MeasureId = field(converter=MeasureId)
    unit_id: UnitId = field(converter=UnitId)
    period: Period
    target: Target
    dims: Dims = ()
    baseline: Baseline | None = None
    comparison: Baseline | None = None
    version: str = ""
    reason: str = ""
    source: Source = field(default=Source(), eq=False)
