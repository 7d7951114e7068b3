"""Chapters as data: their number, heading and section of running text; what nobody has written is marked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import define, field, frozen

from styrmodell.api import (
    Block,
    Cell,
    Context,
    Finding,
    Findings,
    Heading,
    NewPage,
    Paragraph,
    Table,
    TableSpec,
)
from styrmodell_vasternorrland.card_lines import aim

UNWRITTEN = "Avsnittet är inte skrivet."


@frozen(kw_only=True)
class Chapter:
    """A chapter of a document.

    Attributes:
        heading: What stands over it; ``{goal}`` is its perspective's inriktningsmål. Empty for text without one.
        number: "1" or "1.1": the dots give the depth.
        section: The section of running text it prints; empty where it only holds other chapters.
        perspective: The perspective of the scorecard it is about.
        table: The table it prints, where the plan has its figures. Text may place it: ``{{ <the table's key> }}``.
        before: What it prints before its text.
        after: What it prints after its text and table.
        is_optional: Whether it is left out, rather than marked, when nobody has written it.
        new_page: Whether it begins a page.
    """

    heading: str = ""
    number: str = ""
    section: str = ""
    perspective: str = ""
    table: "Callable[[Context], TableSpec | None] | None" = None
    before: "Callable[[Writer], Iterable[Block]] | None" = None
    after: "Callable[[Writer], Iterable[Block]] | None" = None
    is_optional: bool = False
    new_page: bool = False

    @property
    def level(self) -> int:
        """How deep its heading is: 1 for a chapter, 2 for 1.1."""
        return self.number.count(".") + 1

    @property
    def mark(self) -> str:
        """Its number as it stands before the heading: "1." and "1.1"."""
        return f"{self.number}." if self.number and self.level == 1 else self.number


@define(kw_only=True, eq=False)
class _Parts(Mapping[str, Cell | Table]):
    """A chapter's table and the figures, by name."""

    table: Table
    figures: Mapping[str, Cell]

    def __getitem__(self, name: str) -> Cell | Table:
        return self.table if name == self.table.key else self.figures[name]

    def __iter__(self) -> Iterator[str]:
        yield self.table.key
        yield from self.figures

    def __len__(self) -> int:
        return len(self.figures) + 1


@define(kw_only=True, eq=False)
class Writer:
    """Writes chapters, and keeps what is doubtful about their texts.

    Attributes:
        figures: What the texts may ask for by name.
    """

    context: Context
    figures: Mapping[str, Cell] = MappingProxyType({})
    _doubts: list[Finding] = field(factory=list)

    @property
    def findings(self) -> Findings:
        """What is doubtful in what has been written so far."""
        return Findings(self._doubts)

    def chapters(self, chapters: Iterable[Chapter]) -> Iterator[Block]:
        """All of *chapters*, in order."""
        for chapter in chapters:
            yield from self.chapter(chapter)

    def chapter(self, chapter: Chapter) -> Iterator[Block]:
        """Heading, text, table and what else *chapter* prints."""
        spec = chapter.table(self.context) if chapter.table is not None else None
        table = None if spec is None else self.context.table(spec)
        parts: Mapping[str, Cell | Table] = self.figures if table is None else _Parts(table=table, figures=self.figures)
        text = self.context.narrative(chapter.section, parts) if chapter.section else None
        if text is not None and not text.blocks and chapter.is_optional:
            return
        if chapter.new_page:
            yield NewPage()
        if chapter.heading:
            yield Heading(text=f"{chapter.mark} {self._heading(chapter)}".strip(), level=chapter.level)
        if chapter.before is not None:
            yield from chapter.before(self)
        if text is not None:
            self._doubts.extend(text.findings)
            yield from text.blocks or (Paragraph(markdown=f"*{UNWRITTEN}*"),)
        if table is not None and (text is None or table.key not in text.used):
            yield table
        if chapter.after is not None:
            yield from chapter.after(self)

    def text(self, section: str) -> tuple[Block, ...]:
        """The running text of *section* with its figures; nothing where nobody has written it."""
        found = self.context.narrative(section, self.figures)
        self._doubts.extend(found.findings)
        return found.blocks

    def _heading(self, chapter: Chapter) -> str:
        if "{goal}" not in chapter.heading:
            return chapter.heading
        return chapter.heading.format(goal=aim(self.context, chapter.perspective)).rstrip(" –")
