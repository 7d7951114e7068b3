"""generic.styrkort: a balanced scorecard with what it starts from, and a table for each perspective."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from styrmodell.aggregation.status.judgement import Judgement
from styrmodell.finding import Text
from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.scorecard import Perspective, Scorecard
from styrmodell.model.table_spec import Note
from styrmodell.report.card_row import CardRow
from styrmodell.report.context import Context
from styrmodell.report.document import Block, Document, Head, NewPage, Paragraph
from styrmodell.report.flow import Heading, Listing, ListItem, Prose, Run
from styrmodell.report.generic.measured import FOLLOWED, WANTED, has_outcome, measured_fields
from styrmodell.report.generic.plain_report import in_order, listed
from styrmodell.report.list_spec import Field, ListSpec
from styrmodell.report.spec import ReportSpec

_TEXTS: tuple[tuple[str, Callable[[Scorecard], tuple[str, ...]]], ...] = (
    ("Vision", lambda card: (card.vision,) if card.vision else ()),
    ("Övergripande uppdrag", lambda card: card.mission),
    ("Prioriteringar", lambda card: card.priorities),
    ("Kännetecken", lambda card: card.characteristics),
    ("Utgångspunkter", lambda card: card.starting_points),
    ("Fokus", lambda card: card.focus),
)
_NO_MEASURE = "Inget mått"
_FEW = 3


@frozen(kw_only=True)
class _Line:
    """A row of a card, and how what it measures stands."""

    row: CardRow
    judged: Judgement | None


def _build(context: Context) -> Document:
    cards = context.cards()
    facts = (("Enhet", context.unit.name), ("Period", context.period.text))
    return Document(
        title=cards[0].name if len(cards) == 1 else f"Styrkort {context.period.text}",
        head=Head(dnr=context.plan.dnr, body=context.plan.body, facts=facts, footer=context.profile.name),
        blocks=tuple(block for card in cards for block in _card(context, card, is_only=len(cards) == 1)),
    )


def _card(context: Context, card: Scorecard, *, is_only: bool) -> Iterator[Block]:
    # A few lines would leave their page empty: they go with the tables, on the page that lies down.
    is_short = sum(len(texts(card)) for _, texts in _TEXTS) <= _FEW
    if is_short:
        yield NewPage(landscape=True)
    if not is_only:
        yield Heading(text=card.name)
    for heading, texts in _TEXTS:
        if found := texts(card):
            yield Heading(text=heading, level=2)
            yield from _bulleted(found)
    if not is_short:
        yield NewPage(landscape=True)
    perspectives = in_order(card.perspectives, context.profile.perspectives, lambda one: one.name)
    lines = {one.id: tuple(_line(context, card, row) for row in context.card_rows(card, one)) for one in perspectives}
    is_followed = any(line.judged is not None and has_outcome(line.judged) for some in lines.values() for line in some)
    fields = _fields(context, is_followed=is_followed)
    for one in perspectives:
        yield Heading(text=one.name, level=2)
        yield from _above(context, one)
        yield (
            listed(context, _table(card, one, lines[one.id], fields), WANTED)
            if lines[one.id]
            else Paragraph(text="Inga mål eller mått.")
        )


def _above(context: Context, perspective: Perspective) -> Iterator[Paragraph]:
    goal = next((one.name for one in context.plan.goals if one.id == perspective.goal_id), "")
    if goal:
        yield Paragraph(text=f"Inriktningsmål: {goal}")
    if perspective.areas:
        yield Paragraph(text=f"Strategiska områden: {', '.join(perspective.areas)}")


def _bulleted(texts: Iterable[str]) -> Iterator[Block]:
    items = tuple(ListItem(runs=(Run(text=text),)) for text in texts)
    yield Prose(runs=items[0].runs) if len(items) == 1 else Listing(items=items)


def _line(context: Context, card: Scorecard, row: CardRow) -> _Line:
    if row.measure is None:
        return _Line(row=row, judged=None)
    return _Line(row=row, judged=context.judged(row.measure.id, unit=card.unit_id, period=card.period))


def _fields(context: Context, *, is_followed: bool) -> tuple[Field[_Line], ...]:
    """The columns; a card that nobody has reported anything of yet has none for how it has gone."""
    left_out = ("matt",) if is_followed else ("matt", *FOLLOWED)
    return (
        Field(key="matt", label="Mått", get=_name),
        Field(key="ursprung", label="Ursprung", get=lambda line: line.row.line.origin),
        *(_of_line(one) for one in measured_fields(context) if one.key not in left_out),
    )


def _table(
    card: Scorecard, perspective: Perspective, lines: tuple[_Line, ...], fields: tuple[Field[_Line], ...]
) -> ListSpec[_Line]:
    return ListSpec(
        key=f"{card.id}-{perspective.id}",
        caption=f"Mål och mått, {perspective.name}",
        items=lines,
        key_of=lambda line: line.row.key,
        group_of=lambda line: line.row.goal,
        group_header="Mål",
        fields=fields,
        notes=tuple(Note(text=text) for text in perspective.notes),
        sheet=perspective.name,
    )


def _name(line: _Line) -> str:
    return line.judged.measure.name if line.judged is not None else _NO_MEASURE


def _of_line(one: Field[Judgement]) -> Field[_Line]:
    """A measure's column for the rows of a card, of which some have no measure."""
    return Field(
        key=one.key,
        label=one.label,
        get=lambda line: None if line.judged is None else one.get(line.judged),
        named=one.named,
    )


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """Every unit and period that has a card."""
    return tuple(dict.fromkeys((card.unit_id, card.period) for card in plan.scorecards))


SCORECARD = ReportSpec(
    key="generic.styrkort", title=Text(sv="Styrkort", en="Balanced scorecard"), build=_build, instances=_instances
)
