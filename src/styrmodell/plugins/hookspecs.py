"""The hooks. Few, typed and prefixed; each is used by a plugin that ships with it.

A hook takes no arguments and gives things with names. They are sorted by name, so the order of plugins never
matters; a name given twice is an error.
"""

from collections.abc import Iterable
from typing import Any

from pluggy import HookimplMarker, HookspecMarker

from styrmodell.aggregation.rule import Rule
from styrmodell.model.profile import Profile
from styrmodell.plugins.check_spec import Check
from styrmodell.report.spec import ReportSpec

PROJECT = "styrmodell"
PLUGIN_API = 1

hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)


@hookspec
def styrmodell_reports() -> Iterable[ReportSpec]:
    """Offer reports that can be rendered.

    Returns:
        Report specs whose keys begin with the plugin's name and a point: "vasternorrland.bilaga9".
    """
    return ()


@hookspec
def styrmodell_profiles() -> Iterable[Profile]:
    """Offer dated profiles: a region's words and value lists.

    Returns:
        Profiles whose key is the plugin's name; the one valid on the workspace's day is used.
    """
    return ()


@hookspec
def styrmodell_checks() -> Iterable[Check]:
    """Offer checks of a plan.

    Returns:
        Checks whose keys begin with the plugin's name and a point.
    """
    return ()


@hookspec
def styrmodell_rules() -> Iterable[Rule[Any]]:
    """Offer rules that measures can name.

    Returns:
        Rules whose keys begin with the plugin's name and a point; built-in rules have none.
    """
    return ()
