"""`styrmodell status`: how measures and goals stand to their targets."""

import json
from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.finding import Findings, Text

_NOTHING = Text(sv="Arbetsytan har inga mål och inga målvärden.", en="The workspace has no goals and no targets.")


@click.command(cls=SwedishCommand, name="status")
@workspace_argument
@click.argument("names", metavar="[ID]...", nargs=-1)
@click.option("--unit", metavar="ENHET", help="Enheten som allt bedöms för; annars målens egna, eller planens.")
@click.option("--period", metavar="PERIOD", help="Perioden som allt bedöms för; annars målens egna, eller planens.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text eller JSON.")
@shared_options
def command(
    path: Path,
    names: tuple[str, ...],
    unit: str | None,
    period: str | None,
    form: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Visa hur mått och mål står till sina målvärden, och varför.

    Ange mått, mål eller styrkort med sina id; utan id visas alla styrkort och mål, och de mått med målvärde som inte
    står under något mål.
    """
    shared = make_shared(lang, strict, plugins)
    workspace = shared.load(path)
    if workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    found = [workspace.status(name, unit=unit, period=period) for name in names or (None,)]
    if form == "json":
        show(json.dumps([one for standing in found for one in standing.data()], ensure_ascii=False, indent=2))
    else:
        lines = [standing.text(shared.lang) for standing in found if standing.nodes]
        show("\n".join(lines or [_NOTHING.get(shared.lang)]))
    told = Findings.gather(*(standing.findings for standing in found))
    shared.tell(told)
    return exit_code(Findings.gather(workspace.findings, told))
