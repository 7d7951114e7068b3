"""The sheets behind the tables: findings, the figures formulas build on, and the derivation of each cell."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from styrmodell.report.edition_text import ACKNOWLEDGED_INTRO
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.lines import LINE_HEIGHT, text_height
from styrmodell.report.excel.names import ACKNOWLEDGED_SHEET, DERIVATION_SHEET, FINDINGS_SHEET
from styrmodell.report.excel.page import Pen, set_paper
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Address, column_letters
from styrmodell.report.formula.basis import BASIS_FIRST_ROW, BASIS_SHEET
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.source_text import source_text
from styrmodell.report.table import Cell
from styrmodell.report.table_text import cell_name, column_name

_MAX_NAMED = 10


@frozen
class Amount:
    """A figure among the texts of a list, as its cell holds it, with how it prints."""

    value: float
    style: NumberStyle


_Field = str | Amount | date | None
_Columns = Sequence[tuple[str, float]]

_FINDINGS: _Columns = (("Kod", 10), ("Grad", 12), ("Var", 40), ("Hittade", 40), ("Väntade", 40), ("Gör", 40))
_ACKNOWLEDGED: _Columns = (
    ("Kod", 10), ("Grad", 12), ("Var", 40), ("Hittade", 40), ("Väntade", 40), ("Varför", 40), ("Kvitterad av", 24),
    ("Till och med", 14),
)  # fmt: skip
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
    told = pen.edition.findings.open()
    rows = ((f.code.code, f.severity_word(), str(f.source), f.found(), f.expected(), f.do()) for f in told)
    _write_list(sheet, FINDINGS_SHEET, "Detta är tveksamt i dokumentets siffror.", _FINDINGS, rows, pen)


def write_acknowledged(sheet: Sheet, pen: Pen) -> None:
    """List what is known and left as it is: the finding, why, who answers for it and until when."""
    rows = (
        (f.code.code, f.severity_word(), str(f.source), f.found(), f.expected(), one.why, one.role, one.until)
        for f in pen.edition.findings
        if (one := f.acknowledged) is not None
    )
    _write_list(sheet, ACKNOWLEDGED_SHEET, ACKNOWLEDGED_INTRO, _ACKNOWLEDGED, rows, pen)


def write_basis(sheet: Sheet, pen: Pen) -> None:
    """List the figures that formulas refer to and that no table prints, in the order they were asked for."""
    rows = (
        (r.label, r.unit_id, r.period, r.kind, r.version, r.style.unit, Amount(cell_value(r.exact, r.style), r.style),
         r.source, r.as_of, r.cell)
        for r in pen.book.basis.rows
    )  # fmt: skip
    _write_list(sheet, BASIS_SHEET, "Siffror som formlerna bygger på och som ingen tabell visar.", _BASIS, rows, pen)


def write_derivation(sheet: Sheet, layouts: Iterable[Layout], prose: Iterable[tuple[Address, Cell]], pen: Pen) -> None:
    """List every printed figure: what it is, how it was worked out, from which places, and how old it is."""
    purpose = "Varje siffra i dokumentet: hur den räknats fram, varifrån den kommer och hur gammal den är."
    _write_list(sheet, DERIVATION_SHEET, purpose, _DERIVATION, _derivation_rows(layouts, prose), pen)


def _derivation_rows(layouts: Iterable[Layout], prose: Iterable[tuple[Address, Cell]]) -> Iterator[tuple[_Field, ...]]:
    """The figures of tables, then those of running text; who prints one again in words is not told twice."""
    met = set[str]()
    for layout in layouts:
        met.update(cell.id for cell in layout.table.cells())
        yield from _table_rows(layout)
    for address, cell in prose:
        if cell.id not in met and not cell.is_blank:
            name = cell.explanation.label if cell.explanation is not None else ""
            exact = None if cell.explanation is None else cell.explanation.exact
            value = None if exact is None else cell_value(exact, cell.style)
            yield _derivation_row(address.sheet, address.text, cell, name, value)


def _table_rows(layout: Layout) -> Iterator[tuple[_Field, ...]]:
    names = [column_name(column) for column in layout.table.columns]
    letters = [column_letters(layout.first_column + place) for place, _ in enumerate(names)]
    rows, first_row, first_column, sheet = layout.table.rows, layout.first_row, layout.first_column, layout.sheet
    for figure in layout.figures:
        cell, address = figure.cell, figure.address
        if figure.value is not None or not cell.is_blank:
            row, place = address.row, address.column - first_column
            name = cell_name(rows[row - first_row], names[place])
            yield _derivation_row(sheet, f"{letters[place]}{row + 1}", cell, name, figure.value)


def _derivation_row(sheet: str, place: str, cell: Cell, name: str, value: float | None) -> tuple[_Field, ...]:
    working, style = cell.explanation, cell.style
    assert working is not None
    coverage = working.coverage
    return (
        cell.id, sheet, place, name, cell.text if value is None else Amount(value, style), style.unit,
        working.op.value, f"{coverage.reported} av {coverage.expected}" if coverage.expected else "",
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
        header = "number header" if name == "Värde" else "word header"
        sheet.write_string(BASIS_FIRST_ROW - 1, column, name, look(header))
    last = max(_write_rows(sheet, columns, rows, pen), BASIS_FIRST_ROW)
    sheet.repeat_rows(BASIS_FIRST_ROW - 1)
    sheet.print_area(0, 0, last, len(columns) - 1)
    sheet.freeze_panes(BASIS_FIRST_ROW, 1)
    sheet.autofilter(BASIS_FIRST_ROW - 1, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{Address(sheet='', row=last, column=len(columns) - 1).text}"})


def _write_rows(sheet: Sheet, columns: _Columns, rows: Iterable[Sequence[_Field]], pen: Pen) -> int:
    """Write *rows*; gives the last one. Lists have ten times the cells of tables: what is usual costs least."""
    write, write_number, write_datetime = sheet.write_string, sheet.write_number, sheet.write_datetime
    figure = pen.formats.figure
    look, day = pen.formats.look("cell"), pen.formats.look("date")
    widths = [width for _, width in columns]
    number = BASIS_FIRST_ROW - 1
    for number, fields in enumerate(rows, BASIS_FIRST_ROW):
        long = list[tuple[str, float]]()
        for column, item in enumerate(fields):
            if item.__class__ is str:
                if not item:
                    continue
                if len(item) > widths[column] or not item.isprintable() or item[0] == "<":
                    long.append((item, widths[column]))
                    write(number, column, visible(item), look)
                else:
                    write(number, column, item, look)
            elif item.__class__ is Amount:
                write_number(number, column, item.value, figure(item.style, "list"))
            elif item is not None:
                write_datetime(number, column, item, day)
        if long:
            sheet.set_row(number, max(text_height(long), LINE_HEIGHT))
    return number
