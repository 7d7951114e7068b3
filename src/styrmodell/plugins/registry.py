"""The registry: what plugins offer, loaded under guard and kept by name.

Made by the caller and passed down; there is none at module level. One plugin that fails is told of, with
distribution and version, and switched off for the run; the others work.
"""

from collections.abc import Collection, Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points
from typing import Any

import pluggy
from attrs import define, evolve, field, frozen

from styrmodell.aggregation.rule import Rule
from styrmodell.errors import PluginError
from styrmodell.finding import Code, Finding, Findings
from styrmodell.model.ids import require_known
from styrmodell.model.profile import Profile
from styrmodell.plugins import builtin, hookspecs
from styrmodell.plugins.check_spec import Check
from styrmodell.plugins.codes import DOUBLE_KEY, HOOK_FAILED, NOT_LOADED, OLD_API, UNKNOWN_HOOK, WRONG_KEY
from styrmodell.report.spec import ReportSpec
from styrmodell.source import Source

GROUP = "styrmodell"
_BUILT_IN = "generic"
_HOOKS = ("styrmodell_reports", "styrmodell_rules", "styrmodell_checks", "styrmodell_profiles")


@frozen(kw_only=True)
class Plugin:
    """An installed plugin.

    Attributes:
        name: The entry point's name, the prefix of all its keys.
        distribution: Where it comes from, with version: "styrmodell-vasternorrland 0.1.0".
        module: The module it lives in.
        path: The module's file; empty when it could not be loaded.
        active: False when it failed and was switched off.
    """

    name: str
    distribution: str
    module: str
    path: str = ""
    active: bool = True

    @property
    def label(self) -> str:
        """Name, distribution and version, as findings tell it."""
        return f"{self.name} ({self.distribution})"


@frozen(kw_only=True)
class Registry:
    """Everything that plugins offer, sorted by key.

    Attributes:
        findings: What went wrong while loading.
        plugins: All that were found, also those switched off.
        owners: Key → label of the plugin that gave it.
    """

    findings: Findings
    plugins: tuple[Plugin, ...]
    reports: Mapping[str, ReportSpec]
    rules: Mapping[str, Rule[Any]]
    checks: Mapping[str, Check]
    profiles: Mapping[str, tuple[Profile, ...]]
    owners: Mapping[str, str]


def make_registry(*, only: Collection[str] | None = None, strict: bool = False) -> Registry:
    """Find and load the installed plugins; the built-in reports and rules enter by the same door.

    Args:
        only: Names of the plugins to load; None loads all that are installed.
        strict: Whether the first fault raises instead of switching the plugin off.

    Raises:
        PluginError: With *strict*, the first fault.
        UnknownNameError: *only* names a plugin that is not installed.
    """
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    for name in only or ():
        require_known("plugin", name, (_BUILT_IN, *(entry.name for entry in found)))
    return _load([entry for entry in found if only is None or entry.name in only], strict)


def _load(entries: Iterable[EntryPoint], strict: bool) -> Registry:
    loader = _Loader(strict=strict)
    loader.take(_built_in(), builtin)
    for entry in entries:
        plugin = Plugin(name=entry.name, distribution=_distribution(entry), module=entry.module)
        loader.open(plugin, entry)
    return loader.registry()


def registry_of(modules: Mapping[str, object], *, strict: bool = False) -> Registry:
    """A registry of the built-ins and *modules* (name → module or object with hooks), without entry points."""
    loader = _Loader(strict=strict)
    loader.take(_built_in(), builtin)
    for name, module in sorted(modules.items()):
        loader.take(Plugin(name=name, distribution="given", module=getattr(module, "__name__", name)), module)
    return loader.registry()


def _built_in() -> Plugin:
    return Plugin(name=_BUILT_IN, distribution=GROUP, module=builtin.__name__, path=_path(builtin))


def _path(module: object) -> str:
    """The file a plugin lies in; plugins are code, and people must be able to see which."""
    return str(getattr(module, "__file__", "") or "")


def _distribution(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist is not None else "unknown"


@define(kw_only=True, eq=False)
class _Loader:
    strict: bool
    findings: list[Finding] = field(factory=list)
    plugins: list[Plugin] = field(factory=list)
    offers: dict[str, dict[str, Any]] = field(factory=lambda: {hook: {} for hook in _HOOKS})
    owners: dict[str, str] = field(factory=dict)

    def tell(self, code: Code, plugin: Plugin, cause: BaseException | None = None, **args: str) -> None:
        finding = code.at(Source(file=plugin.module), plugin=plugin.label, **args)
        if self.strict:
            raise PluginError(finding.text("en")) from cause
        self.findings.append(finding)

    def open(self, plugin: Plugin, entry: EntryPoint) -> None:
        try:
            module = entry.load()
        except (Exception, SystemExit) as error:  # a plugin may do anything at import; the rest must work
            self.tell(NOT_LOADED, plugin, error, error=_words(error))
            self._switch_off(plugin)
            return
        self.take(evolve(plugin, path=_path(module)), module)

    def take(self, plugin: Plugin, module: object) -> None:
        declared = getattr(module, "plugin_api", hookspecs.PLUGIN_API)
        if declared != hookspecs.PLUGIN_API:
            self.tell(OLD_API, plugin, found=str(declared), expected=str(hookspecs.PLUGIN_API))
            self._switch_off(plugin)
            return
        manager = pluggy.PluginManager(hookspecs.PROJECT)
        manager.add_hookspecs(hookspecs)
        try:
            manager.register(module, name=plugin.name)
            manager.check_pending()
        except (Exception, SystemExit) as error:
            self.tell(UNKNOWN_HOOK, plugin, error, error=_words(error), hooks=", ".join(_HOOKS))
            self._switch_off(plugin)
            return
        self._ask(plugin, manager)

    def _ask(self, plugin: Plugin, manager: pluggy.PluginManager) -> None:
        """Take all that a plugin offers, or nothing of it."""
        offered: list[tuple[str, Any]] = []
        for hook in _HOOKS:
            try:
                # Consumed here, inside the guard: a generator fails when it is read, not when it is made.
                offered += [(hook, thing) for part in getattr(manager.hook, hook)() for thing in tuple(part)]
            except (Exception, SystemExit) as error:
                self.tell(HOOK_FAILED, plugin, error, hook=hook, error=_words(error))
                self._switch_off(plugin)
                return
        wrong = [thing for hook, thing in offered if not _key_fits(hook, plugin, thing)]
        for thing in wrong:
            self.tell(WRONG_KEY, plugin, key=str(getattr(thing, "key", thing)), prefix=f"{plugin.name}.")
        self.plugins.append(plugin)
        for hook, thing in offered:
            if thing not in wrong:
                self._keep(plugin, hook, thing)

    def _keep(self, plugin: Plugin, hook: str, thing: Any) -> None:
        known = self.offers[hook]
        if hook == "styrmodell_profiles":
            known[thing.key] = (*known.get(thing.key, ()), thing)
            return
        if thing.key in known:
            self.tell(DOUBLE_KEY, plugin, key=thing.key, other=self.owners[thing.key])
            return
        known[thing.key] = thing
        self.owners[thing.key] = plugin.label

    def _switch_off(self, plugin: Plugin) -> None:
        self.plugins.append(evolve(plugin, active=False))

    def registry(self) -> Registry:
        ordered = {hook: dict(sorted(known.items())) for hook, known in self.offers.items()}
        return Registry(
            findings=Findings(self.findings),
            plugins=tuple(sorted(self.plugins, key=lambda plugin: plugin.name)),
            reports=ordered["styrmodell_reports"],
            rules=ordered["styrmodell_rules"],
            checks=ordered["styrmodell_checks"],
            profiles=ordered["styrmodell_profiles"],
            owners=dict(self.owners),
        )


def _key_fits(hook: str, plugin: Plugin, thing: Any) -> bool:
    key = getattr(thing, "key", "")
    if hook == "styrmodell_profiles":
        return bool(key == plugin.name)
    built_in_rule = hook == "styrmodell_rules" and plugin.module == builtin.__name__
    return built_in_rule or str(key).startswith(f"{plugin.name}.")


def _words(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
