"""What the plugin offers. What is not returned here does not exist."""

from collections.abc import Iterable

from styrmodell.api import Check, Profile, ReportSpec, hookimpl

from styrmodell_exempel.check import RESPONSIBILITY
from styrmodell_exempel.profile import PROFILES
from styrmodell_exempel.report import FOLLOW_UP

plugin_api = 1


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """The reports; the key of each begins with the plugin's name."""
    return (FOLLOW_UP,)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    """The region's words; the key is the plugin's name."""
    return PROFILES


@hookimpl
def styrmodell_checks() -> Iterable[Check]:
    """What the region asks of a plan beyond what styrmodell asks of every plan."""
    return (RESPONSIBILITY,)
