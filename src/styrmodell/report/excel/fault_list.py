"""The workbook that tells a unit what to correct: a line for each fault, so that it can be printed and ticked off."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO

from attrs import frozen

from styrmodell.report.engines import xlsxwriter_engine
from styrmodell.report.excel.formats import Sheet, Workbook
from styrmodell.report.excel.lines import text_height
from styrmodell.report.excel.text import PROPERTY_LIMIT, visible

FAULT_SHEET = "Att rätta"
FAULT_HEADINGS = ("Fil", "Cell", "Hittade", "Väntade", "Gör", "Grad")
_WIDTHS = (24.0, 20.0, 42.0, 36.0, 46.0, 11.0)
_TEXT_IS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_TITLE_ROW, _NOTE_ROW, _COUNT_ROW, _HEAD_ROW = 0, 1, 2, 4
_NOTE = "Rätta i formuläret, spara och skicka det igen. Adressen i kolumnen Cell går att klistra in i Excels namnruta."
_FOOTER = "&L&A&RSida &P av &N"


@frozen(kw_only=True)
class Fault:
    """One thing to correct.

    Attributes:
        cell: "'Bilaga 10 a'!D12", as Excel's name box takes it; empty for the file as a whole.
        is_error: Whether what stands there was not collected.
    """

    file: str
    cell: str
    found: str
    expected: str
    do: str
    grade: str
    is_error: bool


def write_fault_list(unit: str, faults: Sequence[Fault], created: date) -> bytes:
    """Write the workbook: unit, how many faults in which files, and the faults in their order.

    Returns:
        The .xlsx file: the same bytes for the same faults.
    """
    target = BytesIO()
    workbook = xlsxwriter_engine().Workbook(target, {**_TEXT_IS_TEXT, "in_memory": True})
    title = visible(f"{FAULT_SHEET}: {unit}", PROPERTY_LIMIT)
    workbook.set_properties({"title": title, "created": datetime.combine(created, time.min)})
    workbook.set_custom_property("Language", "sv-SE", "text")
    sheet = workbook.add_worksheet(FAULT_SHEET)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    _write_top(workbook, sheet, title, faults)
    _write_rows(workbook, sheet, faults)
    _set_page(sheet, _HEAD_ROW + len(faults))
    workbook.close()
    return target.getvalue()


def _write_top(workbook: Workbook, sheet: Sheet, title: str, faults: Sequence[Fault]) -> None:
    errors, files = sum(one.is_error for one in faults), dict.fromkeys(one.file for one in faults)
    counted = f"{len(faults)} att rätta, varav {errors} fel som inte lästes in"
    sheet.write_string(_TITLE_ROW, 0, title, workbook.add_format({"bold": True, "font_size": 16}))
    sheet.write_string(_NOTE_ROW, 0, _NOTE, workbook.add_format({"font_color": "#404040"}))
    sheet.write_string(_COUNT_ROW, 0, visible(f"{counted}, i {', '.join(files)}."))
    head = workbook.add_format({"bold": True, "bottom": 1, "valign": "top", "bg_color": "#E7EEF3"})
    for column, heading in enumerate(FAULT_HEADINGS):
        sheet.write_string(_HEAD_ROW, column, heading, head)


def _write_rows(workbook: Workbook, sheet: Sheet, faults: Sequence[Fault]) -> None:
    words = {"text_wrap": True, "valign": "top", "num_format": "@", "bottom": 4, "bottom_color": "#A0A0A0"}
    plain, strong = workbook.add_format(words), workbook.add_format({**words, "bold": True})
    for row, one in enumerate(faults, _HEAD_ROW + 1):
        texts = (one.file, one.cell, one.found, one.expected, one.do, one.grade)
        sheet.set_row(row, text_height(tuple(zip(texts, _WIDTHS, strict=True))))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, visible(text), strong if column == 1 else plain)


def _set_page(sheet: Sheet, last: int) -> None:
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.autofilter(_HEAD_ROW, 0, max(last, _HEAD_ROW), len(FAULT_HEADINGS) - 1)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(_FOOTER)
