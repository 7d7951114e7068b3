"""Comparing: two workspaces, frozen runs or delivered workbooks."""

from os import PathLike
from pathlib import Path

from styrmodell.errors import ReadError
from styrmodell.plugins.registry import Registry
from styrmodell.session.compare.comparison import Comparison
from styrmodell.session.compare.opened import is_workbook, open_workspace
from styrmodell.session.compare.workbooks import compare_workbooks
from styrmodell.session.compare.workspaces import compare_workspaces
from styrmodell.session.workspace import Workspace


def diff(
    a: str | PathLike[str] | Workspace, b: str | PathLike[str] | Workspace, *, registry: Registry | None = None
) -> Comparison:
    """What has changed from *a* to *b*, and what it moved.

    Args:
        a: What was: a workspace, its folder, a frozen run, or a workbook (.xlsx) that was delivered.
        b: What is, of the same sort.
        registry: Plugins to use when folders are loaded; None loads those that are installed.

    Returns:
        Every figure that was added, removed or changed, every field of every object, and the printed figures that
        they moved. Figures are in their measure's unit, money in kr; in workbooks, in the unit they are printed in.

    Raises:
        ReadError: There is nothing at a path, or one is a workbook and the other is not.
        FindingsError: A workspace has no plan, or a file is no workbook.
        PluginError: A plugin fails, and its registry is strict.
    """
    books = is_workbook(a), is_workbook(b)
    if all(books) and not isinstance(a, Workspace) and not isinstance(b, Workspace):
        return compare_workbooks(Path(a), Path(b))
    if any(books):
        raise ReadError("a workbook is compared with a workbook, a workspace with a workspace")
    return compare_workspaces(open_workspace(a, registry), open_workspace(b, registry))
