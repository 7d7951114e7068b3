"""Settings of all tests."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from tests.accessibility.browser import open_browser
from tests.example_plugins import ROOT, plugin_lacking

# Bytes: longer ones are files.
_SHORT = 40
# A busy machine is slow, and a slow example is no fault. Where the tests guard a change, they try the same examples
# each time; elsewhere they go on looking.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("search", **_PATIENT)
settings.register_profile("guard", derandomize=True, **_PATIENT)
# Mutation testing tries every law once a mutant (tests/mutation/run.py).
settings.register_profile("mutation", derandomize=True, max_examples=20, **_PATIENT)
settings.load_profile("guard" if os.environ.get("STYRMODELL_CI") else "search")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests of pages that a worker runs: playwright opens no second one beside it."""
    with open_browser() as opened:
        yield opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each plugin is also tried alone with the core: then what needs an example of another is skipped."""
    for item in items:
        lacks = plugin_lacking(item.path) if item.path.is_relative_to(ROOT / "tests") else ""
        if lacks:
            item.add_marker(pytest.mark.skip(reason=f"needs the plugin {lacks}"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file made for a test is named by what it is given as: it may hold the time at which it was packed.

    Each of several processes makes its own, and they must agree on which tests there are.
    """
    return argname if isinstance(val, bytes) and len(val) > _SHORT else None
