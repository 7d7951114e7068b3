"""docs/_ext/pictures: the pictures of the pages are made of the examples, and each has a text instead of it."""

import re
from pathlib import Path

import pytest
from pictures import make, programs
from pictures.catalogue import PICTURES, picture_of
from pictures.documents import DOCUMENTS
from pictures.drawing import drawing_of
from pictures.programs import DOTS, SCREEN, edges_of, size_of
from tests.needed import require_program

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DIRECTIVE = re.compile(r"^```\{picture\} (\S+)\n(?::alt: ([^\n]*)\n)?\n?(.*?)^```$", re.DOTALL | re.MULTILINE)
SHOWN = [
    pytest.param(*found, id=f"{page.stem}-{found[0]}")
    for page in sorted(DOCS.rglob("*.md"))
    for found in DIRECTIVE.findall(page.read_text(encoding="utf-8"))
]
# One by each way of making them.
TRIED = ("att-ratta-excel", "forklaring-html", "riskmatris")


@pytest.mark.parametrize(("key", "alt", "caption"), SHOWN)
def test_a_picture_on_a_page_is_known_and_told_in_words(key: str, alt: str, caption: str) -> None:
    assert picture_of(key) is not None
    # Enough words to stand for the picture, and in Swedish, as the page's language says.
    assert len(alt.split()) > 12
    assert alt.endswith(".")
    assert re.search(r"\b(och|med|för|som|på)\b", alt)
    assert caption.strip()


def test_every_picture_is_on_a_page() -> None:
    assert {picture.key for picture in PICTURES} == {param.values[0] for param in SHOWN}
    assert len({picture.key for picture in PICTURES}) == len(PICTURES)


def test_every_document_is_seen_and_every_picture_is_of_one_that_is_written() -> None:
    assert {picture.document for picture in PICTURES} == set(DOCUMENTS)


def test_no_picture_is_kept_in_the_sources() -> None:
    kept = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf"}
    built = DOCS / "_build"
    assert [path for path in DOCS.rglob("*") if path.suffix in kept and built not in path.parents] == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require_program("LibreOffice", "libreoffice-calc-nogui", "soffice")
    require_program("poppler", "poppler-utils", "pdftoppm")
    require_program("Chromium", "chromium", "chromium", "chromium-browser")
    made = tmp_path_factory.mktemp("bilder")
    assert make.make_pictures(ROOT / "examples", made, [one for one in PICTURES if one.key in TRIED]) == []
    return made


@pytest.mark.office
@pytest.mark.parametrize("key", [key for key in TRIED if key != "riskmatris"])
def test_a_picture_is_wide_enough_to_read_and_has_no_white_edges(folder: Path, key: str) -> None:
    width, height = size_of((folder / f"{key}.png").read_bytes())
    assert 96 <= DOTS <= 120
    assert 700 <= width * SCREEN // DOTS <= 1100
    assert 100 <= height <= 1500


@pytest.mark.office
def test_a_drawing_stands_by_itself(folder: Path) -> None:
    text = (folder / "riskmatris.svg").read_text(encoding="utf-8")
    assert text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert re.match(r'<svg [^>]*width="720" height="\d+" font-family="[^"]+"><rect [^>]*fill="#fff"/>', text)
    assert "var(" not in text
    assert " class=" not in text


def test_a_picture_whose_program_is_missing_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs.shutil, "which", lambda _: None)
    asked = [picture for picture in PICTURES if picture.key in TRIED]
    left_out = make.make_pictures(ROOT / "examples", tmp_path, asked)
    assert [picture.key for picture in left_out] == ["att-ratta-excel", "forklaring-html"]
    assert (tmp_path / "riskmatris.svg").is_file()
    assert [text.partition(" ")[0] for text in make.lacking_programs()] == ["soffice", "pdftoppm", "chromium"]


def test_a_chart_that_is_not_in_the_document_is_refused() -> None:
    with pytest.raises(ValueError, match="0 charts 'finns-inte'"):
        drawing_of("<html><svg></svg></html>", "finns-inte")


def grey(*rows: bytes) -> bytes:
    return b"P5\n%d %d\n255\n" % (len(rows[0]), len(rows)) + b"".join(rows)


def test_the_white_around_is_taken_away_but_for_a_margin() -> None:
    white, inked = b"\xff" * 20, b"\xff" * 8 + b"\x00\x00" + b"\xff" * 10
    page = grey(*[white] * 9, inked, inked, *[white] * 9)
    assert edges_of(page, top=0, bottom=1) == (5, 6, 13, 14)
    assert edges_of(page, top=0, bottom=0.5) == (5, 6, 13, 10)


def test_a_page_with_nothing_on_it_is_told() -> None:
    with pytest.raises(ValueError, match="nothing on the page"):
        edges_of(grey(*[b"\xff" * 4] * 4), top=0, bottom=1)


def test_a_drawing_needs_no_program() -> None:
    drawn = [picture for picture in PICTURES if picture.chart]
    assert len(drawn) == 4
    assert {picture.programs for picture in drawn} == {()}
