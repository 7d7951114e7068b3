"""Rules of plugins, guarded: what one raises names the rule and its plugin, not the report that asked for a figure."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, field, frozen

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.errors import PluginError
from styrmodell.finding import Finding
from styrmodell.model.observation import Observation
from styrmodell.model.status import Status
from styrmodell.plugins.asking import ask, fault_words
from styrmodell.plugins.codes import RULE_FAILED
from styrmodell.plugins.loader import RULES, shown
from styrmodell.plugins.registry import Registry
from styrmodell.source import Source

_PARTS = ("lift", "combine", "unit", "gather", "subtract", "scale")
_LOWERED = (Decimal, Fraction, Status, tuple, type(None))


class RuleError(PluginError):
    """A plugin's rule fails.

    Attributes:
        args_told: What SM510 tells of it.
    """

    def __init__(self, **args_told: str) -> None:
        self.args_told = args_told
        super().__init__(self.finding(Source(file=args_told["rule"])).text("en"))

    def finding(self, source: Source, report: str = "") -> Finding:
        """SM510 at *source*; *report* is the key of what cannot be made for its sake, empty where nothing is."""
        return RULE_FAILED.at(source, report=report, **self.args_told)


@frozen(kw_only=True)
class _Guarded:
    """One of a rule's functions.

    Attributes:
        part: Its name ("lift").
        kinds: What it may give; empty for anything.
    """

    rule: str
    plugin: str
    part: str
    call: Callable[..., Any]
    kinds: tuple[type, ...] = field(default=())

    def __call__(self, *given: Any) -> Any:
        try:
            made = self.call(*given)
        except (MemoryError, RuleError):  # no fault of this rule's, or told already
            raise
        except (Exception, SystemExit) as error:  # a plugin may raise anything
            raise self._failed(fault_words(error), given) from error
        if self.kinds and not isinstance(made, self.kinds):
            raise self._failed(f"{self.part} gave a {type(made).__name__}", given)
        return made

    def _failed(self, words: str, given: tuple[Any, ...]) -> RuleError:
        told = shown("; ".join(map(_told, given)))
        return RuleError(plugin=self.plugin, hook=RULES, rule=self.rule, part=self.part, error=words, given=told)


def guarded_rules(registry: Registry) -> Mapping[str, Rule[Any]]:
    """The rules of *registry*, those of plugins guarded; the built-in rules, which have short keys, as they are."""
    return {key: _guarded(rule, registry.owners.get(key, "?")) for key, rule in registry.rules.items()}


def _guarded(rule: Rule[Any], plugin: str) -> Rule[Any]:
    if "." not in rule.key:
        return rule
    calls: dict[str, Any] = {part: getattr(rule, part) for part in _PARTS if getattr(rule, part) is not None}
    parts: dict[str, Any] = {
        part: _Guarded(rule=rule.key, plugin=plugin, part=part, call=call) for part, call in calls.items()
    }
    lower = _Guarded(rule=rule.key, plugin=plugin, part="lower", call=rule.lower, kinds=_LOWERED)
    return evolve(rule, **parts, lower=lower)


def _told(given: Any) -> str:
    """What the rule was asked of: the first figure with its place, or a state as Python writes it."""
    if isinstance(given, Item):
        return _told(given.observation)
    if isinstance(given, Observation):
        return f"{given.measure_id} {given.unit_id} {given.period.text} ({given.source})"
    if isinstance(given, list | tuple) and given and isinstance(given[0], Observation):
        return _told(given[0])
    return ask(lambda: repr(given)).made or type(given).__name__  # a state is a plugin's own, and so is how it prints
