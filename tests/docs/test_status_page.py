"""docs/how-to/status.md: its files are a workspace, and the command shows what the page shows."""

import re
from pathlib import Path

import pytest
from tests.docs.pages import run_script, spoken, steps

from styrmodell.api import Status, load
from styrmodell.finding import Severity

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "status.md").read_text(encoding="utf-8")
FIGURES = "".join(re.findall(r"^```\n(enhet;.*?)^```$", PAGE, re.DOTALL | re.MULTILINE))
TOML = '[workspace]\nformat = 1\nname = "Exempel"\nas_of = 2020-12-31\nfiles = ["*.yaml", "*.csv"]\n'


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def workspace(folder: Path, *, assessed: bool) -> Path:
    (folder / "styrmodell.toml").write_text(TOML, encoding="utf-8")
    (folder / "varden.csv").write_text(FIGURES, encoding="utf-8")
    for place, text in enumerate(blocks("yaml")):
        if assessed or not text.startswith("assessments:"):
            (folder / f"{place:02d}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("assessed", [False, True])
def test_its_files_are_a_plan_without_faults(tmp_path: Path, assessed: bool) -> None:
    findings = load(workspace(tmp_path, assessed=assessed)).findings
    assert [str(one) for one in findings if one.code.severity is not Severity.NOTE] == []


def test_the_page_shows_what_the_command_shows(tmp_path: Path) -> None:
    shown = load(workspace(tmp_path, assessed=False)).status().text().replace("\u00a0", " ")
    assert blocks("text")[0] == f"{shown}\n"


def test_what_is_settled_and_expected_is_shown_as_on_the_page(tmp_path: Path) -> None:
    standing = load(workspace(tmp_path, assessed=True)).status()
    lines = standing.text().replace("\u00a0", " ").splitlines()
    for block in blocks("text")[1:]:
        assert block.rstrip("\n") in lines
    assert (standing.status, standing.computed) == (Status.CLOSE, Status.CLOSE)


def test_a_level_holds_for_its_own_unit_alone(tmp_path: Path) -> None:
    loaded = load(workspace(tmp_path, assessed=False))
    found = [loaded.status("inom90", unit=unit).status for unit in ("kirurgi", "medicin", "sjukhuset")]
    assert found == [Status.MET, Status.CLOSE, Status.CLOSE]


def test_its_commands_and_its_script_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "MAPP").mkdir()
    workspace(tmp_path / "MAPP", assessed=True)
    monkeypatch.chdir(tmp_path)
    commands = [command for command, _ in steps(PAGE)]
    assert [bool(spoken(command)) for command in commands] == [True] * 4
    (script,) = blocks("python")
    assert run_script(script, "status.md").startswith("Status.CLOSE Status.CLOSE\n")
