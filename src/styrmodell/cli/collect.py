"""`styrmodell collect`: forms that came back become figures of the workspace."""

from fractions import Fraction
from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.path_argument import FolderToWrite, ReadPath
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.finding import Text
from styrmodell.model.observation import Observation
from styrmodell.report.numbers import format_number, unit_word
from styrmodell.session.collect.collect import Collected, collect
from styrmodell.session.collect.compare import Change
from styrmodell.session.form.register import Came
from styrmodell.session.frozen_record import is_frozen

_NO_FILE = Text(
    sv="det finns ingen sådan fil eller mapp; kontrollera hur sökvägen är skriven",
    en="no such file or folder; check how the path is written",
)
_MOST_DECIMALS = 6
_PER_CENT = Fraction(1, 100)


@click.command(cls=SwedishCommand, name="collect")
@workspace_argument
@click.argument("files", metavar="FILER...", nargs=-1, required=True, type=ReadPath(_NO_FILE))
@click.option("--dry-run", is_flag=True, help="Visa vad som skulle ändras; skriv inget.")
@click.option("--out", metavar="MAPP", type=FolderToWrite(), default=Path("ut"), help="Var Att rätta läggs; annars ut.")
@click.option(
    "--accept", metavar="CELL-ID", multiple=True, help="Siffror som stämmer ändå; * är vad som helst; kan upprepas."
)
@shared_options
def command(
    path: Path,
    files: tuple[Path, ...],
    dry_run: bool,
    out: Path,
    accept: tuple[str, ...],
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Läs in formulär som har kommit tillbaka och skriv värdena i mappen insamlat i arbetsytan.

    FILER är arbetsböcker eller mappar; de får heta vad som helst. Det som inte går att läsa sägs, och varje enhet med
    fel får en arbetsbok Att rätta. Sist sägs vilka som inte har lämnat in.
    """
    shared = make_shared(lang, strict, plugins)
    if is_frozen(path):
        words = f"{path} är fryst och ändras inte; ange arbetsytan den kom ur", f"{path} is frozen"
        tell(f"styrmodell: {words[shared.lang == 'en']}")
        return ExitCode.CANNOT_WRITE
    workspace = shared.load(path)
    unreadable = workspace.findings.starting("SM1").errors()
    if unreadable or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    done = collect(workspace, files, out=out, dry_run=dry_run, accept=accept)
    _show(done)
    shared.tell(done.findings)
    tell(_summary(done, dry_run, shared.lang))
    return exit_code(done.findings)


def _show(done: Collected) -> None:
    """A line a form, and below it one a cell that is new or changed."""
    for came in done.came:
        show(_form_line(came))
        for change in done.changes:
            if change.file == came.file and change.after.unit_id == came.unit:
                show(f"  {_change_line(change)}")
        for edit in done.edits:
            if edit.file == came.file:
                new = " (ny)" if edit.is_new else ""
                show(f"  {edit.place}  {edit.what}{new}: {edit.before} → {edit.after}")
        if came.comment:
            show(f"  Kommentar: {' '.join(came.comment.split())}")


def _form_line(came: Came) -> str:
    signed = ", ".join(part for part in (came.role, came.day, f"klar: {came.done}" if came.done else "") if part)
    counts = f"{came.new} nya, {came.changed} ändrade, {came.unchanged} oförändrade"
    return f"{came.unit} {came.period}\t{came.file}\t{counts}\t{signed or 'ej undertecknat'}"


def _change_line(change: Change) -> str:
    before = "–" if change.before is None else _figure(change.before, change)
    return (
        f"{change.place}  {change.what}: {before} → {_figure(change.after, change)} {unit_word(change.unit)}".rstrip()
    )


def _figure(one: Observation, change: Change) -> str:
    """A figure as the form prints it, with the decimals it has."""
    if one.value is None:
        return "–"
    value = Fraction(one.value) / (_PER_CENT if change.unit == "%" else change.factor)
    decimals = next((n for n in range(_MOST_DECIMALS) if (value * 10**n).denominator == 1), _MOST_DECIMALS)
    return format_number(value, decimals)


def _summary(done: Collected, dry_run: bool, lang: str) -> str:
    count = len(done.changes) + len(done.edits)
    if lang == "en":
        return f"{len(done.came)} forms, {count} values{' (nothing written)' if dry_run else ''}"
    end = "; inget skrevs (--dry-run)" if dry_run else f"; skrev {', '.join(done.files)}" if done.files else ""
    faults = f"; att rätta: {', '.join(done.faults)}" if done.faults else ""
    return f"{len(done.came)} formulär, {count} värden{end}{faults}"
