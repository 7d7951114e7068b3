"""docs/explanation/tal.md: every claim names a test that there is."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explanation" / "tal.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)


@cache
def functions_of(path: str) -> frozenset[str]:
    """The names of the functions in a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_test_that_holds_a_claim_is_there(path: str, name: str) -> None:
    assert name in functions_of(path)


def test_every_row_of_every_table_has_one() -> None:
    rows = re.findall(r"^\| (?!påstående|---).+$", PAGE, re.MULTILINE)
    assert len(rows) > 30
    assert [row for row in rows if not re.search(r"\| `tests/[\w/]+\.py::\w+` \|$", row)] == []


def test_every_section_has_a_table() -> None:
    sections = PAGE.split("\n## ")[1:]
    assert [section.splitlines()[0] for section in sections if "| påstående | test |" not in section] == []
