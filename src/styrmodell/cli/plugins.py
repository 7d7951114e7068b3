"""`styrmodell plugins`: which plugins are installed, and whether they work."""

import click

from styrmodell.cli.console import show
from styrmodell.cli.findings_text import exit_code
from styrmodell.cli.options import make_shared, shared_options
from styrmodell.cli.swedish import SwedishCommand

_WORDS = {"sv": ("på", "avstängd", "rapport", "rapporter"), "en": ("on", "off", "report", "reports")}


@click.command(cls=SwedishCommand, name="plugins")
@shared_options
def command(lang: str | None, strict: bool, plugins: str | None) -> int:
    """Visa installerade tilläggsmoduler: namn, paket med version, fil, läge och antal rapporter."""
    shared = make_shared(lang, strict, plugins)
    registry = shared.registry()
    on, off, one, several = _WORDS[shared.lang]
    for plugin in registry.plugins:
        count = sum(key.startswith(f"{plugin.name}.") for key in registry.reports)
        offered = f"{count} {one if count == 1 else several}"
        state = on if plugin.active else off
        show("\t".join((plugin.name, plugin.distribution, plugin.path or plugin.module, state, offered)))
    shared.tell(registry.findings)
    return exit_code(registry.findings)
