"""`styrmodell rollover`: next year's draft workspace out of this year's."""

from datetime import date, datetime
from pathlib import Path

import click

from styrmodell.cli.console import show, tell, written_words
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import Shared, make_shared, shared_options, workspace_argument
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.session.rollover.rollover import rollover
from styrmodell.session.workspace import Workspace


@click.command(cls=SwedishCommand, name="rollover")
@workspace_argument
@click.option("--to", metavar="ÅR", type=click.IntRange(1, 9999), required=True, help="Den nya planens år.")
@click.option("--out", metavar="MAPP", type=FolderToWrite(), required=True, help="Den nya arbetsytan; får inte finnas.")
@click.option(
    "--as-of",
    metavar="DAG",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Den nya arbetsytans dag; annars den gamlas, för inget nyare är känt.",
)
@click.option(
    "--with-forecast",
    is_flag=True,
    help="Räkna prognosen som använd i belopp t o m där utfallet saknas; annars räknas de inte upp.",
)
@shared_options
def command(
    path: Path,
    to: int,
    out: Path,
    as_of: datetime | None,
    with_forecast: bool,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Gör nästa års utkast av en arbetsyta, i en ny mapp; det gamla året rörs inte."""
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    if workspace.findings.starting("SM1").errors() or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    day = as_of.date() if as_of is not None else None
    return _roll(shared, workspace, to, out, day, with_forecast)


def _roll(shared: Shared, workspace: Workspace, to: int, out: Path, as_of: date | None, with_forecast: bool) -> int:
    rolled = rollover(workspace, to, out, as_of=as_of, with_forecast=with_forecast, lang=shared.lang)
    if rolled.workspace is None:
        shared.tell(rolled.findings)
        return ExitCode.CANNOT_WRITE
    show(rolled.note.rstrip("\n"))
    tell(written_words(len(rolled.files), out, shared.lang))
    return ExitCode.OK
