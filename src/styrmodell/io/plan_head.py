"""The head of a plan, as one file of a workspace gives it; the rest of the plan may stand in other files."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.ids import DecisionId, UnitId
from styrmodell.model.period import Period
from styrmodell.model.plan_state import PlanState
from styrmodell.source import Source


@frozen(kw_only=True)
class PlanHead:
    """What the key plan holds; the fields mean what they mean in Plan."""

    id: str = ""
    unit_id: UnitId
    period: Period
    title: str = ""
    state: PlanState = PlanState.DRAFT
    dnr: str = ""
    body: str = ""
    paragraph: str = ""
    dated: date | None = None
    decided: date | None = None
    decision_id: DecisionId | None = None
    signed_by: str = ""
    source: Source = field(default=Source(), eq=False)
