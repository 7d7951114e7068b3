"""A small workspace with every kind of object and text that forms ask for, and the hands that fill its forms in."""

from collections.abc import Mapping
from pathlib import Path

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.report.form_books import opened, sign

from styrmodell.api import load
from styrmodell.session.collect.collect import Collected, collect
from styrmodell.session.form.make import Forms, form

EVERYTHING = (
    "risker,projekt,IT-projekt,investeringar,uppdrag,aktiviteter,åtgärder",
    "textavsnitt,styrkort,bedömningar,kommentarer",
)
HEADINGS = 5
TOML = """[workspace]
format = 1
name = "Allt"
profile = "egen"
as_of = 2020-10-01
files = ["*.yaml"]
"""
PLAN = (Path(__file__).parent / "every_object.yaml").read_text(encoding="utf-8")


def make_workspace(folder: Path, plan: str = PLAN) -> Path:
    """The workspace in a new folder."""
    target = folder / "ws"
    target.mkdir(parents=True)
    (target / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (target / "plan.yaml").write_text(plan, encoding="utf-8")
    return target


def make_form(workspace: Path, out: Path, unit: str = "v", objects: tuple[str, ...] = EVERYTHING) -> Path:
    """The form of *unit*."""
    made: Forms = form(load(workspace), out, objects=objects, units=[unit])
    return Path(made.files[0])


def columns(sheet: Worksheet) -> Mapping[str, int]:
    """Heading → column, from 1."""
    return {str(cell.value): cell.column for cell in sheet[HEADINGS] if cell.value}


def find(book: Workbook, sheet: str, name: str, heading: str) -> Cell:
    """The cell of the object with an id; of the first empty row for the name ""."""
    page = book[sheet]
    row = next(one[0].row for one in page.iter_rows(min_row=HEADINGS + 1, max_col=1) if (one[0].value or "") == name)
    found: Cell = page.cell(row, columns(page)[heading])
    return found


def taken(workspace: Path, *files: Path, **options: object) -> Collected:
    """What collecting comes to."""
    return collect(load(workspace), files, out=workspace.parent / "rätta", **options)


def codes(done: Collected) -> list[str]:
    """The findings, but those of what was not handed in and of patterns."""
    return [one.code.code for one in done.findings if one.code.code not in ("SM463", "SM464")]


def change(path: Path, cells: Mapping[tuple[str, str, str], object], **signed: object) -> Path:
    """Fill in *cells*, (sheet, id, heading) → content, sign and save."""
    book = opened(path)
    sign(book, **signed)
    for (sheet, name, heading), content in cells.items():
        find(book, sheet, name, heading).value = content
    book.save(path)
    return path
