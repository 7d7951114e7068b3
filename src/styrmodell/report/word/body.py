"""The body of a Word document, block by block, as WordprocessingML text."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field, frozen

from styrmodell.report.chart import Chart, Matrix
from styrmodell.report.document import Contents, Edition, FlowBlock, NewPage
from styrmodell.report.edition_text import origin_text
from styrmodell.report.flow import Heading, Listing, Prose
from styrmodell.report.plot import plot_of
from styrmodell.report.table import Table
from styrmodell.report.table_text import caption_text
from styrmodell.report.word.caption import caption_xml
from styrmodell.report.word.cover import cover_xml, top_xml
from styrmodell.report.word.drawings import Drawings, last_drawing, typeface_of
from styrmodell.report.word.findings import ACKNOWLEDGED, OPEN, findings_xml
from styrmodell.report.word.footnotes import Footnotes
from styrmodell.report.word.markup import BETWEEN, ended, on_new_page, paragraph, run
from styrmodell.report.word.matrix import matrix_xml
from styrmodell.report.word.numbering import Numbering
from styrmodell.report.word.outline import HeadingWriter, OutlineEntry, contents_xml, free_bookmark, outline_of
from styrmodell.report.word.relations import NewParts, Relations
from styrmodell.report.word.running_text import TextWriter
from styrmodell.report.word.sections import Sections
from styrmodell.report.word.setting import update_fields
from styrmodell.report.word.spoken import spoken_chart
from styrmodell.report.word.table import table_xml

_UNDER_HEADING = '<w:spacing w:before="100"/>'
_AFTER_TABLE = '<w:spacing w:before="200"/>'
_KEPT = "<w:keepNext/>"
_TABLE_END = "</w:tbl>"
_NOTHING = "Inga värden att visa."
_CHART_SHAPE, _HIGHEST_CHART, _CHART_PART = 0.5, 5_400, 0.5


@frozen(kw_only=True, eq=False)
class BodyFrame:
    """Where a body goes.

    Attributes:
        document: The python-docx document.
        styles: Invariant style name → id in the document.
        titled: Whether the title is already printed by the master.
    """

    document: Any
    styles: Mapping[str, str]
    sections: Sections
    titled: bool = False


def body_xml(edition: Edition, frame: BodyFrame) -> str:
    """Everything between the master's first and last words: cover or title, blocks, findings, origin.

    What the body points at (pictures, notes, lists) is put in the document's other parts.
    """
    return _make_writer(edition, frame).xml()


def _make_writer(edition: Edition, frame: BodyFrame) -> "_BodyWriter":
    document, styles = frame.document, frame.styles
    parts, relations = NewParts(package=document.part.package), Relations(part=document.part)
    notes = Footnotes(document=document, styles=styles, parts=parts)
    numbering = Numbering(document=document, parts=parts)
    entries = outline_of(edition)
    return _BodyWriter(
        edition=edition,
        frame=frame,
        entries=entries,
        headings=HeadingWriter(styles=styles, entries=iter(entries), first_bookmark=free_bookmark(document)),
        text=TextWriter(styles=styles, links=relations, notes=notes, numbering=numbering),
        notes=notes,
        numbering=numbering,
        drawings=Drawings(
            parts=parts,
            relations=relations,
            as_of=edition.as_of,
            font=typeface_of(document),
            last=last_drawing(document),
        ),
    )


@define(kw_only=True, eq=False)
class _BodyWriter:
    """Writes one body; *written* are its blocks, *breaks* is whether the next begins a new page."""

    edition: Edition
    frame: BodyFrame
    entries: tuple[OutlineEntry, ...]
    headings: HeadingWriter
    text: TextWriter
    notes: Footnotes
    numbering: Numbering
    drawings: Drawings
    written: list[str] = field(factory=list)
    breaks: bool = False

    def xml(self) -> str:
        edition, styles, sections = self.edition, self.frame.styles, self.frame.sections
        self._blocks(self._begin())
        for listed in (OPEN, ACKNOWLEDGED):
            if found := listed.of(edition.findings):
                self._put(findings_xml(found, listed, self.headings.write(), styles, sections.room))
        # A document may not end in a table, and a reader wants to know how old it is.
        self._put(paragraph(styles["Tabellnot"], run(origin_text(edition)), _AFTER_TABLE))
        if last := sections.last():
            self.written[-1] = ended(self.written[-1], last)
        for part in (sections, self.notes, self.numbering):
            part.settle()
        return "".join(self.written)

    def _begin(self) -> tuple[FlowBlock, ...]:
        """Write what stands before the blocks; gives the blocks that are left."""
        document, frame = self.edition.document, self.frame
        flow = document.flow
        # A master that prints the title has a cover of its own.
        if document.cover and not frame.titled:
            for line in cover_xml(self.edition, frame.styles):
                self._put(line)
            self.breaks = True
            return flow
        if flow and isinstance(flow[0], NewPage) and frame.sections.is_first:
            frame.sections.begin(landscape=flow[0].landscape)
            flow = flow[1:]
        for line in top_xml(self.edition, frame.styles, titled=frame.titled):
            self._put(line)
        return flow

    def _blocks(self, flow: tuple[FlowBlock, ...]) -> None:
        before: FlowBlock | None = None
        for block in flow:
            if isinstance(block, NewPage):
                self._new_page(landscape=block.landscape)
            else:
                for xml in self._block(block, before):
                    self._put(xml)
            before = block

    def _block(self, block: FlowBlock, before: FlowBlock | None) -> Iterator[str]:
        match block:
            case Heading():
                yield self.headings.write() if block.text.strip() else ""
            case Prose():
                yield self.text.prose(block, _AFTER_TABLE if isinstance(before, Table | Matrix) else "")
            case Listing():
                yield from self.text.listing(block)
            case Table() | Chart() | Matrix():
                yield self._caption(block, _UNDER_HEADING if isinstance(before, Heading) else "") + self._shown(block)
            case Contents():
                yield self._contents(block)

    def _caption(self, block: Table | Chart | Matrix, look: str) -> str:
        document = self.edition.document
        number = document.number_of(block)
        text = caption_text(block) if isinstance(block, Table) else block.title
        if isinstance(block, Table) and not number and not document.shows_caption(block):
            return ""
        return caption_xml(self.frame.styles["caption"], number, text, _KEPT + look)

    def _shown(self, block: Table | Chart | Matrix) -> str:
        styles, room = self.frame.styles, self.frame.sections.room
        if isinstance(block, Table):
            return table_xml(block, styles, room, self.drawings)
        if isinstance(block, Matrix):
            return matrix_xml(block, styles, room)
        if all(point.value is None for series in plot_of(block).series for point in series.points):
            return paragraph(styles["Diagram"], run(_NOTHING))
        highest = min(int(self.frame.sections.height * _CHART_PART), _HIGHEST_CHART)
        size = (room, min(int(room * _CHART_SHAPE), highest))
        alt = spoken_chart(block, self.edition.document)
        return paragraph(styles["Diagram"], self.drawings.chart(block, alt, size))

    def _contents(self, contents: Contents) -> str:
        xml = contents_xml(contents, self.entries, self.frame.styles, self.frame.sections.room)
        if xml:
            update_fields(self.frame.document)
        return xml

    def _new_page(self, *, landscape: bool) -> None:
        sections = self.frame.sections
        if not sections.turns(landscape=landscape):
            self.breaks = bool(self.written) or not sections.is_first
            return
        if not self.written or self.written[-1].endswith(_TABLE_END):
            self.written.append(BETWEEN)
        self.written[-1] = ended(self.written[-1], sections.end())
        self.breaks = False

    def _put(self, xml: str) -> None:
        """Write *xml*, blocks that may be none."""
        if not xml:
            return
        after_table = bool(self.written) and self.written[-1].endswith(_TABLE_END)
        if xml.startswith("<w:tbl>") and (self.breaks or after_table):
            xml = BETWEEN + xml
        self.written.append(on_new_page(xml) if self.breaks else xml)
        self.breaks = False
