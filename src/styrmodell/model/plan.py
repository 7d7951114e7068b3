"""The plan: the root object, one unit and one planning period with everything below."""

from datetime import date

from attrs import field, frozen

from styrmodell.finding import Acknowledgement
from styrmodell.model.action import Action, ActionReport
from styrmodell.model.activity import Activity
from styrmodell.model.assessment import Assessment
from styrmodell.model.assignment import Assignment
from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.decision import Decision, Meeting
from styrmodell.model.dimension import Dimension
from styrmodell.model.goal import Goal, GoalConflict
from styrmodell.model.hierarchy import Hierarchy
from styrmodell.model.ids import DecisionId, UnitId
from styrmodell.model.investment import Investment
from styrmodell.model.measure import Measure
from styrmodell.model.narrative import Section
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan_state import PlanState
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.model.project import ITProject, Project
from styrmodell.model.risk import Risk
from styrmodell.model.scorecard import Scorecard
from styrmodell.model.table_spec import TableSpec
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Unit
from styrmodell.source import Source


@frozen(kw_only=True)
class Plan:
    """A plan (regionplan, nämndplan, verksamhetsplan).

    Attributes:
        unit_id: The unit whose plan it is.
        period: The planning year; columns of tables are relative to it.
        dnr: The registry's number (diarienummer).
        body: The political body it is meant for.
        paragraph: The paragraph of the decision ("§ 112").
        dated: The day of this version of the plan.
        decided: The day it was decided.
        decision_id: The decision that decided it, where the plan holds it.
        signed_by: The role that signs it.
        calendar: Steps of its own, beside those of the profile.
        tables: Tables of its own, beside those of its reports.
        printed: Figures of a printed document, by cell, to compare with what is computed.
        acknowledgements: Findings that somebody stands for, and why.
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
    dated: date | None = None
    decided: date | None = None
    decision_id: DecisionId | None = None
    signed_by: str = ""
    hierarchies: tuple[Hierarchy, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    goals: tuple[Goal, ...] = ()
    goal_conflicts: tuple[GoalConflict, ...] = ()
    scorecards: tuple[Scorecard, ...] = ()
    measures: tuple[Measure, ...] = ()
    targets: tuple[TargetLevel, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    activities: tuple[Activity, ...] = ()
    actions: tuple[Action, ...] = ()
    action_reports: tuple[ActionReport, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    decisions: tuple[Decision, ...] = ()
    risks: tuple[Risk, ...] = ()
    projects: tuple[Project, ...] = ()
    it_projects: tuple[ITProject, ...] = ()
    investments: tuple[Investment, ...] = ()
    calendar: tuple[CalendarStep, ...] = ()
    completed_steps: tuple[CompletedStep, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[TableSpec, ...] = ()
    printed: tuple[PrintedFigure, ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    observations: tuple[Observation, ...] = ()
    source: Source = field(default=Source(), eq=False)
