"""Loading plugins under guard: each offers all it has or nothing, and what is wrong is told with its version."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import EntryPoint
from types import MappingProxyType
from typing import Any

import pluggy
from attrs import define, evolve, field

from styrmodell.aggregation.rule import Rule
from styrmodell.errors import PluginError
from styrmodell.finding import Code, Finding
from styrmodell.model.ids import near_names
from styrmodell.model.profile import Profile
from styrmodell.plugins import builtin, hookspecs
from styrmodell.plugins.asking import Answer, ask, bounded
from styrmodell.plugins.check_spec import Check
from styrmodell.plugins.codes import (
    DOUBLE_KEY,
    HOOK_FAILED,
    NO_API,
    NOT_LOADED,
    OLD_API,
    PRINTED,
    UNKNOWN_HOOK,
    WRONG_KEY,
    WRONG_RESULT,
)
from styrmodell.plugins.plugin import Plugin
from styrmodell.report.spec import ReportSpec
from styrmodell.source import Source

REPORTS, RULES = "styrmodell_reports", "styrmodell_rules"
CHECKS, PROFILES = "styrmodell_checks", "styrmodell_profiles"
# Hook → what it gives, in the order in which they are asked.
HOOKS: Mapping[str, type] = MappingProxyType({REPORTS: ReportSpec, RULES: Rule, CHECKS: Check, PROFILES: Profile})
_MOST_LETTERS = 80


@define(kw_only=True, eq=False)
class Loader:
    """What has been loaded so far.

    Attributes:
        strict: Whether the first fault raises PluginError.
        offers: Hook → key → what was offered; of profiles, all of one key.
        owners: Key → label of the plugin that gave it.
    """

    strict: bool
    findings: list[Finding] = field(factory=list)
    plugins: list[Plugin] = field(factory=list)
    offers: dict[str, dict[str, Any]] = field(factory=lambda: {hook: {} for hook in HOOKS})
    owners: dict[str, str] = field(factory=dict)

    def open(self, plugin: Plugin, entry: EntryPoint) -> None:
        """Import the module that *entry* points at, and take what it offers."""
        answer = self._asked(plugin, "import", entry.load)
        if answer.error is not None:
            self._switch_off(plugin, NOT_LOADED, answer.error, error=answer.words)
            return
        path = self._asked(plugin, "import", lambda: path_of(answer.made)).made or ""
        self.take(evolve(plugin, path=path), answer.made, installed=True)

    def take(self, plugin: Plugin, module: object, *, installed: bool = False) -> None:
        """Take all that *module* offers, or nothing of it.

        Args:
            installed: Whether it is a distribution, which must say its plugin_api; what a test gives need not.
        """
        manager = pluggy.PluginManager(hookspecs.PROJECT)
        manager.add_hookspecs(hookspecs)
        answer = self._asked(plugin, "plugin_api", lambda: getattr(module, "plugin_api", None))
        if answer.error is not None:
            self._switch_off(plugin, NOT_LOADED, answer.error, error=answer.words)
        elif answer.made not in (None, hookspecs.PLUGIN_API):
            expected = str(hookspecs.PLUGIN_API)
            self._switch_off(plugin, OLD_API, None, found=str(answer.made), expected=expected)
        elif self._registers(plugin, manager, module):
            if answer.made is None and installed:
                self.tell(NO_API, plugin, expected=str(hookspecs.PLUGIN_API), module=plugin.module)
            self._take_offers(plugin, manager)

    def tell(self, code: Code, plugin: Plugin, cause: BaseException | None = None, **args: str) -> None:
        """Add a finding about *plugin*.

        Raises:
            PluginError: The loader is strict.
        """
        finding = code.at(Source(file=plugin.module), plugin=plugin.label, **args)
        if self.strict:
            raise PluginError(finding.text("en")) from cause
        self.findings.append(finding)

    def _asked(self, plugin: Plugin, where: str, call: Callable[[], Any]) -> Answer[Any]:
        answer = ask(call)
        if answer.printed:
            self.tell(PRINTED, plugin, where=where, text=shown(answer.printed))
        return answer

    def _switch_off(self, plugin: Plugin, code: Code, cause: BaseException | None, **args: str) -> None:
        self.tell(code, plugin, cause, **args)
        self.plugins.append(evolve(plugin, active=False))

    def _registers(self, plugin: Plugin, manager: pluggy.PluginManager, module: object) -> bool:
        """Whether every hook of *module* is one of ours."""
        answer = self._asked(plugin, "register", lambda: manager.register(module, name=plugin.name))
        hooks = ", ".join(HOOKS)
        if isinstance(answer.error, pluggy.PluginValidationError):
            words = _without_repr(answer.words)
            self._switch_off(plugin, UNKNOWN_HOOK, answer.error, error=words, hooks=hooks, near="")
        elif answer.error is not None:
            self._switch_off(plugin, NOT_LOADED, answer.error, error=answer.words)
        elif unknown := _unknown_hooks(manager, module):
            near = near_names(unknown[0], HOOKS)
            self._switch_off(plugin, UNKNOWN_HOOK, None, error=", ".join(unknown), hooks=hooks, near=near)
        elif unmarked := [name for name in HOOKS if _is_unmarked(manager, module, name)]:
            error = ", ".join(f"{name} without @hookimpl" for name in unmarked)
            self._switch_off(plugin, UNKNOWN_HOOK, None, error=error, hooks=hooks, near="")
        else:
            return True
        return False

    def _take_offers(self, plugin: Plugin, manager: pluggy.PluginManager) -> None:
        offered: list[tuple[str, Any]] = []
        for hook, kind in HOOKS.items():
            # Consumed here, inside the guard: a generator fails when it is read, not when it is made.
            answer = self._asked(plugin, hook, partial(_consumed, manager, hook))
            if answer.error is not None:
                self._switch_off(plugin, HOOK_FAILED, answer.error, hook=hook, error=answer.words)
                return
            things = answer.made or ()
            if wrong := next((thing for thing in things if not isinstance(thing, kind)), None):
                given = type(wrong.given if isinstance(wrong, _NoSequence) else wrong).__name__
                self._switch_off(plugin, WRONG_RESULT, None, hook=hook, found=given, expected=kind.__name__)
                return
            offered += [(hook, thing) for thing in things]
        self.plugins.append(plugin)
        for hook, thing in offered:
            strays = stray_keys(hook, plugin, thing)
            if strays:
                self.tell(WRONG_KEY, plugin, key=", ".join(strays), prefix=f"{plugin.name}.")
            else:
                self._keep(plugin, hook, thing)

    def _keep(self, plugin: Plugin, hook: str, thing: Any) -> None:
        known, owner = self.offers[hook], self.owners.get(thing.key, plugin.label)
        if hook == PROFILES:
            earlier: tuple[Profile, ...] = known.get(thing.key, ())
            if owner != plugin.label or any(one.valid_from == thing.valid_from for one in earlier):
                self.tell(DOUBLE_KEY, plugin, key=f"{thing.key} {thing.valid_from.isoformat()}", other=owner)
                return
            known[thing.key] = (*earlier, thing)
        elif thing.key in known:
            self.tell(DOUBLE_KEY, plugin, key=thing.key, other=owner)
            return
        else:
            known[thing.key] = thing
        self.owners[thing.key] = plugin.label


@define(kw_only=True)
class _NoSequence:
    """What a hook gave in place of a sequence."""

    given: object


def _unknown_hooks(manager: pluggy.PluginManager, module: object) -> list[str]:
    """Names of the hooks of *module* that there are none of, but for those that it says may be missing."""
    callers = [caller for caller in manager.get_hookcallers(module) or () if caller.spec is None]
    return sorted(c.name for c in callers if not all(impl.optionalhook for impl in c.get_hookimpls()))


def _is_unmarked(manager: pluggy.PluginManager, module: object, name: str) -> bool:
    """Whether *module* has a function called as the hook *name* that nobody would ever call."""
    return callable(getattr(module, name, None)) and not getattr(manager.hook, name).get_hookimpls()


def _consumed(manager: pluggy.PluginManager, hook: str) -> tuple[Any, ...]:
    """All that a plugin's *hook* gives; a hook that gives nothing at all, or one thing alone, says so."""
    caller = getattr(manager.hook, hook)
    parts = caller()
    if len(parts) < len(caller.get_hookimpls()):  # pluggy leaves out what is None
        return (_NoSequence(given=None),)
    given: list[Any] = []
    for part in parts:
        given += (
            bounded(part) if hasattr(part, "__iter__") and not isinstance(part, str) else (_NoSequence(given=part),)
        )
    return tuple(given)


def _without_repr(words: str) -> str:
    """pluggy's words without what it is in memory, which differs from run to run."""
    return words.partition("hookimpl definition: ")[2] or words


def path_of(module: object) -> str:
    """The file a plugin lies in; plugins are code, and people must be able to see which."""
    return str(getattr(module, "__file__", "") or "")


def shown(printed: str) -> str:
    """What was printed, on one line and not too long."""
    line = " ".join(printed.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS]}…"


def stray_keys(hook: str, plugin: Plugin, thing: Any) -> list[str]:
    """The key and codes of *thing* that do not begin with its plugin's name.

    The built-in rules have no such beginning, and a profile's key is the name alone.
    """
    if hook == PROFILES:
        return [] if thing.key == plugin.name else [str(thing.key)]
    if hook == RULES and plugin.module == builtin.__name__:
        return []
    codes = thing.codes if hook == CHECKS and isinstance(thing.codes, tuple) else ()
    keys = (str(thing.key), *(one.code for one in codes if isinstance(one, Code)))
    return [key for key in keys if not key.startswith(f"{plugin.name}.")]
