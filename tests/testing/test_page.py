"""docs/reference/testning.md names all of the testing kit, and nothing that is not there."""

import re
from pathlib import Path

import styrmodell.pytest_plugin
import styrmodell.testing
from styrmodell.testing import ReportConformance

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "testning.md").read_text(encoding="utf-8")


def named(heading: str) -> set[str]:
    """The names in the first column of the table with that heading."""
    table = re.search(rf"^\| {heading} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert table is not None
    return {name for row in table[1].splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])}


def test_the_page_names_all_that_the_kit_exports_sorted() -> None:
    names = styrmodell.testing.__all__
    assert named("namn") == set(names)
    assert names == sorted(names, key=lambda name: (name[0].islower(), name))


def test_the_page_names_every_test_of_the_conformance_class() -> None:
    assert named("prov") == {name for name in vars(ReportConformance) if name.startswith("test_")}


def test_the_page_names_every_fixture() -> None:
    assert named("fixtur") == {name for name in vars(styrmodell.pytest_plugin) if name.startswith("styrmodell_")}
