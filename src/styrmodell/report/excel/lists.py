"""The sheets behind the tables that are lists: findings, and the figures formulas build on."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.report.edition_text import ACKNOWLEDGED_INTRO
from styrmodell.report.excel.formats import Formats, Sheet
from styrmodell.report.excel.lines import LINE_HEIGHT, text_height
from styrmodell.report.excel.names import ACKNOWLEDGED_SHEET, FINDINGS_SHEET
from styrmodell.report.excel.page import Pen, set_paper
from styrmodell.report.excel.text import visible
from styrmodell.report.formula.address import Address
from styrmodell.report.formula.basis import BASIS_FIRST_ROW, BASIS_SHEET
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle


@frozen
class Amount:
    """A figure among the texts of a list, as its cell holds it, with how it prints."""

    value: float
    style: NumberStyle


Field: TypeAlias = str | Amount | date | None
Columns: TypeAlias = Sequence[tuple[str, float]]

_FINDINGS: Columns = (("Kod", 10), ("Grad", 12), ("Var", 40), ("Hittade", 40), ("Väntade", 40), ("Gör", 40))
_ACKNOWLEDGED: Columns = (
    ("Kod", 10), ("Grad", 12), ("Var", 40), ("Hittade", 40), ("Väntade", 40), ("Varför", 40), ("Kvitterad av", 24),
    ("Till och med", 14),
)  # fmt: skip
_BASIS: Columns = (
    ("Uppgift", 48), ("Enhet", 18), ("Period", 12), ("Typ", 12), ("Version", 14), ("Skrivs i", 10),
    ("Värde", 18), ("Källa", 44), ("Daterad", 12), ("Cell-id", 60),
)  # fmt: skip


def write_findings(sheet: Sheet, pen: Pen) -> None:
    """List what is doubtful about the figures: code, severity, where, found, expected, do."""
    told = pen.edition.findings.open()
    rows = ((f.code.code, f.severity_word(), str(f.source), f.found(), f.expected(), f.do()) for f in told)
    purpose = "Detta är tveksamt i dokumentets siffror."
    _write_list(sheet, FINDINGS_SHEET, purpose, _wide_enough(_FINDINGS, told), rows, pen)


def write_acknowledged(sheet: Sheet, pen: Pen) -> None:
    """List what is known and left as it is: the finding, why, who answers for it and until when."""
    rows = (
        (f.code.code, f.severity_word(), str(f.source), f.found(), f.expected(), one.why, one.role, one.until)
        for f in pen.edition.findings
        if (one := f.acknowledged) is not None
    )
    columns = _wide_enough(_ACKNOWLEDGED, pen.edition.findings.acknowledged())
    _write_list(sheet, ACKNOWLEDGED_SHEET, ACKNOWLEDGED_INTRO, columns, rows, pen)


def _wide_enough(columns: Columns, findings: Findings) -> Columns:
    """*columns*, the first so wide that no code breaks."""
    (name, width), *others = columns
    return ((name, max(width, *(len(one.code.code) + 2.0 for one in findings))), *others)


def write_basis(sheet: Sheet, pen: Pen) -> None:
    """List the figures that formulas refer to and that no table prints, in the order they were asked for."""
    rows = (
        (r.label, r.unit_id, r.period, r.kind, r.version, r.style.unit, Amount(cell_value(r.exact, r.style), r.style),
         r.source, r.as_of, r.cell)
        for r in pen.book.basis.rows
    )  # fmt: skip
    _write_list(sheet, BASIS_SHEET, "Siffror som formlerna bygger på och som ingen tabell visar.", _BASIS, rows, pen)


def _write_list(
    sheet: Sheet, title: str, purpose: str, columns: Columns, rows: Iterable[Sequence[Field]], pen: Pen
) -> None:
    start_list(sheet, title, purpose, columns, pen)
    number = BASIS_FIRST_ROW - 1
    for number, fields in enumerate(rows, BASIS_FIRST_ROW):
        write_fields(sheet, columns, number, fields, pen.formats)
    finish_list(sheet, columns, number)


def start_list(sheet: Sheet, title: str, purpose: str, columns: Columns, pen: Pen) -> None:
    """Write what stands over the rows of a list: title, purpose and headings."""
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


def finish_list(sheet: Sheet, columns: Columns, last_row: int) -> None:
    """Tell how far the list reaches, once its rows are written."""
    last = max(last_row, BASIS_FIRST_ROW)
    sheet.repeat_rows(BASIS_FIRST_ROW - 1)
    sheet.print_area(0, 0, last, len(columns) - 1)
    sheet.freeze_panes(BASIS_FIRST_ROW, 1)
    sheet.autofilter(BASIS_FIRST_ROW - 1, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{Address(sheet='', row=last, column=len(columns) - 1).text}"})


def write_fields(sheet: Sheet, columns: Columns, number: int, fields: Sequence[Field], formats: Formats) -> None:
    """Write one row of a list, as high as its longest text needs; an empty text leaves its cell truly blank."""
    write, look, long = sheet.write_string, formats.look("cell"), list[tuple[str, float]]()
    for column, (item, (_, width)) in enumerate(zip(fields, columns, strict=True)):
        if item.__class__ is str:
            if not item:
                continue
            if len(item) > width or not item.isprintable() or item[0] == "<":
                long.append((item, width))
                write(number, column, visible(item), look)
            else:
                write(number, column, item, look)
        elif item.__class__ is Amount:
            sheet.write_number(number, column, item.value, formats.figure(item.style, "list"))
        elif item is not None:
            sheet.write_datetime(number, column, item, formats.look("date"))
    if long:
        sheet.set_row(number, max(text_height(long), LINE_HEIGHT))
