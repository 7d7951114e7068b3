"""`styrmodell schema`: JSON Schemas of the files people write, for editors."""

import json
from pathlib import Path

import click

from styrmodell.cli.console import show
from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.path_argument import FolderToWrite
from styrmodell.cli.swedish import SwedishCommand
from styrmodell.errors import RenderError
from styrmodell.session.disk_fault import fault_text
from styrmodell.session.hold import hold
from styrmodell.session.schemas import schema_files
from styrmodell.session.write import write_atomic


@click.command(cls=SwedishCommand, name="schema")
@click.option("--out", metavar="MAPP", type=FolderToWrite(), help="Skriv filerna i mappen.")
@click.option("--toml", is_flag=True, help="Visa schemat för styrmodell.toml i stället för datafilernas.")
def command(out: Path | None, toml: bool) -> int:
    """Visa JSON-schemat för arbetsytans YAML- och JSON-filer, eller skriv alla scheman i en mapp."""
    files = schema_files()
    if out is None:
        show(json.dumps(files[toml][1], ensure_ascii=False, indent=2))
        return ExitCode.OK
    try:
        with hold(out):
            for name, schema in files:
                write_atomic(out / name, f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode())
    except OSError as error:
        raise RenderError(f"{out}: {fault_text(error)}") from error
    for name, _ in files:
        show(str(out / name))
    return ExitCode.OK
