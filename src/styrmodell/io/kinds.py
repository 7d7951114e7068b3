"""What a plan is made of: the keys of YAML and JSON files, and the class of the objects under each."""

from typing import Any

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
from styrmodell.model.investment import Investment
from styrmodell.model.measure import Measure
from styrmodell.model.narrative import Section
from styrmodell.model.printed_figure import PrintedFigure
from styrmodell.model.project import ITProject, Project
from styrmodell.model.risk import Risk
from styrmodell.model.scorecard import Scorecard
from styrmodell.model.table_spec import TableSpec
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Unit

# In the order a plan lists them; each key is also the name of the plan's field.
OBJECT_KINDS: tuple[tuple[str, type[Any]], ...] = (
    ("units", Unit),
    ("hierarchies", Hierarchy),
    ("dimensions", Dimension),
    ("goals", Goal),
    ("goal_conflicts", GoalConflict),
    ("scorecards", Scorecard),
    ("measures", Measure),
    ("targets", TargetLevel),
    ("assessments", Assessment),
    ("assignments", Assignment),
    ("activities", Activity),
    ("actions", Action),
    ("action_reports", ActionReport),
    ("meetings", Meeting),
    ("decisions", Decision),
    ("risks", Risk),
    ("projects", Project),
    ("it_projects", ITProject),
    ("investments", Investment),
    ("calendar", CalendarStep),
    ("completed_steps", CompletedStep),
    ("sections", Section),
    ("tables", TableSpec),
    ("printed", PrintedFigure),
    ("acknowledgements", Acknowledgement),
)
FILE_KEYS = ("plan", *(key for key, _ in OBJECT_KINDS), "observations", "profile")
