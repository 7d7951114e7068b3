"""A Word document can be read by those who do not see it: headings, tables, pictures, language, and no empty lines."""

from collections import Counter
from itertools import pairwise

import pytest
from docx.oxml.ns import qn
from tests.report.editions import FINDINGS, edition
from tests.report.master_files import packed, plain_parts
from tests.report.rich_editions import rich_edition, with_blocks
from tests.report.word_packages import found, parts_of, reopened, root_of, text_of, texts_found

from styrmodell.report.document import Edition, Paragraph
from styrmodell.report.flow import Heading, Listing, ListItem, Prose, Run
from styrmodell.report.word import write_word

LEVELS = {f"Heading{level}": level for level in range(1, 10)}


def editions() -> dict[str, Edition]:
    return {
        "allt": rich_edition(draft=True, findings=FINDINGS),
        "utan-omslag": rich_edition(cover=False, numbered=False),
        "enkel": edition(draft=True, findings=FINDINGS),
    }


@pytest.fixture(params=["egen", "region"])
def master(request: pytest.FixtureRequest) -> bytes | None:
    return packed(plain_parts("{{ titel }}", "{{ dnr }}")) if request.param == "region" else None


@pytest.fixture(params=sorted(editions()))
def parts(request: pytest.FixtureRequest, master: bytes | None) -> dict[str, bytes]:
    return parts_of(write_word(editions()[request.param], master))


def test_headings_go_down_one_level_at_a_time(parts: dict[str, bytes]) -> None:
    styles = texts_found(root_of(parts), "//w:body/w:p/w:pPr/w:pStyle/@w:val")
    levels = [LEVELS[style] for style in styles if style in LEVELS]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_heading_that_jumps_is_lifted() -> None:
    written = reopened(with_blocks(*(Heading(text=f"R{level}", level=level) for level in (3, 6, 1, 4, 2))))
    styles = [p.style.name for p in written.paragraphs if p.style is not None and p.style.name.startswith("Heading")]
    assert styles == ["Heading 1", "Heading 2", "Heading 1", "Heading 2", "Heading 2"]


def test_every_table_begins_with_header_rows(parts: dict[str, bytes]) -> None:
    tables = found(root_of(parts), "//w:tbl")
    assert tables
    for table in tables:
        marked = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.iter(qn("w:tr"))]
        assert marked[0]
        assert marked == sorted(marked, reverse=True)


def test_every_table_marks_its_first_row_and_column(parts: dict[str, bytes]) -> None:
    looks = found(root_of(parts), "//w:tbl/w:tblPr/w:tblLook")
    assert {(look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) for look in looks} == {("1", "1")}


def test_every_table_has_a_name_and_a_description(parts: dict[str, bytes]) -> None:
    root = root_of(parts)
    count = len(found(root, "//w:tbl"))
    for name in ("tblCaption", "tblDescription"):
        texts = texts_found(root, f"//w:tbl/w:tblPr/w:{name}/@w:val")
        assert len(texts) == count
        assert all(text.strip() for text in texts)


def test_every_row_is_as_wide_as_its_table(parts: dict[str, bytes]) -> None:
    for table in found(root_of(parts), "//w:tbl"):
        columns = len(found(table, "w:tblGrid/w:gridCol"))
        for row in found(table, "w:tr"):
            spans = (cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for cell in row.iter(qn("w:tc")))
            assert sum(1 if span is None else int(str(span.get(qn("w:val")))) for span in spans) == columns


def test_every_drawing_says_what_it_shows(parts: dict[str, bytes]) -> None:
    root = root_of(parts)
    drawings = found(root, "//w:drawing")
    texts = texts_found(root, "//w:drawing/wp:inline/wp:docPr/@descr")
    assert len(texts) == len(drawings)
    assert all(text.strip() for text in texts)


def test_drawings_and_bookmarks_have_ids_of_their_own(parts: dict[str, bytes]) -> None:
    root = root_of(parts)
    for path in ("//wp:docPr/@id", "//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name"):
        assert all(count == 1 for count in Counter(texts_found(root, path)).values())


def test_the_figures_of_a_chart_are_read_aloud_where_no_table_has_them() -> None:
    texts = texts_found(root_of(parts_of(write_word(rich_edition()))), "//wp:docPr/@descr")
    assert any("Besök: 2017 70,1\u00a0%, 2018 72,2\u00a0%" in text for text in texts)


def test_no_paragraph_is_there_to_make_room(parts: dict[str, bytes]) -> None:
    for block in found(root_of(parts), "//w:body/w:p"):
        ends_section = block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
        assert text_of(block).strip() or found(block, ".//w:drawing") or ends_section


def test_no_row_is_there_to_make_room(parts: dict[str, bytes]) -> None:
    for row in found(root_of(parts), "//w:tr"):
        assert "".join(map(text_of, found(row, ".//w:p"))).strip()


def test_what_says_nothing_is_not_written() -> None:
    empty = (
        Heading(text=" "),
        Paragraph(text=""),
        Prose(runs=(Run(text=""),)),
        Listing(items=(ListItem(runs=()),)),
        Heading(text="Rubrik"),
    )
    texts = [p.text for p in reopened(with_blocks(*empty)).paragraphs]
    assert texts[2:-1] == ["Rubrik"]
    assert all(texts)


def test_tables_pictures_and_matrices_have_captions_that_stay_with_them() -> None:
    root = root_of(parts_of(write_word(rich_edition())))
    captions = found(root, "//w:body/w:p[w:pPr/w:pStyle/@w:val='Caption']")
    assert [text_of(one).split(".")[0].replace(" SEQ ", "") for one in captions] == [
        "Tabell 1", "Diagram 1", "Tabell 2", "Diagram 2", "Diagram 3", "Diagram 4", "Diagram 5",
    ]  # fmt: skip
    for caption in captions:
        assert caption.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        after = caption.getnext()
        assert after is not None
        assert after.tag == qn("w:tbl") or found(after, ".//w:drawing")


def test_captions_are_numbered_by_words_own_field() -> None:
    fields = texts_found(root_of(parts_of(write_word(rich_edition()))), "//w:instrText/text()")
    counted = Counter(text.split()[1] for text in fields if text.split()[0] == "SEQ")
    assert counted == {"Tabell": 2, "Diagram": 5}


def test_language_and_title_are_told() -> None:
    document = reopened(rich_edition())
    assert (document.core_properties.language, document.core_properties.title) == (
        "sv-SE",
        "Bilaga till verksamhetsplan 2020",
    )
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "sv-SE"


def test_charts_are_in_swedish() -> None:
    parts = parts_of(write_word(rich_edition()))
    for name in (name for name in parts if name.startswith("word/charts/") and name.endswith(".xml")):
        root = root_of(parts, name)
        assert texts_found(root, "c:lang/@val") == ["sv-SE"]
        assert {*texts_found(root, "//a:rPr/@lang"), *texts_found(root, "//a:endParaRPr/@lang")} <= {"sv-SE"}


def test_a_status_is_a_sign_and_a_word_beside_its_colour() -> None:
    root = root_of(parts_of(write_word(rich_edition())))
    shaded = found(root, "//w:tc[w:tcPr/w:shd][.//w:color]")
    texts = {text_of(cell) for cell in shaded}
    assert {"●\u00a0Uppnått", "■\u00a0Ej uppnått", "Hög", "Låg"} <= texts


def test_a_cover_does_not_say_its_title_twice() -> None:
    written = rich_edition()
    texts = [p.text for p in reopened(written).paragraphs]
    assert texts.count(written.document.title) == 1
