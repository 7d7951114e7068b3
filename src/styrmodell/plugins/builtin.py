"""What styrmodell itself offers, through the same hooks as everyone else."""

from collections.abc import Iterable
from typing import Any

from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.plugins.hookspecs import hookimpl
from styrmodell.report.generic.reports import GENERIC
from styrmodell.report.spec import ReportSpec


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """The generic reports."""
    return GENERIC


@hookimpl
def styrmodell_rules() -> Iterable[Rule[Any]]:
    """The built-in rules."""
    return BUILT_IN
