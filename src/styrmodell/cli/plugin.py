"""`styrmodell plugin`: begin a plugin of one's own."""

from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.options import make_shared, shared_options
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.swedish_group import SwedishGroup
from styrmodell.session.new_plugin import name_fault, new_plugin, title_fault

_NEXT = {
    "sv": "Gå vidare: cd {folder}\n"
    'Installera: python -m pip install -e ".[test]"\n'
    "Pröva: python -m pytest\nSkriv ut: python -m styrmodell render exempel",
    "en": "Go on: cd {folder}\n"
    'Install: python -m pip install -e ".[test]"\n'
    "Test: python -m pytest\nRender: python -m styrmodell render exempel",
}


@click.command(cls=SwedishGroup, name="plugin")
def command() -> None:
    """Börja en egen tilläggsmodul."""


@command.command(cls=SwedishCommand, name="new")
@click.argument("name", metavar="NAMN")
@click.option("--out", metavar="MAPP", type=FolderToWrite(), help="Mappen; annars styrmodell-NAMN här.")
@click.option("--title", metavar="TEXT", default="", help="Vad regionen heter i rubriker; annars tas det ur namnet.")
@shared_options
def new(name: str, out: Path | None, title: str, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Skriv en tilläggsmodul med rapport, kontroll, profil, Wordmall, tester och exempel. Inget hämtas från nätet."""
    shared = make_shared(lang, strict, plugins)
    taken = [plugin.name for plugin in shared.registry().plugins]
    for fault in (name_fault(name, taken), title_fault(title) if title else None):
        if fault is not None:
            raise click.UsageError(fault.get(shared.lang), click.get_current_context())
    folder = out or Path(f"styrmodell-{name}")
    for path in new_plugin(name, folder, title=title, taken=taken):
        show(str(path))
    tell(_NEXT[shared.lang].format(folder=folder))
    return ExitCode.OK
