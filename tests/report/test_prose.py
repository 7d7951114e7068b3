"""Markdown's small subset: what is in it is read, and everything else is printed as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.editions import cell, observed

from styrmodell.report.document import Paragraph
from styrmodell.report.flow import Heading, Listing, Prose, Read, Run, cells_in
from styrmodell.report.prose import read_markdown


def words(block: Read) -> str:
    if isinstance(block, Listing):
        return "\n".join("".join(run.text for run in item.runs) for item in block.items)
    return block.text


def prose(markdown: str) -> tuple[Run, ...]:
    (block,) = read_markdown(markdown)
    assert isinstance(block, Prose)
    return block.runs


def test_headings_paragraphs_and_lists_are_told_apart() -> None:
    blocks = read_markdown("# Ekonomi\n\nText.\n\n- ett\n  1. under\n- två\n\n3. tredje\n")
    assert blocks[0] == Heading(text="Ekonomi", level=1)
    assert blocks[1] == Prose(runs=(Run(text="Text."),))
    dots, numbers = blocks[2:]
    assert isinstance(dots, Listing)
    assert isinstance(numbers, Listing)
    assert [item.runs[0].text for item in dots.items] == ["ett", "två"]
    assert dots.items[0].lists[0].is_ordered
    assert numbers.first == 3


def test_looks_and_links() -> None:
    runs = prose("**stark** *kursiv* [länk](https://x.se/?a=1&b=2)")
    assert [(run.text, run.strong, run.emphasis, run.link) for run in runs if run.text != " "] == [
        ("stark", True, False, ""),
        ("kursiv", False, True, ""),
        ("länk", False, False, "https://x.se/?a=1&b=2"),
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/x", "vbscript:x", "//x"])
def test_links_that_are_not_of_the_web_are_text(address: str) -> None:
    runs = prose(f"[text]({address})")
    assert not any(run.link for run in runs)
    assert "".join(run.text for run in runs) == f"[text]({address})"


def test_a_footnote_is_a_note_at_its_place() -> None:
    first, note, after = prose("Före^[Not *kursiv*.] efter")
    assert (first.text, after.text) == ("Före", " efter")
    assert [(run.text, run.emphasis) for run in note.note] == [("Not ", False), ("kursiv", True), (".", False)]


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b>",
        "![bild](x.png)",
        "`kod`",
        "| a | b |",
        "&amp;",
        "> citat",
        "    indrag",
        "---",
        "~~x~~",
        "$x$",
        "[^1]",
    ],
)
def test_what_is_not_in_the_subset_is_printed_as_it_stands(text: str) -> None:
    assert words(read_markdown(text)[0]) == text.strip()


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), max_size=60))
def test_no_text_is_lost_and_none_makes_it_stop(text: str) -> None:
    """Every letter and digit that was written is read, in order, whatever markup surrounds it."""
    blocks = read_markdown(text)
    read = "".join(
        part
        for block in blocks
        for part in (words(block), *("".join(r.text for r in run.note) for run in runs_of(block)))
    )
    wanted = [sign for sign in text if sign.isalpha()]
    kept = [sign for sign in read if sign.isalpha()]
    assert len(kept) == len(wanted) or "](" in text


def runs_of(block: Read) -> tuple[Run, ...]:
    return block.runs if isinstance(block, Prose) else ()


def test_figures_stand_where_the_text_names_them() -> None:
    figure = cell("netto", "varde", observed("Netto", 12_345_000))
    (block,) = Paragraph(markdown="Netto är **{{ netto }}** i år.", figures=(("netto", figure),)).flow()
    assert isinstance(block, Prose)
    assert block.text == "Netto är 12\u00a0345\u00a0tkr i år."
    assert cells_in(block.runs) == (figure,)
    assert block.runs[1].strong


def test_a_figure_that_is_not_there_is_wrong_use() -> None:
    with pytest.raises(ValueError, match="no figure is called netto"):
        Paragraph(markdown="Netto är {{ netto }}.").flow()


def test_plain_text_has_no_markup() -> None:
    (block,) = Paragraph(text="# 2 * 3 * {{ x }}").flow()
    assert block == Prose(runs=(Run(text="# 2 * 3 * {{ x }}"),))
