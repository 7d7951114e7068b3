"""HTML with an attack in every field of text, opened in Chromium: it stays text, and nothing of it runs or is fetched.

Pages are opened with their policy put aside, so that it is the escaping that is tried and not the policy behind it.
"""

from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import define, field
from playwright.sync_api import Browser, BrowserContext, Dialog, Page
from tests.example_plugins import lacking
from tests.hostile.filled_plan import filled
from tests.session.object_books import make_workspace

from styrmodell.api import load
from styrmodell.session.run import Order, plan_jobs, run_jobs

EXAMPLES = Path(__file__).parents[2] / "examples"
ELSEWHERE = "http://127.0.0.1:9/"
RUN = "window.attacked=1"
ATTACKS = (
    f"<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</svg></textarea><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"'><svg onload='{RUN}'>",
    f'" onfocus="{RUN}" autofocus tabindex=1 x="',
    f"' onmouseover='{RUN}' style='position:fixed;inset:0' x='",
    f"javascript:{RUN}",
    f"[länk](javascript:{RUN})",
    f"[länk]( java&#x0a;script:{RUN} )",
    f"[länk](data:text/html,<script>{RUN}</script>)",
    f"[länk](vbscript:{RUN})",
    f"![bild]({ELSEWHERE}x.png)",
    f"<javascript:{RUN}>",
    f'<a href="javascript:{RUN}">x</a>',
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f'<object data="{ELSEWHERE}x"></object><embed src="{ELSEWHERE}x">',
    f'<meta http-equiv="refresh" content="0;url={ELSEWHERE}">',
    f'<base href="{ELSEWHERE}">',
    f'<form action="{ELSEWHERE}"><input name=a><button>x</button></form>',
    f'<link rel="stylesheet" href="{ELSEWHERE}x.css">',
    f"<style>*{{background:url({ELSEWHERE}x)}}</style>",
    f'"; }} }} * {{ background: url({ELSEWHERE}x) }} @page {{ @top-left {{ content: "',
    f"\\22 }} body {{ background: url({ELSEWHERE}x) }}",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"&#60;img src=x onerror={RUN}&#62;",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    "\u202e>tpircs/<1=dekcatta.wodniw>tpircs<",
    "{{ 7*7 }}{% raw %}{# #}",
    f"<math><mtext><img src=x onerror={RUN}></mtext></math>",
    f"<details open ontoggle={RUN}>",
    f"<x contenteditable onblur={RUN}>",
)
# Each field begins with another, and has the next one after it.
TEXTS = tuple(" ¤ ".join(pair) for pair in zip(ATTACKS, ATTACKS[1:] + ATTACKS[:1], strict=True))
ALL = "alla"
SOURCES = (
    ALL,
    "galleri",
    "vasternorrland-fiktiv-2020",
    "dalarna-fiktiv-2024",
    "dalarna-tandvard-fiktiv-2018",
    "jamtland-harjedalen-fiktiv-2024",
    "uppfoljning-2024",
)
# Elements and attributes that no page of ours has. Links go within the page, or to what a text says, when that is an
# address of the web or of mail.
STRANGE = """() => {
    const found = [...document.querySelectorAll(
        'script, iframe, frame, object, embed, form, input, button, textarea, base, link, img, image, audio, video,'
        + ' math, foreignObject, animate, set, use, template, portal, meta[http-equiv=refresh], x'
    )].map(one => one.outerHTML.slice(0, 100));
    for (const one of document.querySelectorAll('*'))
        for (const {name, value} of one.attributes) {
            const plain = value.replace(/[\\u0000-\\u0020]/g, '').toLowerCase();
            if (/^(on.*|srcdoc|action|formaction|autofocus|contenteditable)$/.test(name))
                found.push(`${one.tagName} ${name}`);
            if (/^(javascript|vbscript|data):/.test(plain)) found.push(`${one.tagName} ${name}=${value}`);
            if (['href', 'src', 'xlink:href'].includes(name) && !/^(#|\\.\\/|https?:|mailto:)/.test(plain))
                found.push(`${one.tagName} ${name}=${value}`);
        }
    return found;
}"""


@define(kw_only=True)
class Watch:
    """What a page did."""

    told: list[str] = field(factory=list)
    asked: list[str] = field(factory=list)

    def over(self, page: Page) -> None:
        """Begin to watch *page*."""
        page.on("dialog", lambda dialog: self.dialog(dialog))
        page.on("console", lambda message: self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("popup", lambda opened: self.told.append(f"popup {opened.url}"))
        page.on("download", lambda one: self.told.append(f"download {one.url}"))
        page.on("request", lambda request: self.asked.append(unquote(request.url)))

    def dialog(self, dialog: Dialog) -> None:
        """A dialog is told, and goes away."""
        self.told.append(f"dialog {dialog.message}")
        dialog.dismiss()


def write_pages(source: str, folder: Path) -> tuple[Path, ...]:
    """The reports of *source* as HTML, and the index, with an attack in each text; of ALL every generic report too."""
    path = make_workspace(folder) if source == ALL else EXAMPLES / source
    workspace, met = filled(load(path), TEXTS)
    assert len(met) > 20
    order = Order(formats=("html",), reports=("generic.*",) if source == ALL else ())
    run = run_jobs(workspace, plan_jobs(workspace, order), folder / "ut")
    assert not run.failed, run.failed.text("en")[:2000]
    return tuple(sorted((folder / "ut").glob("*.html")))


def attack(context: BrowserContext, path: Path) -> None:
    """Open *path*, do what a reader may do, and hold it to what a page of ours is."""
    page, watch = context.new_page(), Watch()
    watch.over(page)
    page.goto(path.as_uri())
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.keyboard.press("Tab")
    page.mouse.move(100, 100)
    assert page.evaluate(STRANGE) == [], path.name
    assert page.evaluate("[typeof window.attacked, document.querySelectorAll('style').length]") == ["undefined", 1]
    assert page.evaluate("getComputedStyle(document.body).backgroundImage") == "none"
    shown = page.evaluate("document.documentElement.textContent")
    assert any(one in shown for one in ATTACKS), path.name
    assert (watch.told, watch.asked) == ([], [unquote(path.as_uri())]), path.name
    page.close()


@pytest.mark.parametrize("source", SOURCES)
def test_an_attack_in_every_field_stays_text(source: str, browser: Browser, tmp_path: Path):
    if source in lacking():
        pytest.skip(f"needs the plugin {lacking()[source]}")
    pages = write_pages(source, tmp_path)
    assert pages
    with browser.new_context(bypass_csp=True) as context:
        for path in pages:
            attack(context, path)


def test_the_policy_has_nothing_to_stop(browser: Browser, tmp_path: Path):
    with browser.new_context() as context:
        for path in write_pages(ALL, tmp_path):
            attack(context, path)


def test_the_watch_sees_an_attack(browser: Browser, tmp_path: Path):
    """The same page without escaping is seen in every way in which it is looked at."""
    path = tmp_path / "oskyddad.html"
    path.write_text(f"<!DOCTYPE html><html lang=sv><title>a</title><body>{ATTACKS[0]}{ATTACKS[6]}{ATTACKS[10]}</body>")
    with browser.new_context() as context:
        page, watch = context.new_page(), Watch()
        watch.over(page)
        page.goto(path.as_uri())
        assert len(page.evaluate(STRANGE)) >= 3
        assert page.evaluate("typeof window.attacked") == "number"
        assert len(watch.asked) > 1
