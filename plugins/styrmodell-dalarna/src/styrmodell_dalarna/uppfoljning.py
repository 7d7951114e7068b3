"""The follow-up of a scorecard: outcome, status, trend and comment for every measure, and all of it counted."""

from collections.abc import Iterator

from attrs import define, field

from styrmodell.api import (
    Block,
    Context,
    Document,
    Finding,
    Findings,
    Heading,
    NewPage,
    ReportSpec,
    Scorecard,
    Status,
    Text,
)
from styrmodell_dalarna.kort.cards import cards, cards_or_blank, head_of, instances
from styrmodell_dalarna.kort.codes import RED_WITHOUT_COMMENT
from styrmodell_dalarna.kort.follow_tables import (
    TOTAL,
    Followed,
    course_table,
    followed_table,
    missed_table,
    summary_table,
)
from styrmodell_dalarna.kort.front_page import FrontPage
from styrmodell_dalarna.kort.lines import lines
from styrmodell_dalarna.kort.outcomes import Outcome, outcome_of
from styrmodell_dalarna.kort.parts import outcome_list
from styrmodell_dalarna.rapportslag import period_words, report_of

REPORT = "dalarna.styrkort-uppfoljning"
TITLE = "Uppföljning av styrkort"


@define(kw_only=True, eq=False)
class _Writer:
    """Writes follow-ups, and keeps what is doubtful in them."""

    context: Context
    page: FrontPage
    is_only: bool
    doubts: list[Finding] = field(factory=list)

    def card(self, card: Scorecard) -> Iterator[Block]:
        """The follow-up of *card*."""
        level = 1 if self.is_only else 2
        if not self.is_only:
            yield NewPage()
            yield Heading(text=card.name)
        about = self.page.section(f"{card.id}-uppfoljning")
        if about:
            yield Heading(text="Om uppföljningen", level=level)
            yield from about
        followed = tuple(self._followed(card))
        every = Followed(perspective=TOTAL, outcomes=tuple(one for some in followed for one in some.outcomes))
        yield Heading(text="Måluppfyllelse", level=level)
        yield self.context.table(summary_table((*followed, every), self._key(card, "maluppfyllelse")))
        # The tables that follow share the pages that lie on their side: most would leave one half empty.
        if followed:
            yield NewPage(landscape=True)
        missed = [one for one in every.measured if one.status is Status.MISSED]
        if missed:
            yield Heading(text="Mått som inte når sitt målvärde", level=level)
            yield self.context.table(
                missed_table(missed, self._key(card, "ej-uppnatt"), period_words(self.context.period))
            )
        told: set[str] = set()
        for one in followed:
            yield Heading(text=one.perspective.name, level=level)
            yield from self._perspective(card, one, told)
        moved = [one for one in every.measured if one.has_come]
        if any(one.before is not None and one.before.reported for one in moved):
            yield Heading(text="Utveckling", level=level)
            yield self.context.table(course_table(moved, self._key(card, "utveckling")))

    def _followed(self, card: Scorecard) -> Iterator[Followed]:
        for perspective in card.perspectives:
            outcomes = tuple(outcome_of(self.context, line) for line in lines(self.context, card, perspective))
            yield Followed(perspective=perspective, outcomes=outcomes)
            self.doubts += (self._told(one) for one in outcomes if one.lacks_comment)

    def _told(self, one: Outcome) -> Finding:
        measure = one.line.measure
        assert measure is not None
        where = {"unit": self.context.unit.name, "period": self.context.period.text}
        return RED_WITHOUT_COMMENT.at(one.source, measure=measure.id, **where)

    def _perspective(self, card: Scorecard, followed: Followed, told: set[str]) -> Iterator[Block]:
        """The table of a perspective, and of each measure with parts, that is not *told* yet, a table of them."""
        table = followed_table(followed, self._key(card, followed.perspective.id), period_words(self.context.period))
        yield self.context.table(table)
        for one in followed.measured:
            measure = one.line.measure
            if measure is not None and one.parts and measure.id not in told:
                told.add(measure.id)
                yield self.context.table(outcome_list(self.context, measure, self._key(card, measure.id)))

    def _key(self, card: Scorecard, name: str) -> str:
        return name if self.is_only else f"{card.id}-{name}"


def _build(context: Context) -> Document:
    found = cards_or_blank(context)
    page = FrontPage(context=context)
    writer = _Writer(context=context, page=page, is_only=len(found) == 1)
    blocks = tuple(block for card in found for block in writer.card(card))
    title = f"{TITLE}: {found[0].name}" if len(found) == 1 else f"{TITLE} {context.period.text}"
    return Document(
        title=title,
        head=head_of(context, found, *_facts(context)),
        blocks=blocks,
        findings=Findings([*page.doubts, *writer.doubts]),
    )


def _facts(context: Context) -> Iterator[tuple[str, str]]:
    kind = report_of(context.profile, context.period)
    if kind is not None:
        yield "Hör till", f"{kind.title} {period_words(context.period)}"
    yield from (("Styrkortet är daterat", card.dated.isoformat()) for card in cards(context) if card.dated is not None)


FOLLOW_UP = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Follow-up of the scorecard"),
    build=_build,
    instances=instances,
)
