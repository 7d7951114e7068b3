"""docs/how-to/egen-wordmall.md: its tables are the code's, and its commands work."""

import re
from pathlib import Path

import pytest
from tests.report.master_files import in_header, packed

from styrmodell.cli.main import run
from styrmodell.report.word.styles import STYLES
from styrmodell.report.word.template.words import CONDITIONS, FILTERS, MasterForm, MasterVariable, master_variables

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "egen-wordmall.md").read_text(encoding="utf-8")
PLAN = 'plan: {id: p, unit: a, period: "2020", state: decided}\nunits: [{id: a, name: Norr}]\n'
MEASURES = "measures: [{id: area, name: Area, unit: m2}]\n"
TOML = '[workspace]\nformat = 1\nname = "prov"\nas_of = 2020-01-01\nfiles = ["*.yaml"]\n'


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def rows(heading: str) -> list[str]:
    """The rows of the first table under a heading."""
    table = re.search(r"^\|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE.partition(f"\n{heading}\n")[2], re.MULTILINE)
    assert table is not None
    return table[1].splitlines()


@pytest.mark.parametrize(
    ("heading", "table"),
    [("## Variabler", master_variables()), ("### Filter", FILTERS), ("### Villkor", CONDITIONS)],
)
def test_a_table_is_what_the_code_says(heading: str, table: tuple[MasterVariable | MasterForm, ...]) -> None:
    assert rows(heading) == [f"| `{one.written}` | {one.text.sv} | {one.example} |" for one in table]


def test_the_page_names_every_style() -> None:
    assert [row.split("`")[1] for row in rows("## Formatmallar")] == [spec.name for spec in STYLES]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace of the page, with a sound master."""
    (tmp_path / "mallar").mkdir()
    (tmp_path / "mallar" / "region.docx").write_bytes(packed(in_header("{{ dnr }}")))
    (tmp_path / "styrmodell.toml").write_text(TOML + blocks("toml")[0], encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN + MEASURES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("line", [line for block in blocks("sh") for line in block.splitlines()])
def test_its_commands_work(line: str, workspace: Path) -> None:
    program, *args = line.split()
    assert (program, run(args)) == ("styrmodell", 0)


def test_its_script_works(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (script,) = blocks("python")
    exec(compile(script, "egen-wordmall.md", "exec"), {})
    assert "SM417" in capsys.readouterr().out


def test_what_it_shows_is_what_the_command_shows(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "mallar" / "region.docx").write_bytes(packed(in_header("{{ diarienr }}")))
    assert run(["template", "check", "mallar/region.docx", "--lang", "sv"]) == 1
    assert capsys.readouterr().out.startswith(blocks("text")[0])
