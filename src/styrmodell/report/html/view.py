"""What the HTML template is given: a document as plain values, in the order of the page."""

from collections.abc import Iterator
from typing import TypeAlias

from attrs import define, field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.report.chart import Chart, Matrix
from styrmodell.report.document import Contents, Edition, FlowBlock, NewPage
from styrmodell.report.edition_text import (
    ACKNOWLEDGED_COLUMNS,
    ACKNOWLEDGED_INTRO,
    ACKNOWLEDGED_TITLE,
    DRAFT_WORD,
    FINDINGS_COLUMNS,
    FINDINGS_INTRO,
    FINDINGS_TITLE,
    acknowledged_by,
    draft_text,
    origin_text,
)
from styrmodell.report.flow import Heading, Listing, Prose
from styrmodell.report.html.figure_view import ChartView, FigureWriter, MatrixView
from styrmodell.report.html.names import Names
from styrmodell.report.html.table_view import TableView, TableWriter
from styrmodell.report.html.text_view import (
    EntryLine,
    HeadingView,
    ListView,
    ParagraphView,
    RunView,
    TextWriter,
    contents_of,
    heading_views,
)
from styrmodell.report.html.working import Workings, WorkingsView, printed_bounds
from styrmodell.report.period_words import day_words
from styrmodell.report.table import Table
from styrmodell.report.table_text import caption_text, is_wide

IN_TEXT = "Siffror i löpande text"
_LISTED_IDS = ("iakttagelser", "iakttagelser-tabell", "kvitterade", "kvitterade-tabell")
_RESERVED = ("innehall", *_LISTED_IDS, "harledning", "noter", "innehallsforteckning")


@frozen(kw_only=True)
class ContentsView:
    """A table of contents."""

    title: str
    lines: tuple[EntryLine, ...]
    kind: str = "contents"


BlockView: TypeAlias = HeadingView | ParagraphView | ListView | TableView | ChartView | MatrixView | ContentsView


@frozen(kw_only=True)
class LeafView:
    """What stands between two page breaks; *landscape* lays it on its side in print."""

    landscape: bool
    blocks: tuple[BlockView, ...]


@frozen(kw_only=True)
class FindingsView:
    """A list of findings.

    Attributes:
        rows: (finding, what stands after its code and place).
    """

    anchor: str
    title: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Finding, tuple[str, ...]], ...]


@frozen(kw_only=True)
class PageView:
    """All of the page.

    Attributes:
        margins: Texts in the margins of printed pages: (draft mark, footer).
        notes: Footnotes, in the order of their numbers.
        workings: The workings of the figures, as they stand together.
        explained: Whether workings have room.
    """

    title: str
    subtitle: str
    dated: str
    cover: bool
    facts: tuple[tuple[str, str], ...]
    draft: str
    margins: tuple[str, str]
    leaves: tuple[LeafView, ...]
    notes: tuple[tuple[RunView, ...], ...]
    findings: FindingsView
    acknowledged: FindingsView
    workings: tuple[WorkingsView, ...]
    explained: bool
    wide: bool
    footer: str
    origin: str
    generator: str


def page_of(edition: Edition) -> PageView:
    """Lay out *edition* as a page; asking for it computes every figure."""
    document, head = edition.document, edition.document.head
    writer = _PageWriter(edition=edition)
    leaves = tuple(writer.leaves())
    turns = any(leaf.landscape for leaf in leaves)
    return PageView(
        title=document.title,
        subtitle=head.subtitle,
        dated=day_words(head.dated) if head.dated is not None else "",
        cover=document.cover,
        facts=tuple(_facts(edition)),
        draft=draft_text(edition) if edition.draft else "",
        margins=(DRAFT_WORD if edition.draft else "", head.footer),
        leaves=leaves,
        notes=tuple(writer.texts.notes),
        findings=_open(edition.findings),
        acknowledged=_acknowledged(edition.findings),
        workings=tuple(writer.workings()) if writer.explained else (),
        explained=writer.explained,
        wide=is_wide(document.tables()) and not turns,
        footer=head.footer,
        origin=origin_text(edition),
        generator=edition.generator,
    )


def _open(findings: Findings) -> FindingsView:
    return FindingsView(
        anchor="iakttagelser",
        title=FINDINGS_TITLE,
        intro=FINDINGS_INTRO,
        columns=FINDINGS_COLUMNS,
        rows=tuple((one, (one.found(), one.expected(), one.do())) for one in findings.open()),
    )


def _acknowledged(findings: Findings) -> FindingsView:
    rows = ((one, one.acknowledged) for one in findings if one.acknowledged is not None)
    return FindingsView(
        anchor="kvitterade",
        title=ACKNOWLEDGED_TITLE,
        intro=ACKNOWLEDGED_INTRO,
        columns=ACKNOWLEDGED_COLUMNS,
        rows=tuple((one, (one.found(), by.why, acknowledged_by(by))) for one, by in rows),
    )


def _facts(edition: Edition) -> Iterator[tuple[str, str]]:
    head = edition.document.head
    yield from head.facts
    said = {word for word, _ in head.facts}
    named = (
        ("Period", edition.period.text),
        ("Organ", f"{head.body} {head.paragraph}".strip()),
        ("Diarienummer", head.dnr),
        ("Bilaga", head.appendix.removeprefix("Bilaga ")),
        ("Underlag per", edition.as_of.isoformat()),
    )
    if all(edition.unit_name != content for _, content in head.facts):
        yield ("Enhet", edition.unit_name)
    yield from ((word, content) for word, content in named if content and word not in said)


@define(kw_only=True, eq=False)
class _PageWriter:
    """Lays out the blocks in order; ids are handed out as they are met."""

    edition: Edition
    names: Names = field(factory=Names)
    explained: bool = field(init=False)
    headings: list[HeadingView] = field(init=False)
    texts: TextWriter = field(init=False)
    tables: TableWriter = field(init=False)
    figures: FigureWriter = field(init=False)
    anchors: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        document = self.edition.document
        for name in _RESERVED:
            self.names.take(name)
        tables = (*document.tables(), *document.chart_tables())
        self.explained = document.explains_itself
        elsewhere = frozenset(cell.id for table in tables for cell in table.cells())
        self.headings = heading_views([block for block in document.flow if isinstance(block, Heading)], self.names)
        self.texts = TextWriter(names=self.names, explained=self.explained, elsewhere=elsewhere)
        self.tables = TableWriter(names=self.names, title=document.title, explained=self.explained)
        self.figures = FigureWriter(names=self.names, tables=self.tables)
        # Charts may refer to tables that stand further down.
        self.anchors = tuple(self.names.make("tabell", table.key) for table in document.tables())
        for table, anchor in zip(document.tables(), self.anchors, strict=True):
            self.figures.anchors.setdefault(table.id, anchor)
            self.figures.titles[anchor] = document.number_of(table) or caption_text(table) or document.title

    def leaves(self) -> Iterator[LeafView]:
        """The blocks, parted at page breaks."""
        landscape, blocks = False, list[BlockView]()
        headings, anchors = iter(self.headings), iter(self.anchors)
        for block in self.edition.document.flow:
            if isinstance(block, NewPage):
                if blocks:
                    yield LeafView(landscape=landscape, blocks=tuple(blocks))
                landscape, blocks = block.landscape, []
            elif isinstance(block, Heading):
                blocks.append(next(headings))
            elif isinstance(block, Table):
                blocks.append(self.table(block, next(anchors)))
            else:
                blocks.append(self.block(block))
        if blocks:
            yield LeafView(landscape=landscape, blocks=tuple(blocks))

    def table(self, table: Table, anchor: str) -> TableView:
        document = self.edition.document
        shows = document.shows_caption(table)
        return self.tables.table(table, anchor, document.number_of(table), shows_caption=shows)

    def block(self, block: FlowBlock) -> BlockView:
        document = self.edition.document
        if isinstance(block, Prose):
            return self.texts.paragraph(block)
        if isinstance(block, Listing):
            return self.texts.listing(block)
        if isinstance(block, Chart):
            return self.figures.chart(block, document.number_of(block))
        if isinstance(block, Matrix):
            return self.figures.matrix(block, document.number_of(block))
        assert isinstance(block, Contents)
        shown = [heading for heading in self.headings if heading.level <= block.levels + 1]
        return ContentsView(title=block.title, lines=contents_of(shown))

    def workings(self) -> Iterator[WorkingsView]:
        """The workings of the figures: of running text, then table by table."""
        document = self.edition.document
        workings = Workings(printed=printed_bounds(document.cells()))
        told = [
            *(
                workings.of_table(table, self.caption(table))
                for table in (*document.tables(), *document.chart_tables())
            ),
            workings.of_cells(document.prose_cells(), IN_TEXT),
        ]
        yield from (view for view in told if view.entries)

    def caption(self, table: Table) -> str:
        document = self.edition.document
        return " ".join(part for part in (document.number_of(table), caption_text(table)) if part) or document.title
