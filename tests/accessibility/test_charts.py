"""Figures and charts as people meet them: each opens what lies behind it, and no text hides another."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser
from tests.accessibility.browser import open_page
from tests.accessibility.pages import DRAWN, write_pages
from tests.accessibility.visit import WIDE


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pages(DRAWN, tmp_path_factory.mktemp("diagram"))[0]


def test_a_figure_opens_its_working(drawn: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = open_page(context.new_page(), drawn, WIDE)
        link = page.locator("figure.table td a").last
        name = unquote(link.get_attribute("href") or "").removeprefix("#")
        working = page.locator(f'[id="{name}"]')
        assert not working.is_visible()
        link.click()
        assert working.is_visible()


def test_a_chart_leads_to_its_figures(drawn: Path, browser: Browser) -> None:
    with browser.new_context() as context:
        page = open_page(context.new_page(), drawn, WIDE)
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
        found = open_page(context.new_page(), drawn, WIDE).evaluate(_BOXES)
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
