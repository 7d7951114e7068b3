"""`styrmodell explain`: where a figure comes from."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
from attrs import evolve

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.order_options import in_order, order_options
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.errors import UnknownNameError
from styrmodell.finding import Findings
from styrmodell.model.kind import KIND_WORDS, Kind
from styrmodell.report.explained import Explained
from styrmodell.report.explanation_document import REPORT
from styrmodell.report.narrate import MAX_DEPTH
from styrmodell.report.spec import FORMATS, Format
from styrmodell.report.table import Cell
from styrmodell.session.asking import Asking
from styrmodell.session.workspace import Workspace

_FORMS = ("text", "json", *FORMATS)
_NUMBER = re.compile(r"[+-]?\d[\d,]*")
_KINDS = dict(KIND_WORDS) | {kind.value: kind for kind in Kind}


@click.command(cls=SwedishCommand, name="explain")
@workspace_argument
@click.argument("cell", metavar="[CELL-ID]", required=False)
@click.option("--figure", metavar="TAL", help="En tryckt siffra: alla celler som visar den.")
@click.option("--measure", metavar="MÅTT", help="Ett mått i stället för en cell.")
@click.option("--unit", metavar="ENHET", help="Måttets enhet; annars planens.")
@click.option("--period", metavar="PERIOD", help="Måttets period; annars planens.")
@click.option("--kind", type=click.Choice(sorted(_KINDS)), default="outcome", help="Utfall, prognos, budget, plan …")
@click.option("--dim", "dims", metavar="NAMN=MEDLEM", multiple=True, help="En medlem av en indelning; kan upprepas.")
@click.option("--version", "edition", metavar="VERSION", default="", help="En version av budget eller prognos.")
@click.option("--ie", metavar="KODER", default="", help="Bara belopp med dessa I/E-koder, som 0-2.")
@click.option("--internal", metavar="VAD", help="Interna poster: brutto, eliminerat eller netto; annars måttets.")
@order_options
@click.option("--format", "form", type=click.Choice(_FORMS), default="text", help="Text, JSON eller ett dokument.")
@click.option("--depth", metavar="N", type=click.IntRange(min=0), default=MAX_DEPTH, help="Hur många led som visas.")
@click.option("--out", type=FolderToWrite(), default=Path("ut"), help="Var ett dokument läggs; annars ut.")
@shared_options
def command(
    path: Path,
    cell: str | None,
    figure: str | None,
    measure: str | None,
    unit: str | None,
    period: str | None,
    kind: str,
    dims: tuple[str, ...],
    edition: str,
    ie: str,
    internal: str | None,
    hierarchy: str,
    on: datetime | None,
    as_now: bool,
    form: str,
    depth: int,
    out: Path,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Visa var en siffra kommer ifrån, ner till fil och rad.

    Ange en cell (rapport@enhet@period/tabell/rad/kolumn; enhet och period får utelämnas), en tryckt siffra
    med --figure, eller ett mått med --measure, --unit, --period, --kind, --version och --dim.
    """
    shared = make_shared(lang, strict, plugins)
    if sum(given is not None for given in (cell, figure, measure)) != 1:
        raise click.UsageError("Ange en cell, --figure eller --measure: ett av dem.")
    workspace = shared.load(path)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    pairs = tuple(_pair(text) for text in dims)
    asking = Asking(unit=unit, period=period, kind=_KINDS[kind], version=edition, dims=pairs, ie=ie, internal=internal)
    found = list(_found(in_order(workspace, hierarchy, on, as_now), cell, figure, measure, asking))
    if form in FORMATS:
        _write(workspace, found, form, out)
    else:
        _show(found, form, shared.lang, depth)
    # A frozen run whose input is not what it was explains another figure than the one that was decided.
    shared.tell(Findings.gather(workspace.findings.starting("SM43"), *(one.findings for one in found)))
    return exit_code(workspace.findings)


def _found(
    workspace: Workspace, cell: str | None, figure: str | None, measure: str | None, asking: Asking
) -> Iterator[Explained]:
    if cell is not None:
        yield workspace.explain(cell)
    elif figure is not None:
        yield from _printed(workspace, figure)
    else:
        yield workspace.inquiry.explain_value(str(measure), workspace.inquiry.place(asking))


def _write(workspace: Workspace, found: list[Explained], form: str, out: Path) -> None:
    """Write each of *found* as a document; a printed figure may stand in several cells."""
    wanted: Format = next(known for known in FORMATS if known == form)
    for place, explained in enumerate(found, 1):
        rendered = workspace.render_explanation(explained, wanted)
        named = rendered if place == 1 else evolve(rendered, name=f"{REPORT}-{place}.{form}")
        show(named.write(out))


def _show(found: list[Explained], form: str, lang: str, depth: int) -> None:
    if form == "json":
        data = [explained.data() for explained in found]
        show(json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2))
    else:
        show("\n\n".join(explained.text(lang, depth=depth) for explained in found))


def _pair(text: str) -> tuple[str, str]:
    name, equals, member = (part.strip() for part in text.partition("="))
    if not (name and equals and member):
        raise click.UsageError(f"--dim {text}: skriv namn=medlem, som dvo=primarvard.")
    return (name, member)


def _printed(workspace: Workspace, figure: str) -> Iterator[Explained]:
    """Every cell of the workspace's reports that prints *figure*."""
    wanted = _bare(figure)
    cells = [cell for cell in _cells(workspace) if not cell.is_blank and wanted in _names(cell.text)]
    if not cells:
        raise UnknownNameError("printed figure", figure)
    yield from (workspace.inquiry.explained(cell) for cell in cells)


def _cells(workspace: Workspace) -> Iterator[Cell]:
    for key in workspace.reports():
        spec = workspace.publisher.spec(key)
        for unit, period in workspace.publisher.instances(spec):
            yield from workspace.publisher.document(spec, unit, period).cells()


def _names(printed: str) -> tuple[str, ...]:
    """What people may type for a *printed* figure: all of it, or the number without its unit ("1,9" for "1,9 %")."""
    bare = _bare(printed)
    number = _NUMBER.match(bare)
    return (bare,) if number is None else (bare, number[0])


def _bare(text: str) -> str:
    """A printed figure without spaces and with an ordinary minus, as people type it."""
    return "".join(text.split()).replace("\u2212", "-").replace("\u2010", "-")
