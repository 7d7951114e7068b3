"""Pages as people meet them: axe finds nothing, nothing is cut off on a narrow screen, and they can be printed."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.accessibility.pages import SOURCES, write_pages
from tests.accessibility.printing import require_pdftotext
from tests.accessibility.visit import (
    AXE_NARROW,
    AXE_WIDE,
    FETCHED,
    PRINTED,
    SIDEWAYS,
    TOLD,
    Fault,
    Visit,
    visit,
)
from tests.example_plugins import lacking

_MOST_BYTES = 5_000_000


@pytest.fixture(scope="module", params=SOURCES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    if request.param in lacking():
        pytest.skip(f"needs the plugin {lacking()[request.param]}")
    return write_pages(request.param, tmp_path_factory.mktemp("sidor"))


@pytest.fixture(scope="module")
def visits(pages: tuple[Path, ...], browser: Browser) -> tuple[Visit, ...]:
    """Each page opened once: every check below is made in that visit."""
    require_pdftotext()
    assert pages
    return tuple(visit(browser, path) for path in pages)


def told(visits: tuple[Visit, ...], check: str) -> list[Fault]:
    """What the visits found by one check."""
    return [fault for one in visits for fault in one.told(check)]


@pytest.mark.parametrize("check", [AXE_WIDE, AXE_NARROW])
def test_axe_finds_nothing(visits: tuple[Visit, ...], check: str) -> None:
    for one in visits:
        print(one.page, check, one.untold[check])
    assert told(visits, check) == []


def test_a_narrow_screen_needs_no_sideways_scrolling(visits: tuple[Visit, ...]) -> None:
    assert told(visits, SIDEWAYS) == []


def test_pages_are_small_enough_to_mail(pages: tuple[Path, ...]) -> None:
    assert [path.name for path in pages if path.stat().st_size >= _MOST_BYTES] == []


def test_pages_are_printed(visits: tuple[Visit, ...]) -> None:
    assert told(visits, PRINTED) == []


@pytest.mark.parametrize("check", [FETCHED, TOLD])
def test_nothing_is_fetched_and_the_policy_stops_nothing(visits: tuple[Visit, ...], check: str) -> None:
    assert told(visits, check) == []
