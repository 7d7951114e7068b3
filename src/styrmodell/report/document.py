"""Documents: what a report says, without a word about Word, Excel or HTML."""

from datetime import date

from attrs import frozen

from styrmodell.finding import Findings
from styrmodell.model.period import Period
from styrmodell.report.table import Cell, Table


@frozen(kw_only=True)
class Heading:
    """A heading; level 1 is a chapter (the document's title stands above)."""

    text: str
    level: int = 1


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str


Block = Heading | Paragraph | Table


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
    """

    dnr: str = ""
    body: str = ""
    paragraph: str = ""
    appendix: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    footer: str = ""


@frozen(kw_only=True)
class Document:
    """What a report's build gives."""

    title: str
    blocks: tuple[Block, ...]
    head: Head = Head()
    findings: Findings = Findings()

    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def shows_caption(self, table: Table) -> bool:
        """Whether *table*'s caption is printed: not when it only says the title again."""
        return table.caption != self.title

    def cells(self) -> tuple[Cell, ...]:
        """Every cell of every table, in order."""
        return tuple(cell for table in self.tables() for cell in table.cells())


@frozen(kw_only=True)
class Edition:
    """A document about to be written: with what the engine, not the plugin, knows of it.

    Attributes:
        report: The report's key.
        as_of: The workspace's "today": the only date that reaches the file.
        draft: Whether it is marked UTKAST.
        findings: What is doubtful about its figures; printed in it.
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
