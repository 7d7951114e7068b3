"""Edition → HTML bytes, and the index of a folder."""

from styrmodell.report.html.index_view import FileView, IndexView, ReportRow
from styrmodell.report.html.write import write_html, write_index

__all__ = ["FileView", "IndexView", "ReportRow", "write_html", "write_index"]
