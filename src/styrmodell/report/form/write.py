"""A form as a workbook: a first sheet, a sheet a table, and what it is on a sheet that nobody sees."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from io import BytesIO

from attrs import evolve, frozen

from styrmodell.batch import paused_collector
from styrmodell.report.document import Document, Edition, Head
from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.choices import Choices, write_lists
from styrmodell.report.excel.formats import Formats, Sheet, Workbook
from styrmodell.report.excel.layout import Layout, lay_out
from styrmodell.report.excel.lines import Line
from styrmodell.report.excel.lists import write_basis
from styrmodell.report.excel.names import LISTS_SHEET, range_names, sheet_wishes, unique_sheet_names
from styrmodell.report.excel.page import Pen
from styrmodell.report.excel.sheets import TableExtras, write_table
from styrmodell.report.excel.text import PROPERTY_LIMIT, visible
from styrmodell.report.excel.width import column_widths
from styrmodell.report.form.cells import FormCells, shown_figures
from styrmodell.report.form.content import FormContent, FormHead
from styrmodell.report.form.cover import COVER_SHEET, TableEntry, rows_entry, table_entry, write_form_cover
from styrmodell.report.form.identity import IDENTITY_SHEET, Entry, write_identity
from styrmodell.report.form.object_identity import OBJECT_IDENTITY, write_object_identity
from styrmodell.report.form.object_sheet import Entry as AskedEntry
from styrmodell.report.form.object_sheet import ObjectSheet
from styrmodell.report.form.object_write import write_object_sheet
from styrmodell.report.form.shown import SHOWN_SHEET, write_shown
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.report.formula.book import FormulaBook
from styrmodell.report.formula.places import cell_value
from styrmodell.report.table import Cell
from styrmodell.report.table_text import caption_text

_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# Columns may be made wider; all else that is locked stays as it is.
_ALLOWED = {"format_columns": True, "format_rows": True}
_UNITS = "tkr", "mnkr", "kr"
_OWN_SHEETS = (COVER_SHEET, IDENTITY_SHEET, SHOWN_SHEET, OBJECT_IDENTITY)


@frozen(kw_only=True)
class _Page:
    """A table of the form on its sheet, and the document it belongs to."""

    edition: Edition
    layout: Layout
    cells: FormCells


def write_form(content: FormContent, rule_functions: Mapping[str, str]) -> bytes:
    """Write *content* as a workbook.

    Cells to fill in are unlocked and hold what is known, in the printed unit; totals are live formulas. Sheets are
    protected without a password; there are no macros.

    Returns:
        The .xlsx file: the same bytes for the same form.
    """
    with paused_collector():
        return _written(content, rule_functions)


def _written(content: FormContent, rule_functions: Mapping[str, str]) -> bytes:
    pages, book = _pages(content), FormulaBook(functions=rule_functions)
    for page in pages:
        for figure in page.layout.figures:
            if figure.cell.explanation is not None:
                book.place(figure.cell.explanation, figure.address, figure.cell.style)
    target = BytesIO()
    workbook = xlsxwriter_engine().Workbook(target, {**_TEXT_IS_TEXT, "in_memory": True})
    workbook.set_properties(_properties(content))
    workbook.set_custom_property("Language", "sv-SE", "text")
    formats, choices = Formats(workbook=workbook), _choices(pages, content)
    cover = workbook.add_worksheet(COVER_SHEET)
    for page in pages:
        _write_page(workbook, page, Pen(edition=page.edition, book=book, formats=formats), choices)
    first = Pen(edition=_cover_edition(content), book=book, formats=formats)
    objects = _object_sheets(content, pages)
    tables = [_entry(page) for page in pages]
    for name, asked in objects:
        where = write_object_sheet(workbook.add_worksheet(name), asked, _whose(content.head), first, choices)
        tables.append(rows_entry(name, asked, where))
    write_form_cover(cover, content.head, _title(content), tables, first)
    cover.protect("", _ALLOWED)
    _write_behind(workbook, content, pages, first, choices)
    if objects:
        write_object_identity(workbook.add_worksheet(OBJECT_IDENTITY), objects)
    workbook.close()
    return target.getvalue()


def _cover_edition(content: FormContent) -> Edition:
    """What the page header and footer of the first sheet say."""
    head = content.cover.document.head
    document = Document(title="Formulär", blocks=(), head=Head(dnr=head.dnr))
    return evolve(content.cover, document=document)


def _title(content: FormContent) -> str:
    """What the form is of, in words."""
    titles = (*(edition.document.title for edition in content.editions), *(asked.title for asked in content.sheets))
    return " · ".join(dict.fromkeys(titles))


def _object_sheets(content: FormContent, pages: Sequence[_Page]) -> tuple[tuple[str, ObjectSheet], ...]:
    """The sheets that ask for objects, each with the name its worksheet gets."""
    taken = (*_OWN_SHEETS, *(page.layout.sheet for page in pages))
    names = unique_sheet_names((*taken, *(asked.title for asked in content.sheets)))
    return tuple(zip(names[len(taken) :], content.sheets, strict=True))


def _pages(content: FormContent) -> tuple[_Page, ...]:
    """Every table with the place of each cell, before the first is written."""
    pairs = [(edition, table) for edition in content.editions for table in edition.document.tables()]
    wishes = [name for edition in content.editions for name in sheet_wishes(edition.document)]
    sheets = unique_sheet_names((*_OWN_SHEETS, *wishes))[len(_OWN_SHEETS) :]
    names = range_names([table for _, table in pairs])
    pages = []
    for (edition, table), sheet, name in zip(pairs, sheets, names, strict=True):
        layout = _layout(lay_out(edition, table, sheet, name), content)
        pages.append(_Page(edition=edition, layout=layout, cells=FormCells(content=content, layout=layout)))
    return tuple(pages)


def _layout(layout: Layout, content: FormContent) -> Layout:
    """*layout* with the figures that are known today in place of those that the totals were worked out with."""
    held = [[_held(cell) for cell in row] for row in shown_figures(layout.table, content.known)]
    whose = Line(text=_whose(content.head), look="heading 3")
    top = (*layout.top, whose, Line(text=_guidance(layout), look="last fact"))
    widths = tuple(map(max, zip(column_widths(layout.table, held), layout.widths, strict=True)))
    return evolve(layout, held=held, top=top, header_row=layout.header_row + 2, widths=widths)


def _held(cell: Cell | None) -> float | None:
    working = cell.explanation if cell is not None else None
    return None if cell is None or working is None or working.exact is None else cell_value(working.exact, cell.style)


def _whose(head: FormHead) -> str:
    due = f", lämnas in senast {head.due.isoformat()}" if head.due is not None else ""
    return f"Fylls i för {head.unit_name}, {head.period.text}{due}"


def _guidance(layout: Layout) -> str:
    """The line over the table: in which unit its money is."""
    units = {cell.style.unit for cell in layout.table.cells()}
    money = [unit for unit in _UNITS if unit in units]
    told = f" Belopp skrivs i {' och '.join(money)}." if money else ""
    return f"Fyll i de gula cellerna.{told} Lämna en cell tom om uppgiften saknas."


def _choices(pages: Sequence[_Page], content: FormContent) -> Choices:
    choices = Choices()
    for page in pages:
        for column in page.layout.table.columns:
            choices.add(column.choices)
    for asked in content.sheets:
        for field in asked.columns:
            choices.add(() if field.entry is AskedEntry.WORDS else field.words)
    return choices


def _write_page(workbook: Workbook, page: _Page, pen: Pen, choices: Choices) -> None:
    sheet = workbook.add_worksheet(page.layout.sheet)
    write_table(sheet, page.layout, TableExtras(trends={}, choices=choices, write_row=page.cells.write), pen)
    sheet.protect("", _ALLOWED)
    if page.cells.entries:
        first = page.cells.entries[0].address
        sheet.set_selection(first.row, first.column, first.row, first.column)


def _entry(page: _Page) -> TableEntry:
    table = page.layout.table
    holds = caption_text(table) or table.key
    return table_entry(page.layout.sheet, holds, page.cells.entries)


def _write_behind(workbook: Workbook, content: FormContent, pages: Sequence[_Page], pen: Pen, choices: Choices) -> None:
    """The figures that totals build on, the lists to choose from, and what the form is."""
    if pen.book.basis.rows:
        basis = workbook.add_worksheet(BASIS_SHEET)
        write_basis(basis, pen)
        basis.protect("", _ALLOWED)
        basis.hide()
    if choices.lists:
        lists: Sheet = workbook.add_worksheet(LISTS_SHEET)
        write_lists(lists, choices, pen.formats)
        for words in choices.lists:
            workbook.define_name(choices.name(words), choices.range_text(words))
    write_identity(workbook.add_worksheet(IDENTITY_SHEET), content.head, _entries(pages))
    write_shown(workbook.add_worksheet(SHOWN_SHEET), [cell for page in pages for cell in page.cells.shown])


def _entries(pages: Sequence[_Page]) -> list[Entry]:
    return [entry for page in pages for entry in page.cells.entries]


def _properties(content: FormContent) -> dict[str, object]:
    head = content.head
    texts = {"title": f"Formulär {head.unit_name} {head.period.text}", "subject": ", ".join(head.reports)}
    cleaned: dict[str, object] = {key: visible(text, PROPERTY_LIMIT) for key, text in texts.items()}
    return cleaned | {"created": datetime.combine(head.as_of, time.min)}
