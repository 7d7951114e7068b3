"""docs/how-to/text.md: its settings and sections are read, and what it shows of a Word file is told so."""

import shutil
from pathlib import Path

import pytest
from docx import Document
from tests.docs.pages import ROOT, blocks, page_text, spoken

PAGE = page_text("docs/how-to/text.md")
TABLE, NAME = blocks(PAGE, "")
PARAGRAPHS_BEFORE = 11


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The gallery, whose report has the names that the page speaks of."""
    shutil.copytree(ROOT / "examples" / "galleri", tmp_path / "galleri")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "galleri"


def test_a_table_and_a_wrong_name_in_the_text_are_told_as_it_shows(workspace: Path) -> None:
    document = Document()
    for _ in range(PARAGRAPHS_BEFORE):
        document.add_paragraph("Text.")
    document.add_table(1, 1)
    document.add_paragraph("{{ prognso }}")
    document.save(str(workspace / "texter" / "inledning.docx"))
    said = spoken("python -m styrmodell check galleri")
    assert TABLE in said
    assert NAME in said


def test_its_settings_read_the_files_of_the_example(workspace: Path) -> None:
    (block,) = blocks(PAGE, "toml")
    path = workspace / "styrmodell.toml"
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("[workspace]")[2].partition("\n\n")
    path.write_text(f"{block}profile = 'profil.yaml'\n\n{rest}", encoding="utf-8")
    assert "texter/*.docx" in head
    assert "0 fel" in spoken("python -m styrmodell check galleri")


def test_its_section_is_the_examples_summary_and_is_rendered(workspace: Path) -> None:
    (block,) = blocks(PAGE, "yaml")
    for path in workspace.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        if "sections:" in text:
            path.write_text(text.partition("sections:")[0], encoding="utf-8")
    (workspace / "avsnitt.yaml").write_text(block, encoding="utf-8")
    assert "0 fel" in spoken("python -m styrmodell check galleri")
    spoken("python -m styrmodell render galleri --format html --out ut")
    html = Path("ut/generic.galleri.html").read_text(encoding="utf-8")
    assert "hyrpersonalen kostar mer" in html
    assert "{{ prognos }}" not in html


def test_a_text_in_both_places_is_a_fault(workspace: Path) -> None:
    (block,) = blocks(PAGE, "yaml")
    text = block.replace("sammanfattning", "inledning")
    (workspace / "avsnitt.yaml").write_text(text, encoding="utf-8")
    assert "SM408" in spoken("python -m styrmodell check galleri", code=4)
