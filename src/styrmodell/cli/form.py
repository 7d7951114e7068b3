"""`styrmodell form`: workbooks that units fill in and send back."""

from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import Shared, make_shared, shared_options, workspace_argument
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.time_options import read_day, read_period
from styrmodell.finding import Findings
from styrmodell.session.form.make import Forms, form
from styrmodell.session.form.register import SENT
from styrmodell.session.frozen_record import is_frozen
from styrmodell.session.workspace import Workspace


@click.command(cls=SwedishCommand, name="form")
@workspace_argument
@click.option("--report", "reports", metavar="NYCKEL", multiple=True, help="En rapports tabeller; kan upprepas.")
@click.option("--table", "tables", metavar="NYCKEL", multiple=True, help="Bara denna tabell; kan upprepas.")
@click.option(
    "--objects",
    "objects",
    metavar="SLAG,…",
    multiple=True,
    help="Listor och texter, som risker,projekt eller texter; annars de som rapporterna listar.",
)
@click.option(
    "--unit", "units", metavar="ENHET", multiple=True, help="En enhet; kan upprepas. Annars de som rapporterar."
)
@click.option("--period", metavar="PERIOD", help="En period, som 2020; annars planens.")
@click.option("--due", metavar="DATUM", help="När det ska vara tillbaka, som 2019-09-02; annars kalenderns.")
@click.option(
    "--out",
    metavar="MAPP",
    type=FolderToWrite(),
    default=Path("formular"),
    help="Mapp att skriva i; annars formular.",
)
@shared_options
def command(
    path: Path,
    reports: tuple[str, ...],
    tables: tuple[str, ...],
    objects: tuple[str, ...],
    units: tuple[str, ...],
    period: str | None,
    due: str | None,
    out: Path,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Skriv ett formulär för varje enhet: tabeller och listor i Excel med gula celler att fylla i.

    Utan --report och --objects tas arbetsytans egna tabeller, eller annars alla rapporters, och enhetens egna listor.
    Vilka som fått formulär antecknas i arbetsytan, så att collect kan säga vilka som inte har lämnat in.
    """
    shared = make_shared(lang, strict, plugins)
    when, back = read_period(period), None if due is None else read_day("--due", due, "2019-09-02")
    if is_frozen(path):
        words = f"{path} är fryst och ändras inte; ange arbetsytan den kom ur", f"{path} is frozen"
        tell(f"styrmodell: {words[shared.lang == 'en']}")
        return ExitCode.CANNOT_WRITE
    workspace = shared.load(path)
    unreadable = workspace.findings.starting("SM1").errors()
    if unreadable or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    made = form(workspace, out, reports=reports, tables=tables, units=units, period=when, due=back, objects=objects)
    return _tell(shared, workspace, made, out)


def _tell(shared: Shared, workspace: Workspace, made: Forms, out: Path) -> int:
    for file in made.files:
        show(file)
    findings = Findings.gather(workspace.findings.errors(), made.failed)
    shared.tell(findings)
    if made.files or not made.failed:
        tell(_summary(made, out, shared.lang))
    return exit_code(findings)


def _summary(made: Forms, out: Path, lang: str) -> str:
    count = len(made.files)
    if lang == "en":
        return f"{count} form{'s' * (count != 1)} written in {out}, registered in {SENT}" if count else "no forms"
    if not count:
        return "inga formulär: ingen enhet har något att fylla i i de tabellerna"
    return f"skrev {count} formulär i {out}; de är antecknade i {SENT}"
