"""`styrmodell reports`: what can be rendered."""

from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import WORKSPACE, make_shared, shared_options
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.finding import Findings


@click.command(cls=SwedishCommand, name="reports")
@click.argument("path", metavar="[ARBETSYTA]", type=WORKSPACE, required=False)
@shared_options
def command(path: Path | None, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Visa rapporter som går att skriva; med en arbetsyta bara de som hör till den, med enhet och period."""
    shared = make_shared(lang, strict, plugins)
    if path is None:
        registry = shared.registry()
        for key, spec in registry.reports.items():
            show(f"{key}\t{spec.title.get(shared.lang)}\t{', '.join(spec.formats)}\t{registry.owners[key]}")
        shared.tell(registry.findings)
        return exit_code(registry.findings)
    workspace = shared.load(path)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    for key in workspace.reports():
        spec = workspace.publisher.spec(key)
        for unit, period in workspace.publisher.instances(spec):
            show(f"{key}\t{unit}\t{period}\t{spec.title.get(shared.lang)}\t{', '.join(spec.formats)}")
    findings = Findings.gather(workspace.findings, workspace.unknown_reports())
    shared.tell(findings)
    return exit_code(findings)
