"""The sheets behind the tables: findings, narrative, the figures formulas build on, and the derivation of each cell."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from styrmodell.model.number import Exact
from styrmodell.report.document import FlowBlock
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.layout import LINE_HEIGHT, Layout, Line, list_height, top_lines
from styrmodell.report.excel.names import DERIVATION_SHEET, FINDINGS_SHEET
from styrmodell.report.excel.sheets import Pen, set_paper, write_text
from styrmodell.report.excel.text import visible
from styrmodell.report.flow import Heading, Prose
from styrmodell.report.formula.address import Address
from styrmodell.report.formula.basis import BASIS_FIRST_ROW, BASIS_SHEET
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.source_text import source_text
from styrmodell.report.table import NOT_REPORTED, Cell, Table
from styrmodell.report.table_text import cell_name, column_name

_TEXT_WIDTH = 100.0
_MAX_NAMED = 10


@frozen(kw_only=True)
class Amount:
    """A figure among the texts of a list, in the measure's unit, with how it prints."""

    exact: Exact
    style: NumberStyle


_Field = str | Amount | date | None
_Columns = Sequence[tuple[str, float]]

_FINDINGS: _Columns = (("Kod", 10), ("Grad", 12), ("Var", 40), ("Hittade", 40), ("Väntade", 40), ("Gör", 40))
_BASIS: _Columns = (
    ("Uppgift", 48), ("Enhet", 18), ("Period", 12), ("Typ", 12), ("Version", 14), ("Skrivs i", 10),
    ("Värde", 18), ("Källa", 44), ("Daterad", 12), ("Cell-id", 60),
)  # fmt: skip
_DERIVATION: _Columns = (
    ("Cell-id", 60), ("Blad", 22), ("Cell", 8), ("Uppgift", 48), ("Värde", 18), ("Skrivs i", 10), ("Så räknat", 18),
    ("Täckning", 11), ("Saknas", 24), ("Källor", 60), ("Äldsta uppgift", 17), ("Senaste uppgift", 17),
)  # fmt: skip
DERIVATION_WIDTH = len(_DERIVATION)


def write_findings(sheet: Sheet, pen: Pen) -> None:
    """List what is doubtful about the figures: code, severity, where, found, expected, do."""
    rows = (
        (f.code.code, f.severity_word(), str(f.source), f.found(), f.expected(), f.do()) for f in pen.edition.findings
    )
    _write_list(sheet, FINDINGS_SHEET, "Detta är tveksamt i dokumentets siffror.", _FINDINGS, rows, pen)


def write_basis(sheet: Sheet, pen: Pen) -> None:
    """List the figures that formulas refer to and that no table prints, in the order they were asked for."""
    rows = (
        (r.label, r.unit_id, r.period, r.kind, r.version, r.style.unit, Amount(exact=r.exact, style=r.style),
         r.source, r.as_of, r.cell)
        for r in pen.book.basis.rows
    )  # fmt: skip
    _write_list(sheet, BASIS_SHEET, "Siffror som formlerna bygger på och som ingen tabell visar.", _BASIS, rows, pen)


def write_derivation(sheet: Sheet, layouts: Iterable[Layout], pen: Pen) -> None:
    """List every printed figure: what it is, how it was worked out, from which places, and how old it is."""
    rows = (row for layout in layouts for row in _derivation_rows(layout))
    purpose = "Varje siffra i dokumentet: hur den räknats fram, varifrån den kommer och hur gammal den är."
    _write_list(sheet, DERIVATION_SHEET, purpose, _DERIVATION, rows, pen)


def write_narrative(sheet: Sheet, pen: Pen) -> None:
    """Write the document's headings and paragraphs in order, each table as a line that names it."""
    set_paper(sheet, pen.edition)
    sheet.set_column(0, 0, _TEXT_WIDTH)
    blocks = (_narrative_line(block) for block in pen.edition.document.flow)
    for row, line in enumerate((*top_lines(pen.edition), *blocks)):
        write_text(sheet, (row, 0), line.text, pen.formats.look(line.look))


def _narrative_line(block: FlowBlock) -> Line:
    if isinstance(block, Table):
        return Line(text=f"Tabell: {block.caption or block.key}", look="note")
    if isinstance(block, Heading | Prose):
        return Line(text=block.text, look="heading" if isinstance(block, Heading) else "paragraph")
    return Line(text="", look="paragraph")


def _derivation_rows(layout: Layout) -> Iterator[tuple[_Field, ...]]:
    rows, first = layout.table.rows, layout.first_row
    columns = [column_name(column) for column in layout.table.columns]
    for address, cell in layout.places():
        if not cell.is_blank:
            name = cell_name(rows[address.row - first], columns[address.column - 1])
            yield _derivation_row(address, cell, name)


def _derivation_row(address: Address, cell: Cell, name: str) -> tuple[_Field, ...]:
    working = cell.explanation
    assert working is not None
    exact, coverage = working.exact, working.coverage
    value = NOT_REPORTED if exact is None else Amount(exact=exact, style=cell.style)
    known = f"{coverage.reported} av {coverage.expected}" if coverage.expected else ""
    return (
        cell.id, address.sheet, address.text, name, value, cell.style.unit, working.op.value, known,
        "" if coverage.is_full else _named(working.missing),
        source_text(working.sources), coverage.oldest, coverage.newest,
    )  # fmt: skip


def _named(units: Sequence[str]) -> str:
    rest = len(units) - _MAX_NAMED
    return ", ".join(units[:_MAX_NAMED]) + (f" och {rest} till" if rest > 0 else "")


def _write_list(
    sheet: Sheet, title: str, purpose: str, columns: _Columns, rows: Iterable[Sequence[_Field]], pen: Pen
) -> None:
    set_paper(sheet, pen.edition)
    sheet.set_landscape()
    sheet.hide_gridlines(1)
    look = pen.formats.look
    # Not wrapped: a title in a narrow first column runs on to the right.
    sheet.write_string(0, 0, title, look("list title"))
    sheet.write_string(1, 0, purpose, look("list purpose"))
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        header = "number header" if name == "Värde" else "list header"
        sheet.write_string(BASIS_FIRST_ROW - 1, column, name, look(header))
    last = BASIS_FIRST_ROW
    for last, fields in enumerate(rows, BASIS_FIRST_ROW):
        _write_fields(sheet, last, fields, columns, pen)
    sheet.repeat_rows(BASIS_FIRST_ROW - 1)
    sheet.print_area(0, 0, last, len(columns) - 1)
    sheet.freeze_panes(BASIS_FIRST_ROW, 1)
    sheet.autofilter(BASIS_FIRST_ROW - 1, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{Address(sheet='', row=last, column=len(columns) - 1).text}"})


def _write_fields(sheet: Sheet, row: int, fields: Sequence[_Field], columns: _Columns, pen: Pen) -> None:
    # The lists have ten times the cells of the tables: what is usual is asked first.
    look = pen.formats.look("cell")
    long = [
        (item, columns[place][1])
        for place, item in enumerate(fields)
        if type(item) is str and (len(item) > columns[place][1] or "\n" in item)
    ]
    height = list_height(long) if long else LINE_HEIGHT
    if height > LINE_HEIGHT:
        sheet.set_row(row, height)
    for column, item in enumerate(fields):
        if type(item) is str:
            if item:
                sheet.write_string(row, column, visible(item), look)
        elif isinstance(item, Amount):
            sheet.write_number(row, column, cell_value(item.exact, item.style), pen.formats.figure(item.style, "list"))
        elif isinstance(item, date):
            sheet.write_datetime(row, column, item, pen.formats.look("date"))
