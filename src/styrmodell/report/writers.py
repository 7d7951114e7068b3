"""From an edition to bytes, in the format asked for."""

from collections.abc import Mapping

from styrmodell.report.document import Edition
from styrmodell.report.excel import write_excel
from styrmodell.report.html import write_html
from styrmodell.report.spec import Format, Master
from styrmodell.report.word import write_word


def write_edition(
    edition: Edition, form: Format, *, master: Master | None = None, functions: Mapping[str, str] | None = None
) -> bytes:
    """Write *edition* as a .docx, .xlsx or .html file.

    Args:
        master: The region's Word master; None takes the default one.
        functions: Rule key → Excel function, for live formulas.

    Returns:
        The file's bytes: the same for the same edition, always.
    """
    if form == "xlsx":
        return write_excel(edition, functions or {})
    if form == "docx":
        return write_word(edition, master.read() if master is not None else None)
    return write_html(edition)
