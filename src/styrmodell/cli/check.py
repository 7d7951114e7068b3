"""`styrmodell check`: everything that is wrong or doubtful, at once."""

import json
from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code, findings_data, findings_text
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand


@click.command(cls=SwedishCommand, name="check")
@workspace_argument
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
@shared_options
def command(path: Path, form: str, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Granska en arbetsyta: indata, planen i sig, tryckta värden och alla rapporters celler.

    Det som är kvitterat står för sig, sist, och räknas inte i svarskoden.
    """
    shared = make_shared(lang, strict, plugins)
    findings = shared.load(path).check()
    if form == "json":
        show(json.dumps(findings_data(findings, shared.lang), ensure_ascii=False, indent=2))
    else:
        show(findings_text(findings, shared.lang))
    return exit_code(findings)
