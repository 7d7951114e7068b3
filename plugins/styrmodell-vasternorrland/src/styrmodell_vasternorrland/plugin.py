"""What the plugin offers."""

from collections.abc import Iterable

from styrmodell.api import Check, Profile, ReportSpec, hookimpl
from styrmodell_vasternorrland.appendices import APPENDICES
from styrmodell_vasternorrland.bilagor import BILAGOR
from styrmodell_vasternorrland.checks import DIRECTIVES
from styrmodell_vasternorrland.kompetens import COMPETENCE
from styrmodell_vasternorrland.profile import PROFILE_2020
from styrmodell_vasternorrland.styrkort import SCORECARD
from styrmodell_vasternorrland.verksamhetsplan import PLAN

plugin_api = 1


@hookimpl
def styrmodell_reports() -> Iterable[ReportSpec]:
    """The plan, its scorecard, the appendices one by one, and all of them in one workbook."""
    return (PLAN, SCORECARD, COMPETENCE, *(appendix.report() for appendix in APPENDICES), BILAGOR)


@hookimpl
def styrmodell_profiles() -> Iterable[Profile]:
    """The region's words from 2020."""
    return (PROFILE_2020,)


@hookimpl
def styrmodell_checks() -> Iterable[Check]:
    """What the region's directives ask of a plan."""
    return (DIRECTIVES,)
