"""Pages as people meet them: axe finds nothing, nothing is cut off on a narrow screen, and they can be printed."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext
from tests.accessibility.browser import open_browser, open_page
from tests.accessibility.pages import DRAWN, SOURCES, write_pages
from tests.example_plugins import lacking

WIDE, NARROW = 1280, 320
_MOST_BYTES = 5_000_000
# The workings of a page are written by one template: axe takes minutes for what it learns from the first of them.
_OPENED = 150
# What a computer cannot tell; looked at by people, see docs/explanation/tillganglighet.md.
_UNTOLD = "incomplete"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Axe is a script: only for it the pages' policy is put aside."""
    opened = browser.new_context(bypass_csp=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=SOURCES)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    if request.param in lacking():
        pytest.skip(f"needs the plugin {lacking()[request.param]}")
    return write_pages(request.param, tmp_path_factory.mktemp("sidor"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pages(DRAWN, tmp_path_factory.mktemp("diagram"))[0]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_axe_finds_nothing(pages: tuple[Path, ...], context: BrowserContext, width: int) -> None:
    assert pages
    for path in pages:
        page = open_page(context, path, width)
        opened = f"[...document.querySelectorAll('details')].slice(0, {_OPENED})"
        page.evaluate(f"for (const one of {opened}) one.open = true")
        found = Axe().run(page, options={"resultTypes": ["violations", _UNTOLD]}).response
        told = [(one["id"], [node["target"] for node in one["nodes"][:5]]) for one in found["violations"]]
        print(path.name, width, {one["id"]: len(one["nodes"]) for one in found[_UNTOLD]})
        assert not told, f"{path.name} at {width}: {told}"
        page.close()


def test_a_narrow_screen_needs_no_sideways_scrolling(pages: tuple[Path, ...], context: BrowserContext) -> None:
    for path in pages:
        page = open_page(context, path, NARROW)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, path.name


def test_pages_are_small_enough_to_mail(pages: tuple[Path, ...]) -> None:
    assert all(path.stat().st_size < _MOST_BYTES for path in pages)


def test_pages_are_printed(pages: tuple[Path, ...], context: BrowserContext) -> None:
    for path in pages:
        data = open_page(context, path, WIDE).pdf(prefer_css_page_size=True)
        assert data.startswith(b"%PDF-")


def test_nothing_is_fetched_and_the_policy_stops_nothing(pages: tuple[Path, ...], browser: Browser) -> None:
    with browser.new_context() as context:
        for path in pages:
            page = context.new_page()
            told: list[str] = []
            asked: list[str] = []
            page.on("console", lambda message, told=told: told.append(message.text))
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(path.as_uri())
            assert told == []
            assert [unquote(url) for url in asked] == [unquote(path.as_uri())]


def test_a_figure_opens_its_working(drawn: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = open_page(context, drawn, WIDE)
        link = page.locator("figure.table td a").last
        name = unquote(link.get_attribute("href") or "").removeprefix("#")
        working = page.locator(f'[id="{name}"]')
        assert not working.is_visible()
        link.click()
        assert working.is_visible()


def test_a_chart_leads_to_its_figures(drawn: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = open_page(context, drawn, WIDE)
        table = page.locator("details.data table").first
        assert not table.is_visible()
        page.locator("details.data summary").first.click()
        assert table.is_visible()


_BOXES = """() => [...document.querySelectorAll('.chart svg')].map(svg => {
  const all = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')].filter(t => !(t.getAttribute('transform') || '').includes('rotate'));
  return {name: svg.closest('figure').id, width: all.width, height: all.height, boxes: texts.map(t => {
    const box = t.getBoundingClientRect();
    return [t.textContent, box.left - all.left, box.top - all.top, box.right - all.left, box.bottom - all.top];
  })};
})"""


def test_texts_in_charts_neither_overlap_nor_stick_out(drawn: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        found = open_page(context, drawn, WIDE).evaluate(_BOXES)
    assert len(found) > 20
    wrong = []
    for svg in found:
        for place, (text, left, top, right, bottom) in enumerate(svg["boxes"]):
            if left < -1 or top < -1 or right > svg["width"] + 1 or bottom > svg["height"] + 1:
                wrong.append((svg["name"], "sticks out", text))
            for other, left2, top2, right2, bottom2 in svg["boxes"][place + 1 :]:
                # Boxes of letters hold air above and below; lines of text may share it.
                if min(right, right2) - max(left, left2) > 1 and min(bottom, bottom2) - max(top, top2) > 4:
                    wrong.append((svg["name"], text, other))
    assert wrong == []
