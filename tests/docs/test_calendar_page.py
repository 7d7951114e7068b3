"""docs/how-to/arshjul.md: its commands print what it shows, its steps are the example's, and its codes are there."""

import io
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
import yaml

from styrmodell.cli.main import run
from styrmodell.finding import Code
from styrmodell.session.calendar import codes

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "vasternorrland-fiktiv-2020"
PAGE = (ROOT / "docs" / "how-to" / "arshjul.md").read_text(encoding="utf-8")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the page's commands run in."""
    shutil.copytree(EXAMPLE, tmp_path / "exf-2020")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks() -> Iterator[tuple[list[str], str]]:
    """(commands, what is shown of the last) of every block of commands."""
    for block, shown in re.findall(r"^```sh\n(.*?)^```$\n+```\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE):
        yield block.strip().splitlines(), shown


def spoken(command: str) -> str:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "styrmodell"]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(io.StringIO()):
        assert run([*words[3:], "--lang", "sv"]) == 0
    return said.getvalue()


def test_the_commands_print_what_the_page_shows(beside: Path) -> None:
    assert len(list(blocks())) == PAGE.count("```sh") == 4
    for commands, shown in blocks():
        *_, said = [spoken(command) for command in commands]
        assert said == shown
    assert (beside / "exf-nara.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.usefixtures("beside")
def test_the_script_prints_what_it_says() -> None:
    (script,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(script, "arshjul.py", "exec"), {})
    assert said.getvalue().splitlines() == re.findall(r"^print\(.*\)  # (.*)$", script, re.MULTILINE)


def test_the_steps_of_the_page_are_those_of_the_example() -> None:
    example = yaml.safe_load((EXAMPLE / "arshjul.yaml").read_text(encoding="utf-8"))
    shown = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert len(shown) == 2
    for block in shown:
        for key, things in yaml.safe_load(block).items():
            assert [thing for thing in things if thing not in example[key]] == []


def test_every_code_is_on_the_page() -> None:
    known = {thing.code for thing in vars(codes).values() if isinstance(thing, Code)}
    assert set(re.findall(r"SM4\d\d", PAGE)) == known
