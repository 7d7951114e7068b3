"""The follow-up of a scorecard: outcome, status, trend and comment for every measure, and all of it counted."""

from collections.abc import Iterator

from attrs import define, field, frozen

from styrmodell.api import (
    Block,
    Column,
    Context,
    Document,
    Field,
    Finding,
    Findings,
    Heading,
    ListSpec,
    NewPage,
    Perspective,
    ReportSpec,
    Row,
    Scorecard,
    Status,
    TableSpec,
    Text,
    Trend,
    ref,
)
from styrmodell_dalarna.kort.cards import cards, cards_or_blank, head_of, instances
from styrmodell_dalarna.kort.codes import RED_WITHOUT_COMMENT
from styrmodell_dalarna.kort.front_page import FrontPage
from styrmodell_dalarna.kort.lines import CardReader, notes
from styrmodell_dalarna.kort.outcomes import Outcome, outcome_of
from styrmodell_dalarna.kort.parts import outcome_list
from styrmodell_dalarna.rapportslag import period_words, report_of

REPORT = "dalarna.styrkort-uppfoljning"
TITLE = "Uppföljning av styrkort"
_COUNTED = (
    ("uppnatt", "Uppnått", Status.MET),
    ("delvis", "Delvis uppnått", Status.CLOSE),
    ("ej-uppnatt", "Ej uppnått", Status.MISSED),
    ("inaktuell", "Inaktuell uppgift", Status.STALE),
    ("ej-matt", "Ej mätt", Status.NOT_MEASURED),
)
_YEARS = (-2, -1, 0)
_TOTAL = Perspective(id="alla-perspektiv", name="Summa")


@frozen(kw_only=True)
class _Followed:
    """A perspective with its outcomes."""

    perspective: Perspective
    outcomes: tuple[Outcome, ...]

    @property
    def measured(self) -> tuple[Outcome, ...]:
        """What is measured, each once however many rows it has."""
        found = {one.line.measure.id: one for one in reversed(self.outcomes) if one.line.measure is not None}
        return tuple(reversed(found.values()))

    def count(self, status: Status) -> str:
        """How many of its measures have *status*."""
        return str(sum(one.status is status for one in self.measured))


@frozen
class _Count:
    """Counts the measures of a status."""

    status: Status

    def __call__(self, followed: _Followed) -> str:
        """How many of the perspective's measures have it."""
        return followed.count(self.status)


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
        every = _Followed(perspective=_TOTAL, outcomes=tuple(one for some in followed for one in some.outcomes))
        yield Heading(text="Måluppfyllelse", level=level)
        yield self.context.table(_summary((*followed, every), self._key(card, "maluppfyllelse")))
        missed = [one for one in every.measured if one.status is Status.MISSED]
        if missed:
            yield Heading(text="Mått som inte når sitt målvärde", level=level)
            yield self.context.table(_missed(missed, self._key(card, "ej-uppnatt"), period_words(self.context.period)))
        for one in followed:
            yield NewPage(landscape=True)
            yield Heading(text=one.perspective.name, level=level)
            yield from self._perspective(card, one)
        moved = [one for one in every.measured if one.has_come]
        if any(one.before is not None and one.before.reported for one in moved):
            yield NewPage(landscape=True)
            yield Heading(text="Utveckling", level=level)
            yield self.context.table(_course(moved, self._key(card, "utveckling")))

    def _followed(self, card: Scorecard) -> Iterator[_Followed]:
        reader = CardReader(context=self.context, card=card)
        for perspective in card.perspectives:
            outcomes = tuple(outcome_of(self.context, line) for line in reader.lines(perspective))
            yield _Followed(perspective=perspective, outcomes=outcomes)
            self.doubts += (self._told(one) for one in outcomes if one.lacks_comment)

    def _told(self, one: Outcome) -> Finding:
        measure = one.line.measure
        assert measure is not None
        where = {"unit": self.context.unit.name, "period": self.context.period.text}
        return RED_WITHOUT_COMMENT.at(measure.source, measure=measure.id, **where)

    def _perspective(self, card: Scorecard, followed: _Followed) -> Iterator[Block]:
        table = _table(followed, self._key(card, followed.perspective.id), period_words(self.context.period))
        yield self.context.table(table)
        for one in followed.measured:
            measure = one.line.measure
            if measure is not None and one.parts:
                yield self.context.table(outcome_list(self.context, one.line, measure))

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


def _table(followed: _Followed, key: str, period: str) -> ListSpec[Outcome]:
    name = followed.perspective.name
    return ListSpec(
        key=key,
        caption=f"Mått och utfall, {name[:1].lower()}{name[1:]}",
        items=followed.outcomes,
        key_of=lambda one: one.line.key,
        group_of=lambda one: one.line.goal,
        group_header="Strategiskt mål",
        marks_of=lambda one: (one.line.mark,) if one.line.mark else (),
        fields=(
            Field(key="matt", label="Mått", get=lambda one: one.line.name),
            Field(key="ingangsvarde", label="Ingångsvärde", get=lambda one: one.line.baseline_words),
            Field(key="malvarde", label="Målvärde", get=lambda one: one.line.target_words),
            _outcome_field(period),
            Field(key="status", label="Status", get=lambda one: one.status),
            Field(key="trend", label="Trend", get=lambda one: one.trend),
            Field(key="uppgift", label="Uppgiften avser", get=lambda one: one.basis),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
        ),
        notes=notes((one.line for one in followed.outcomes), followed.perspective),
        sheet=name,
    )


def _summary(followed: tuple[_Followed, ...], key: str) -> ListSpec[_Followed]:
    counts = (Field(key=name, label=word, get=_Count(status)) for name, word, status in _COUNTED)
    return ListSpec(
        key=key,
        caption="Antal mått med varje status",
        items=followed,
        key_of=lambda one: one.perspective.id,
        fields=(
            Field(key="perspektiv", label="Perspektiv", get=lambda one: one.perspective.name),
            Field(key="matt", label="Mått", get=lambda one: str(len(one.measured))),
            *counts,
        ),
        sheet="Måluppfyllelse",
    )


def _outcome_field(period: str) -> Field[Outcome]:
    return Field(
        key="utfall",
        label=f"Utfall {period}",
        get=lambda one: one.shown,
        decimals_of=lambda one: one.line.decimals,
        named=True,
    )


def _missed(outcomes: list[Outcome], key: str, period: str) -> ListSpec[Outcome]:
    return ListSpec(
        key=key,
        caption="Ej uppnådda mått, med vad som skrivits om dem",
        items=tuple(outcomes),
        key_of=lambda one: one.line.key,
        fields=(
            Field(key="matt", label="Mått", get=lambda one: one.line.name),
            _outcome_field(period),
            Field(key="trend", label="Trend", get=lambda one: one.trend),
            Field(key="kommentar", label="Kommentar", get=lambda one: one.comment),
        ),
        sheet="Ej uppnått",
    )


def _course(outcomes: list[Outcome], key: str) -> TableSpec:
    """The outcomes of three years, and the course through them."""
    rows: dict[str, Row] = {}
    for one in outcomes:
        measure = one.line.measure
        if measure is not None and measure.id not in rows:
            rows[measure.id] = Row(key=measure.id, label=measure.name, cell=ref(measure.id), decimals=measure.decimals)
    columns = tuple(Column(key=f"ar{offset}", label="{year}", period=offset) for offset in _YEARS)
    return TableSpec(
        key=key,
        caption="Utfall över åren",
        row_header="Mått",
        rows=tuple(rows.values()),
        columns=columns,
        trend=Trend(columns=tuple(column.key for column in columns)),
        sheet="Utveckling",
    )


FOLLOW_UP = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Follow-up of the scorecard"),
    build=_build,
    instances=instances,
)
