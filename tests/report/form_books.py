"""Forms of the examples, and the hands that fill them in."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from styrmodell.api import load
from styrmodell.session.form.make import Forms, form

EXAMPLES = Path(__file__).parents[2] / "examples"
FICTITIOUS, RLF = "vasternorrland-fiktiv-2020", "vasternorrland-2020"
REPORTS = ("vasternorrland.bilaga9", "vasternorrland.bilaga10a")
MONEY_SHEET, AREA_SHEET = "Bilaga 10 a", "Bilaga 9"
DAY = date(2020, 8, 30)


def copy_example(name: str, folder: Path) -> Path:
    """A copy of an example, to write in."""
    target = folder / name
    shutil.copytree(EXAMPLES / name, target)
    return target


def make_forms(workspace: Path, out: Path, *units: str, reports: tuple[str, ...] = REPORTS) -> Forms:
    """The forms of *units*; without any, of all that report."""
    return form(load(workspace), out, reports=reports, units=units, due=date(2020, 9, 1))


def opened(path: Path) -> Workbook:
    """The workbook as a person opens it."""
    return openpyxl.load_workbook(path)


def inputs(sheet: Worksheet) -> list[Cell]:
    """The cells that a person can write in."""
    return [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]


def find(sheet: Worksheet, label: str, column: int) -> Cell:
    """The cell in *column* (from 1) of the row with *label*; rows keep their footnote marks."""
    rows = [row[0].row for row in sheet.iter_rows() if str(row[0].value or "").startswith(label)]
    return sheet.cell(rows[0], column)


def sign(book: Workbook, *, role: str = "controller", day: object = DAY, done: str = "Ja", comment: str = "") -> None:
    """Fill in the box of the first sheet."""
    sheet = book["Formulär"]
    texts = {"Roll": role, "Datum": day, "Klarmarkering": done, "Kommentar": comment}
    for row in list(sheet.iter_rows(max_col=1)):
        if row[0].value in texts:
            sheet.cell(row[0].row, 2).value = texts[row[0].value] or None
