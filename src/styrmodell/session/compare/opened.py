"""From a path to what is compared: a workspace, a frozen run, or a delivered workbook."""

from os import PathLike
from pathlib import Path

from styrmodell.errors import ReadError
from styrmodell.plugins.registry import Registry
from styrmodell.session.load import load
from styrmodell.session.workspace import Workspace

WORKBOOKS = (".xlsx", ".xlsm")


def is_workbook(path: str | PathLike[str] | Workspace) -> bool:
    """Whether *path* names a workbook."""
    return not isinstance(path, Workspace) and Path(path).suffix.lower() in WORKBOOKS


def open_workspace(path: str | PathLike[str] | Workspace, registry: Registry | None = None) -> Workspace:
    """The workspace at *path*; of a frozen run, its own input. One that is loaded is itself.

    Raises:
        ReadError: There is nothing at *path*.
    """
    if isinstance(path, Workspace):
        return path
    folder = Path(path)
    if not folder.exists():
        raise ReadError(f"no such folder: {folder}")
    return load(folder, registry=registry)
