"""docs/how-to/kvittera.md: its commands print what it shows, its script what it says, and its codes are there."""

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
from styrmodell.session.acknowledge import codes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "kvittera.md").read_text(encoding="utf-8")
CHANGED = Path("uppfoljning", "siffror", "budget-2024-ar.csv")


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the page's commands run in."""
    shutil.copytree(ROOT / "examples" / "uppfoljning-2024", tmp_path / "uppfoljning")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks() -> Iterator[tuple[str, str, str]]:
    """(what the page says before, the command, what is shown) of every command."""
    yield from re.findall(r"(.*?)^```sh\n(.*?)\n```$\n+```\n(.*?)\n```$", PAGE, re.DOTALL | re.MULTILINE)


def spoken(command: str) -> str:
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "styrmodell"]
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        run([*words[3:], "--lang", "sv"])
    return said.getvalue().replace("\u00a0", " ")


@pytest.mark.usefixtures("beside")
def test_the_commands_print_what_the_page_shows() -> None:
    assert len(list(blocks())) == PAGE.count("```sh") == 4
    for before, command, shown in blocks():
        if "−25 950 tkr" in before:
            text = CHANGED.read_text(encoding="utf-8")
            lines = text.splitlines()
            assert lines[29] == "trafik;kostnad;;9;-25 900"
            CHANGED.write_text("\n".join([*lines[:29], "trafik;kostnad;;9;-25 950", *lines[30:]]), encoding="utf-8")
        said = spoken(command).splitlines()
        places = [place for place, line in enumerate(said) if line == shown.splitlines()[0]]
        assert places, "\n".join(said)
        assert said[places[0] :] == shown.splitlines()


@pytest.mark.usefixtures("beside")
def test_the_script_prints_what_it_says() -> None:
    (script,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(script, "kvittera.py", "exec"), {})
    assert said.getvalue().splitlines() == re.findall(r"^print\(.*\)  # (.*)$", script, re.MULTILINE)


def test_every_code_is_on_the_page() -> None:
    known = {thing.code for thing in vars(codes).values() if isinstance(thing, Code)}
    assert set(re.findall(r"^\| (SM49\d) ", PAGE, re.MULTILINE)) == known
