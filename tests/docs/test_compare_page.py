"""docs/how-to/jamfora.md: its commands print what the page shows, and its script runs."""

import re
import shlex
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from styrmodell.api import ChangeKind, ChangeManner, diff
from styrmodell.cli.main import run
from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.session.compare.field_words import KIND_NAMES
from styrmodell.session.compare.words import GROUPS, MANNERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "jamfora.md").read_text(encoding="utf-8")
EDITS = (
    ("siffror/kostnad-2024.csv", "akut;hyr;;9;-50;-50;-50;", "akut;hyr;;9;-50;-50;-90;"),
    ("atgarder.yaml", "target: 600\n", "target: 700\n"),
    ("atgarder.yaml", "owner: Divisionschef medicin", "owner: Produktionschef"),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example and the copy of it that the page speaks of."""
    for name in ("examples/uppfoljning-2024", "nu"):
        shutil.copytree(ROOT / "examples" / "uppfoljning-2024", tmp_path / name)
    for file, old, new in EDITS:
        text = (tmp_path / "nu" / file).read_text(encoding="utf-8")
        assert old in text
        (tmp_path / "nu" / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands() -> Iterator[tuple[str, str]]:
    """(command, what is shown under it)."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    for (language, command), (_, shown) in pairwise(blocks):
        if language == "sh":
            yield command.strip(), shown


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize(("command", "shown"), list(commands()))
def test_a_command_prints_what_the_page_shows(
    here: Path, capsys: pytest.CaptureFixture[str], command: str, shown: str
) -> None:
    assert run([*shlex.split(command)[3:], "--lang", "sv"]) == 0
    printed = plain(capsys.readouterr().out)
    for part in shown.split("…\n"):
        assert part in printed


def test_the_script_runs(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    exec(code, {})  # the page's own script
    assert "Akutkliniken: Kostnader, Hyrpersonal, utfall 2024-03, I/E 9 -40000 True" in capsys.readouterr().out
    assert (here / "ut" / "jamforelse.html").is_file()


def test_the_page_explains_every_heading_and_every_manner() -> None:
    rows = set(re.findall(r"^\| ([^|]+?) \| ", PAGE, re.MULTILINE))
    assert {text.sv for text in GROUPS.values()} <= rows
    assert {text.sv for text in MANNERS.values()} <= rows


def test_the_page_names_every_key_of_a_change(here: Path) -> None:
    (found, *_) = diff(here / "examples" / "uppfoljning-2024", here / "nu").data()["changes"]
    listed = PAGE.partition("Varje ändring har")[2].partition("##")[0]
    values = {kind.value for choice in (ChangeKind, ChangeManner) for kind in choice}
    assert set(re.findall(r"`(\w+)`", listed)) - values == set(found)


def test_every_kind_of_object_has_a_name() -> None:
    assert {kind for kind, _ in OBJECT_KINDS} <= set(KIND_NAMES)
