"""HTML documents: one file that needs nothing else, for a board's screen, a printer and a screen reader."""

from functools import cache
from importlib.resources import files
from typing import Any

from styrmodell.report import palette
from styrmodell.report.document import Edition
from styrmodell.report.engines import jinja_engine
from styrmodell.report.html.index_view import IndexView
from styrmodell.report.html.view import page_of
from styrmodell.report.status_mark import Tone
from styrmodell.report.xml_text import clean_text

_TEMPLATES = files("styrmodell.report.html").joinpath("templates")


def write_html(edition: Edition) -> bytes:
    """Write *edition* as one self-contained, accessible HTML file (UTF-8) without scripts.

    Every figure is a link to its working in the section Härledning, in documents of at most 5 000 cells. A working
    tells at most 25 parts. A part that is printed in the document leads to its own working; others that are computed
    are told one step further, at most 12 parts each, for the first 500 such parts of a document. At most 20 000 parts
    are told in all; after those, workings say how many parts there are.
    """
    text: str = _templates().get_template("report.html").render(page=page_of(edition))
    return text.encode()


def write_index(index: IndexView) -> bytes:
    """Write the page that leads to the documents of a folder, in the same look and as self-contained."""
    text: str = _templates().get_template("index.html").render(page=index)
    return text.encode()


@cache
def _templates() -> Any:
    jinja = jinja_engine()
    environment = jinja.Environment(
        loader=jinja.FunctionLoader(_source),
        autoescape=True,
        undefined=jinja.StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css_string"] = css_string
    environment.globals.update(palette=palette, tones=tuple(Tone))
    return environment


def css_string(text: str) -> str:
    """*text* for use between the quotes of a CSS string inside a page: all but plain letters and digits escaped."""
    plain = " ".join(clean_text(text).split())
    return "".join(letter if letter.isalnum() and letter.isascii() else f"\\{ord(letter):x} " for letter in plain)


def _source(name: str) -> str:
    return _TEMPLATES.joinpath(name).read_text(encoding="utf-8")


def _cleaned(value: Any) -> Any:
    return clean_text(value) if type(value) is str else value
