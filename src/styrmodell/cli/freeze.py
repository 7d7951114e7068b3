"""`styrmodell freeze`: keep a run as it was when a body decided."""

from pathlib import Path

import click

from styrmodell.cli.console import show, show_progress, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import Shared, make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.time_options import read_day
from styrmodell.finding import Findings
from styrmodell.io.file_pattern import FROZEN_FILE
from styrmodell.session.freeze import Frozen, freeze
from styrmodell.session.frozen_record import is_frozen
from styrmodell.session.workspace import Workspace


@click.command(cls=SwedishCommand, name="freeze")
@workspace_argument
@click.option(
    "--report", "reports", metavar="NYCKEL", multiple=True, help="En rapport; kan upprepas. Annars arbetsytans."
)
@click.option(
    "--format", "formats", metavar="xlsx|docx|html", multiple=True, help="Ett format; kan upprepas. Annars alla."
)
@click.option("--body", metavar="ORGAN", required=True, help="Organet som beslutade, som Regionstyrelsen.")
@click.option("--date", "day", metavar="DATUM", required=True, help="Beslutets dag, som 2019-11-26.")
@click.option("--paragraph", metavar="TEXT", required=True, help="Beslutets paragraf, som '§ 112'.")
@click.option("--name", metavar="NAMN", default="", help="Frysningens namn; annars av dag, organ och plan.")
@shared_options
def command(
    path: Path,
    reports: tuple[str, ...],
    formats: tuple[str, ...],
    body: str,
    day: str,
    paragraph: str,
    name: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Frys det som ett organ beslutade om: indata, dokument och kontrollsummor, i arbetsytans mapp frysta."""
    shared = make_shared(lang, strict, plugins)
    for flag, text in (("--body", body), ("--paragraph", paragraph)):
        if not text.strip():
            raise click.UsageError(f"{flag} är tom: ange organ och paragraf för beslutet.")
    decided = read_day("--date", day, "2019-11-26")
    workspace = shared.load(path)
    if workspace.findings.starting("SM1").errors() or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    if is_frozen(path):
        words = f"{path} är redan fryst; frys arbetsytan den kom ur", f"{path} is frozen already"
        tell(f"styrmodell: {words[shared.lang == 'en']}")
        return ExitCode.CANNOT_WRITE
    made = freeze(
        workspace,
        body=body,
        decided=decided,
        paragraph=paragraph,
        reports=reports,
        formats=formats,
        name=name,
        progress=show_progress,
    )
    return _tell(shared, workspace, made)


def _tell(shared: Shared, workspace: Workspace, made: Frozen) -> int:
    shared.tell(Findings.gather(made.findings or workspace.findings, made.failed))
    if made.failed:
        tell("inget fryst" if shared.lang == "sv" else "nothing was frozen")
        return max(ExitCode.CANNOT_WRITE, exit_code(made.failed))
    show(f"{made.folder}\n{FROZEN_FILE} sha256 {made.sha256}")
    return exit_code(made.findings)
