"""The HTML writer."""

from styrmodell.report.html.write import write_html

__all__ = ["write_html"]
