"""Chromium for tests: one for a worker, without network, driven by playwright."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tests.needed import require_program

PACKAGE = "chromium"
HEIGHT = 900
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)


def require_chromium() -> str:
    """Path of Chromium; skips the test without it, except where STYRMODELL_CI says that it must be there."""
    return require_program("Chromium", PACKAGE, "chromium", "chromium-browser")


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A browser with a profile of its own."""
    program = require_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield browser
        browser.close()


def open_page(page: Page, path: Path, width: int) -> Page:
    """*path* opened as a file in *page*, on a screen *width* pixels wide."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.goto(path.as_uri())
    return page
