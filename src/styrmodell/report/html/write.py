"""HTML documents: one file that needs nothing else, for a board's screen, a printer and a screen reader."""

from functools import cache
from importlib.resources import files
from typing import Any

from styrmodell.report.document import Edition
from styrmodell.report.engines import jinja_engine
from styrmodell.report.html.view import page_of
from styrmodell.report.xml_text import clean_text

_TEMPLATES = files("styrmodell.report.html").joinpath("templates")


def write_html(edition: Edition) -> bytes:
    """Write *edition* as one self-contained, accessible HTML file (UTF-8) without scripts.

    Every figure is a link to its working in the section Härledning, in documents of at most 5 000 cells.
    """
    text: str = _template().render(page=page_of(edition))
    return text.encode()


@cache
def _template() -> Any:
    jinja = jinja_engine()
    environment = jinja.Environment(
        loader=jinja.FunctionLoader(_source),
        autoescape=True,
        undefined=jinja.StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def _source(name: str) -> str:
    return _TEMPLATES.joinpath(name).read_text(encoding="utf-8")


def _cleaned(value: Any) -> Any:
    return clean_text(value) if type(value) is str else value
