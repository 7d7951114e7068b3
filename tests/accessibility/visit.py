"""One visit to a page: opened once, looked at on a wide and a narrow screen, printed, and listened to all the while."""

from pathlib import Path
from urllib.parse import unquote

from attrs import frozen
from playwright.sync_api import Browser, Page
from tests.accessibility.axe import prepare, run_axe
from tests.accessibility.browser import HEIGHT, open_page
from tests.accessibility.printing import bare, printed_words

WIDE, NARROW = 1280, 320
# The checks, by the names they are told with.
AXE_WIDE, AXE_NARROW = f"axe {WIDE}", f"axe {NARROW}"
SIDEWAYS, PRINTED, FETCHED, TOLD = "sideways", "printed", "fetched", "policy"
# The workings of a page are written by one template: axe takes minutes for what it learns from the first of them.
_OPENED = 150
_NAMED = 5
_OPEN = """most => {
  const all = [...document.querySelectorAll('details')];
  const shut = all.filter(one => !one.open);
  for (const one of all.slice(0, most ?? all.length)) one.open = true;
  window.shut ??= shut;
}"""
_SHUT = "() => { for (const one of window.shut) one.open = false; }"
# What reaches outside the screen and lies in nothing that scrolls by itself.
_OUTSIDE = """most => {
  const scrolls = one => getComputedStyle(one).overflowX !== 'visible';
  const held = one => one.parentElement && (scrolls(one.parentElement) || held(one.parentElement));
  const name = one => one.tagName.toLowerCase() + (one.id && `#${one.id}`);
  const all = [...document.querySelectorAll('body *')];
  const right = document.documentElement.clientWidth;
  return all.filter(one => one.getBoundingClientRect().right > right + 1 && !held(one)).slice(0, most).map(name);
}"""


@frozen(kw_only=True)
class Fault:
    """What is wrong with a page: the file, the check, its rule and where on the page."""

    page: str
    check: str
    rule: str
    node: str


@frozen(kw_only=True)
class Visit:
    """What one visit to a page found.

    Attributes:
        page: Name of the file.
        checks: The checks that were made, whether or not they found anything.
        faults: What is wrong, check by check.
        untold: Check with axe → rule → how many nodes axe could say nothing of.
    """

    page: str
    checks: tuple[str, ...]
    faults: tuple[Fault, ...]
    untold: dict[str, dict[str, int]]

    def told(self, check: str) -> tuple[Fault, ...]:
        """The faults of one check; KeyError when it was not made."""
        if check not in self.checks:
            raise KeyError(check)
        return tuple(fault for fault in self.faults if fault.check == check)


def visit(browser: Browser, path: Path) -> Visit:
    """Open *path* once, its policy in force, and make every check on it."""
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        told: list[str] = []
        page.on("request", lambda request: asked.append(unquote(request.url)))
        page.on("console", lambda message: told.append(message.text))
        open_page(page, path, WIDE)
        page.evaluate(_OPEN, _OPENED)
        prepare(page)
        wide = run_axe(page)
        page.set_viewport_size({"width": NARROW, "height": HEIGHT})
        narrow = run_axe(page)
        sideways = _sideways(page)
        page.evaluate(_SHUT)
        page.set_viewport_size({"width": WIDE, "height": HEIGHT})
        printed = _printed(page)
    found = {
        AXE_WIDE: wide.violations,
        AXE_NARROW: narrow.violations,
        SIDEWAYS: sideways,
        PRINTED: printed,
        FETCHED: _fetched(asked, unquote(path.as_uri())),
        TOLD: [("console", text) for text in told],
    }
    faults = (
        Fault(page=path.name, check=check, rule=rule, node=node) for check in found for rule, node in found[check]
    )
    untold = {AXE_WIDE: wide.untold, AXE_NARROW: narrow.untold}
    return Visit(page=path.name, checks=tuple(found), faults=tuple(faults), untold=untold)


def _sideways(page: Page) -> list[tuple[str, str]]:
    """What makes a page wider than a narrow screen, with everything on it opened."""
    page.evaluate(_OPEN, None)
    width = page.evaluate("document.documentElement.scrollWidth")
    if width <= NARROW:
        return []
    return [(f"{width} > {NARROW}", node) for node in page.evaluate(_OUTSIDE, _NAMED) or ["html"]]


def _printed(page: Page) -> list[tuple[str, str]]:
    """What is lost when a page is printed."""
    data = page.pdf(prefer_css_page_size=True)
    if not data.startswith(b"%PDF-"):
        return [("no PDF", repr(data[:20]))]
    heading = page.locator("h1").first.inner_text()
    return [] if bare(heading) in printed_words(data) else [("heading lost", f"h1: {heading}")]


def _fetched(asked: list[str], own: str) -> list[tuple[str, str]]:
    """What a page asked for beside itself."""
    first, *others = asked
    return [("fetched", url) for url in (*others, *((first,) if first != own else ()))]
