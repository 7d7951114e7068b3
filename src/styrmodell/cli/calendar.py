"""`styrmodell calendar`: what is due from whom, as text, JSON or a file for Outlook."""

import json
from datetime import date
from pathlib import Path

import click

from styrmodell.cli.console import show, show_bytes
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.path_argument import FileToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.text_table import table_lines
from styrmodell.cli.time_options import read_day
from styrmodell.errors import ReadError, RenderError
from styrmodell.finding import Findings
from styrmodell.session.calendar.calendar import Calendar, calendar
from styrmodell.session.calendar.data import calendar_data
from styrmodell.session.calendar.events import calendar_file
from styrmodell.session.calendar.text import calendar_tables, heading_text
from styrmodell.session.disk_fault import fault_text
from styrmodell.session.frozen_record import is_frozen
from styrmodell.session.hold import hold
from styrmodell.session.write import write_atomic


@click.command(cls=SwedishCommand, name="calendar")
@workspace_argument
@click.option("--unit", "units", metavar="ENHET", multiple=True, help="Bara denna enhet; kan upprepas.")
@click.option("--from", "first", metavar="DATUM", help="Bara det som ska vara klart från och med dagen.")
@click.option("--to", "last", metavar="DATUM", help="Bara det som ska vara klart till och med dagen.")
@click.option("--on", "on", metavar="DATUM", help="Så som det står den dagen; annars arbetsytans.")
@click.option("--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", help="Text, JSON, ics.")
@click.option("--out", metavar="FIL", type=FileToWrite(), help="Skriv i en fil i stället.")
@shared_options
def command(
    path: Path,
    units: tuple[str, ...],
    first: str | None,
    last: str | None,
    on: str | None,
    form: str,
    out: Path | None,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Visa vad som ska lämnas, när och av vem: det försenade först, sedan det som kommer, har kommit in och är klart.

    Stegen står i profilens och planens kalender. Vad som är gjort står i completed_steps, i det som collect tagit emot
    och i det som är fryst. Med --format ics blir det en fil som Outlook och andra kalendrar läser.
    """
    shared = make_shared(lang, strict, plugins)
    begin, end, day = _day("--from", first), _day("--to", last), _day("--on", on)
    if is_frozen(path):
        words = f"{path} är fryst: vad som kommer in sparas inte där; ange arbetsytan den kom ur", f"{path} is frozen"
        raise ReadError(words[shared.lang == "en"])
    workspace = shared.load(path, day)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    found = calendar(workspace, from_=begin, to=end, units=units)
    _give(_written(found, form, shared.lang), out, is_text=form != "ics")
    # A step that could not be read is not in the calendar: that must be seen.
    told = Findings.gather(workspace.findings.starting("SM1").errors(), found.findings)
    shared.tell(told)
    return exit_code(told)


def _day(flag: str, text: str | None) -> date | None:
    return None if text is None else read_day(flag, text, "2020-09-30")


def _written(found: Calendar, form: str, lang: str) -> bytes:
    if form == "ics":
        return calendar_file(found, lang)
    if form == "json":
        return f"{json.dumps(calendar_data(found), ensure_ascii=False, indent=2)}\n".encode()
    lines = [heading_text(found, lang)]
    for table in calendar_tables(found, lang):
        lines += ["", table.title, *table_lines(table.rows, right=table.right)]
    return "".join(f"{line}\n" for line in lines).encode()


def _give(data: bytes, out: Path | None, *, is_text: bool) -> None:
    """Write *data* in the file *out*, or show it; what is no text for people is shown byte by byte."""
    if out is None:
        show(data.decode("utf-8").removesuffix("\n")) if is_text else show_bytes(data)
        return
    try:
        with hold(out.parent):
            write_atomic(out, data)
    except OSError as error:
        raise RenderError(f"{out}: {fault_text(error)}") from error
    show(str(out))
