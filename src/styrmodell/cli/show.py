"""`styrmodell show`: what a workspace holds."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.text_table import table_lines
from styrmodell.finding import Findings
from styrmodell.model.placement import Reached
from styrmodell.model.plan import Plan
from styrmodell.session.overview import chain, counted, listed, units_on


@click.command(cls=SwedishCommand, name="show")
@workspace_argument
@click.argument("kind", metavar="[SLAG]", required=False)
@click.option("--chain", "of", metavar="ID", help="Vad ett objekt bidrar till, och vad som bidrar till det.")
@click.option("--units", "day", metavar="DATUM", type=click.DateTime(["%Y-%m-%d"]), help="Enheterna så som de var då.")
@click.option("--hierarchy", metavar="ID", default="", help="Enheternas ordning i en namngiven hierarki.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
@shared_options
def command(
    path: Path,
    kind: str | None,
    of: str | None,
    day: datetime | None,
    hierarchy: str,
    form: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Visa vad arbetsytan håller: antal och placeringar, eller alla objekt av ett SLAG (goals, risks, actions …)."""
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    for line in _lines(workspace.plan, kind, of, day, hierarchy, form, shared.lang):
        show(line)
    return exit_code(Findings())


def _lines(
    plan: Plan, kind: str | None, of: str | None, day: datetime | None, hierarchy: str, form: str, lang: str
) -> Iterable[str]:
    if kind is not None:
        objects = listed(plan, kind)
        if form == "json":
            return [json.dumps(objects, ensure_ascii=False, indent=2)]
        return [f"{thing.get('id', '')}\t{thing.get('name', '')}\t{thing['source']}" for thing in objects]
    if of is not None:
        found = chain(plan, of)
        return [*_reached("↑", found.up), *_reached("↓", found.down)]
    if day is not None or hierarchy:
        when = day.date() if day is not None else plan.period.last_day
        heading = ("enhet", "under", "är nu") if lang == "sv" else ("unit", "below", "is now")
        return table_lines((heading, *units_on(plan, when, hierarchy)), right=())
    rows = counted(plan, lang)
    if form == "json":
        return [json.dumps([dict(zip(rows[0], row, strict=True)) for row in rows[1:]], ensure_ascii=False, indent=2)]
    return table_lines(rows, right=(1, 2))


def _reached(mark: str, found: Sequence[Reached]) -> Iterable[str]:
    return [f"{mark} {'  ' * (one.steps - 1)}{one.kind} {one.id}" for one in found]
