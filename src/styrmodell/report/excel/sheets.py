"""One table on its own sheet."""

from collections.abc import Sequence
from itertools import accumulate

from attrs import frozen

from styrmodell.report.document import Edition
from styrmodell.report.excel.formats import Format, Formats, Sheet
from styrmodell.report.excel.layout import Layout, Line, is_marked_draft
from styrmodell.report.excel.text import page_text, visible
from styrmodell.report.formula.address import Address
from styrmodell.report.formula.book import FormulaBook
from styrmodell.report.formula.places import cell_value
from styrmodell.report.table import Cell, TableCell, TableRow
from styrmodell.report.table_text import with_marks

_A4 = 9
_WIDE = 7
_PAGE_TEXT_LIMIT = 110


@frozen(kw_only=True)
class Pen:
    """What every sheet of a workbook is written with."""

    edition: Edition
    book: FormulaBook
    formats: Formats


def write_table(sheet: Sheet, layout: Layout, pen: Pen) -> None:
    """Write *layout*'s table on *sheet*, from the first row to the last."""
    _set_page(sheet, layout, pen.edition)
    _write_lines(sheet, layout, layout.top, 0, pen.formats)
    _write_headers(sheet, layout, pen.formats)
    for number, row in enumerate(layout.table.rows, layout.first_row):
        _write_row(sheet, layout, row, number, pen)
    _write_lines(sheet, layout, layout.bottom, layout.last_row + 1, pen.formats)


def write_text(sheet: Sheet, place: tuple[int, int], text: str, look: Format) -> None:
    """Write *text* at (row, column) as text, whatever it looks like; an empty one leaves the cell truly blank."""
    if text:
        sheet.write_string(*place, visible(text), look)
    else:
        sheet.write_blank(*place, None, look)


def set_paper(sheet: Sheet, edition: Edition) -> None:
    """A4, one page wide, with the document's header and footer."""
    head = edition.document.head
    left = page_text(head.appendix or edition.document.title, _PAGE_TEXT_LIMIT)
    right = page_text(" ".join(part for part in (head.dnr, head.paragraph) if part), _PAGE_TEXT_LIMIT)
    foot = page_text(head.footer or f"{edition.unit_name} {edition.period.text}", _PAGE_TEXT_LIMIT)
    middle = "&C&BUTKAST&B" if is_marked_draft(edition) else ""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
    sheet.set_header(f"&L{left}{middle}&R{right}")
    sheet.set_footer(f"&L{foot}&RSida &P (&N)")
    sheet.hide_gridlines(2)


def _set_page(sheet: Sheet, layout: Layout, edition: Edition) -> None:
    set_paper(sheet, edition)
    for column, width in enumerate(layout.widths):
        sheet.set_column(column, column, width)
    end = layout.last_row + len(layout.bottom)
    if layout.last_column + 1 > _WIDE:
        sheet.set_landscape()
    sheet.print_area(0, 0, end, layout.last_column)
    sheet.repeat_rows(len(layout.top), layout.header_row)
    sheet.repeat_columns(0)
    sheet.freeze_panes(layout.first_row, 1)
    # Years as headings are text on purpose; the green corner would call them mistakes.
    whole = Address(sheet=layout.sheet, row=end, column=layout.last_column)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{whole.text}"})


def _write_lines(sheet: Sheet, layout: Layout, lines: Sequence[Line], first: int, formats: Formats) -> None:
    for row, line in enumerate(lines, first):
        sheet.set_row(row, layout.line_height(line))
        _write_across(sheet, (row, 0, layout.last_column), line.text, formats.look(line.look))


def _write_across(sheet: Sheet, place: tuple[int, int, int], text: str, look: Format) -> None:
    """Write *text* over the columns of (row, first, last), merged where they are several."""
    row, first, last = place
    if first < last:
        sheet.merge_range(row, first, row, last, "", look)
    write_text(sheet, (row, first), text, look)


def _write_headers(sheet: Sheet, layout: Layout, formats: Formats) -> None:
    table, row = layout.table, layout.header_row
    if table.groups:
        spans = accumulate((span for _, span in table.groups), initial=1)
        groups = [(name, first, span) for (name, span), first in zip(table.groups, spans, strict=False)]
        sheet.set_row(row - 1, layout.header_height(groups))
        sheet.write_blank(row - 1, 0, None, formats.look("corner"))
        for name, first, span in groups:
            look = formats.look("group" if name else "corner")
            _write_across(sheet, (row - 1, first, first + span - 1), name, look)
    labels = [table.row_header, *(with_marks(column.label, column.notes) for column in table.columns)]
    sheet.set_row(row, layout.header_height((label, column, 1) for column, label in enumerate(labels)))
    write_text(sheet, (row, 0), labels[0], formats.look("header"))
    for column, label in enumerate(labels[1:], 1):
        write_text(sheet, (row, column), label, formats.look("number header"))


def _write_row(sheet: Sheet, layout: Layout, row: TableRow, number: int, pen: Pen) -> None:
    look = pen.formats.label(row.level)
    sheet.set_row(number, layout.body_height(row))
    write_text(sheet, (number, 0), with_marks(row.label, row.notes), look)
    for column in range(1, layout.last_column + 1):
        if column <= len(row.cells):
            place = Address(sheet=layout.sheet, row=number, column=column)
            _write_cell(sheet, place, row.cells[column - 1], row.level, pen)
        else:
            sheet.write_blank(number, column, None, look)


def _write_cell(sheet: Sheet, place: Address, cell: TableCell, level: str, pen: Pen) -> None:
    explanation, marks = cell.explanation, " ".join(cell.notes)
    if explanation is None or explanation.exact is None or not isinstance(cell, Cell):
        shown = " ".join(part for part in (cell.text, marks) if part)
        write_text(sheet, (place.row, place.column), shown, pen.formats.missing(level))
        return
    look = pen.formats.figure(cell.style, level, visible(marks))
    value = cell_value(explanation.exact, cell.style)
    formula = pen.book.formula(explanation, place, cell.style)
    if formula is None:
        sheet.write_number(place.row, place.column, value, look)
    else:
        sheet.write_formula(place.row, place.column, formula, look, value)
