"""docs/how-to/harledda-matt.md: its definitions give what it shows, and the wrong ones are told so."""

import re
import shlex
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from styrmodell.api import load, make_registry
from styrmodell.cli.main import run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "how-to" / "harledda-matt.md").read_text(encoding="utf-8")
SOUND, FAULTY = PAGE.split("## När enheterna inte passar")
FAULTS = re.findall(r"^```yaml\n(.*?)^```$\n+^```text\n(.*?)^```$", FAULTY, re.DOTALL | re.MULTILINE)


def blocks(language: str, text: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the page's copy."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "uppfoljning-2024", "uppfoljning-2024")
    return tmp_path / "uppfoljning-2024"


def told_of_own_file(folder: Path) -> list[str]:
    """What loading says of egna.yaml."""
    found = load(folder, registry=make_registry(only=())).findings
    return [finding.text("sv").replace("\u00a0", " ") for finding in found if finding.source.file == "egna.yaml"]


def test_the_definitions_are_sound_and_explained_as_the_page_shows(
    copied: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (copied / "egna.yaml").write_text("".join(blocks("yaml", SOUND)), encoding="utf-8")
    assert told_of_own_file(copied) == []
    answers = ""
    for command in "".join(blocks("sh", SOUND)).splitlines():
        words = shlex.split(command)
        assert words[:3] == ["python", "-m", "styrmodell"]
        assert run([*words[3:], "--lang", "sv"]) == 0, command
        answers += capfd.readouterr().out.replace("\u00a0", " ")
    shown = blocks("text", SOUND)
    assert len(shown) == answers.count("value/") == 7
    # What is shown is the whole answer, after its first line.
    assert [block for block in shown if f"outcome\n{block}" not in answers] == []


@pytest.mark.parametrize(("written", "told"), FAULTS)
def test_a_wrong_definition_is_told_as_the_page_shows(copied: Path, written: str, told: str) -> None:
    (copied / "egna.yaml").write_text(written, encoding="utf-8")
    assert told_of_own_file(copied) == [told.strip()]


def test_every_block_is_tried() -> None:
    assert len(FAULTS) == 8
    assert len(FAULTS) + len(blocks("yaml", SOUND)) == PAGE.count("```yaml")
    assert len(FAULTS) + len(blocks("text", SOUND)) == PAGE.count("```text")


def test_a_lower_cost_is_a_rise_without_the_minus(copied: Path) -> None:
    (copied / "egna.yaml").write_text(
        'measures: [{id: utan, name: Utan, unit: "%", '
        'definition: "förändring(kostnad[slag=hyr], kostnad[slag=hyr, period=-1])"}]',
        encoding="utf-8",
    )
    workspace = load(copied, registry=make_registry(only=()))
    assert workspace.value("utan", unit="kirurgi", period="2024-08").number == Decimal("0.25")
