"""Every block of every page is run, read or compared by the test that block_list.py names, or it says why it cannot be.

A new block on a page fails here until its page's test takes it: write what runs it, and then how many there are. Where
the test looks through the whole page for such blocks and runs each, no number is needed.
"""

from collections import Counter

import pytest
from tests.docs.block_list import PAGES, PICTURE, NotRun, Taken
from tests.docs.pages import BLOCK, ROOT, functions_of, page_text

ROWS = [
    pytest.param(page, language, taken, id=f"{page}-{language or 'shown'}")
    for page, blocks in PAGES.items()
    for language, taken in blocks.items()
]


def blocks_of(page: str) -> Counter[str]:
    """How many blocks of each language; test_pictures.py finds the pictures of every page by itself."""
    languages = (block["language"] for block in BLOCK.finditer(page_text(page)))
    return Counter(language for language in languages if language != PICTURE)


def test_every_page_with_a_block_is_in_the_list_and_no_other() -> None:
    pages = ["README.md", *(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))]
    assert sorted(page for page in pages if blocks_of(page)) == sorted(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_a_page_is_taken(page: str) -> None:
    assert set(blocks_of(page)) == set(PAGES[page])
    told = {language: one.number for language, one in PAGES[page].items() if one.number is not None}
    assert {language: number for language, number in blocks_of(page).items() if language in told} == told


@pytest.mark.parametrize(("page", "_language", "taken"), ROWS)
def test_what_takes_a_block_is_a_test_of_that_page(page: str, _language: str, taken: Taken | NotRun) -> None:
    if isinstance(taken, NotRun):
        assert len(taken.reason.split()) > 5
        return
    path, _, function = taken.test.partition("::")
    assert function in functions_of(path)
    name = taken.where or page.rpartition("/")[2].removesuffix(".md")
    assert name in (ROOT / path).read_text(encoding="utf-8"), f"{path} does not speak of {page}"


def test_a_fence_is_opened_and_closed_on_every_page() -> None:
    """What the search for blocks would not see is no block: a fence that is indented, or of another kind."""
    for page in PAGES:
        lines = page_text(page).splitlines()
        fences = [line for line in lines if line.lstrip().startswith(("```", "~~~"))]
        assert [line for line in fences if line != line.lstrip() or line.startswith("~~~")] == [], page
        assert len(fences) == 2 * len(list(BLOCK.finditer(page_text(page)))), page
