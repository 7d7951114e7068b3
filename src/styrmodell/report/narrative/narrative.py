"""A section of running text, ready to stand in a document."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import near_names
from styrmodell.report.document import FlowBlock
from styrmodell.report.flow import Read
from styrmodell.report.narrative.codes import PLACE_IN_SENTENCE, UNKNOWN_PLACE
from styrmodell.report.placeholder import Filling, Part
from styrmodell.source import Source


@frozen(kw_only=True)
class Text:
    """Running text as it was read, with its places unfilled."""

    blocks: tuple[Read, ...]
    source: Source


@frozen(kw_only=True)
class Narrative:
    """Running text with its figures, tables and charts in their places.

    Attributes:
        used: Names that the text asked for, in order: what it did not ask for, the report may print after it.
        findings: Names that nothing answers to.
    """

    blocks: tuple[FlowBlock, ...] = ()
    used: tuple[str, ...] = ()
    findings: Findings = Findings()


def fill_text(text: Text, section: str, parts: Mapping[str, Part]) -> Narrative:
    """Put *parts* where *text* asks for them."""
    filling = Filling(parts=parts)
    blocks = tuple(filling.fill(text.blocks))
    return Narrative(blocks=blocks, used=tuple(filling.used), findings=Findings(_doubts(filling, section, text.source)))


def _doubts(filling: Filling, section: str, source: Source) -> Iterator[Finding]:
    known = tuple(filling.parts)
    for name in filling.unknown:
        listed = ", ".join(known) or "–"
        yield UNKNOWN_PLACE.at(source, name=name, section=section, known=listed, near=near_names(name, known))
    for name in filling.inside:
        yield PLACE_IN_SENTENCE.at(source, name=name, section=section)
