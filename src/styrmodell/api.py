"""The public surface: the only module that scripts and plugins import (with styrmodell.testing).

Nothing is defined here. What stands here follows SemVer: it is changed only with a new major version.
"""

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.errors import PluginError, ReadError, RenderError, StyrmodellError, TextError, UnknownNameError
from styrmodell.finding import Code, Finding, Findings, FindingsError, Severity, Text
from styrmodell.io.tables.read_observations import read_observations
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.expression import Change, Expression, column, ref, row, total
from styrmodell.model.expression_text import parse_expression
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure, MissingPolicy
from styrmodell.model.number import Number, number
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.plan_state import PlanState
from styrmodell.model.profile import Profile
from styrmodell.model.table_spec import Column, Note, Row, TableSpec
from styrmodell.model.unit import Unit
from styrmodell.plugins.check_spec import Check
from styrmodell.plugins.hookspecs import PLUGIN_API, hookimpl
from styrmodell.plugins.registry import Registry, make_registry
from styrmodell.report.context import Context
from styrmodell.report.document import Document, Head, Heading, Paragraph
from styrmodell.report.explained import Explained as Explanation
from styrmodell.report.spec import Format, Master, ReportSpec
from styrmodell.report.table import Table
from styrmodell.report.value import Value, Values
from styrmodell.session.load import load
from styrmodell.session.rendered import Rendered
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

__all__ = [
    "PLUGIN_API",
    "Change",
    "Check",
    "Code",
    "Column",
    "Context",
    "Dimension",
    "Dims",
    "Document",
    "Explanation",
    "Expression",
    "Finding",
    "Findings",
    "FindingsError",
    "Format",
    "Head",
    "Heading",
    "Item",
    "Kind",
    "Master",
    "Measure",
    "MeasureId",
    "Member",
    "MissingPolicy",
    "Note",
    "Number",
    "Observation",
    "Paragraph",
    "Period",
    "Plan",
    "PlanState",
    "PluginError",
    "Profile",
    "ReadError",
    "Registry",
    "RenderError",
    "Rendered",
    "ReportSpec",
    "Row",
    "Rule",
    "Severity",
    "Source",
    "State",
    "StyrmodellError",
    "Table",
    "TableSpec",
    "Text",
    "TextError",
    "Unit",
    "UnitId",
    "UnknownNameError",
    "Value",
    "Values",
    "Workspace",
    "column",
    "hookimpl",
    "load",
    "make_registry",
    "number",
    "parse_expression",
    "read_observations",
    "ref",
    "row",
    "total",
]
