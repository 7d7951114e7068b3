"""What the plugin offers."""

from collections.abc import Iterable

from styrmodell.api import Profile, ReportSpec, hookimpl
from styrmodell_vasternorrland.bilaga9 import BILAGA_9
from styrmodell_vasternorrland.bilaga10a import BILAGA_10A
from styrmodell_vasternorrland.bilaga11 import BILAGA_11
from styrmodell_vasternorrland.profile import PROFILE_2020

plugin_api = 1


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """Bilaga 9, 10 a and 11."""
    return (BILAGA_9, BILAGA_10A, BILAGA_11)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    """The region's words from 2020."""
    return (PROFILE_2020,)
