"""docs/explanation: every claim of a page that gives its reasons names a test that there is."""

import re

import pytest
from tests.docs.pages import ROOT, functions_of, page_text

PAGES = ("mal", "raknat-en-gang", "saknat-och-gammalt", "tal")
HEAD = "| påstående | test |"
TEXTS = {name: page_text(f"docs/explanation/{name}.md") for name in PAGES}
NAMED = [
    pytest.param(path, test, id=f"{name}-{test}")
    for name, text in TEXTS.items()
    for path, test in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
]


def test_every_page_with_such_a_table_is_read() -> None:
    having = {path.stem for path in (ROOT / "docs" / "explanation").glob("*.md") if HEAD in path.read_text("utf-8")}
    assert having == set(PAGES)


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_test_that_holds_a_claim_is_there(path: str, name: str) -> None:
    assert name in functions_of(path)


@pytest.mark.parametrize("name", PAGES)
def test_every_row_of_every_table_has_one(name: str) -> None:
    rows = re.findall(r"^\| (?!påstående|---).+$", TEXTS[name], re.MULTILINE)
    assert len(rows) > 10
    assert [row for row in rows if not re.search(r"\| `tests/[\w/]+\.py::\w+` \|$", row)] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_section_has_a_table(name: str) -> None:
    sections = TEXTS[name].split("\n## ")[1:]
    assert [section.splitlines()[0] for section in sections if HEAD not in section] == []
