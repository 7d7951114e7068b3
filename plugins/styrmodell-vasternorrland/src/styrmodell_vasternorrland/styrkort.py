"""The balanced scorecard (balanserat styrkort): what it starts from, and a table for each perspective."""

from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from styrmodell.api import (
    Block,
    Context,
    Document,
    Field,
    Head,
    Heading,
    ListSpec,
    NewPage,
    Note,
    Paragraph,
    Period,
    Perspective,
    Plan,
    ReportSpec,
    Scorecard,
    Status,
    Text,
    UnitId,
)
from styrmodell_vasternorrland.card_lines import Line, goal_of, lines
from styrmodell_vasternorrland.chapters import Chapter, Writer
from styrmodell_vasternorrland.lists import bulleted

REPORT = "vasternorrland.styrkort"
TITLE = "Balanserat styrkort"
_NO_MEASURE = "Inget mått"
_INTRODUCTION = Chapter(heading="Om styrkortet", section="styrkort", is_optional=True)
_STEERING = Chapter(heading="Styrning", section="styrning", is_optional=True)
_TEXTS: tuple[tuple[str, Callable[[Scorecard], tuple[str, ...]]], ...] = (
    ("Vision", lambda card: (card.vision,) if card.vision else ()),
    ("Uppdrag", lambda card: card.mission),
    ("Prioriterade områden", lambda card: card.priorities),
    ("Kännetecken", lambda card: card.characteristics),
    ("Utgångspunkter", lambda card: card.starting_points),
    ("Fokus", lambda card: card.focus),
)
_OPTIONAL: tuple[tuple[str, str, Callable[[Line], str]], ...] = (
    ("genomforande", "Ansvarig genomförande", lambda line: line.owner),
    ("rapportering", "Ansvarig rapportering", lambda line: line.reporting_owner),
)


def _build(context: Context) -> Document:
    found = context.cards()
    writer = Writer(context=context)
    blocks = (
        *writer.chapter(_INTRODUCTION),
        *writer.chapter(_STEERING),
        *(block for card in found for block in _card(context, card, is_only=len(found) == 1)),
    )
    name = found[0].name if len(found) == 1 else ""
    return Document(
        title=name or f"{TITLE} {context.period.text}",
        head=Head(dnr=context.plan.dnr, body=context.plan.body, facts=(("Förvaltning", context.unit.name),)),
        blocks=blocks,
        findings=writer.findings,
    )


def _card(context: Context, card: Scorecard, *, is_only: bool) -> Iterator[Block]:
    level = 1 if is_only else 2
    if not is_only:
        yield NewPage()
        yield Heading(text=card.name)
    for heading, texts in _TEXTS:
        if texts(card):
            yield Heading(text=heading, level=level)
            yield from bulleted(texts(card))
    made = [_Section(context=context, card=card, perspective=one, is_only=is_only) for one in card.perspectives]
    if any(section.goal for section in made):
        yield Heading(text="Inriktningsmål", level=level)
        yield context.table(_goals(card, made, "" if is_only else f"{card.id}-"))
    found = [tuple(lines(context, card, section.perspective)) for section in made]
    everything = tuple(line for some in found for line in some)
    for section, own in zip(made, found, strict=True):
        yield from section.blocks(own, everything, level)


@frozen(kw_only=True)
class _Section:
    """A perspective of a card."""

    context: Context
    card: Scorecard
    perspective: Perspective
    is_only: bool

    @property
    def goal(self) -> str:
        return goal_of(self.context, self.perspective)

    def blocks(self, own: tuple[Line, ...], everything: tuple[Line, ...], level: int) -> Iterator[Block]:
        """A page of its own, on its side: the table has many columns."""
        yield NewPage(landscape=True)
        yield Heading(text=self.perspective.name, level=level)
        yield from perspective_blocks(self.context, self.perspective)
        if own:
            yield self.context.table(self._table(own, everything))

    def _table(self, own: tuple[Line, ...], everything: tuple[Line, ...]) -> ListSpec[Line]:
        name = self.perspective.name
        return ListSpec(
            key=self.perspective.id if self.is_only else f"{self.card.id}-{self.perspective.id}",
            caption=f"Önskade resultat, {name[:1].lower()}{name[1:]}",
            items=own,
            key_of=lambda line: line.row.key,
            group_of=lambda line: line.row.goal,
            group_header="Mål",
            fields=tuple(_fields(self.card.period.text, own, everything)),
            notes=tuple(map(_note, self.perspective.notes)),
            sheet=name if self.is_only else f"{self.card.id} {name}",
        )


def perspective_blocks(context: Context, perspective: Perspective) -> Iterator[Block]:
    """What the perspective is for: its strategic areas, led by its inriktningsmål."""
    goal = goal_of(context, perspective)
    if perspective.areas:
        aim = f"inriktningsmålet ”{goal}”" if goal else "målen"
        yield Paragraph(text=f"Strategiska områden för att nå {aim}:")
        yield from bulleted(perspective.areas)
    elif goal:
        yield Paragraph(text=f"Inriktningsmål: {goal}")


def _fields(year: str, own: tuple[Line, ...], every: tuple[Line, ...]) -> Iterator[Field[Line]]:
    """The columns; those that no row of the card fills are left out, and the origin where none of the table has one."""
    yield Field(key="matt", label="Mått", get=lambda line: line.name or _NO_MEASURE)
    if any(line.row.line.origin for line in own):
        yield Field(key="ursprung", label="Ursprung", get=lambda line: line.row.line.origin)
    yield Field(key="kalla", label="Källa", get=lambda line: line.source)
    yield Field(key="jamforelsetal", label="Jämförelsetal", get=lambda line: line.row.comparison_words)
    yield Field(key="malniva", label=f"Målnivå {year}", get=lambda line: line.row.target_words)
    if any(line.outcome is not None for line in every):
        yield Field(key="utfall", label="Utfall", get=lambda line: line.outcome, named=True)
        yield Field(key="status", label="Status", get=_status)
    yield Field(key="uppfoljning", label="Uppföljning", get=lambda line: line.row.reporting_words)
    for key, label, get in _OPTIONAL:
        if any(map(get, every)):
            yield Field(key=key, label=label, get=get)


def _status(line: Line) -> Status | None:
    """How the outcome stands to the target; nothing where nothing is measured."""
    known = line.outcome.status if line.outcome is not None else None
    return known or (Status.NOT_MEASURED if line.row.measure else None)


def _note(text: str) -> Note:
    """A note with its mark apart: "*) värdet av …"."""
    mark, _, rest = text.partition(" ")
    return Note(mark=mark, text=rest) if rest and mark.endswith(")") else Note(text=text)


def _goals(card: Scorecard, sections: Iterable[_Section], prefix: str) -> ListSpec[_Section]:
    return ListSpec(
        key=f"{prefix}inriktningsmal",
        caption="Gemensamma inriktningsmål",
        items=tuple(sections),
        key_of=lambda section: section.perspective.id,
        fields=(
            Field(key="perspektiv", label="Perspektiv", get=lambda section: section.perspective.name),
            Field(key="inriktningsmal", label="Inriktningsmål", get=lambda section: section.goal),
        ),
        sheet="Inriktningsmål" if not prefix else f"{card.id} Inriktningsmål",
    )


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """Every unit that has a card of the plan's year."""
    units = dict.fromkeys(card.unit_id for card in plan.scorecards if card.period == plan.period)
    return tuple((unit, plan.period) for unit in units)


SCORECARD = ReportSpec(
    key=REPORT,
    title=Text(sv=TITLE, en="Balanced scorecard"),
    build=_build,
    instances=_instances,
)
