"""docs/how-to/frysa.md: its commands print what it shows, its script what it says, and its codes are there."""

import io
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from styrmodell.cli.main import run
from styrmodell.finding import Code
from styrmodell.session import frozen_codes, output_codes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "frysa.md").read_text(encoding="utf-8")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the page's commands run in."""
    shutil.copytree(ROOT / "examples" / "vasternorrland-2020", tmp_path / "rlf-2020")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks() -> Iterator[tuple[list[str], list[str]]]:
    """(commands, the lines shown of the last) of every block of commands."""
    for block, shown in re.findall(r"^```sh\n(.*?)^```$\n+```\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        yield block.strip().splitlines(), shown.splitlines()


def spoken(command: str) -> str:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "styrmodell"]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        run([*words[3:], "--lang", "sv"])
    return said.getvalue().replace("\u00a0", " ").replace("\\", "/")


@pytest.mark.usefixtures("beside")
def test_the_commands_print_what_the_page_shows() -> None:
    assert len(list(blocks())) == PAGE.count("```sh") == 5
    for commands, shown in blocks():
        *_, said = [spoken(command) for command in commands]
        pattern = "\n".join(re.escape(line).replace("…", "[0-9a-f]{64}") for line in shown)
        assert re.search(f"^{pattern}$", said, re.MULTILINE), said


def test_the_script_prints_what_it_says(beside: Path) -> None:
    (script,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(script, "frysa.py", "exec"), {})
    assert said.getvalue().splitlines() == re.findall(r"^print\(.*\)  # (.*)$", script, re.MULTILINE)
    assert (beside / "rlf-2020" / "frysta" / "RS § 112" / "frysning.json").is_file()


def test_every_code_is_on_the_page() -> None:
    shelves = (*vars(frozen_codes).values(), *vars(output_codes).values())
    known = {thing.code for thing in shelves if isinstance(thing, Code)}
    assert set(re.findall(r"SM4\d\d", PAGE)) == known
