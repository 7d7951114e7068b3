"""Excel: one sheet a table, with live formulas, and sheets that tell where every figure comes from."""

from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO

from styrmodell.report.document import Edition, Paragraph
from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.formats import Formats, Workbook
from styrmodell.report.excel.layout import Layout, lay_out
from styrmodell.report.excel.lists import (
    DERIVATION_WIDTH,
    write_basis,
    write_derivation,
    write_findings,
    write_narrative,
)
from styrmodell.report.excel.names import DERIVATION_SHEET, FINDINGS_SHEET, TEXT_SHEET
from styrmodell.report.excel.sheets import Pen, write_table
from styrmodell.report.excel.text import PROPERTY_LIMIT, visible
from styrmodell.report.formula.address import column_letters, quote_sheet
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.report.formula.book import FormulaBook

_IN_MEMORY_CELLS = 100_000
# Text stays text: nothing people wrote becomes a formula, a link or a number.
_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_excel(edition: Edition, rule_functions: Mapping[str, str]) -> bytes:
    """Write *edition* as a workbook.

    Cells hold figures in the printed unit, unrounded; a share in % is held as a share. What is computed is a live
    formula with its value stored beside it, where Excel can give exactly the same.

    Args:
        rule_functions: Rule key → Excel function, from Rule.excel.

    Returns:
        The .xlsx file: the same bytes for the same edition.
    """
    layouts = lay_out(edition)
    book = FormulaBook(functions=rule_functions)
    for layout in layouts:
        for address, cell in layout.places():
            if cell.explanation is not None:
                book.place(cell.explanation, address, cell.style)
    target = BytesIO()
    workbook = xlsxwriter_engine().Workbook(target, {**_TEXT_IS_TEXT, **_memory(layouts)})
    workbook.set_properties(_properties(edition))
    _write_sheets(workbook, layouts, Pen(edition=edition, book=book, formats=Formats(workbook=workbook)))
    workbook.close()
    return target.getvalue()


def _memory(layouts: tuple[Layout, ...]) -> dict[str, bool]:
    """How XlsxWriter keeps the cells: each figure has a row on Härledning too."""
    cells = sum(len(layout.table.rows) * layout.last_column * (1 + DERIVATION_WIDTH) for layout in layouts)
    return {"in_memory": True} if cells < _IN_MEMORY_CELLS else {"constant_memory": True}


def _properties(edition: Edition) -> dict[str, object]:
    """The file's properties; the only date is the workspace's, so that the same edition gives the same bytes."""
    texts = {
        "title": edition.document.title,
        "subject": f"{edition.unit_name} {edition.period.text}",
        "author": edition.unit_name,
        "comments": edition.generator,
    }
    cleaned: dict[str, object] = {key: visible(text, PROPERTY_LIMIT) for key, text in texts.items()}
    return cleaned | {"created": datetime.combine(edition.as_of, time.min)}


def _write_sheets(workbook: Workbook, layouts: tuple[Layout, ...], pen: Pen) -> None:
    for layout in layouts:
        write_table(workbook.add_worksheet(layout.sheet), layout, pen)
        workbook.define_name(layout.range_name, _range_text(layout))
    document = pen.edition.document
    if not layouts or any(isinstance(block, Paragraph) for block in document.blocks):
        write_narrative(workbook.add_worksheet(TEXT_SHEET), pen)
    if pen.edition.findings:
        write_findings(workbook.add_worksheet(FINDINGS_SHEET), pen)
    if pen.book.basis.rows:
        write_basis(workbook.add_worksheet(BASIS_SHEET), pen)
    if layouts:
        write_derivation(workbook.add_worksheet(DERIVATION_SHEET), layouts, pen)


def _range_text(layout: Layout) -> str:
    corners = f"$A${layout.header_row + 1}:${column_letters(layout.last_column)}${layout.last_row + 1}"
    return f"={quote_sheet(layout.sheet)}!{corners}"
