"""`styrmodell plugins`: which plugins are installed, and whether they work."""

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options
from styrmodell.cli.swedish import SwedishCommand


@click.command(cls=SwedishCommand, name="plugins")
@shared_options
def command(lang: str | None, strict: bool, plugins: str | None) -> int:
    """Visa installerade tilläggsmoduler: namn, paket med version, fil, läge och antal rapporter."""
    shared = make_shared(lang, strict, plugins)
    registry = shared.registry()
    states = {"sv": ("på", "avstängd", ("rapport", "rapporter")), "en": ("on", "off", ("report", "reports"))}[
        shared.lang
    ]
    for plugin in registry.plugins:
        count = sum(key.startswith(f"{plugin.name}.") for key in registry.reports)
        state = states[0] if plugin.active else states[1]
        show(
            f"{plugin.name}\t{plugin.distribution}\t{plugin.path or plugin.module}\t{state}\t{count} {states[2][count != 1]}"
        )
    shared.tell(registry.findings)
    return exit_code(registry.findings)
