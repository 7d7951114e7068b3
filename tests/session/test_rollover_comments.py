"""Comments of files that are written anew: the one at the top is kept, the others are told by number."""

from pathlib import Path

import pytest

from styrmodell.api import load, rollover
from styrmodell.session.rollover.comments import head_comment, lost_comments

HEAD = "# yaml-language-server: $schema=x.json\n# Risker i öknen.\n#\n# Belopp i tkr.\n"
RISKS = "risks:\n  # Den äldsta.\n  - {id: a, name: 'Nr # 1'}  # ägs av RS\n  - {id: b, name: B, status: avbruten}\n"


def test_the_head_is_what_a_file_begins_with() -> None:
    assert head_comment(HEAD + RISKS) == ("Risker i öknen.", "Belopp i tkr.")
    assert head_comment(RISKS) == ()


def test_comments_are_counted_and_not_what_looks_like_one() -> None:
    block = (
        "goals:\n  - id: a\n    text: |\n      # Rubrik\n      text # inte kommentar\n    name: Å#1  # en kommentar\n"
    )
    assert lost_comments(HEAD + RISKS, "") == 4
    assert lost_comments(HEAD + RISKS, HEAD) == 2
    assert lost_comments(block, "") == 1


def write(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    settings = (
        '# Öknens plan.\n\n[workspace]\n# Dagen är bestämd.\nformat = 1\nname = "Plan 2020"\nas_of = 2021-01-31\n'
    )
    return write(
        tmp_path / "g",
        {
            "styrmodell.toml": settings + 'files = ["*.yaml"]\n',
            "plan.yaml": '# Planens huvud.\nplan: {id: p, unit: r, period: "2020"}\nunits: [{id: r, name: Region}]\n',
            "mal.yaml": "# Mål som står kvar.\ngoals:\n  # Ett.\n  - {id: m, name: Mål}\n",
            "risker.yaml": HEAD + RISKS,
        },
    )


def test_the_head_is_kept_and_what_is_lost_is_told(old: Path, tmp_path: Path) -> None:
    found = rollover(load(old), 2021, tmp_path / "n")
    risks = (tmp_path / "n" / "risker.yaml").read_text(encoding="utf-8")
    assert "# Överst i förra årets fil stod:\n# Risker i öknen.\n# Belopp i tkr.\nrisks:" in risks
    assert "# Planens huvud.\nplan:" in (tmp_path / "n" / "plan.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "n" / "styrmodell.toml").read_text(encoding="utf-8").startswith("# Öknens plan.\n\n[workspace]")
    assert (tmp_path / "n" / "mal.yaml").read_bytes() == (old / "mal.yaml").read_bytes()
    told = [one.found() for one in found.findings if one.code.code == "SM496"]
    assert told == [
        "risker.yaml skrevs om, och 2 rader med kommentarer stannade",
        "styrmodell.toml skrevs om, och 1 rader med kommentarer stannade",
    ]
    assert "SM496: risker.yaml" in found.note.partition("## Att känna till")[2]


def test_a_second_turn_keeps_the_same_head_once(old: Path, tmp_path: Path) -> None:
    rollover(load(old), 2021, tmp_path / "n")
    rollover(load(tmp_path / "n"), 2022, tmp_path / "m")
    text = (tmp_path / "m" / "plan.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Förd över från planen för 2021; se overrullning.md.\n")
    assert text.count("Överst i förra årets fil stod:") == text.count("Planens huvud.") == 1
    assert "planen för 2020" not in text


def test_the_note_is_in_english_where_that_is_asked_for(old: Path, tmp_path: Path) -> None:
    note = rollover(load(old), 2021, tmp_path / "n", lang="en").note
    assert (tmp_path / "n" / "overrullning.md").read_text(encoding="utf-8") == note
    for words in (
        "# The plan of 2021",
        "## To decide",
        "| risks | 1 | 1 |",
        "- risks: `b` B: cancelled",
        "- SM496: risker.yaml was written anew, and 2 lines with comments stayed behind.",
    ):
        assert words in note
    assert "Följde" not in note
