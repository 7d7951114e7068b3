"""examples/uppfoljning-2024: its report shows its figures; its readme, and two how-tos, show what is printed."""

import json
import re
import shlex
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import lxml.html
import openpyxl
import pytest

from styrmodell.api import Workspace, load
from styrmodell.cli.main import run
from styrmodell.cli.options import Shared

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "uppfoljning-2024"
NAME = "examples/uppfoljning-2024"
README = (EXAMPLE / "README.md").read_text(encoding="utf-8")
TKR = 1000


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(EXAMPLE)


# --- The report ---


def plain(text: object) -> str:
    return str(text).replace("\u00a0", " ").replace("\u2011", "-")


CELLS = [
    # label, column, printed
    ("Nettokostnad (kr)", "Utfall jan–aug 2024", "68 888 000"),
    ("Avvikelse mot budget (kr)", "Utfall jan–aug 2024", "−1 248 000"),
    ("Årsarbetare (antal)", "Utfall jan–aug 2024", "116,1"),
    ("Andel medarbetare som haft medarbetarsamtal (%)", "Utfall 2024-T2", "ej rapporterat"),
    ("Patienternas helhetsintryck (poäng)", "Utfall 2024-T1", "79,4"),
]


@pytest.mark.parametrize(("label", "heading", "printed"), CELLS)
def test_word_prints_the_figures(workspace: Workspace, label: str, heading: str, printed: str) -> None:
    document = docx.Document(BytesIO(workspace.render("generic.matt", "docx").data))
    found = [
        plain(row.cells[place].text)
        for table in document.tables
        for place, head in enumerate(table.rows[0].cells)
        if plain(head.text) == heading
        for row in table.rows
        if plain(row.cells[0].text) == label
    ]
    assert found == [printed]


@pytest.mark.parametrize(("label", "heading", "printed"), CELLS)
def test_html_prints_the_figures(workspace: Workspace, label: str, heading: str, printed: str) -> None:
    page = lxml.html.fromstring(workspace.render("generic.matt", "html").data.decode("utf-8"))
    found = []
    for table in page.xpath("//table"):
        heads = [plain(cell.text_content()) for cell in table.xpath("./thead/tr[last()]/th")]
        for row in table.xpath("./tbody/tr"):
            texts = [plain(cell.text_content()) for cell in row.xpath("./th|./td")]
            found += [texts[place] for place, head in enumerate(heads) if head == heading and texts[0] == label]
    assert found == [printed]


def test_excel_holds_the_figures_unrounded(workspace: Workspace) -> None:
    book = openpyxl.load_workbook(BytesIO(workspace.render("generic.matt", "xlsx").data), data_only=True)
    # the first sheet lists the others; the first table is of the whole year 2023
    found = {row[0]: row[1] for row in book.worksheets[1].iter_rows(values_only=True) if row[0] == "Nettokostnad (kr)"}
    assert found == {"Nettokostnad (kr)": 12 * 8200 * TKR}


def test_what_is_incomplete_and_carried_forward_is_told_below_the_tables(workspace: Workspace) -> None:
    page = lxml.html.fromstring(workspace.render("generic.matt", "html").data.decode("utf-8"))
    text = plain(page.text_content())
    assert "39 av 41 uppgifter har kommit; saknas: Division kirurgi, Vårdcentralen Norr." in text
    rows = [plain(row.text_content()) for row in page.xpath("//tr[th='Patienter i hemsjukvård (antal)']")]
    (marked,) = (row[-2:] for row in rows if row.endswith(")"))
    assert "Framförda uppgifter ingår, senast uppdaterad 2024-07-31." in notes_of(page, marked)


def notes_of(page: Any, mark: str) -> list[str]:
    """What stands after *mark* under the tables."""
    notes = page.xpath("//ul[contains(@class, 'notes')]/li")
    return [plain(note.text_content())[len(mark) :].strip() for note in notes if note.text_content().startswith(mark)]


# --- The pages ---


def answers() -> list[tuple[str, str]]:
    """(question, answer) of the tables of the readme."""
    return re.findall(r"^\| `([a-z0-9-]+(?: --[^`]*)?)` \| ([^|]+?) \| [^|]+ \|$", README, re.MULTILINE)


@pytest.fixture
def spoken(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """What a command prints, out and then err. Every page asks the example, which is loaded once."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(Shared, "load", lambda *_: workspace)

    def speak(*args: str) -> list[str]:
        run([*args, "--lang", "sv"])
        done = capsys.readouterr()
        return [*plain(done.out).splitlines(), *plain(done.err).splitlines()]

    return speak


@pytest.mark.parametrize(("question", "answer"), answers(), ids=lambda text: text.replace("--", ""))
def test_the_readme_says_what_explain_prints(question: str, answer: str, spoken: Callable[..., list[str]]) -> None:
    out = spoken("explain", NAME, "--measure", *question.split())
    printed = re.sub(r" \([−0-9 ]+ kr\)", "", out[1].partition(": ")[2])
    assert re.split(r" = | \[", printed)[0] == answer


def test_every_measure_is_asked_for_in_the_readme(workspace: Workspace) -> None:
    assert workspace.plan is not None
    asked = {question.split()[0] for question, _ in answers()}
    known = {str(measure.id) for measure in workspace.plan.measures}
    # what is in the net cost, what weighs and what the other waiting times are of
    assert known - asked == {"intakt", "svar", "vantetid"}


PAGES = {
    "README": EXAMPLE / "README.md",
    "over-tid-och-organisation": ROOT / "docs" / "how-to" / "over-tid-och-organisation.md",
    "forklara": ROOT / "docs" / "how-to" / "forklara.md",
}


def commands(page: Path) -> Iterator[tuple[str, list[str]]]:
    """(command, the block of output after it) of every command on *page*; no lines where none follows."""
    text = page.read_text(encoding="utf-8")
    for block, shown in re.findall(r"^```sh\n(.*?)^```$(?:\n+```\n(.*?)^```$)?", text, re.DOTALL | re.MULTILINE):
        lines = block.strip().splitlines()
        yield from ((line, []) for line in lines[:-1])
        yield lines[-1], shown.splitlines()


SHOWN = [
    (f"{name}: {command[21:]}", command, lines) for name, page in PAGES.items() for command, lines in commands(page)
]


@pytest.mark.parametrize(("command", "lines"), [row[1:] for row in SHOWN], ids=[row[0] for row in SHOWN])
def test_a_page_shows_what_its_command_prints(
    command: str, lines: list[str], spoken: Callable[..., list[str]], tmp_path: Path
) -> None:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "styrmodell"]
    args = [str(tmp_path) if before == "--out" else word for before, word in pairwise(words[2:])]
    left = iter(spoken(*args))
    # What stands between is left out on the page, and marked so.
    assert [line for line in lines if line.strip() != "…" and line not in left] == []


def test_the_scripts_of_the_pages_print_what_they_say(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    scripts = [
        script
        for page in PAGES.values()
        for script in re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    ]
    assert len(scripts) == 2
    for script in scripts:
        exec(compile(script, "page.py", "exec"), {})
        said = re.findall(r"^print\(.*\)  # (.*)$", script, re.MULTILINE)
        assert plain(capsys.readouterr().out).splitlines() == said


@pytest.mark.parametrize("page", [name for name in PAGES if name != "README"])
def test_a_page_shows_the_files_of_the_example(page: str) -> None:
    """Its yaml and toml, line by line, and its rows of figures."""
    text = PAGES[page].read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:yaml|toml)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    blocks += re.findall(r"^```\n(enhet;.*?)^```$", text, re.DOTALL | re.MULTILINE)
    written = {
        line
        for file in (*EXAMPLE.glob("*.yaml"), *EXAMPLE.glob("*.toml"), *EXAMPLE.glob("siffror/*.csv"))
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    assert [line for block in blocks for line in block.splitlines() if line not in written] == []


def test_check_ends_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["check", NAME, "--lang", "sv"]) == 0
    assert "0 fel, 6 varningar, 0 upplysningar" in capsys.readouterr().out


def test_an_explanation_as_data_has_every_digit(spoken: Callable[..., list[str]]) -> None:
    asked = ("--measure", "hyrandel", "--unit", "kirurgi", "--period", "2024-08")
    data = json.loads("\n".join(spoken("explain", NAME, *asked, "--format", "json")))
    assert Decimal(data["number"]) == Decimal("0.04")
    assert [Decimal(child["number"]) for child in data["children"]] == [-60 * TKR, -1500 * TKR]
