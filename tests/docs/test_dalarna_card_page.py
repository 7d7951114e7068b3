"""docs/how-to/styrkort-dalarna.md: its commands work, and it shows what they print."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from styrmodell.api import load

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "styrkort-dalarna.md").read_text(encoding="utf-8")
CARD, FOLLOWED = "dalarna-tandvard-2018", "dalarna-tandvard-fiktiv-2018"
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.S | re.M) for line in block.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_work(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from styrmodell.cli.main import run

    for name in (CARD, FOLLOWED):
        shutil.copytree(ROOT / "examples" / name, tmp_path / "examples" / name)
    monkeypatch.chdir(tmp_path)
    words = shlex.split(command)
    assert words[:3] == ["python", "-m", "styrmodell"]
    assert run(words[3:]) == 0


def test_a_status_is_shown_as_the_command_shows_it() -> None:
    (shown,) = re.findall(r"^```text\n(.*?)^```$", PAGE, re.S | re.M)
    assert load(ROOT / "examples" / FOLLOWED).status("td-02").text().replace("\u00a0", " ") == shown.rstrip("\n")


def test_its_rows_are_those_of_the_example() -> None:
    (rows,) = re.findall(r"^```\nenhet;matt;[^\n]*\n(.*?)^```$", PAGE, re.S | re.M)
    kept = (ROOT / "examples" / FOLLOWED / "utfall" / "pahittade.csv").read_text(encoding="utf-8").splitlines()
    for row in rows.splitlines():
        unit, measure, period, value, *rest = row.split(";")
        assert ";".join([unit, measure, period, value, "", "", *rest]) in kept
