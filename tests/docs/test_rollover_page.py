"""docs/how-to/nytt-ar.md: its commands are run, and print what the page shows."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "nytt-ar.md").read_text(encoding="utf-8")
EXAMPLE = "vasternorrland-fiktiv-2020"


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind, in the page's order."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [text for name, text in found if name == kind]


def plain(text: str) -> str:
    """A no-break space is a space on the page."""
    return text.replace("\u00a0", " ")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / EXAMPLE, tmp_path / "examples" / EXAMPLE)
    return tmp_path


def run(folder: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "sv_SE.UTF-8"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return plain(done.stdout)


def test_the_commands_do_what_the_page_says(folder: Path) -> None:
    lines = [shlex.split(line) for block in blocks("sh") for line in block.splitlines()]
    shown = [run(folder, sys.executable, *line[1:]) for line in lines]
    assert all(line[:3] == ["python", "-m", "styrmodell"] for line in lines)
    for line in (line for block in blocks("") for line in block.splitlines()):
        assert line in shown[0]
    note = plain((folder / "plan-2021" / "overrullning.md").read_text(encoding="utf-8"))
    assert shown[0] == note
    assert list((folder / "dokument-2021").glob("*.docx"))


def test_the_script_does_the_same(folder: Path) -> None:
    (script,) = blocks("python")
    assert "# Planen för 2021" in run(folder, sys.executable, "-c", script)
