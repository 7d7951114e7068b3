"""The Word master that a plugin's report names: told alike by what checks it and by what fills it."""

from styrmodell.errors import RenderError
from styrmodell.report.spec import Format, ReportSpec


def require_master(spec: ReportSpec) -> None:
    """Read the master, where *spec* names one and documents are written with it.

    Raises:
        RenderError: It is not in its package, or the package is not there.
    """
    if spec.master is None or "docx" not in spec.formats:
        return
    try:
        spec.master.read()
    except Exception as error:
        raise unwritten(spec, "docx", error) from error


def unwritten(spec: ReportSpec, form: Format, error: Exception) -> RenderError:
    """Why *spec* is not written in that format."""
    return RenderError(f"{spec.key} as {form}: {type(error).__name__}: {error}")
