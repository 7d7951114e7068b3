"""docs/tutorial/forsta-dokumentet.md, followed in an empty folder: commands answer what the page shows."""

import re
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from styrmodell.api import init, make_registry
from styrmodell.cli.main import run

PAGE = (Path(__file__).parents[2] / "docs" / "tutorial" / "forsta-dokumentet.md").read_text(encoding="utf-8")
STEP = re.compile(
    r"^```sh\n(?P<command>.*?)\n```$(?:.(?!^```sh))*?^```text\n(?P<shown>.*?)^```$", re.DOTALL | re.MULTILINE
)
# The day that the page says it is: init would take the computer's.
DAY = date(2026, 1, 15)
BOOK = Path("min-region") / "arbetsyta.xlsx"
BEGIN, CHECK, RENDER, FIGURE, WITHOUT, MISSING, WRONG = (part["command"] for part in STEP.finditer(PAGE))


@pytest.fixture(autouse=True)
def _begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder where the page's first step has been done."""
    monkeypatch.chdir(tmp_path)
    init("min-region", registry=make_registry(only=()), today=DAY, excel=True)


def spoken(command: str, capfd: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "styrmodell"]
    capfd.readouterr()
    assert run([*words[3:], "--lang", "sv"]) == 0, command
    told = capfd.readouterr()
    return f"{told.out}{told.err}".replace("\u00a0", " ")


def shown(number: int) -> str:
    """What the page shows that its command *number* gives."""
    return list(STEP.finditer(PAGE))[number]["shown"]


def edited(change: Callable[[Worksheet], None]) -> None:
    """The workbook's figures, as somebody changes them in Excel."""
    book = load_workbook(BOOK)
    change(book["Observationer"])
    book.save(BOOK)


def written_text() -> str:
    text = Path("ut/generic.matt.html").read_text(encoding="utf-8").replace("\u00a0", " ").replace("&nbsp;", " ")
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


def table_rows(start: str) -> list[list[str]]:
    """The cells of the page's table that begins with *start*, without its head."""
    _, _, after = PAGE.partition(f"| {start}")
    _, _, *rows = f"| {start}{after}".partition("\n\n")[0].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def state_a_total(sheet: Worksheet) -> None:
    """The row that the page writes, at the letters and the number that it says."""
    row = table_rows("| A Enhet | B Mått | C Period | D Typ | E Slag | F Värde | K Tillstånd")[0]
    sheet["K3"] = "Tillstånd"
    for letter, text in zip("ABCDEFK", row[1:], strict=True):
        sheet[f"{letter}{row[0]}"] = int(text) if letter == "F" else text


def test_its_first_command_is_the_one_that_begins_so(capfd: pytest.CaptureFixture[str]) -> None:
    command = BEGIN.replace("min-region", "en-annan")
    assert shown(0).replace("min-region", "en-annan") in spoken(command, capfd)
    assert {path.name for path in Path("en-annan").iterdir()} == {path.name for path in Path("min-region").iterdir()}


def test_the_rows_that_it_shows_are_in_the_workbook() -> None:
    sheet = load_workbook(BOOK)["Observationer"]
    for number, *cells in table_rows("| A Enhet | B Mått | C Period | D Typ | E Slag | F Värde |\n"):
        assert [str(cell.value) for cell in sheet[int(number)][:6]] == cells


def test_the_document_shows_the_table_that_the_page_shows(capfd: pytest.CaptureFixture[str]) -> None:
    assert shown(1) in spoken(CHECK, capfd)
    assert shown(2) in spoken(RENDER, capfd)
    rows = table_rows("Mått | Budget 2026")
    assert len(rows) == 2
    assert all(" ".join(row) in written_text() for row in rows)
    assert "UTKAST" in written_text()
    sheet = load_workbook("ut/generic.matt.xlsx")["Mått och värden"]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert len(formulas) == len(rows)
    assert all("Underlag" in formula for formula in formulas)


def test_the_figure_is_explained_as_the_page_shows(capfd: pytest.CaptureFixture[str]) -> None:
    assert shown(3) in spoken(FIGURE, capfd)


def test_a_missing_figure_is_told_and_gone_when_it_is_filled_in(capfd: pytest.CaptureFixture[str]) -> None:
    edited(lambda sheet: sheet.__setitem__("F7", None))
    spoken(WITHOUT, capfd)
    assert shown(4).strip() in written_text()
    assert "−12 570 000" in written_text()
    assert shown(5) in spoken(MISSING, capfd)
    edited(lambda sheet: sheet.__setitem__("F7", -9430))
    spoken(WITHOUT, capfd)
    assert "saknas" not in written_text()
    assert "−22 000 000" in written_text()


def test_a_wrong_total_is_found(capfd: pytest.CaptureFixture[str]) -> None:
    edited(state_a_total)
    assert shown(6) in spoken(WRONG, capfd)
