"""`styrmodell render`: write reports."""

from pathlib import Path

import click

from styrmodell.cli.console import show_progress, tell, written_words
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import Shared, make_shared, shared_options, workspace_argument
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.time_options import read_day, read_period
from styrmodell.finding import Findings
from styrmodell.session.chosen_reports import choose_reports
from styrmodell.session.run import Order, Run, plan_jobs, run_jobs
from styrmodell.session.workspace import Workspace


@click.command(cls=SwedishCommand, name="render")
@workspace_argument
@click.option(
    "--report",
    "reports",
    metavar="NYCKEL",
    multiple=True,
    help='En rapport, ett mönster som "generic.*" eller en modul; kan upprepas. Annars arbetsytans.',
)
@click.option("--unit", "units", metavar="ENHET", multiple=True, help="En enhet; kan upprepas. Annars alla.")
@click.option("--period", metavar="PERIOD", help="En period, som 2020; annars planens.")
@click.option("--as-of", "as_of", metavar="DATUM", help="Dagens datum, som 2019-09-26; annars arbetsytans.")
@click.option(
    "--format",
    "formats",
    metavar="xlsx|docx|html|csv|json",
    multiple=True,
    help="Ett format; kan upprepas. Annars alla som rapporten har.",
)
@click.option("--out", metavar="MAPP", type=FolderToWrite(), default=Path("ut"), help="Mapp att skriva i; annars ut.")
@click.option("--name", metavar="MÖNSTER", default="", help="Filnamn med {key} {title} {unit} {period}.")
@shared_options
def command(
    path: Path,
    reports: tuple[str, ...],
    units: tuple[str, ...],
    period: str | None,
    as_of: str | None,
    formats: tuple[str, ...],
    out: Path,
    name: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Skriv rapporter som Excel, Word och HTML, med en manifest.json som säger ur vad de är gjorda."""
    shared = make_shared(lang, strict, plugins)
    order = Order(reports=reports, units=units, period=read_period(period), formats=formats, name=name)
    today = None if as_of is None else read_day("--as-of", as_of, "2019-09-26")
    workspace = shared.load(path, today)
    unreadable = workspace.findings.starting("SM1").errors()
    if unreadable or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    return _render(shared, workspace, order, out)


def _render(shared: Shared, workspace: Workspace, order: Order, out: Path) -> int:
    unknown = workspace.unknown_reports() if not order.reports else Findings()
    jobs = plan_jobs(workspace, order)
    run = run_jobs(workspace, jobs, out, show_progress, is_whole=order.is_whole)
    findings = Findings.gather(run.findings, unknown, run.failed)
    shared.tell(findings)
    _tell_empty(choose_reports(workspace.publisher, order.reports).empty, shared.lang)
    _summary(run, out, shared.lang)
    return exit_code(findings)


def _tell_empty(keys: tuple[str, ...], lang: str) -> None:
    if keys:
        said = "arbetsytan har inget till" if lang == "sv" else "the workspace holds nothing of"
        tell(f"{said}: {', '.join(keys)}")


def _summary(run: Run, out: Path, lang: str) -> None:
    tell(written_words(len(run.outputs), out, lang))
