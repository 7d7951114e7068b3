"""Documents: what a report says, without a word about Word, Excel or HTML."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TypeAlias

from attrs import define, frozen

from styrmodell.finding import Findings
from styrmodell.model.period import Period
from styrmodell.report.chart import Chart, Matrix
from styrmodell.report.flow import Heading, Listing, Prose, Read, Run, cells_in, listed_runs
from styrmodell.report.placeholder import Filling
from styrmodell.report.preview import preview_html
from styrmodell.report.prose import read_markdown
from styrmodell.report.relation import Relation
from styrmodell.report.table import Cell, Table


@frozen(kw_only=True)
class Paragraph:
    """Running text, plain or in a small subset of Markdown: one of the two.

    The subset: paragraphs, headings (#), lists (- and 1.), **strong**, *emphasis*, [links](https://…), footnotes
    (^[…]) and ``{{ name }}`` for a figure. What else looks like markup is printed as it stands.

    Attributes:
        text: Plain text; nothing in it is markup.
        markdown: Text with markup.
        figures: (name, cell) of the figures that *markdown* names.

    Raises:
        ValueError: Both texts; or, when it is read, a ``{{ name }}`` that *figures* does not hold.
    """

    text: str = ""
    markdown: str = ""
    figures: tuple[tuple[str, Cell], ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.text and self.markdown:
            raise ValueError("a paragraph is plain text or Markdown, not both")

    def flow(self) -> tuple[Read, ...]:
        """Its paragraphs, headings and lists.

        Raises:
            ValueError: The text has a ``{{ name }}`` that *figures* does not hold.
        """
        if not self.markdown:
            return (Prose(runs=(Run(text=self.text),)),)
        filling = Filling(parts=dict(self.figures))
        filled = tuple(block for block in filling.fill(read_markdown(self.markdown)) if isinstance(block, Read))
        if filling.unknown:
            raise ValueError(f"no figure is called {', '.join(filling.unknown)}")
        return filled


@frozen(kw_only=True)
class NewPage:
    """What follows begins a new page; *landscape* lays it on its side until the next."""

    landscape: bool = False


@frozen(kw_only=True)
class Contents:
    """A table of contents: the headings down to *levels*."""

    title: str = "Innehåll"
    levels: int = 2


Block: TypeAlias = Heading | Paragraph | Prose | Listing | Table | Chart | Matrix | NewPage | Contents
MOST_EXPLAINED = 5_000
# What writers meet: running text is read already.
FlowBlock: TypeAlias = Heading | Prose | Listing | Table | Chart | Matrix | NewPage | Contents


@frozen(kw_only=True)
class Head:
    """The head of a document.

    Attributes:
        dnr: The registry's number.
        body: The political body it goes to.
        paragraph: The paragraph of the decision.
        appendix: "Bilaga 10 a".
        facts: (word, content) lines under the title: ("Förvaltning", "Regionledningsförvaltningen").
        footer: What stands at the foot of each page, beside the page number.
        subtitle: A line under the title on the cover.
        dated: The document's own date, where it is not the input's.
    """

    dnr: str = ""
    body: str = ""
    paragraph: str = ""
    appendix: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    footer: str = ""
    subtitle: str = ""
    dated: date | None = None


@define(kw_only=True, frozen=True, slots=False)
class Document:
    """What a report's build gives.

    Attributes:
        cover: Whether it has a page of its own for title and head data.
        relations: Figures, of its own and of other reports, that must agree; it tells where they do not.
        numbered: Whether tables and charts are numbered ("Tabell 1", "Diagram 1"), each in its own series.
    """

    title: str
    blocks: tuple[Block, ...]
    head: Head = Head()
    findings: Findings = Findings()
    relations: tuple[Relation, ...] = ()
    cover: bool = False
    numbered: bool = False

    @cached_property
    def flow(self) -> tuple[FlowBlock, ...]:
        """The blocks as writers meet them, running text read into paragraphs, headings and lists."""
        return tuple(
            part for block in self.blocks for part in (block.flow() if isinstance(block, Paragraph) else (block,))
        )

    @cached_property
    def explains_itself(self) -> bool:
        """Whether its figures are few enough for their workings to stand in the document: at most 5 000.

        More would make a file that nobody opens; ``styrmodell explain`` answers for each of them.
        """
        tables = (*self.tables(), *self.chart_tables())
        figures = sum(len(row.cells) for table in tables for row in table.rows) + len(self.prose_cells())
        return figures <= MOST_EXPLAINED

    def tables(self) -> tuple[Table, ...]:
        """The tables printed, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def charts(self) -> tuple[Chart, ...]:
        """The charts, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Chart))

    def chart_tables(self) -> tuple[Table, ...]:
        """The tables that charts draw and that are not printed, each once."""
        printed = {table.id for table in self.tables()}
        return tuple({c.table.id: c.table for c in self.charts() if c.table.id not in printed}.values())

    def number_of(self, block: Table | Chart | Matrix) -> str:
        """The number before *block*'s caption: "Tabell 2", "Diagram 1"; empty where nothing is numbered."""
        if not self.numbered:
            return ""
        is_table = isinstance(block, Table)
        alike = [b for b in self.blocks if (isinstance(b, Table) if is_table else isinstance(b, Chart | Matrix))]
        place = next((number for number, other in enumerate(alike, 1) if other is block), 0)
        return f"{'Tabell' if is_table else 'Diagram'} {place}" if place else ""

    def shows_caption(self, table: Table) -> bool:
        """Whether *table*'s caption is printed: not when it only says the title again."""
        return table.caption != self.title

    def cells(self) -> tuple[Cell, ...]:
        """Every figure, in order: of tables, of running text, and of charts whose table is not printed."""
        return tuple(self._cells())

    def _cells(self) -> Iterator[Cell]:
        for block in self.flow:
            if isinstance(block, Table):
                yield from block.cells()
            elif isinstance(block, Prose):
                yield from cells_in(block.runs)
            elif isinstance(block, Listing):
                yield from cells_in(listed_runs(block))
        for table in self.chart_tables():
            yield from table.cells()

    def _repr_html_(self) -> str:
        return preview_html(self.title, self.flow)

    def prose_cells(self) -> tuple[Cell, ...]:
        """The figures printed in running text, each once."""
        runs = (b.runs if isinstance(b, Prose) else listed_runs(b) for b in self.flow if isinstance(b, Prose | Listing))
        return tuple({cell.id: cell for some in runs for cell in cells_in(some)}.values())


@frozen(kw_only=True)
class Edition:
    """A document about to be written: with what the engine, not the plugin, knows of it.

    Attributes:
        report: The report's key.
        as_of: The workspace's "today": the only date that reaches the file.
        draft: Whether it is marked UTKAST.
        findings: What is doubtful about its figures; printed in it, what is acknowledged apart.
        generator: "styrmodell 0.1.0".
    """

    report: str
    document: Document
    unit_name: str
    period: Period
    as_of: date
    draft: bool = False
    findings: Findings = Findings()
    generator: str = "styrmodell"
