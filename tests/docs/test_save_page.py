"""docs/how-to/spara.md: what is written is what it shows, and what stops a save is told so."""

from pathlib import Path

import pytest
from tests.docs.pages import ROOT, blocks, page_text, spoken

PAGE = page_text("docs/how-to/spara.md")
SAVE = f"python -m styrmodell save {ROOT / 'examples' / 'redovisning-2024'} --out sparad"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_its_table_names_the_files_of_the_folder() -> None:
    spoken(SAVE)
    rows = [line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(path.name for path in Path("sparad").iterdir())


def test_the_settings_of_the_lists_are_those_that_are_written() -> None:
    spoken(f"python -m styrmodell save {ROOT / 'examples' / 'vasternorrland-2020'} --format csv --out sparad-csv")
    (block,) = blocks(PAGE, "toml")
    written = Path("sparad-csv/styrmodell.toml").read_text(encoding="utf-8")
    assert [part for part in block.split("\n\n") if part.strip() not in written] == []


def test_a_changed_file_is_left_and_told_as_it_shows() -> None:
    spoken(SAVE)
    path = Path("sparad/plan.json")
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (block,) = [text for text in blocks(PAGE, "") if text.startswith("SM198")]
    assert block in spoken(SAVE, code=4)
