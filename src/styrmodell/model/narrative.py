"""Narrative sections (textavsnitt): the running text of a plan or report."""

from attrs import field, frozen

from styrmodell.model.ids import SectionId, UnitId
from styrmodell.model.link import Link
from styrmodell.model.period import Period
from styrmodell.source import Source


@frozen(kw_only=True)
class Section:
    """A section of running text.

    Attributes:
        number: Its number in the document ("5.3").
        level: The level of its heading, 1 for a chapter.
        text: Markdown.
        report: Key of the report it belongs to; empty for all.
        about: Objects it speaks of.
    """

    id: SectionId = field(converter=SectionId)
    heading: str
    number: str = ""
    level: int = 1
    text: str = ""
    unit_id: UnitId | None = None
    period: Period | None = None
    report: str = ""
    about: tuple[Link, ...] = ()
    source: Source = field(default=Source(), eq=False)
