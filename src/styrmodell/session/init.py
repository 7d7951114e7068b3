"""Beginning a workspace: files that people go on from."""

from datetime import date
from os import PathLike
from pathlib import Path

from styrmodell.errors import RenderError
from styrmodell.model.ids import require_known
from styrmodell.plugins.registry import Registry
from styrmodell.session.start_files import book_files, text_files
from styrmodell.session.write import write_atomic


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
    name = folder.resolve().name
    made = dict((book_files if excel else text_files)(name, name, used, today))
    if there := [path for path in made if (folder / path).exists()]:
        raise RenderError(f"{folder / there[0]} finns redan; välj en annan mapp")
    written = tuple(folder / path for path in made)
    for path, data in zip(written, made.values(), strict=True):
        try:
            write_atomic(path, data)
        except OSError as error:
            raise RenderError(f"{path}: {error.strerror or error}") from error
    return written
