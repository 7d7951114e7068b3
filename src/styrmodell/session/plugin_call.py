"""Asking a plugin for something while a report is made: what fails names report, distribution and version."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

from attrs import evolve

from styrmodell.errors import PluginError, RenderError
from styrmodell.finding import Finding, Findings
from styrmodell.plugins.asking import ask, bounded, fault_words
from styrmodell.plugins.codes import PRINTED
from styrmodell.plugins.loader import shown
from styrmodell.plugins.registry import Registry
from styrmodell.plugins.rule_guard import RuleError
from styrmodell.report.codes import BUILD_FAILED
from styrmodell.report.document import Block, Document
from styrmodell.source import Source

T = TypeVar("T")
_LOG = logging.getLogger("styrmodell")


def call_plugin(registry: Registry, key: str, call: Callable[[], T]) -> T:
    """What *call*, which runs code of the plugin that owns *key*, gives.

    What it prints is heard by whoever listens (listening()), else it is logged as a warning; never on stdout.

    Raises:
        RenderError: It raises or leaves (sys.exit).
        PluginError: The same, when the registry is strict.
    """
    made: list[T] = []
    answer = ask(lambda: made.append(call()))
    for finding in printed(registry, key, answer.printed):
        _LOG.warning("%s", finding.text("en"))
    if answer.error is not None:
        raise blame(registry, key, answer.error) from answer.error
    return made[0]


def printed(registry: Registry, key: str, text: str) -> Findings:
    """SM508 when *text* was printed while *key* was made.

    Raises:
        PluginError: It was, and the registry is strict.
    """
    if not text:
        return Findings()
    finding = PRINTED.at(Source(file=key), plugin=_owner(registry, key), where=key, text=shown(text))
    if registry.strict:
        raise PluginError(finding.text("en"))
    return Findings((finding,))


def blame(registry: Registry, key: str, error: BaseException) -> RenderError | PluginError:
    """The fault of *key*'s plugin; one that already names it as it is, and that of a rule as the rule's."""
    if isinstance(error, RuleError) and not registry.strict:
        return RenderError(str(error))
    if isinstance(error, PluginError):
        return error
    kind = PluginError if registry.strict else RenderError
    return kind(f"{key} from {_owner(registry, key)}: {fault_words(error)}")


def not_built(registry: Registry, key: str, error: BaseException, file: str = "") -> Finding:
    """Why the report *key* is not made: a rule that fails is its own plugin's fault (SM510), else the report's (SM401).

    Args:
        error: What call_plugin raised.
        file: The file that is not written; the report's key when there is none.
    """
    source = Source(file=file or key)
    for one in (error, error.__cause__):
        if isinstance(one, RuleError):
            return one.finding(source, key)
    return BUILD_FAILED.at(source, report=key, error=str(error), plugin=_owner(registry, key))


def rule_faults(registry: Registry, call: Callable[[], T], otherwise: T) -> tuple[T, Findings]:
    """What *call* gives; where a plugin's rule fails *otherwise*, and SM510, so that the rest is made.

    Raises:
        PluginError: A rule fails, and the registry is strict.
    """
    try:
        return call(), Findings()
    except RuleError as error:
        if registry.strict:
            raise
        return otherwise, Findings((error.finding(Source(file=error.args_told["rule"])),))


def require_document(made: object) -> Document:
    """*made*, with all its blocks read.

    Raises:
        TypeError: It is no document, or holds what is no block; both are the build's fault.
    """
    if not isinstance(made, Document):
        raise TypeError(f"build gave a {type(made).__name__}, not a Document")
    made = evolve(made, blocks=bounded(made.blocks))  # read once, here: a generator is empty the second time
    for block in made.blocks:
        if not isinstance(block, Block):
            raise TypeError(f"the document holds a {type(block).__name__}, which is no block")
    return made


def require_findings(made: Iterable[object]) -> Findings:
    """All that a check gives.

    Raises:
        TypeError: It gives something that is no finding.
    """
    found = bounded(made)
    if wrong := [thing for thing in found if not isinstance(thing, Finding)]:
        raise TypeError(f"the check gave a {type(wrong[0]).__name__}, not a Finding")
    return Findings(thing for thing in found if isinstance(thing, Finding))


def _owner(registry: Registry, key: str) -> str:
    return registry.owners.get(key, "?")
