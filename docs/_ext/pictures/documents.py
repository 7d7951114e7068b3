"""The documents that the pictures are of, written from the examples by the same calls as a script would use."""

import shutil
import tempfile
from collections.abc import Collection
from datetime import date
from pathlib import Path

import openpyxl

from styrmodell.api import Format, Registry, Workspace, collect, form, load, make_registry

# The name of the file → example, report, form.
REPORTS: dict[str, tuple[str, str, Format]] = {
    "bilaga10a.docx": ("vasternorrland-2020", "vasternorrland.bilaga10a", "docx"),
    "bilaga10a-bok.xlsx": ("vasternorrland-2020", "vasternorrland.bilaga10a", "xlsx"),
    "bilaga16.docx": ("vasternorrland-2020", "vasternorrland.bilaga16", "docx"),
    "styrkort.docx": ("dalarna-tandvard-fiktiv-2018", "dalarna.styrkort-uppfoljning", "docx"),
    "galleri.docx": ("galleri", "generic.galleri", "docx"),
    "galleri-sida.html": ("galleri", "generic.galleri", "html"),
    "matt.html": ("uppfoljning-2024", "generic.matt", "html"),
}
EXPLANATION, FORM, FAULTS = "forklaring.html", "formular.xlsx", "att-ratta.xlsx"
DOCUMENTS = (*REPORTS, EXPLANATION, FORM, FAULTS)
FOLLOWED = "uppfoljning-2024"
OFFICE, UNIT, SHEET = "vasternorrland-fiktiv-2020", "exf-nara", "Bilaga 10 a"
# What an office wrote where a number is wanted, cell by cell.
WRITTEN = {"D8": "97 000 ca", "E8": "?"}
SIGNED = {"Roll": "controller", "Datum": date(2020, 8, 30), "Klarmarkering": "Ja"}


def write_documents(examples: Path, out: Path, names: Collection[str]) -> None:
    """Write the documents called *names* in *out*, from the folder of the *examples*."""
    out.mkdir(parents=True, exist_ok=True)
    registry = make_registry()
    loaded: dict[str, Workspace] = {}

    def example(name: str) -> Workspace:
        return loaded.get(name) or loaded.setdefault(name, load(examples / name, registry=registry))

    for file, (place, report, suffix) in REPORTS.items():
        if file in names:
            (out / file).write_bytes(example(place).render(report, suffix).data)
    if EXPLANATION in names:
        _write_explanation(example(FOLLOWED), out / EXPLANATION)
    if not {FORM, FAULTS}.isdisjoint(names):
        _write_forms(examples / OFFICE, registry, out)


def _write_explanation(workspace: Workspace, path: Path) -> None:
    why = workspace.explain_value("hyrandel", unit="kirurgi", period="2024-08")
    path.write_bytes(workspace.render_explanation(why, "html").data)


def _write_forms(example: Path, registry: Registry, out: Path) -> None:
    """A form as it is sent, and the workbook that tells what to correct in one that came back."""
    with tempfile.TemporaryDirectory() as folder:
        copy, sent, inbox, answer = (Path(folder) / name for name in ("plan", "formular", "inkorg", "ut"))
        shutil.copytree(example, copy)
        reports = ("vasternorrland.bilaga9", "vasternorrland.bilaga10a")
        form(load(copy, registry=registry), sent, reports=reports, units=[UNIT], due=date(2020, 9, 1))
        (path,) = sent.glob("*.xlsx")
        shutil.copyfile(path, out / FORM)
        inbox.mkdir()
        _fill_in(path, inbox / path.name)
        done = collect(load(copy, registry=registry), [inbox], out=answer)
        (faults,) = done.faults
        shutil.copyfile(faults, out / FAULTS)


def _fill_in(form_path: Path, to: Path) -> None:
    """A form signed by its unit, with words in two of the places for numbers."""
    book = openpyxl.load_workbook(form_path)
    first = book["Formulär"]
    for (label,) in first.iter_rows(max_col=1):
        if label.value in SIGNED:
            first.cell(label.row, 2).value = SIGNED[label.value]
    for place, text in WRITTEN.items():
        book[SHEET][place].value = text
    book.save(to)
