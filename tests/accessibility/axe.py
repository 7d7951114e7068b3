"""Axe-core on a page: every rule, told by rule and node; the browser around it made quick enough for long tables."""

from pathlib import Path
from typing import Any

from attrs import frozen
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_FOLDER = Path(__file__).parent
# What a computer cannot tell; looked at by people, see docs/explanation/tillganglighet.md.
_UNTOLD = "incomplete"
# Axe names the nodes that it tells of; those that pass need no names.
_OPTIONS = {"resultTypes": ["violations", _UNTOLD]}


@frozen(kw_only=True)
class Found:
    """What axe says of a page.

    Attributes:
        violations: (rule, node as a CSS selector) of everything against a rule.
        untold: Rule → how many nodes it could say nothing of.
    """

    violations: tuple[tuple[str, str], ...]
    untold: dict[str, int]


def prepare(page: Page) -> None:
    """Put axe in *page*; once for a page, before run_axe."""
    for script in (_text("quick_keys.js"), Axe().axe_script, _text("known_colours.js")):
        page.evaluate(script)


def run_axe(page: Page) -> Found:
    """Run every rule of axe on *page* as it stands on the screen now."""
    told: dict[str, Any] = page.evaluate("options => axe.run(options)", _OPTIONS)
    violations = [
        (one["id"], " ".join(map(str, node["target"]))) for one in told["violations"] for node in one["nodes"]
    ]
    return Found(violations=tuple(violations), untold={one["id"]: len(one["nodes"]) for one in told[_UNTOLD]})


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
