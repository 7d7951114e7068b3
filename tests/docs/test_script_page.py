"""docs/how-to/skript.md: its script, from the first block to the last, prints what it says."""

import io
import re
import shutil
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from styrmodell.api import ReadError, UnknownNameError, diff, load, make_registry

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "skript.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds the page's copy."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "uppfoljning-2024", "uppfoljning-2024")
    return tmp_path


def said_by(block: str, names: dict[str, Any]) -> list[str]:
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(block, "skript.py", "exec"), names)
    return said.getvalue().replace("\u00a0", " ").splitlines()


def shown_by(block: str) -> list[str]:
    """What the block says that it prints; a line in a loop prints once for each of what stands between bars."""
    told = re.findall(r"^ *print\(.*\)  # (.*)$", block, re.MULTILINE)
    return [line for one in told for line in one.split(" | ")]


def test_the_script_prints_what_it_says(copied: Path) -> None:
    names: dict[str, Any] = {}
    for block in BLOCKS:
        assert said_by(block, names) == shown_by(block), block
    assert (copied / "ut" / "generic.matt.xlsx").is_file()


def test_every_line_that_prints_says_what() -> None:
    assert PAGE.count("print(") == len(re.findall(r"print\(.*\)  # ", PAGE)) > 20


def test_the_errors_that_it_tells_of_are_raised(copied: Path) -> None:
    workspace = load("uppfoljning-2024", registry=make_registry(only=()))
    assert load("finns-inte", registry=make_registry(only=())).plan is None
    with pytest.raises(UnknownNameError) as caught:
        workspace.explain("generic.matt/matt-3/vardplatsr/outcome-2024-t2")
    assert caught.value.suggestions
    for report, form in (("generic.mat", "xlsx"), ("generic.matt", "pdf")):
        with pytest.raises(UnknownNameError):
            workspace.render(report, form)
    with pytest.raises(ReadError):
        diff(workspace, copied / "finns-inte")
