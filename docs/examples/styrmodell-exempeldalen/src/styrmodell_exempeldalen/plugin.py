"""What the plugin offers. What is not returned here does not exist."""

from collections.abc import Iterable

from styrmodell.api import Check, Profile, ReportSpec, hookimpl

from styrmodell_exempeldalen.check import RESPONSIBILITY
from styrmodell_exempeldalen.profile import PROFILES
from styrmodell_exempeldalen.quarter import QUARTERLY
from styrmodell_exempeldalen.visits import VISITS_CHECK

plugin_api = 1


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """The quarterly report of each förvaltning."""
    return (QUARTERLY,)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    """The region's words; the key is the plugin's name."""
    return PROFILES


@hookimpl
def styrmodell_checks() -> Iterable[Check]:
    """What the region asks of a plan beyond what styrmodell asks of every plan."""
    return (RESPONSIBILITY, VISITS_CHECK)
