"""A section of a report: its heading always stands, and under it its figures or what is lacking."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from styrmodell.api import Block, Heading, NewPage, Table
from styrmodell_dalarna.rapport.writer import Writer


@frozen(kw_only=True)
class Section:
    """A section.

    Attributes:
        key: Begins the id of its running text: "<key>-<unit>-<month>"; empty where *blocks* writes it.
        blocks: What stands under its text; tells what is lacking where there is no input.
        begins_page: Whether it begins a new page, where it has a table: a line about what is lacking needs none.
        turns: Whether the pages from here on lie otherwise than those before; then it always begins one.
        landscape: Whether its page lies on its side, as the tables are wide.
    """

    key: str = ""
    heading: str
    blocks: Callable[[Writer], Iterable[Block]]
    begins_page: bool = False
    turns: bool = False
    landscape: bool = True

    def written(self, writer: Writer) -> Iterator[Block]:
        """Heading, text and figures."""
        text = tuple(writer.text(self.key)) if self.key else ()
        blocks = tuple(self.blocks(writer))
        if self.turns or (self.begins_page and any(isinstance(block, Table) for block in blocks)):
            yield NewPage(landscape=self.landscape)
        yield Heading(text=self.heading)
        yield from (*text, *blocks)
