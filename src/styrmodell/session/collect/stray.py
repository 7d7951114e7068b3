"""Workbooks that are no forms: a list of faults that was sent back, or the sheets of a form in another workbook."""

from collections.abc import Mapping

from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.workbook.read import Workbook, read_workbook
from styrmodell.report.excel.fault_list import FAULT_HEADINGS, FAULT_SHEET
from styrmodell.session.collect.form_file import signed


def is_fault_list(data: bytes, file: str) -> bool:
    """Whether a workbook is one that tells a unit what to correct."""
    book = _read(data, file)
    sheets = [sheet for sheet in book.sheets if sheet.name == FAULT_SHEET] if book is not None else []
    return any(set(map(cell_text, row)) >= set(FAULT_HEADINGS) for sheet in sheets for row in sheet.grid.rows)


def unit_named(data: bytes, file: str, units: Mapping[str, str]) -> str:
    """The unit that a form's first sheet names, where a workbook has that sheet still; empty for none.

    Args:
        units: Id → name.
    """
    book = _read(data, file)
    name = signed(book.sheets).unit if book is not None else ""
    return next((unit for unit, known in units.items() if name and known == name), "")


def _read(data: bytes, file: str) -> Workbook | None:
    return read_workbook(data, file)[0]
