"""What needs an example of a plugin that is not installed is known by what it names, and by what it borrows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import example_plugins
from tests.example_plugins import ROOT, lacking, plugin_lacking


@pytest.fixture
def no_plugins(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A place where no plugin is installed."""

    def nothing(group: str) -> tuple[str, ...]:
        return ()

    monkeypatch.setattr(example_plugins, "entry_points", nothing)
    for known in (lacking, plugin_lacking):
        known.cache_clear()
    yield
    for known in (lacking, plugin_lacking):
        known.cache_clear()


def test_an_example_of_a_region_needs_the_regions_plugin(no_plugins: None) -> None:
    assert lacking()["vasternorrland-2020"] == "styrmodell-vasternorrland"
    assert lacking()["dalarna-tandvard-2018"] == "styrmodell-dalarna"
    assert "galleri" not in lacking()
    assert "uppfoljning-2024" not in lacking()


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("cli/test_status.py", "styrmodell-dalarna"),  # it names both, and one is enough
        ("report/test_form.py", "styrmodell-vasternorrland"),  # by way of form_books.py
        ("report/test_list.py", ""),
    ],
)
def test_a_test_needs_what_it_names_or_borrows(no_plugins: None, test: str, expected: str) -> None:
    assert plugin_lacking(ROOT / "tests" / Path(test)) == expected
