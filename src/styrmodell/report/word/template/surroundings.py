"""What stands around a Word master's marks: parts where nothing is filled, styles, language, what is fetched."""

from collections.abc import Iterator
from typing import Any

from styrmodell.finding import Finding
from styrmodell.report.codes import FETCHES, MASTER_LANGUAGE, MISSING_STYLES, NOT_FILLED
from styrmodell.report.word.styles import STYLES
from styrmodell.report.word.template.fetched import fetched
from styrmodell.report.word.template.parts import (
    BODY,
    PROPERTIES,
    filled_parts,
    other_parts,
    outside_targets,
    properties_of,
)
from styrmodell.report.word.template.story import passages_of, strays_of
from styrmodell.report.word.template.tags import tags_of
from styrmodell.source import Source

_LANGUAGE = "sv-SE"
_MOST = 100  # of one text


def check_unfilled(document: Any, file: str) -> Iterator[Finding]:
    """Marks that are printed as they stand (SM416)."""
    for story in other_parts(document, filled_parts(document)):
        # Most parts hold no brace, in no encoding and in no disguise; walking through them all takes a while.
        if not any(sign in story.part.blob for sign in (b"{", b"&#")):
            continue
        passages = passages_of(story.root, story.name)
        texts = [(passage.place, passage.text) for passage in passages]
        texts += [(story.name, stray.text) for stray in strays_of(story.root, passages)]
        for place, text in texts:
            yield from _as_it_stands(file, place, text)
    for name, text, filled in properties_of(document):
        if not filled:
            yield from _as_it_stands(file, f"{PROPERTIES}, {name}", text)
    for kind, target, part in outside_targets(document):
        yield from _as_it_stands(file, f"{part}, {kind}", target)


def _as_it_stands(file: str, place: str, text: str) -> Iterator[Finding]:
    for tag in tags_of(text)[0][:_MOST]:
        yield NOT_FILLED.at(Source(file=file, place=place), found=" ".join(tag.text.split()))


def check_looks(document: Any, file: str) -> Iterator[Finding]:
    """Styles, language, and what is fetched or opened (SM417, SM418, SM419)."""
    filled = filled_parts(document)
    for kind, what, place in fetched(document, (*filled, *other_parts(document, filled))):
        yield FETCHES.at(Source(file=file, place=place), kind=kind, found=what)
    languages = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    if languages[:1] != [_LANGUAGE]:
        found, found_en = (languages[0], languages[0]) if languages else ("inget språk", "no language")
        yield MASTER_LANGUAGE.at(Source(file=file, place=BODY), found=found, found_en=found_en)
    if missing := _lacking(document):
        yield MISSING_STYLES.at(Source(file=file, place=BODY), found=", ".join(missing))


def _lacking(document: Any) -> tuple[str, ...]:
    """The styles of a body that the master does not have; older programs write "Heading 1" for "heading 1"."""
    names = {str(style.name_val).lower() for style in document.styles.element.style_lst}
    return tuple(spec.name for spec in STYLES if spec.name.lower() not in names)
