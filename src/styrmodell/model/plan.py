"""The plan: the root object, one unit and one planning period with everything below."""

from enum import Enum

from attrs import field, frozen

from styrmodell.model.dimension import Dimension
from styrmodell.model.ids import UnitId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.unit import Unit
from styrmodell.source import Source


class PlanState(Enum):
    """Whether a plan is a proposal, decided, or replaced by a later one."""

    DRAFT = "draft"
    DECIDED = "decided"
    SUPERSEDED = "superseded"


@frozen(kw_only=True)
class Plan:
    """A plan (regionplan, nämndplan, verksamhetsplan).

    Attributes:
        unit_id: The unit whose plan it is.
        period: The planning year; columns of tables are relative to it.
        dnr: The registry's number (diarienummer).
        body: The political body it is meant for.
        paragraph: The paragraph of the decision ("§ 112").
    """

    id: str = ""
    unit_id: UnitId = field(converter=UnitId)
    period: Period
    units: tuple[Unit, ...]
    title: str = ""
    state: PlanState = PlanState.DRAFT
    dnr: str = ""
    body: str = ""
    paragraph: str = ""
    dimensions: tuple[Dimension, ...] = ()
    measures: tuple[Measure, ...] = ()
    observations: tuple[Observation, ...] = ()
    source: Source = field(default=Source(), eq=False)
