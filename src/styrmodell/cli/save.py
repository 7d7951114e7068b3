"""`styrmodell save`: the plan of a workspace as JSON or CSV."""

from pathlib import Path

import click

from styrmodell.cli.console import tell, written_words
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import Shared, make_shared, shared_options, workspace_argument
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.finding import Findings
from styrmodell.session.save import FORMATS, save
from styrmodell.session.workspace import Workspace


@click.command(cls=SwedishCommand, name="save")
@workspace_argument
@click.option("--out", metavar="MAPP", type=FolderToWrite(), required=True, help="Mapp att spara i; görs vid behov.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", help="Format; annars json.")
@shared_options
def command(path: Path, out: Path, form: str, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Spara planen i en mapp som är en egen arbetsyta och läses tillbaka lika."""
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    unreadable = workspace.findings.starting("SM1").errors()
    if unreadable or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    return _save(shared, workspace, out, form)


def _save(shared: Shared, workspace: Workspace, out: Path, form: str) -> int:
    saved = save(workspace, out, form)
    shared.tell(Findings.gather(workspace.findings, saved.failed))
    tell(written_words(len(saved.files), out, shared.lang))
    return ExitCode.CANNOT_WRITE if saved.failed else exit_code(workspace.findings)
