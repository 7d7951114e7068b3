"""Goals (mål): nodes of a graph, many-to-many and without cycles."""

from enum import Enum

from attrs import field, frozen

from styrmodell.model.ids import DecisionId, GoalId, UnitId
from styrmodell.model.link import Link
from styrmodell.model.period import Period
from styrmodell.model.status_rule import StatusRule
from styrmodell.source import Source


class Stewardship(Enum):
    """Which sort of goal for god ekonomisk hushållning it is (kommunallagen 11 kap. 6 §)."""

    FINANCIAL = "financial"
    OPERATIONAL = "operational"


@frozen(kw_only=True)
class Goal:
    """A goal (inriktningsmål, övergripande mål, strategiskt mål, mål).

    Attributes:
        level: The profile's word for what sort of goal it is ("inriktningsmål").
        unit_id: Whose goal it is.
        area: The strategic area (strategiskt område) it belongs to.
        success_factors: What must go well for it to be reached (framgångsfaktorer).
        parents: The goals above that it serves, as many as there are.
        origin: Where it comes from: adopted from the card above ("RS") or added here ("RLF").
        status_rule: How its status comes from its measures and the goals below it; the worst of them when left out.
        stewardship: Set for a goal of god ekonomisk hushållning.
    """

    id: GoalId = field(converter=GoalId)
    name: str
    level: str = ""
    unit_id: UnitId | None = None
    period: Period | None = None
    area: str = ""
    success_factors: tuple[str, ...] = ()
    parents: tuple[Link, ...] = ()
    origin: str = ""
    stewardship: Stewardship | None = None
    status_rule: StatusRule | None = None
    description: str = ""
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class GoalConflict:
    """Two or more goals that pull apart (målkonflikt), and the decision that settles it.

    Attributes:
        goals: The goals that conflict.
        decision_id: The decision that says which goes first; None while it is open.
        settled_by: The role or body that settled it.
    """

    id: str
    goals: tuple[GoalId, ...]
    description: str = ""
    decision_id: DecisionId | None = None
    settled_by: str = ""
    source: Source = field(default=Source(), eq=False)
