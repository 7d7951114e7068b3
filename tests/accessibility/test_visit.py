"""Each check of a visit can find what it looks for: a page spoiled in one way is told by that check and no other."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.accessibility.axe import prepare, run_axe
from tests.accessibility.browser import open_page
from tests.accessibility.pages import drawn_edition
from tests.accessibility.visit import AXE_NARROW, AXE_WIDE, FETCHED, PRINTED, SIDEWAYS, TOLD, WIDE, visit

from styrmodell.report.html import write_html

_POLICY = (
    "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'; img-src {}\">"
)
_PALE = "p { color: #ccc; background: #fff }"


def page_of(folder: Path, body: str = "", style: str = "", images: str = "data:") -> Path:
    """A page without a fault but for what is given."""
    path = folder / "sida.html"
    head = f"<meta charset=utf-8>{_POLICY.format(images)}<title>Sida</title><style>{style}</style>"
    text = f"<main><h1>En rubrik</h1><p>Det är en text.</p>{body}</main>"
    path.write_text(f"<!DOCTYPE html><html lang=sv><head>{head}</head><body>{text}</body></html>", encoding="utf-8")
    return path


@pytest.fixture
def pixel(tmp_path: Path) -> str:
    (tmp_path / "bild.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    return "<img alt='En bild' src='bild.svg'>"


def test_a_page_without_a_fault_is_visited_with_every_check(tmp_path: Path, browser: Browser) -> None:
    found = visit(browser, page_of(tmp_path))
    assert found.checks == (AXE_WIDE, AXE_NARROW, SIDEWAYS, PRINTED, FETCHED, TOLD)
    assert found.faults == ()


@pytest.mark.parametrize(
    ("style", "body", "told"),
    [
        pytest.param(f"@media (min-width: 1000px) {{ {_PALE} }}", "", [(AXE_WIDE, "color-contrast", "p")], id="wide"),
        pytest.param(
            f"@media screen and (max-width: 400px) {{ {_PALE} }}",
            "",
            [(AXE_NARROW, "color-contrast", "p")],
            id="narrow",
        ),
        pytest.param(
            "",
            "<details><summary>Mer</summary><img id=bild src='data:image/svg+xml,<svg/>'></details>",
            [(AXE_WIDE, "image-alt", "#bild"), (AXE_NARROW, "image-alt", "#bild")],
            id="in what is opened",
        ),
        pytest.param(
            "", "<div id=bred style='width: 400px'>.</div>", [(SIDEWAYS, "408 > 320", "div#bred")], id="broad"
        ),
        pytest.param(
            "@media print { main { display: none } }", "", [(PRINTED, "heading lost", "h1: En rubrik")], id="print"
        ),
    ],
)
def test_a_fault_is_told_by_check_rule_and_node(
    style: str, body: str, told: list[tuple[str, str, str]], tmp_path: Path, browser: Browser
) -> None:
    faults = visit(browser, page_of(tmp_path, body, style)).faults
    assert [(fault.check, fault.rule, fault.node) for fault in faults] == told
    assert {fault.page for fault in faults} == {"sida.html"}


def test_what_a_page_fetches_is_told(tmp_path: Path, pixel: str, browser: Browser) -> None:
    found = visit(browser, page_of(tmp_path, pixel, images="file:"))
    assert [(fault.check, fault.node.rpartition("/")[2]) for fault in found.faults] == [(FETCHED, "bild.svg")]


def test_what_the_policy_stops_is_told(tmp_path: Path, pixel: str, browser: Browser) -> None:
    found = visit(browser, page_of(tmp_path, pixel))
    (fault,) = found.told(TOLD)
    assert "Content Security Policy" in fault.node


def test_a_check_that_was_not_made_has_no_answer(tmp_path: Path, browser: Browser) -> None:
    with pytest.raises(KeyError):
        visit(browser, page_of(tmp_path)).told("ögonmått")


def test_axe_made_quick_says_what_axe_says(tmp_path: Path, browser: Browser) -> None:
    """On a page with something of everything, spoiled: pale text, an image without words, an id that stands twice."""
    page = write_html(drawn_edition()).decode("utf-8")
    spoiled = page.replace("</main>", "<p style='color: #bbb'>blekt</p><p style='color: rgb(0 0 0 / 30%)'>"
                           "svagt</p><img src='data:,'></main>")  # fmt: skip
    path = tmp_path / "diagram.html"
    path.write_text(spoiled, encoding="utf-8")
    with browser.new_context() as context:
        quick = open_page(context.new_page(), path, WIDE)
        prepare(quick)
        found = run_axe(quick)
        plain = Axe().run(open_page(context.new_page(), path, WIDE)).response
    expected = [(one["id"], node["target"][0]) for one in plain["violations"] for node in one["nodes"]]
    assert sorted(found.violations) == sorted(expected)
    assert {rule for rule, _ in expected} >= {"color-contrast", "image-alt"}
