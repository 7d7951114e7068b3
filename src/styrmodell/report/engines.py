"""The report floor's one lazy door: heavy packages load when first used, and only here."""

from functools import cache
from types import ModuleType


@cache
def xlsxwriter_engine() -> ModuleType:
    """The package that writes Excel workbooks."""
    import xlsxwriter

    engine: ModuleType = xlsxwriter
    return engine


@cache
def docxtpl_engine() -> ModuleType:
    """The package that fills Word templates."""
    import docxtpl

    engine: ModuleType = docxtpl
    return engine


@cache
def docx_engine() -> ModuleType:
    """The package that builds Word documents."""
    import docx

    return docx


@cache
def lxml_engine() -> ModuleType:
    """The module ``lxml.etree``, which reads and writes XML."""
    from lxml import etree

    return etree


@cache
def jinja_engine() -> ModuleType:
    """The package that fills text templates."""
    import jinja2
    import jinja2.sandbox

    return jinja2


@cache
def icalendar_engine() -> ModuleType:
    """The package that writes calendar files."""
    import icalendar

    return icalendar


@cache
def markdown_engine() -> ModuleType:
    """The package that reads Markdown."""
    import markdown_it

    return markdown_it


@cache
def footnote_engine() -> ModuleType:
    """The part of the Markdown package that reads footnotes."""
    from mdit_py_plugins import footnote

    return footnote
