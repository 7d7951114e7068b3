"""Texts that spreadsheets and calendars would compute, in every field of text: they stay text and come back unchanged.

CSV is read with the separator it was written with; that another one parts cells elsewhere is told in the documentation.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.cell import Cell
from tests.hostile.filled_plan import filled
from tests.session.object_books import make_workspace

from styrmodell.api import load
from styrmodell.cli.main import run
from styrmodell.csv_guard import guarded, unguarded
from styrmodell.report.calendar_file import DayEvent, calendar_bytes
from styrmodell.session.collect.collect import collect
from styrmodell.session.form.make import form
from styrmodell.session.run import Order, plan_jobs, run_jobs
from styrmodell.session.save import save
from styrmodell.session.workspace import Workspace

COMMAND = "cmd|'/c calc'!A1"
INJECTIONS = (
    f"={COMMAND}",
    f"+{COMMAND}",
    f"-{COMMAND}",
    f"@{COMMAND}",
    f"\t={COMMAND}",
    '=HYPERLINK("http://127.0.0.1:9/?x="&A1,"Klicka")',
    '=WEBSERVICE("http://127.0.0.1:9/")',
    '=IMPORTXML("http://127.0.0.1:9/","//a")',
    "@SUM(1+1)*" + COMMAND,
    "=1+1",
    "-1+1",
    "+46 60 12 34 56",
    "'=1+1",
    "''=1+1",
    f"\uff1d{COMMAND}",
    f"\uff0b{COMMAND}",
    f"\uff0d{COMMAND}",
    f"\uff20{COMMAND}",
    f' ={COMMAND}"',
    f'";={COMMAND};"',
    f"x;={COMMAND}",
    f"{{={COMMAND}}}",
    "http://127.0.0.1:9/",
    "mailto:a@example.org",
    "internal:Blad1!A1",
    "external:c:\\x.xlsx",
)
# What a spreadsheet takes a cell for a formula by.
BEGINNINGS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
EXAMPLES = Path(__file__).parents[2] / "examples"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def attacked(tmp_path: Path, source: str) -> Workspace:
    path = make_workspace(tmp_path) if source == "alla" else EXAMPLES / source
    return filled(load(path), INJECTIONS)[0]


def require_no_formula_of_texts(path: Path) -> None:
    """Every formula of a workbook is one of ours, of addresses and numbers; no link leads out."""
    for name, root in xml_of(path):
        for found in root.iter(f"{MAIN}f", f"{MAIN}definedName", f"{MAIN}formula1", f"{MAIN}formula2"):
            text = found.text or ""
            is_list = (
                found.tag.endswith("formula1") and text.startswith('"') and text.endswith('"') and '"' not in text[1:-1]
            )
            assert is_list or not re.search(r"cmd|http|HYPERLINK|WEBSERVICE|IMPORT|calc", text), (name, text)
        assert not [one for one in root.iter() if one.get("TargetMode") == "External"], name
        assert not list(root.iter(f"{MAIN}ddeLink")), name
        links = [link.get("location") or "" for link in root.iter(f"{MAIN}hyperlink")]
        assert all(re.fullmatch(r"('[^'\[\]]+'|[^'!\[\]]+)![A-Z]+[0-9]+", link) for link in links), (name, links)


def xml_of(path: Path) -> Iterator[tuple[str, etree._Element]]:
    """The parts of a package that are XML."""
    with ZipFile(path) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        yield from ((name, etree.fromstring(package.read(name))) for name in names)


def texts_of(path: Path) -> set[str]:
    """The texts of a workbook's cells."""
    strings = (root for name, root in xml_of(path) if name == "xl/sharedStrings.xml")
    return {"".join(item.itertext()) for root in strings for item in root}


@pytest.mark.parametrize("source", ["alla", "galleri"])
def test_no_text_is_a_formula_or_a_link_in_excel(tmp_path: Path, source: str):
    workspace = attacked(tmp_path, source)
    made = run_jobs(workspace, plan_jobs(workspace, Order(formats=("xlsx",), reports=("generic.*",))), tmp_path / "ut")
    assert not made.failed
    met: set[str] = set()
    for path in (tmp_path / "ut").glob("*.xlsx"):
        require_no_formula_of_texts(path)
        met |= texts_of(path)
    assert len(met.intersection(INJECTIONS)) > 15


def require_guarded(data: bytes, delimiter: str) -> int:
    """No cell of a CSV file begins as a formula unless it is a number; how many are guarded."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    cells = [cell for row in rows for cell in row]
    for cell in cells:
        assert not cell.startswith(BEGINNINGS) or re.fullmatch(r"-[0-9]+([.,][0-9]+)?", cell), cell
    return sum(cell.startswith("'") for cell in cells)


@pytest.mark.parametrize("source", ["alla", "galleri"])
def test_texts_are_guarded_in_csv_and_whole_in_json(tmp_path: Path, source: str):
    workspace = attacked(tmp_path, source)
    order = Order(formats=("csv", "json"), reports=("generic.*",))
    made = run_jobs(workspace, plan_jobs(workspace, order), tmp_path / "ut")
    assert not made.failed
    assert [require_guarded(path.read_bytes(), ",") for path in (tmp_path / "ut").glob("*.csv")]


@pytest.mark.parametrize(("source", "form"), [("alla", "csv"), ("alla", "json"), ("galleri", "json")])
def test_what_is_saved_is_guarded_and_comes_back_unchanged(tmp_path: Path, source: str, form: str):
    workspace = attacked(tmp_path, source)
    saved = save(workspace, tmp_path / "sparat", form)
    assert not saved.failed, saved.failed.text("en")
    counts = [require_guarded(path.read_bytes(), ";") for path in (tmp_path / "sparat").glob("*.csv")]
    assert (sum(counts) > 10) == (form == "csv")
    assert load(tmp_path / "sparat").plan == workspace.plan


def test_a_form_with_such_texts_asks_and_is_collected_unchanged(tmp_path: Path):
    """The texts stand in the form as texts, and one that comes back as it was says nothing new."""
    workspace = attacked(tmp_path, "alla")
    save(workspace, tmp_path / "sparat")
    read = load(tmp_path / "sparat")
    made = form(read, tmp_path / "ut", objects=("risker,projekt,uppdrag,aktiviteter,åtgärder",), units=["v"])
    (path,) = map(Path, made.files)
    require_no_formula_of_texts(path)
    done = collect(read, [path], out=tmp_path / "rätta", dry_run=True)
    assert (done.changes, done.edits) == ((), ())


@pytest.mark.parametrize("form", ["xlsx", "html", "docx"])
def test_a_comparison_of_such_texts_computes_nothing(tmp_path: Path, form: str):
    sound, other = load(make_workspace(tmp_path)), attacked(tmp_path / "b", "alla")
    for workspace, name in ((sound, "forra"), (other, "nu")):
        save(workspace, tmp_path / name)
    where = ("--out", str(tmp_path / "ut"), "--format", form)
    assert run(["diff", str(tmp_path / "forra"), str(tmp_path / "nu"), *where]) == 0
    (path,) = (tmp_path / "ut").glob(f"*.{form}")
    if form == "xlsx":
        require_no_formula_of_texts(path)
        assert COMMAND in " ".join(texts_of(path))
    if form == "docx":
        told = [text for _, root in xml_of(path) for text in root.xpath("//*[local-name()='instrText']/text()")]
        assert not [text for text in told if "cmd" in text or "http" in text]


def test_what_is_to_be_corrected_is_told_as_text(tmp_path: Path):
    """A form that came back with formulas and commands as texts: the workbook that tells of them computes none."""
    workspace = load(make_workspace(tmp_path))
    made = form(workspace, tmp_path / "ut", objects=("risker,projekt",), units=["v"])
    (path,) = map(Path, made.files)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and not cell.protection.locked:
                    cell.value, cell.data_type = f"={COMMAND}", "s"
    book.save(path)
    done = collect(workspace, [path], out=tmp_path / "rätta")
    assert done.faults
    for fault in done.faults:
        require_no_formula_of_texts(Path(fault))
        assert any(COMMAND in text for text in texts_of(Path(fault)))


def test_a_calendar_has_the_events_it_was_given_and_no_more():
    """Line ends, semicolons and commas in a text begin no property, no event and no alarm."""
    attack = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\nACTION:PROCEDURE\r\nATTACH:file:///c:/calc.exe\n;,\\:\x0b\u2028"
    event = DayEvent(uid=attack, day=date(2020, 1, 1), summary=attack, description=attack, categories=(attack, "=1"))
    lines = calendar_bytes(attack, [event], on=date(2020, 1, 1)).decode().replace("\r\n ", "").split("\r\n")
    names = [re.split("[:;]", line)[0] for line in lines if line]
    assert names.count("BEGIN") == names.count("END") == 2
    assert {"ATTACH", "ACTION", "VALARM"}.isdisjoint(names)
    assert all(re.fullmatch("[A-Z-]+", name) for name in names)


@pytest.mark.parametrize("text", [*INJECTIONS, *BEGINNINGS, "'", "''", "", "'a", "a=1"])
def test_a_guarded_text_begins_as_no_formula_and_comes_back(text: str):
    assert not guarded(text).startswith(BEGINNINGS)
    assert unguarded(guarded(text)) == text
