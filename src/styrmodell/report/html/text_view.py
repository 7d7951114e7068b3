"""Running text as the template is given it: runs with their links and the numbers of their footnotes."""

from collections.abc import Sequence

from attrs import define, field, frozen

from styrmodell.report.flow import Heading, Listing, Prose, Run
from styrmodell.report.html.names import Names
from styrmodell.report.html.working import how_id

_LINKS = ("http://", "https://", "mailto:")
_DEEPEST = 6


@frozen(kw_only=True)
class RunView:
    """A stretch of text.

    Attributes:
        link: An address outside, or empty.
        id: Id of the figure it prints, where it is the first to print it.
        how: Id of that figure's working.
        note: Number of the footnote after it; 0 for none.
    """

    text: str
    strong: bool
    emphasis: bool
    link: str = ""
    id: str = ""
    how: str = ""
    note: int = 0


@frozen(kw_only=True)
class HeadingView:
    """A heading; *level* is HTML's, where the title is 1 and no level is jumped over."""

    id: str
    text: str
    level: int
    kind: str = "heading"


@frozen(kw_only=True)
class ParagraphView:
    """A paragraph."""

    runs: tuple[RunView, ...]
    kind: str = "paragraph"


@frozen(kw_only=True)
class ItemView:
    """An item of a list, with the lists under it."""

    runs: tuple[RunView, ...]
    lists: "tuple[ListView, ...]"


@frozen(kw_only=True)
class ListView:
    """A list."""

    items: tuple[ItemView, ...]
    is_ordered: bool
    first: int
    kind: str = "list"


@frozen(kw_only=True)
class EntryLine:
    """A line of the table of contents, with those below it."""

    id: str
    text: str
    below: "tuple[EntryLine, ...]" = ()


@define(kw_only=True, eq=False)
class TextWriter:
    """Lays out running text, and collects its footnotes in the order they are met.

    Attributes:
        explained: Whether figures lead to their workings.
        elsewhere: Ids of figures that a table of the document prints: theirs is the id.
    """

    names: Names
    explained: bool
    elsewhere: frozenset[str]
    notes: list[tuple[RunView, ...]] = field(factory=list)

    def paragraph(self, prose: Prose) -> ParagraphView:
        """A paragraph."""
        return ParagraphView(runs=self.runs(prose.runs))

    def listing(self, listing: Listing) -> ListView:
        """A list with those under it."""
        items = tuple(
            ItemView(runs=self.runs(item.runs), lists=tuple(self.listing(below) for below in item.lists))
            for item in listing.items
        )
        return ListView(items=items, is_ordered=listing.is_ordered, first=listing.first)

    def runs(self, runs: Sequence[Run]) -> tuple[RunView, ...]:
        """Runs, each with its figure and footnote."""
        return tuple(self._run(run) for run in runs)

    def _run(self, run: Run) -> RunView:
        name = run.figure.id if run.figure is not None else ""
        told = self.explained and run.figure is not None and not run.figure.is_blank
        return RunView(
            text=run.text,
            strong=run.strong,
            emphasis=run.emphasis,
            link=run.link if run.link.lower().startswith(_LINKS) else "",
            id=self.names.take(name) if name and name not in self.elsewhere else "",
            how=how_id(name) if told else "",
            note=self._note(run.note),
        )

    def _note(self, note: tuple[Run, ...]) -> int:
        """The number of a footnote; a note in a note comes after it."""
        if not note:
            return 0
        self.notes.append(())
        number = len(self.notes)
        self.notes[number - 1] = self.runs(note)
        return number


def heading_views(headings: Sequence[Heading], names: Names) -> list[HeadingView]:
    """Headings with their ids; a reader who steps from heading to heading must not meet a gap."""
    views, deepest = list[HeadingView](), 1
    for heading in headings:
        deepest = min(max(heading.level, 1) + 1, deepest + 1, _DEEPEST)
        views.append(HeadingView(id=names.make("avsnitt", heading.text), text=heading.text, level=deepest))
    return views


def contents_of(headings: Sequence[HeadingView], level: int = 2) -> tuple[EntryLine, ...]:
    """*headings*, of which none is above *level*, as a tree."""
    starts = [place for place, heading in enumerate(headings) if heading.level == level]
    ends = [*starts[1:], len(headings)]
    return tuple(
        EntryLine(id=headings[at].id, text=headings[at].text, below=contents_of(headings[at + 1 : end], level + 1))
        for at, end in zip(starts, ends, strict=bool(starts))
    )
