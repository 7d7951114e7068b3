"""A frozen run, ready to be asked years later."""

from os import PathLike
from pathlib import Path

from attrs import define, field

from styrmodell.errors import ReadError
from styrmodell.plugins.registry import Registry
from styrmodell.session.frozen_record import FrozenRecord, frozen_folder, read_record
from styrmodell.session.load import load
from styrmodell.session.workspace import Workspace


@define(kw_only=True, eq=False)
class FrozenRun:
    """What was kept of a run.

    Attributes:
        folder: Where it is.
        record: What its frysning.json says.
        workspace: Its own input, on its own day and in its own order of units; SM432 to SM434 are among its findings
            where that input is not what it was.
    """

    folder: Path
    record: FrozenRecord
    workspace: Workspace = field(repr=False)


def load_frozen(path: str | PathLike[str], *, registry: Registry | None = None) -> FrozenRun:
    """Load what freeze() wrote.

    Args:
        path: The folder of the frozen run, or its frysning.json.
        registry: Plugins to use; None loads those that are installed.

    Raises:
        ReadError: There is no frozen run, or its frysning.json cannot be read.
    """
    folder = frozen_folder(Path(path))
    if folder is None:
        raise ReadError(f"{path}: no frozen run")
    return FrozenRun(folder=folder, record=read_record(folder), workspace=load(folder, registry=registry))
