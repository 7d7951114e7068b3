"""Pages about the examples, followed from the top in an empty folder: each command works and answers what is shown."""

import re
import shutil
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, blocks, not_said, page_text, plain, run_script, spoken, steps

PAGES = (
    "README.md",
    "docs/explanation/mal.md",
    "docs/explanation/raknat-en-gang.md",
    "docs/explanation/saknat-och-gammalt.md",
    "docs/how-to/handlingsplan.md",
    "docs/how-to/huvudbok.md",
    "docs/how-to/rendera.md",
    "docs/how-to/spara.md",
    "docs/reference/exempel.md",
)
# What asks a package registry, or makes an environment, is done by .ci/run.
NOT_HERE = re.compile(r"pip install|^python3 -m venv |^\. \.venv/bin/activate$")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the examples beside."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")  # a copy: forms that are sent are noted in a workspace
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES)
def test_its_commands_work_and_answer_what_it_shows(page: str, beside: Path) -> None:
    followed = 0
    for command, shown in steps(page_text(page)):
        if NOT_HERE.search(command):
            continue
        assert not_said(shown, spoken(command)) == [], command
        followed += 1
    assert followed > 1
    # What a page has written is in the folders that its commands name, and nowhere else.
    out = re.findall(r"--out ([^/\s]+)", page_text(page))
    assert {path.name for path in beside.iterdir()} <= {*out, "examples", "min-region"}


def test_readme_is_run_in_an_empty_environment_where_this_cannot_be() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for heading in ("### Kör", "### Testa"):
        assert f"readme_command '{heading}'" in script
    said = {command for command, _ in steps(page_text("README.md")) if NOT_HERE.search(command)}
    assert len(said) == 4


@pytest.mark.usefixtures("beside")
def test_the_script_about_rendering_runs() -> None:
    (script,) = blocks(page_text("docs/how-to/rendera.md"), "python")
    assert "SUMMA VERKSAMHET" in run_script(script, "rendera.md")
    assert Path("ut/vasternorrland.bilaga10a.xlsx").is_file()


@pytest.mark.usefixtures("beside")
def test_the_script_about_a_savings_plan_prints_what_it_says() -> None:
    (script,) = re.findall(
        r"^```python\n(.*?)^```$", page_text("docs/how-to/handlingsplan.md"), re.DOTALL | re.MULTILINE
    )
    assert run_script(script, "handlingsplan.md").splitlines() == re.findall(r"^print\(.*\)  # (.*)$", script, re.M)


def test_the_definition_of_the_savings_plan_and_its_finding_are_those_of_the_example() -> None:
    example = ROOT / "examples" / "dalarna-handlingsplan-2024"
    text = page_text("docs/how-to/handlingsplan.md")
    (block,) = re.findall(r"^```yaml\n(measures:.*?)^```$", text, re.DOTALL | re.MULTILINE)
    written = {
        line.strip() for path in example.glob("*.yaml") for line in path.read_text(encoding="utf-8").splitlines()
    }
    assert [line for line in block.splitlines() if line.strip() not in written] == []
    (finding,) = re.findall(r"^```\n(SM301.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert finding in spoken(f"python -m styrmodell check {example}")


def test_the_finding_about_a_wrong_number_is_told_as_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples" / "vasternorrland-2020", tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    (block,) = [one for one in blocks(page_text("docs/how-to/rendera.md"), "") if one.startswith("SM104")]
    path = tmp_path / "plan" / "observationer" / "ekonomi.csv"
    head, row, *rows = path.read_text(encoding="utf-8").splitlines()
    *cells, _, day = row.split(";")
    path.write_text("\n".join([head, ";".join([*cells, "1,2,3", day]), *rows, ""]), encoding="utf-8")
    assert block in spoken("python -m styrmodell check plan", code=3)


def test_a_cell_is_called_as_it_says() -> None:
    text = page_text("docs/how-to/rendera.md")
    (form,) = [one.strip() for one in blocks(text, "") if one.startswith("rapport@")]
    for cell in re.findall(r"vasternorrland\.bilaga10a@\S+/budget-2020\.netto", plain(text)):
        assert re.sub(r"[^@/]+", "", cell) == re.sub(r"[^@/]+", "", form)
