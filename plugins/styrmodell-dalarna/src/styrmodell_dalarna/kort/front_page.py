"""The front page of a card: the headings of the region's template, each with its texts or a gap that is seen."""

from collections.abc import Callable, Iterator

from attrs import define, field, frozen

from styrmodell.api import Block, Context, Finding, Heading, Paragraph, Scorecard
from styrmodell_dalarna.text import blank, bulleted, headed


@frozen(kw_only=True)
class Part:
    """A part of the front page.

    Attributes:
        key: Ends the id of the section of running text that may lead its list: "<card>-<key>".
        heading: What stands over it; "{year}" is the card's.
        texts: What the card has of it.
        name: What it is called in a sentence, where that is not its heading.
    """

    key: str
    heading: str
    texts: Callable[[Scorecard], tuple[str, ...]]
    name: str = ""

    @property
    def called(self) -> str:
        """What it is called in a sentence."""
        return self.name or self.heading.lower()


PROCESS = Part(
    key="process",
    heading="Vi har en fungerande och tydlig process för planering & styrning som år {year} ska fokusera på",
    texts=lambda card: card.focus,
    name="årets fokus",
)
PARTS = (
    Part(key="vision", heading="Vision", texts=lambda card: (card.vision,) if card.vision else ()),
    Part(key="uppdrag", heading="Övergripande uppdrag", texts=lambda card: card.mission),
    Part(key="prioriteringar", heading="Prioriteringar", texts=lambda card: card.priorities),
    Part(key="kannetecken", heading="Kännetecken", texts=lambda card: card.characteristics),
    PROCESS,
)


@define(kw_only=True, eq=False)
class FrontPage:
    """Writes front pages, and keeps what is doubtful about their running texts."""

    context: Context
    doubts: list[Finding] = field(factory=list)

    def blocks(self, card: Scorecard, level: int) -> Iterator[Block]:
        """The front page of *card*, its headings of *level*."""
        for part in PARTS:
            yield Heading(text=part.heading.format(year=card.period.first_year), level=level)
            yield from self.section(f"{card.id}-{part.key}")
            yield from self._texts(part, card)

    def section(self, name: str) -> tuple[Block, ...]:
        """The running text of the section *name*; nothing where nobody has written it."""
        found = self.context.narrative(name)
        self.doubts.extend(found.findings)
        return found.blocks

    @staticmethod
    def _texts(part: Part, card: Scorecard) -> tuple[Block, ...]:
        texts = part.texts(card)
        if not texts:
            return (blank(),)
        if len(texts) == 1:
            return (Paragraph(text=texts[0]),)
        return headed(texts) if part is PROCESS else bulleted(texts)
