"""Running text without a word about Word, Excel or HTML: runs, paragraphs and lists."""

from collections.abc import Callable
from typing import TypeAlias

from attrs import evolve, frozen

from styrmodell.report.table import Cell


@frozen(kw_only=True)
class Run:
    """A stretch of text in one look.

    Attributes:
        link: Where it leads: an address of http, https or mailto; empty for plain text.
        figure: The figure it prints, which can explain itself; *text* is what is printed.
        note: Text of the footnote that stands after it.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    figure: Cell | None = None
    note: "tuple[Run, ...]" = ()


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is a chapter (the document's title stands above)."""

    text: str
    level: int = 1


@frozen(kw_only=True)
class Prose:
    """A paragraph."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words, without looks and footnotes."""
        return "".join(run.text for run in self.runs)


@frozen(kw_only=True)
class ListItem:
    """An item of a list: its own text, and the lists under it."""

    runs: tuple[Run, ...]
    lists: "tuple[Listing, ...]" = ()


@frozen(kw_only=True)
class Listing:
    """A list; *first* is the number of its first item where they are numbered."""

    items: tuple[ListItem, ...]
    is_ordered: bool = False
    first: int = 1


Read: TypeAlias = Heading | Prose | Listing


def map_runs(block: Read, change: Callable[[tuple[Run, ...]], tuple[Run, ...]]) -> Read:
    """*block* with *change* made to the runs of its paragraph or of each of its items; a heading is left alone."""
    if isinstance(block, Prose):
        return evolve(block, runs=change(block.runs))
    return _map_listing(block, change) if isinstance(block, Listing) else block


def _map_listing(listing: Listing, change: Callable[[tuple[Run, ...]], tuple[Run, ...]]) -> Listing:
    items = (
        ListItem(runs=change(item.runs), lists=tuple(_map_listing(below, change) for below in item.lists))
        for item in listing.items
    )
    return evolve(listing, items=tuple(items))


def cells_in(runs: tuple[Run, ...]) -> tuple[Cell, ...]:
    """The figures printed in *runs*, those of footnotes among them."""
    return tuple(
        cell for run in runs for cell in ((run.figure,) if run.figure is not None else ()) + cells_in(run.note)
    )


def listed_runs(listing: Listing) -> tuple[Run, ...]:
    """Every run of *listing*, in order."""
    return tuple(
        run for item in listing.items for run in (*item.runs, *(r for below in item.lists for r in listed_runs(below)))
    )
