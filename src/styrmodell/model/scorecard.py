"""Scorecards (balanserade styrkort): a unit's goals and measures of a year, under perspectives."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.ids import DecisionId, GoalId, MeasureId, PerspectiveId, ScorecardId, UnitId
from styrmodell.model.period import Period
from styrmodell.model.plan_state import PlanState
from styrmodell.source import Source


@frozen(kw_only=True)
class Perspective:
    """A perspective (perspektiv) of a scorecard.

    Attributes:
        goal_id: Its common direction goal (inriktningsmål).
        areas: Its strategic areas (strategiska områden).
        notes: Notes under its table, with their mark first ("*) …").
    """

    id: PerspectiveId = field(converter=PerspectiveId)
    name: str
    goal_id: GoalId | None = None
    areas: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@frozen(kw_only=True)
class ScorecardLine:
    """A row of a scorecard: one measure in one place. The measure itself is one, however many rows it has.

    Attributes:
        perspective_id: The perspective it stands under.
        goals: The goals it stands at, as printed there.
        measure_id: What is measured; None for a goal without measure.
        origin: Where the row comes from ("RS", "RLF").
    """

    perspective_id: PerspectiveId = field(converter=PerspectiveId)
    goals: tuple[GoalId, ...] = ()
    measure_id: MeasureId | None = None
    origin: str = ""


@frozen(kw_only=True)
class Scorecard:
    """A balanced scorecard (balanserat styrkort) of one unit and year.

    Attributes:
        parents: The scorecards above that it comes from.
        mission: What the unit is for (övergripande uppdrag).
        priorities: What goes first this year (prioriteringar, prioriterade områden).
        characteristics: What marks the unit (kännetecken).
        starting_points: What the card was made from (utgångspunkter).
        focus: What each heading of the year's focus holds ("Samverkan: Samordna och samarbeta").
        dated: The day of this version of the card.
    """

    id: ScorecardId = field(converter=ScorecardId)
    name: str
    unit_id: UnitId = field(converter=UnitId)
    period: Period
    parents: tuple[ScorecardId, ...] = ()
    state: PlanState = PlanState.DRAFT
    decision_id: DecisionId | None = None
    dated: date | None = None
    vision: str = ""
    mission: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    characteristics: tuple[str, ...] = ()
    starting_points: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    lines: tuple[ScorecardLine, ...] = ()
    source: Source = field(default=Source(), eq=False)
