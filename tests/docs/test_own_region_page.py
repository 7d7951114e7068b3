"""docs/how-to/egen-region.md, followed to the letter in an empty folder: commands answer what the page shows."""

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from styrmodell.api import load
from styrmodell.cli.main import run

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "egen-region.md").read_text(encoding="utf-8")
# (file the text before it names, language, content) of every block, and (sheet, "", rows) of every sheet.
PART = re.compile(
    r"^```(?P<lang>\w+)\n(?P<block>.*?)^```$|^Blad: (?P<sheet>[^\n]+)\n\n(?P<rows>(?:\|[^\n]*\n)+)", re.S | re.M
)
NAMED = re.compile(r"`(kusten/[\w.]+|styrmodell\.toml)`")
EXAMPLE = "Skriv till exempel `Verksamheten` som kategori"


def cell(text: str) -> object:
    """What somebody types in Excel: numbers become numbers, days days."""
    if re.fullmatch(r"-?\d[\d ]*", text):
        return int(text.replace(" ", ""))
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text or None


def sheets() -> Iterator[tuple[str, list[list[object]]]]:
    for part in PART.finditer(PAGE):
        if part["sheet"]:
            head, _, *rows = part["rows"].splitlines()
            yield part["sheet"], [[cell(one.strip()) for one in row.strip("|").split("|")] for row in (head, *rows)]


def write_book(path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def write_files(folder: Path) -> None:
    """Every settings file of the page, in the file that the text before it names."""
    for part in PART.finditer(PAGE):
        if part["lang"] in ("toml", "yaml"):
            name = NAMED.findall(PAGE[: part.start()])[-1]
            path = folder / "kusten" / name.removeprefix("kusten/")
            path.write_text(part["block"], encoding="utf-8")


def commands() -> list[str]:
    return [line for part in PART.finditer(PAGE) if part["lang"] == "sh" for line in part["block"].splitlines()]


def shown() -> list[str]:
    """What the page shows that commands answer; a fault that it only tells of is not among them."""
    return [
        part["block"]
        for part in PART.finditer(PAGE)
        if part["lang"] == "text" and EXAMPLE not in PAGE[: part.start()].rsplit("\n\n", 2)[-2]
    ]


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    begin, *_ = commands()
    assert run(shlex.split(begin)[3:]) == 0
    write_files(tmp_path)
    write_book(tmp_path / "kusten" / "arbetsyta.xlsx")
    return tmp_path


def test_every_command_works_and_answers_what_the_page_shows(region: Path, capfd: pytest.CaptureFixture[str]) -> None:
    answers = ""
    for command in commands()[1:]:
        words = shlex.split(command)
        assert words[:3] == ["python", "-m", "styrmodell"]
        assert run(words[3:]) == 0, command
        told = capfd.readouterr()
        answers += f"{told.out}{told.err}"
    for block in shown():
        assert block in answers.replace("\u00a0", " ")
    assert {path.stem for path in (region / "ut-trafik").glob("*.docx")} == {"generic.riskregister.trafik"}


def test_every_report_that_it_promises_is_written(region: Path) -> None:
    workspace = load(region / "kusten").require()
    promised = ("styrkort", "maluppfyllelse", "resultatbudget", "investeringar", "projekt", "riskregister")
    promised += ("internkontroll", "handlingsplan", "uppdrag", "mattkatalog", "rodtrad", "observationer")
    publisher = workspace.publisher
    assert all(publisher.instances(publisher.spec(f"generic.{name}")) for name in promised)


def test_the_fault_that_it_tells_of_is_told_so(region: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = region / "kusten" / "arbetsyta.xlsx"
    book = load_workbook(path)
    sheet = book["Risker"]
    place = next(one for row in sheet.iter_rows() for one in row if one.value == "Verksamhet")
    place.value = "Verksamheten"
    book.save(path)
    capfd.readouterr()
    run(["check", "kusten"])
    (block,) = [part["block"] for part in PART.finditer(PAGE) if part["lang"] == "text" and "SM223" in part["block"]]
    assert block in capfd.readouterr().out.replace("\u00a0", " ")


def test_the_sheets_are_those_that_somebody_would_look_for() -> None:
    wanted = {"Enheter", "Mål", "Mått", "Målvärden", "Aktiviteter", "Uppdrag", "Risker", "Projekt", "Investeringar"}
    assert wanted | {"Åtgärder", "Värden"} <= {name for name, _ in sheets()}
