"""The Excel writer."""

from styrmodell.report.excel.write import write_excel

__all__ = ["write_excel"]
