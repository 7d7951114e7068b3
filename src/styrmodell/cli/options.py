"""Options that every command shares, and what they give."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from styrmodell.cli.console import default_language
from styrmodell.cli.findings_text import tell_findings
from styrmodell.cli.path_argument import ReadPath, unreadable
from styrmodell.finding import Findings, Text
from styrmodell.plugins.registry import Registry, make_registry
from styrmodell.session.load import load
from styrmodell.session.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])

# What every path to a workspace is read as.
WORKSPACE = ReadPath(
    Text(
        sv="det finns ingen sådan mapp; kontrollera hur sökvägen är skriven",
        en="no such folder; check how the path is written",
    )
)
workspace_argument = click.argument("path", metavar="ARBETSYTA", type=WORKSPACE)


@frozen(kw_only=True)
class Shared:
    """What the shared options say."""

    lang: str
    strict: bool
    plugins: str | None

    def registry(self) -> Registry:
        """The plugins to use; with --strict the first that fails raises PluginError."""
        names = None if self.plugins is None else [name.strip() for name in self.plugins.split(",") if name.strip()]
        return make_registry(only=names, strict=self.strict)

    def load(self, path: Path, as_of: date | None = None) -> Workspace:
        """Load the workspace, on its own day or on *as_of*.

        Raises:
            PathError: A folder or a disk of it does not answer.
        """
        try:
            return load(path, registry=self.registry(), as_of=as_of)
        except OSError as error:
            raise unreadable(path, error) from error

    def tell(self, findings: Findings) -> None:
        """Print *findings* on stderr in the chosen language."""
        tell_findings(findings, self.lang)


def shared_options(command: F) -> F:
    """Give *command* --lang, --strict and --plugins; it takes a Shared as *shared*."""
    lang = click.option("--lang", type=click.Choice(["sv", "en"]), default=None, help="Språk; annars datorns.")
    strict = click.option("--strict", is_flag=True, help="En tilläggsmodul som felar stoppar körningen.")
    plugins = click.option("--plugins", metavar="A,B", default=None, help="Läs bara in dessa tilläggsmoduler.")
    return lang(strict(plugins(command)))


def make_shared(lang: str | None, strict: bool, plugins: str | None) -> Shared:
    """The shared options' values; no --lang takes the locale's."""
    return Shared(lang=lang or default_language(), strict=strict, plugins=plugins)
