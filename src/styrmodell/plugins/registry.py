"""The registry: what plugins offer, loaded under guard and kept by name.

Made by the caller and passed down; there is none at module level. One plugin that fails is told of, with
distribution and version, and switched off for the run; the others work.
"""

from collections.abc import Collection, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from attrs import frozen

from styrmodell.aggregation.rule import Rule
from styrmodell.finding import Findings
from styrmodell.model.ids import require_known
from styrmodell.model.profile import Profile
from styrmodell.plugins import builtin
from styrmodell.plugins.check_spec import Check
from styrmodell.plugins.loader import CHECKS, PROFILES, REPORTS, RULES, Loader, path_of
from styrmodell.plugins.plugin import Plugin
from styrmodell.report.spec import ReportSpec

GROUP = "styrmodell"
_BUILT_IN = "generic"


@frozen(kw_only=True)
class Registry:
    """Everything that plugins offer, sorted by key.

    Attributes:
        findings: What went wrong while loading.
        plugins: All that were found, also those switched off.
        owners: Key → label of the plugin that gave it.
        strict: Whether a fault of a plugin raises PluginError, also when a report is made.
    """

    findings: Findings
    plugins: tuple[Plugin, ...]
    reports: Mapping[str, ReportSpec]
    rules: Mapping[str, Rule[Any]]
    checks: Mapping[str, Check]
    profiles: Mapping[str, tuple[Profile, ...]]
    owners: Mapping[str, str]
    strict: bool = False


def make_registry(*, only: Collection[str] | None = None, strict: bool = False) -> Registry:
    """Find and load the installed plugins; the built-in reports and rules enter by the same door.

    Args:
        only: Names of the plugins to load; None loads all that are installed.
        strict: Whether the first fault raises instead of switching the plugin off.

    Raises:
        PluginError: With *strict*, the first fault.
        UnknownNameError: *only* names a plugin that is not installed.
    """
    # Two distributions may have taken one name: then their own names decide, and not the folders' order.
    found = sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _distribution(entry)))
    for name in only or ():
        require_known("plugin", name, (_BUILT_IN, *(entry.name for entry in found)))
    loader = _loader(strict)
    for entry in found:
        if only is None or entry.name in only:
            loader.open(Plugin(name=entry.name, distribution=_distribution(entry), module=entry.module), entry)
    return _registry(loader)


def registry_of(modules: Mapping[str, object], *, strict: bool = False) -> Registry:
    """A registry of the built-ins and *modules* (name → module or object with hooks), without entry points."""
    loader = _loader(strict)
    for name, module in sorted(modules.items()):
        loader.take(Plugin(name=name, distribution="given", module=getattr(module, "__name__", name)), module)
    return _registry(loader)


def _loader(strict: bool) -> Loader:
    """A loader with what is built in."""
    loader = Loader(strict=strict)
    own = Plugin(name=_BUILT_IN, distribution=GROUP, module=builtin.__name__, path=path_of(builtin))
    loader.take(own, builtin)
    return loader


def _distribution(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist is not None else "unknown"


def _registry(loader: Loader) -> Registry:
    ordered = {hook: dict(sorted(known.items())) for hook, known in loader.offers.items()}
    return Registry(
        findings=Findings(loader.findings),
        plugins=tuple(sorted(loader.plugins, key=lambda plugin: (plugin.name, plugin.distribution))),
        reports=ordered[REPORTS],
        rules=ordered[RULES],
        checks=ordered[CHECKS],
        profiles=ordered[PROFILES],
        owners=dict(loader.owners),
        strict=loader.strict,
    )
