"""The public surface: the only module that scripts and plugins import (with styrmodell.testing).

Nothing is defined here: it is one list of names, in one place, however long (tests/test_floors.py holds that). What
stands here follows SemVer: it is changed only with a new major version.
"""

from styrmodell.aggregation.placed import PlacedObject, PlacedTotal, PlacedTotals
from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.savings.full_year import full_year
from styrmodell.aggregation.savings.line import Column as SavingsColumn
from styrmodell.aggregation.savings.line import Line as SavingsLine
from styrmodell.aggregation.savings.line import NetState
from styrmodell.aggregation.savings.plan_level import PlanLevel as SavingsLevel
from styrmodell.aggregation.savings.savings_plan import By, SavingsPlan
from styrmodell.aggregation.savings.total import Total as SavingsTotal
from styrmodell.aggregation.status.goal_judgement import GoalJudgement
from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.aggregation.unit_orders import Order
from styrmodell.errors import PluginError, ReadError, RenderError, StyrmodellError, TextError, UnknownNameError
from styrmodell.finding import Acknowledgement, Code, Finding, Findings, FindingsError, Severity, Text
from styrmodell.io.save.json_file import plan_json
from styrmodell.io.schema import data_schema
from styrmodell.io.tables.read_observations import read_observations
from styrmodell.model.action import Action, ActionOrigin, ActionReport, CounterEffect, EffectBasis, OutcomeMethod
from styrmodell.model.activity import Activity, WorkStatus
from styrmodell.model.annuity import annuity
from styrmodell.model.assessment import Assessment
from styrmodell.model.assignment import Assignment
from styrmodell.model.baseline import Baseline, BaselineKind, BaselineValue
from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.completed_step import CompletedStep
from styrmodell.model.decision import Decision, DecisionKind, Meeting
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.direction import Direction
from styrmodell.model.due import Due, Weekend
from styrmodell.model.expression import Change, Expression, column, ref, row, total
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.frequency import Cadence, Frequency, Reporting
from styrmodell.model.goal import Goal, GoalConflict, Stewardship
from styrmodell.model.hierarchy import Hierarchy, HierarchyKind, Place
from styrmodell.model.ids import MeasureId, UnitId, slug
from styrmodell.model.internal import Internal
from styrmodell.model.investment import Investment
from styrmodell.model.kind import Kind, State
from styrmodell.model.limits import Limits
from styrmodell.model.link import Link
from styrmodell.model.measure import Dims, Measure, MissingPolicy, OverTime, Steering
from styrmodell.model.money import MoneyRange, PlannedAmount
from styrmodell.model.narrative import Section
from styrmodell.model.number import Number, number
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.period_shift import Shift, Span
from styrmodell.model.period_text import read_period
from styrmodell.model.placement import Count, Placement, chain_down, chain_up, count, placements
from styrmodell.model.plan import Plan
from styrmodell.model.plan_state import PlanState
from styrmodell.model.profile import Profile
from styrmodell.model.project import ITProject, Project
from styrmodell.model.risk import ControlPoint, Rating, Risk, Score
from styrmodell.model.scorecard import Perspective, Scorecard, ScorecardLine
from styrmodell.model.status import Counts, Outlook, Status
from styrmodell.model.status_rule import StatusChoice, StatusRule
from styrmodell.model.table_spec import Column, Note, Row, TableSpec, Trend
from styrmodell.model.target import ChangeUnit, Target, TargetDoubt, TargetKind
from styrmodell.model.target_level import TargetLevel
from styrmodell.model.unit import Successor, Unit
from styrmodell.model.unit_order import as_now, existed, parents_at
from styrmodell.model.workload import UnitLoad, Workload, workload
from styrmodell.plugins.check_spec import Check
from styrmodell.plugins.hookspecs import PLUGIN_API, hookimpl
from styrmodell.plugins.registry import Registry, make_registry
from styrmodell.report.calendar_row import CalendarRow, FollowUp, StepStanding
from styrmodell.report.card_row import CardRow
from styrmodell.report.chart import Chart, ChartKind, Matrix, MatrixItem
from styrmodell.report.context import Context
from styrmodell.report.document import Block, Contents, Document, Head, NewPage, Paragraph
from styrmodell.report.explained import Explained as Explanation
from styrmodell.report.flow import Heading, Listing, ListItem, Run
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.narrative.narrative import Narrative
from styrmodell.report.relation import Relation
from styrmodell.report.spec import Format, Master, ReportSpec
from styrmodell.report.table import Cell, Table
from styrmodell.report.value import Value, Values
from styrmodell.report.word.template.words import MasterVariable, master_variables
from styrmodell.session.acknowledge.acknowledge import Acknowledged, acknowledge
from styrmodell.session.calendar.calendar import Calendar, calendar
from styrmodell.session.calendar.events import calendar_file
from styrmodell.session.collect.collect import Collected, collect
from styrmodell.session.compare.comparison import Comparison
from styrmodell.session.compare.diff import diff
from styrmodell.session.compare.difference import ChangeGroup, ChangeKind, ChangeManner, Difference
from styrmodell.session.compare.side import ComparedSide
from styrmodell.session.form.make import Forms, form
from styrmodell.session.freeze import Frozen, freeze
from styrmodell.session.frozen_record import FrozenRecord
from styrmodell.session.frozen_run import FrozenRun, load_frozen
from styrmodell.session.init import init
from styrmodell.session.load import load
from styrmodell.session.rendered import Rendered
from styrmodell.session.rollover.rolled import LeftBehind
from styrmodell.session.rollover.rollover import Rollover, rollover
from styrmodell.session.save import Saved, save
from styrmodell.session.standing import Standing
from styrmodell.session.template import check_master
from styrmodell.session.verify import Verified, verify
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

__all__ = [
    "PLUGIN_API",
    "Acknowledged",
    "Acknowledgement",
    "Action",
    "ActionOrigin",
    "ActionReport",
    "Activity",
    "Assessment",
    "Assignment",
    "Baseline",
    "BaselineKind",
    "BaselineValue",
    "Block",
    "By",
    "Cadence",
    "Calendar",
    "CalendarRow",
    "CalendarStep",
    "CardRow",
    "Cell",
    "Change",
    "ChangeGroup",
    "ChangeKind",
    "ChangeManner",
    "ChangeUnit",
    "Chart",
    "ChartKind",
    "Check",
    "Code",
    "Collected",
    "Column",
    "ComparedSide",
    "Comparison",
    "CompletedStep",
    "Contents",
    "Context",
    "ControlPoint",
    "Count",
    "CounterEffect",
    "Counts",
    "Decision",
    "DecisionKind",
    "Difference",
    "Dimension",
    "Dims",
    "Direction",
    "Document",
    "Due",
    "EffectBasis",
    "Explanation",
    "Expression",
    "Field",
    "Finding",
    "Findings",
    "FindingsError",
    "FollowUp",
    "Format",
    "Forms",
    "Frequency",
    "Frozen",
    "FrozenRecord",
    "FrozenRun",
    "Goal",
    "GoalConflict",
    "GoalJudgement",
    "Head",
    "Heading",
    "Hierarchy",
    "HierarchyKind",
    "ITProject",
    "Internal",
    "Investment",
    "Item",
    "Judgement",
    "Kind",
    "LeftBehind",
    "Limits",
    "Link",
    "ListItem",
    "ListSpec",
    "Listing",
    "Master",
    "MasterVariable",
    "Matrix",
    "MatrixItem",
    "Measure",
    "MeasureId",
    "Meeting",
    "Member",
    "MissingPolicy",
    "MoneyRange",
    "Narrative",
    "NetState",
    "NewPage",
    "Note",
    "Number",
    "Observation",
    "Order",
    "OutcomeMethod",
    "Outlook",
    "OverTime",
    "Paragraph",
    "Period",
    "Perspective",
    "Place",
    "PlacedObject",
    "PlacedTotal",
    "PlacedTotals",
    "Placement",
    "Plan",
    "PlanState",
    "PlannedAmount",
    "PluginError",
    "Profile",
    "Project",
    "Rating",
    "ReadError",
    "Registry",
    "Relation",
    "RenderError",
    "Rendered",
    "ReportSpec",
    "Reporting",
    "Risk",
    "Rollover",
    "Row",
    "Rule",
    "Run",
    "Saved",
    "SavingsColumn",
    "SavingsLevel",
    "SavingsLine",
    "SavingsPlan",
    "SavingsTotal",
    "Score",
    "Scorecard",
    "ScorecardLine",
    "Section",
    "Severity",
    "Shift",
    "Source",
    "Span",
    "Standing",
    "State",
    "Status",
    "StatusChoice",
    "StatusRule",
    "Steering",
    "StepStanding",
    "Stewardship",
    "StyrmodellError",
    "Successor",
    "Table",
    "TableSpec",
    "Target",
    "TargetDoubt",
    "TargetKind",
    "TargetLevel",
    "Text",
    "TextError",
    "Trend",
    "Unit",
    "UnitId",
    "UnitLoad",
    "UnknownNameError",
    "Value",
    "Values",
    "Verified",
    "Weekend",
    "WorkStatus",
    "Workload",
    "Workspace",
    "acknowledge",
    "annuity",
    "as_now",
    "calendar",
    "calendar_file",
    "chain_down",
    "chain_up",
    "check_master",
    "collect",
    "column",
    "count",
    "data_schema",
    "diff",
    "existed",
    "form",
    "freeze",
    "full_year",
    "hookimpl",
    "init",
    "load",
    "load_frozen",
    "make_registry",
    "master_variables",
    "number",
    "parents_at",
    "parse_expression",
    "placements",
    "plan_json",
    "read_observations",
    "read_period",
    "ref",
    "rollover",
    "row",
    "save",
    "slug",
    "total",
    "verify",
    "workload",
]
