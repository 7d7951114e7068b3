"""Word documents: a master, and a body written into it."""

from datetime import UTC, datetime, time
from typing import Any

from styrmodell.report.document import Edition
from styrmodell.report.word.body import BodyFrame, body_xml
from styrmodell.report.word.master import default_master, turned_heads
from styrmodell.report.word.package import mark_place, pack
from styrmodell.report.word.sections import sections_at
from styrmodell.report.word.styles import settle_styles
from styrmodell.report.word.template.fill import fill_master
from styrmodell.report.xml_text import clean_text

_PROPERTY_LIMIT = 255


def write_word(edition: Edition, master: bytes | None = None) -> bytes:
    """Write *edition* as a Word document; the same edition gives the same bytes.

    Args:
        master: A .docx whose body holds a paragraph ``{{ innehall }}``, where everything goes; None makes a
            plain one. Its other variables are those of word_template.master_words.

    Raises:
        RenderError: The master is no Word document, has no such paragraph or asks for what is not there.
    """
    heads: tuple[str, ...] = ()
    if master is None:
        document, titled = default_master(edition), False
        place, heads = document.add_paragraph()._p, turned_heads(document, edition)
    else:
        document, place, titled = fill_master(edition, master)
    styles = settle_styles(document, restyle=False)
    sections = sections_at(document, place, turned_heads=heads)
    frame = BodyFrame(document=document, styles=styles, sections=sections, titled=titled)
    mark_place(place)
    _set_properties(document, edition)
    return pack(document, body_xml(edition, frame))


def _set_properties(document: Any, edition: Edition) -> None:
    """Title, language and dates; never the name of a user or the time of day."""
    stamp = datetime.combine(edition.as_of, time(), UTC).replace(tzinfo=None)
    properties = document.core_properties
    for name, text in (
        ("title", edition.document.title),
        ("subject", edition.document.head.appendix),
        ("identifier", edition.report),
        ("author", edition.generator),
        ("last_modified_by", edition.generator),
        ("language", "sv-SE"),
        ("comments", ""),
        ("keywords", ""),
    ):
        setattr(properties, name, clean_text(text)[:_PROPERTY_LIMIT])
    properties.created = properties.modified = stamp
    properties.revision = 1
