"""What the plugin offers."""

from collections.abc import Iterable
from typing import Any

from styrmodell.api import Check, Profile, ReportSpec, Rule, hookimpl
from styrmodell_dalarna.checks import TEMPLATE
from styrmodell_dalarna.delarsrapport.report import STATUTORY
from styrmodell_dalarna.efterlevnad.report import FOLLOW_THROUGH
from styrmodell_dalarna.handlingsplan.report import ACTION_PLAN
from styrmodell_dalarna.profile import PROFILES
from styrmodell_dalarna.rapport.reports import REPORTS
from styrmodell_dalarna.rules import SURPLUS
from styrmodell_dalarna.styrkort import SCORECARD
from styrmodell_dalarna.uppfoljning import FOLLOW_UP

plugin_api = 1


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """The scorecard and its follow-up, the reports of the year, the plan for balance, and follow-through."""
    return (SCORECARD, FOLLOW_UP, *REPORTS, STATUTORY, ACTION_PLAN, FOLLOW_THROUGH)


@hookimpl
def styrmodell_rules() -> Iterable[Rule[Any]]:
    """How large a part of the units that ends with a surplus, as the card asks."""
    return (SURPLUS,)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    """The region's words, by the day from which they hold."""
    return PROFILES


@hookimpl
def styrmodell_checks() -> Iterable[Check]:
    """What the region's template asks of a card."""
    return (TEMPLATE,)
