"""`styrmodell savings`: the savings plan, its totals, and what has changed and what is lacking."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from styrmodell.aggregation.savings.savings_plan import By, SavingsPlan
from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.text_table import table_lines
from styrmodell.report.savings_data import savings_data
from styrmodell.report.savings_text import savings_tables

_BY = tuple(by.value for by in By)


@click.command(cls=SwedishCommand, name="savings")
@workspace_argument
@click.option("--unit", metavar="ENHET", help="Enheten; annars planens. Enheter under den är med.")
@click.option("--period", metavar="PERIOD", help="Perioden; annars planens.")
@click.option("--by", type=click.Choice(_BY), multiple=True, help="Summor per enhet, kategori …; kan upprepas.")
@click.option("--feasibility", metavar="1,2", default="", help="Bara åtgärder med dessa genomförbarheter.")
@click.option("--category", metavar="ORD", multiple=True, help="Bara åtgärder i denna kategori; kan upprepas.")
@click.option("--origin", type=click.Choice(["ursprunglig", "tillkommen"]), multiple=True, help="Bara sådana åtgärder.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
@shared_options
def command(
    path: Path,
    unit: str | None,
    period: str | None,
    by: tuple[str, ...],
    feasibility: str,
    category: tuple[str, ...],
    origin: tuple[str, ...],
    form: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Visa handlingsplanen: varje åtgärd och summorna i mnkr, vad som ändrats och vad som saknas."""
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    whole = workspace.savings(unit=unit, period=period)
    found = whole.select(feasibility=_steps(feasibility), category=category, origin=origin)
    chosen = tuple(map(By, by))
    if form == "json":
        show(json.dumps(savings_data(found, chosen or tuple(By)), ensure_ascii=False, indent=2))
    else:
        for line in _lines(found, chosen or (By.UNIT,), shared.lang):
            show(line)
    shared.tell(found.findings)
    return exit_code(found.findings)


def _steps(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if any(not part.isdecimal() for part in parts):
        raise click.UsageError(f"--feasibility {text}: skriv siffror, som 1,2.")
    return tuple(map(int, parts))


def _lines(plan: SavingsPlan, by: tuple[By, ...], lang: str) -> Iterator[str]:
    yield f"{plan.name}, {plan.period.text}, mnkr"
    for table in savings_tables(plan, by, lang):
        yield ""
        yield table.title
        yield from table_lines(table.rows, right=table.right)
        if table.remark:
            yield table.remark
