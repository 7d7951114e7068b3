"""`styrmodell acknowledge`: a finding that is known and left as it is."""

from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import Shared, make_shared, shared_options, workspace_argument
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.cli.time_options import read_day
from styrmodell.errors import UnknownNameError
from styrmodell.finding import Findings
from styrmodell.model.ids import close_names
from styrmodell.session.acknowledge.acknowledge import acknowledge
from styrmodell.session.acknowledge.file import NAME
from styrmodell.session.frozen_record import is_frozen

_EXAMPLE = "2020-12-31"


@click.command(cls=SwedishCommand, name="acknowledge")
@workspace_argument
@click.argument("code", metavar="KOD")
@click.option("--where", metavar="TEXT", default="", help="Del av iakttagelsens plats eller text, när flera har koden.")
@click.option("--all", "every", is_flag=True, help="Kvittera alla som träffas, var och en för sig.")
@click.option("--why", metavar="TEXT", required=True, help="Varför det får stå kvar.")
@click.option("--role", metavar="ROLL", required=True, help="Rollen som svarar för det; inget namn på en person.")
@click.option("--until", metavar="DATUM", required=True, help=f"Sista dagen kvitteringen gäller, som {_EXAMPLE}.")
@shared_options
def command(
    path: Path,
    code: str,
    where: str,
    every: bool,
    why: str,
    role: str,
    until: str,
    lang: str | None,
    strict: bool,
    plugins: str | None,
) -> int:
    """Kvittera en iakttagelse: skriv varför den får stå kvar, vilken roll som svarar för det och till och med när.

    KOD är iakttagelsens, som SM420. Det skrivs sist i kvitterade.yaml i arbetsytan. Ändras det som iakttagelsen säger
    kommer den tillbaka.
    """
    shared = make_shared(lang, strict, plugins)
    for flag, text in (("--why", why), ("--role", role)):
        if not text.strip():
            raise click.UsageError(f"{flag} är tom: skriv varför det får stå kvar och vilken roll som svarar för det.")
    last = read_day("--until", until, _EXAMPLE)
    if is_frozen(path):
        words = f"{path} är fryst och ändras inte; ange arbetsytan den kom ur", f"{path} is frozen"
        tell(f"styrmodell: {words[shared.lang == 'en']}")
        return ExitCode.CANNOT_WRITE
    workspace = shared.load(path)
    if workspace.findings.starting("SM1").errors() or workspace.plan is None:
        shared.tell(workspace.findings)
        return exit_code(workspace.findings)
    if last < workspace.as_of:
        raise click.UsageError(f"--until är före arbetsytans dag, {workspace.as_of.isoformat()}.")
    found = _chosen(workspace.check(), code.upper(), where)
    if len(found) > 1 and not every:
        return _several(shared, found)
    made = acknowledge(workspace, found, why=why, role=role, until=last)
    if made.failed:
        shared.tell(made.failed)
        return ExitCode.CANNOT_WRITE
    show(f"{made.file}\n{made.text.rstrip()}")
    return ExitCode.OK


def _chosen(findings: Findings, code: str, where: str) -> Findings:
    """Those of *code* that nobody has acknowledged and that say *where*, in their place or in what was found.

    Raises:
        UsageError: All of that code are acknowledged already.
        UnknownNameError: There are none.
    """
    coded = Findings(one for one in findings.open() if one.code.code.upper() == code)
    if not coded:
        for one in findings.acknowledged():
            if one.code.code.upper() == code and one.acknowledged is not None:
                raise click.UsageError(f"{code} är kvitterad redan: {one.acknowledged.text()}. Ändra i {NAME}.")
        known = sorted({one.code.code for one in findings.open()})
        raise UnknownNameError("finding", code, close_names(code, known) or tuple(known))
    wanted = " ".join(where.split()).casefold()
    found = Findings(one for one in coded if wanted in " ".join(f"{one.source} {one.found()}".split()).casefold())
    if not found:
        raise UnknownNameError("place of a finding", where, tuple(str(one.source) for one in coded)[:3])
    return found


def _several(shared: Shared, found: Findings) -> int:
    for one in found:
        tell(one.text(shared.lang))
    words = (
        f"{len(found)} iakttagelser har koden; välj en med --where, eller alla med --all. Inget skrevs.",
        f"{len(found)} findings have the code; choose one with --where, or all with --all. Nothing was written.",
    )
    tell(f"styrmodell: {words[shared.lang == 'en']}")
    return ExitCode.USAGE
