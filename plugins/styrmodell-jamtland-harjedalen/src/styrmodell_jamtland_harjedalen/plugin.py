"""What the plugin offers."""

from collections.abc import Iterable

from styrmodell.api import Check, Profile, ReportSpec, hookimpl
from styrmodell_jamtland_harjedalen.activities import ACTIVITIES
from styrmodell_jamtland_harjedalen.checks import PLAN
from styrmodell_jamtland_harjedalen.follow_up import FOLLOW_UP
from styrmodell_jamtland_harjedalen.profile import PROFILES
from styrmodell_jamtland_harjedalen.tertial import TERTIAL

plugin_api = 1


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """The follow-up of a plan, its list of activities, and the tertial report."""
    return (FOLLOW_UP, ACTIVITIES, TERTIAL)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    """The region's words."""
    return PROFILES


@hookimpl
def styrmodell_checks() -> Iterable[Check]:
    """What the region asks of a nämnd's plan."""
    return (PLAN,)
