"""tests/licences.py reads what packages say of themselves, and docs/reference/licenser.md names what the core asks for.

What is installed differs from one computer to another, so that the page is held to it by the session licences alone.
"""

import re
import tomllib
from email.message import Message
from importlib.metadata import Distribution
from pathlib import Path
from typing import cast

import pytest
from tests.licences import ALLOWED, PAGE, is_allowed, licence_of

ROOT = Path(__file__).parents[1]


class Package:
    """A distribution that says the given of itself."""

    def __init__(self, *fields: tuple[str, str]) -> None:
        self.metadata = Message()
        for name, text in fields:
            self.metadata[name] = text


def said(*fields: tuple[str, str]) -> str:
    return licence_of(cast(Distribution, Package(*fields)))


MIT_CLASS = ("Classifier", "License :: OSI Approved :: MIT License")
APACHE_CLASS = ("Classifier", "License :: OSI Approved :: Apache Software License")


def test_an_expression_goes_before_everything_else() -> None:
    assert said(("License-Expression", "BSD-2-Clause"), ("License", "MIT"), MIT_CLASS) == "BSD-2-Clause"


def test_a_known_word_goes_before_the_classifiers() -> None:
    assert said(("License", "LGPL-2.1-only"), MIT_CLASS) == "LGPL-2.1-only"


def test_every_classifier_counts_when_the_word_is_unknown() -> None:
    assert said(("License", "see the file"), MIT_CLASS, APACHE_CLASS) == "MIT AND Apache-2.0"


def test_an_unknown_word_stands_as_it_is_and_is_not_allowed() -> None:
    assert said(("License", "Do what you like")) == "Do what you like"
    assert not is_allowed("Do what you like")


def test_a_package_that_says_nothing_is_not_allowed() -> None:
    assert said() == ""
    assert not is_allowed("")


@pytest.mark.parametrize("expression", ["MIT", "MPL-2.0 AND (Apache-2.0 OR MIT)", "(MIT OR ISC) AND 0BSD"])
def test_an_expression_of_allowed_licences_is_allowed(expression: str) -> None:
    assert is_allowed(expression)


@pytest.mark.parametrize(
    "expression", ["SSPL-1.0", "MIT AND SSPL-1.0", "MIT OR SSPL-1.0", "(MIT)SSPL-1.0", "MIT WITH x"]
)
def test_an_expression_with_one_that_is_not_on_the_list_is_not_allowed(expression: str) -> None:
    assert not is_allowed(expression)


def test_the_page_names_the_core_its_plugins_and_all_that_the_core_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [
        re.split(r"[<>=\[]", need)[0] for need in (*project["dependencies"], *project["optional-dependencies"]["cli"])
    ]
    own = ["styrmodell", *(path.parent.name for path in (ROOT / "plugins").glob("*/pyproject.toml"))]
    rows = {name.lower(): licence for name, licence in rows_of_the_page()}
    assert {name.lower() for name in (*asked, *own)} <= set(rows)
    assert {rows[name] for name in own} == {project["license"]}


def test_every_licence_of_the_page_is_allowed_and_the_page_lists_the_allowed() -> None:
    assert [row for row in rows_of_the_page() if not is_allowed(row[1])] == []
    assert re.findall(r"^- (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE) == sorted(ALLOWED)


def rows_of_the_page() -> list[tuple[str, str]]:
    """(package, licence) of each row of the table."""
    return re.findall(r"^\| ([\w.-]+) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)[1:]
