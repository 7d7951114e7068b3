"""Beginning a workspace: files that people go on from."""

import os
from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path

from styrmodell.errors import RenderError
from styrmodell.model.ids import require_known
from styrmodell.plugins.registry import Registry
from styrmodell.session.disk_fault import fault_text
from styrmodell.session.hold import hold
from styrmodell.session.start_files import book_files, text_files
from styrmodell.session.write import new_folder, write_atomic


def init(
    folder: str | PathLike[str], *, registry: Registry, today: date, profile: str = "", excel: bool = False
) -> tuple[Path, ...]:
    """Write a small workspace that checks and renders at once.

    Args:
        folder: Where; it is made when it is not there.
        registry: Whose profiles may be named.
        today: The workspace's as_of, and its year the plan's.
        profile: A profile's key; empty for none.
        excel: One workbook instead of YAML and CSV files.

    Returns:
        The files that were written.

    Raises:
        UnknownNameError: There is no such profile.
        RenderError: A file is there already (nothing is written), or cannot be written.
    """
    folder, used = Path(folder), None
    if profile:
        require_known("profile", profile, registry.profiles)
        used = max(registry.profiles[profile], key=lambda known: known.valid_from)
    name = Path(os.path.realpath(folder)).name  # resolve() raises for a link to itself
    made = dict((book_files if excel else text_files)(name, name, used, today))
    if there := [path for path in made if (folder / path).exists()]:
        raise RenderError(f"{folder / there[0]} finns redan; välj en annan mapp")
    written = tuple(folder / path for path in made)
    try:
        if folder.exists():
            with hold(folder):
                _write(folder, made)
        else:
            with hold(folder.parent), new_folder(folder) as whole:
                _write(whole, made)
    except OSError as error:
        raise RenderError(f"{folder}: {fault_text(error)}") from error
    return written


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    for name, data in made.items():
        write_atomic(folder / name, data)
