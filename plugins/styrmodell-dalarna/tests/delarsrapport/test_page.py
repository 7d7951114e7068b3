"""docs/how-to/delarsrapport.md: its command works, it names every code, and it says what was not checked."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from styrmodell.cli.main import run
from styrmodell_dalarna.delarsrapport.codes import EVERY

ROOT = Path(__file__).parents[4]
PAGE = (ROOT / "docs" / "how-to" / "delarsrapport.md").read_text(encoding="utf-8")
README = (ROOT / "plugins" / "styrmodell-dalarna" / "README.md").read_text(encoding="utf-8")


def test_its_command_writes_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (command,) = re.findall(r"^```sh\n(.*?)\n```$", PAGE, re.S | re.M)
    shutil.copytree(ROOT / "examples" / "dalarna-fiktiv-2024", tmp_path / "examples" / "dalarna-fiktiv-2024")
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)
    assert run(words[3:]) == 0
    assert {path.suffix for path in (tmp_path / "ut").glob("dalarna.*")} == {".docx", ".xlsx", ".html", ".json"}


def test_every_code_has_a_row() -> None:
    assert re.findall(r"^\| `(dalarna\.\d+)` \|", PAGE, re.M) == [code.code for code in EVERY]


def test_its_settings_are_those_of_the_example() -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.S | re.M)
    assert block in (ROOT / "examples" / "dalarna-fiktiv-2024" / "styrmodell.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("source", ["11 kap. 16 §", "13 kap.", "RKR R17"])
def test_it_names_the_law(source: str) -> None:
    assert source in PAGE


def test_it_says_that_the_law_itself_was_not_read() -> None:
    assert "har inte lästs" in PAGE
