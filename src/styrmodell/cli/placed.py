"""`styrmodell placed`: amounts of objects by what they serve, each object counted once."""

import json
from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.text_table import table_lines
from styrmodell.model.kind import KIND_WORDS, Kind
from styrmodell.report.placed_text import placed_data, placed_rows

_KINDS = dict(KIND_WORDS) | {kind.value: kind for kind in Kind}


@click.command(cls=SwedishCommand, name="placed")
@workspace_argument
@click.argument("measure", metavar="MÅTT")
@click.option("--under", metavar="SLAG", default="goal", help="Det som tjänas: goal, decision, project …")
@click.option("--unit", metavar="ENHET", help="Enheten; annars planens.")
@click.option("--period", metavar="PERIOD", help="Perioden; annars planens.")
@click.option("--kind", type=click.Choice(sorted(_KINDS)), default="plan", help="Utfall, prognos, budget, plan …")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
@shared_options
def command(
    path: Path,
    measure: str,
    under: str,
    unit: str | None,
    period: str | None,
    kind: str,
    form: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Visa belopp för åtgärder, investeringar eller projekt efter det de bidrar till.

    MÅTT är atgard, atgard-kalkyl, investering, projekt eller driftkostnad. Ett objekt som bidrar till flera fördelas
    efter sina andelar, och räknas en gång i summan.
    """
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    found = workspace.placed(measure, under=under, unit=unit, period=period, kind=_KINDS[kind])
    if form == "json":
        show(json.dumps(placed_data(found), ensure_ascii=False, indent=2))
    else:
        for line in table_lines(tuple(placed_rows(found, shared.lang)), right=(1, 2, 3)):
            show(line)
    return exit_code(workspace.findings)
