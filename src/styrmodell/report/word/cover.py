"""The first lines of a Word document: on a page of their own, or above its text."""

from collections.abc import Iterator, Mapping

from styrmodell.report.document import Edition
from styrmodell.report.edition_text import draft_text
from styrmodell.report.period_words import day_words
from styrmodell.report.word.markup import paragraph, run

_BOLD = "<w:b/><w:bCs/>"
_LOW = '<w:spacing w:before="3400"/>'
_APART = '<w:spacing w:before="600"/>'


def top_xml(edition: Edition, styles: Mapping[str, str], *, titled: bool) -> Iterator[str]:
    """Draft mark, title and facts, as paragraphs.

    Args:
        styles: Invariant style name → id.
        titled: Whether the title is already printed by the master.
    """
    if edition.draft:
        yield paragraph(styles["Utkast"], run(draft_text(edition)))
    if not titled and edition.document.title:
        yield paragraph(styles["Title"], run(edition.document.title))
    for word, content in edition.document.head.facts:
        yield _fact(styles, word, content)


def cover_xml(edition: Edition, styles: Mapping[str, str]) -> Iterator[str]:
    """A page of its own: draft mark, appendix, title, subtitle, facts, date, and where the document belongs."""
    document, head = edition.document, edition.document.head
    if edition.draft:
        yield paragraph(styles["Utkast"], run(draft_text(edition)))
    lines = (
        (styles["Faktarad"], head.appendix),
        (styles["Title"], document.title),
        (styles["Subtitle"], head.subtitle),
    )
    for place, (style, text) in enumerate((style, text) for style, text in lines if text):
        yield paragraph(style, run(text), "" if place else _LOW)
    facts = tuple(_facts(edition))
    yield from (_fact(styles, word, content, "" if place else _APART) for place, (word, content) in enumerate(facts))


def _facts(edition: Edition) -> Iterator[tuple[str, str]]:
    head = edition.document.head
    yield from head.facts
    day = head.dated or edition.as_of
    yield from (
        (word, content)
        for word, content in (
            ("Datum", day_words(day)),
            ("Diarienummer", head.dnr),
            ("Organ", head.body),
            ("Paragraf", head.paragraph),
        )
        if content
    )


def _fact(styles: Mapping[str, str], word: str, content: str, look: str = "") -> str:
    return paragraph(styles["Faktarad"], run(f"{word}: ", _BOLD) + run(content), look)
