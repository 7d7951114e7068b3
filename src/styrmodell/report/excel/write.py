"""Excel: one sheet a table, with live formulas, and sheets that tell where every figure comes from."""

from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO

from styrmodell.batch import paused_collector
from styrmodell.report.document import Edition
from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.book_plan import BookPlan
from styrmodell.report.excel.choices import write_lists
from styrmodell.report.excel.cover import write_cover
from styrmodell.report.excel.derivation import write_derivation
from styrmodell.report.excel.figures import insert_below, write_charts
from styrmodell.report.excel.formats import Formats, Workbook
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.lists import write_acknowledged, write_basis, write_findings
from styrmodell.report.excel.matrix import write_matrix
from styrmodell.report.excel.names import (
    ACKNOWLEDGED_SHEET,
    CHART_DATA_SHEET,
    CHARTS_SHEET,
    CONTENTS_SHEET,
    DERIVATION_SHEET,
    FINDINGS_SHEET,
    LISTS_SHEET,
    TEXT_SHEET,
)
from styrmodell.report.excel.narrative import write_narrative
from styrmodell.report.excel.page import Pen
from styrmodell.report.excel.sheets import TableExtras, write_table
from styrmodell.report.excel.text import PROPERTY_LIMIT, visible
from styrmodell.report.formula.address import Address, absolute
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.report.formula.book import FormulaBook

_IN_MEMORY_CELLS = 100_000
# Text stays text: nothing people wrote becomes a formula, a link or a number.
_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LANGUAGE = "sv-SE"


def write_excel(edition: Edition, rule_functions: Mapping[str, str]) -> bytes:
    """Write *edition* as a workbook.

    Cells hold figures in the printed unit, unrounded; a share in % is held as a share. What is computed is a live
    formula with its value stored beside it, where Excel can give exactly the same. Charts draw the cells of their
    tables. A document of more than 5 000 figures holds values alone, without the sheets Underlag and Härledning.

    Args:
        rule_functions: Rule key → Excel function, from Rule.excel.

    Returns:
        The .xlsx file: the same bytes for the same edition.
    """
    with paused_collector():
        return _written(edition, rule_functions)


def _written(edition: Edition, rule_functions: Mapping[str, str]) -> bytes:
    plan = BookPlan(edition=edition)
    book, target = _make_book(plan, rule_functions), BytesIO()
    is_streamed = plan.cells >= _IN_MEMORY_CELLS
    memory = {"constant_memory": True} if is_streamed else {"in_memory": True}
    workbook = xlsxwriter_engine().Workbook(target, {**_TEXT_IS_TEXT, **memory})
    workbook.set_properties(_properties(edition))
    workbook.set_custom_property("Language", _LANGUAGE, "text")
    pen = Pen(edition=edition, book=book, formats=Formats(workbook=workbook), is_streamed=is_streamed)
    cover = workbook.add_worksheet(CONTENTS_SHEET) if plan.has_cover else None
    _write_document(workbook, plan, pen)
    _write_behind(workbook, plan, pen)
    if cover is not None:  # last: now it is known which sheets there are
        entries = plan.entries(has_basis=bool(book.basis.rows))
        write_cover(cover, entries, [layout.table for layout in plan.layouts], pen)
    workbook.close()
    return target.getvalue()


def _make_book(plan: BookPlan, rule_functions: Mapping[str, str]) -> FormulaBook:
    """The maker of formulas, told where every figure is printed."""
    book = FormulaBook(functions=rule_functions, is_live=plan.edition.document.explains_itself)
    for layout in plan.layouts if book.is_live else ():
        for figure in layout.figures:
            if figure.cell.explanation is not None:
                book.place(figure.cell.explanation, figure.address, figure.cell.style)
    return book


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


def _write_document(workbook: Workbook, plan: BookPlan, pen: Pen) -> None:
    """The sheets that say what the document says."""
    for layout in plan.printed:
        _write_layout(workbook, plan, layout, pen)
    if plan.apart:
        write_charts(workbook.add_worksheet(CHARTS_SHEET), plan.apart, pen)
    for layout in plan.drawn:
        _write_layout(workbook, plan, layout, pen)
    for name, matrix in plan.matrices:
        write_matrix(workbook.add_worksheet(name), matrix, pen)
    if plan.text is not None:
        write_narrative(workbook.add_worksheet(TEXT_SHEET), plan.text, pen)


def _write_layout(workbook: Workbook, plan: BookPlan, layout: Layout, pen: Pen) -> None:
    sheet = workbook.add_worksheet(layout.sheet)
    write_table(sheet, layout, TableExtras(trends=plan.trends, choices=plan.choices), pen)
    insert_below(sheet, layout, plan.below(layout), pen)
    workbook.define_name(layout.range_name, f"={absolute(_corners(layout))}")


def _corners(layout: Layout) -> tuple[Address, Address]:
    return (
        Address(sheet=layout.sheet, row=layout.header_row, column=0),
        Address(sheet=layout.sheet, row=layout.last_row, column=layout.last_column),
    )


def _write_behind(workbook: Workbook, plan: BookPlan, pen: Pen) -> None:
    """The sheets that tell where the figures come from, and what others need."""
    if pen.edition.findings.open():
        write_findings(workbook.add_worksheet(FINDINGS_SHEET), pen)
    if pen.edition.findings.acknowledged():
        write_acknowledged(workbook.add_worksheet(ACKNOWLEDGED_SHEET), pen)
    if pen.book.basis.rows:
        write_basis(workbook.add_worksheet(BASIS_SHEET), pen)
    if plan.has_derivation:
        write_derivation(workbook.add_worksheet(DERIVATION_SHEET), plan.layouts, plan.text_places(), pen)
    if plan.drawer.data.rows:
        plan.drawer.data.write(workbook.add_worksheet(CHART_DATA_SHEET), pen)
    if plan.choices.lists:
        write_lists(workbook.add_worksheet(LISTS_SHEET), plan.choices, pen.formats)
        for words in plan.choices.lists:
            workbook.define_name(plan.choices.name(words), plan.choices.range_text(words))
