"""`styrmodell diff`: what has changed since the last report, and why the totals moved."""

from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options
from styrmodell.cli.path_argument import FolderToWrite, ReadPath
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.finding import FindingsError, Text
from styrmodell.report.spec import FORMATS
from styrmodell.session.compare.comparison import Comparison
from styrmodell.session.compare.diff import diff
from styrmodell.session.compare.opened import is_workbook
from styrmodell.session.disk_fault import fault_text
from styrmodell.session.hold import hold
from styrmodell.session.write import write_atomic

_NOTHING = Text(
    sv="det finns ingen sådan arbetsyta eller arbetsbok; kontrollera hur sökvägen är skriven",
    en="no such workspace or file; check how the path is written",
)
_FORMS = ("text", "json", *FORMATS)
_ENDS = {"text": "txt", "json": "json"}
_NAME = "jamforelse"


@click.command(cls=SwedishCommand, name="diff")
@click.argument("old", metavar="FÖRRA", type=ReadPath(_NOTHING))
@click.argument("new", metavar="NU", type=ReadPath(_NOTHING))
@click.option("--format", "form", type=click.Choice(_FORMS), default=None, help="Text, JSON eller ett dokument.")
@click.option("--out", metavar="MAPP", type=FolderToWrite(), help="Mapp att skriva i; annars ut.")
@shared_options
def command(
    old: Path, new: Path, form: str | None, out: Path | None, lang: str | None, strict: bool, plugins: str | None
) -> int:
    """Visa vad som har ändrats sedan förra rapporten, och varför summorna rört sig.

    FÖRRA och NU är två arbetsytor, eller två levererade arbetsböcker (.xlsx). Utan flaggor visas ändringarna som text;
    med --out skrivs de som Word, Excel och HTML, eller i formatet efter --format.
    """
    shared = make_shared(lang, strict, plugins)
    _require_alike(old, new)
    try:
        found = diff(old, new, registry=shared.registry())
    except FindingsError as error:
        shared.tell(error.findings)
        return exit_code(error.findings)
    code = _put(found, form, out, shared.lang)
    shared.tell(found.findings)
    return max(code, exit_code(found.findings))


def _require_alike(old: Path, new: Path) -> None:
    if is_workbook(old) != is_workbook(new):
        raise click.UsageError("En arbetsbok jämförs med en arbetsbok, en arbetsyta med en arbetsyta.")


def _put(found: Comparison, form: str | None, out: Path | None, lang: str) -> ExitCode:
    """Show the text, or write what was asked for and tell where."""
    if out is None and form in (None, *_ENDS):
        show(found.json() if form == "json" else found.text(lang))
        return ExitCode.OK
    folder = out or Path("ut")
    try:
        for one in FORMATS if form is None else (form,):
            show(_write(found, one, folder, lang))
    except OSError as error:
        tell(f"styrmodell: {folder}: {fault_text(error, lang)}")
        return ExitCode.CANNOT_WRITE
    return ExitCode.OK


def _write(found: Comparison, form: str, folder: Path, lang: str) -> str:
    if form in _ENDS:
        path = folder / f"{_NAME}.{_ENDS[form]}"
        with hold(folder):
            write_atomic(path, (found.json() if form == "json" else found.text(lang)).encode("utf-8") + b"\n")
        return str(path)
    return found.render(next(known for known in FORMATS if known == form)).write(folder)
