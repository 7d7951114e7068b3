"""`styrmodell init`: begin a workspace."""

from datetime import datetime
from pathlib import Path

import click

from styrmodell.cli.console import show, tell
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.options import make_shared, shared_options
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.session.init import init


@click.command(cls=SwedishCommand, name="init")
@click.argument("folder", metavar="MAPP", type=FolderToWrite())
@click.option("--profile", metavar="NYCKEL", default="", help="Ord ur en tilläggsmoduls profil.")
@click.option("--excel", is_flag=True, help="En arbetsbok i stället för textfiler.")
@shared_options
def command(folder: Path, profile: str, excel: bool, lang: str | None, strict: bool, plugins: str | None) -> int:
    """Börja en arbetsyta: en liten, kommenterad, som går att granska och skriva ut direkt."""
    shared = make_shared(lang, strict, plugins)
    # The one place where the computer's clock is read: what is written states the day, and it is the user's from then.
    today = datetime.now().astimezone().date()
    for path in init(folder, registry=shared.registry(), today=today, profile=profile, excel=excel):
        show(str(path))
    # As the pages write it: what pip installs beside it is seldom found by name in Windows.
    asked = f'"{folder}"' if " " in str(folder) else str(folder)
    tell(f"Granska med: python -m styrmodell check {asked}\nSkriv ut med: python -m styrmodell render {asked}")
    return ExitCode.OK
