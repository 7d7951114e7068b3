"""`styrmodell reconcile`: where every krona of the ledgers went."""

from collections.abc import Sequence
from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.text_table import table_lines
from styrmodell.finding import Finding, Findings


@click.command(cls=SwedishCommand, name="reconcile")
@workspace_argument
@click.option("--unmapped", is_flag=True, help="Visa bara kodsträngar utanför kodplanen, största beloppet först.")
@shared_options
def command(path: Path, unmapped: bool, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Stäm av huvudböckerna: vad som kom med i mått, vad som blev utanför kodplanen, och summan."""
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    for ledger in workspace.ledgers:
        for found in (ledger.reconciliation, ledger.year_reconciliation):
            if found is not None:
                show(f"{ledger.pattern}")
                _table((found.unmapped_rows() or (("–",),)) if unmapped else found.rows(shared.lang))
    if not workspace.ledgers:
        show("Arbetsytan har ingen huvudbok." if shared.lang == "sv" else "The workspace has no ledger.")
    ours = Findings(finding for finding in workspace.findings if _is_ours(finding))
    shared.tell(ours)
    return exit_code(ours)


def _is_ours(finding: Finding) -> bool:
    """What stops ledgers from being read, and what they lack."""
    code = finding.code.code
    return code.startswith(("SM16", "SM18")) or code in ("SM101", "SM102", "SM107", "SM110")


def _table(rows: Sequence[Sequence[str]]) -> None:
    for line in (*table_lines(rows, right=range(1, len(rows[0]))), ""):
        show(line)
