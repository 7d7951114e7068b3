"""One browser for all tests of pages that a worker runs."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from tests.accessibility.browser import open_browser


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened
