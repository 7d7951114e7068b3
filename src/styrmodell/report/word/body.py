"""The body of a Word document, block by block, as WordprocessingML text."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from styrmodell.report.document import Edition, FlowBlock
from styrmodell.report.edition_text import draft_text, origin_text
from styrmodell.report.flow import Heading, Prose
from styrmodell.report.table import Table
from styrmodell.report.word.findings import findings_xml
from styrmodell.report.word.markup import paragraph, run
from styrmodell.report.word.table import table_xml

_DEEPEST = 4
_UNDER_HEADING = '<w:spacing w:before="100"/>'
_AFTER_TABLE = '<w:spacing w:before="200"/>'


@frozen(kw_only=True)
class BodyFrame:
    """Where a body goes.

    Attributes:
        styles: Invariant style name → id in the document.
        width: Room between the margins, in twips.
        titled: Whether the title is already printed by the master.
    """

    styles: Mapping[str, str]
    width: int
    titled: bool = False


def body_xml(edition: Edition, frame: BodyFrame) -> str:
    """Everything between the master's first and last words: draft mark, title, facts, blocks, findings, origin."""
    return "".join(_parts(edition, frame))


def _parts(edition: Edition, frame: BodyFrame) -> Iterator[str]:
    styles, document = frame.styles, edition.document
    if edition.draft:
        yield paragraph(styles["Utkast"], run(draft_text(edition)))
    if not frame.titled:
        yield paragraph(styles["Title"], run(document.title))
    for word, content in document.head.facts:
        yield paragraph(styles["Faktarad"], run(f"{word}: ", "<w:b/><w:bCs/>") + run(content))
    yield from _blocks(edition, frame)
    yield findings_xml(edition.findings, styles, frame.width)
    # A document may not end in a table, and a reader wants to know how old it is.
    yield paragraph(styles["Tabellnot"], run(origin_text(edition)), _AFTER_TABLE)


def _blocks(edition: Edition, frame: BodyFrame) -> Iterator[str]:
    before: FlowBlock | None = None
    for block in edition.document.flow:
        match block:
            case Heading():
                level = min(max(block.level, 1), _DEEPEST)
                yield paragraph(frame.styles[f"heading {level}"], run(block.text))
            case Prose():
                yield paragraph("", run(block.text), _AFTER_TABLE if isinstance(before, Table) else "")
            case Table():
                look = _UNDER_HEADING if isinstance(before, Heading) else ""
                shown = edition.document.shows_caption(block)
                yield table_xml(block, frame.styles, frame.width, look if shown else None)
        before = block
