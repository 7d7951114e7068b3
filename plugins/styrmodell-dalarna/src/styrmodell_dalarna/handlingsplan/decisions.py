"""What the bodies have done about the plan: decisions that change something, and what was only noted."""

from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from styrmodell.api import Block, Decision, DecisionKind, Field, Heading, ListSpec, Note
from styrmodell_dalarna.handlingsplan.book import ACTIVE, KINDS, Book
from styrmodell_dalarna.rapport.writer import lacking

_EARLIER = "Tidigare beslut"


@frozen(kw_only=True)
class Body:
    """A body with its decisions."""

    name: str
    decisions: tuple[Decision, ...]

    def count(self, *kinds: DecisionKind | None) -> int:
        """How many of its decisions are of these kinds."""
        return sum(one.kind in kinds for one in self.decisions)


def own_decisions(book: Book) -> tuple[Decision, ...]:
    """The decisions of the unit and of those around it, by day."""
    line = {*book.writer.above, *book.writer.within}
    others = {one.name for one in book.context.plan.units if one.id not in line}
    own = (one for one in book.context.plan.decisions if one.body not in others)
    return tuple(sorted(own, key=lambda one: (str(one.date or one.period or ""), one.body, one.paragraph)))


def section(book: Book) -> Iterator[Block]:
    """How many of each kind, what was decided, what was only noted, and what is referred to from before."""
    own = own_decisions(book)
    if not own:
        yield lacking("beslut om handlingsplanen")
        return
    yield book.context.table(counted(own))
    decided = tuple(one for one in own if one.kind is not None and one.kind is not DecisionKind.NOTED)
    noted = tuple(one for one in own if one.kind is DecisionKind.NOTED)
    earlier = tuple(one for one in own if one.kind is None)
    yield Heading(text="Beslut som fattats", level=2)
    yield book.context.table(_list("beslut", "Fattade beslut", decided)) if decided else lacking("fattade beslut")
    yield Heading(text="Bara antecknat", level=2)
    yield (
        book.context.table(_list("antecknat", "Det som bara är antecknat", noted))
        if noted
        else lacking("sådant som bara är antecknat")
    )
    if earlier:
        yield Heading(text=_EARLIER, level=2)
        yield book.context.table(_list("tidigare", "Beslut vars sort inte anges", earlier))


def counted(own: tuple[Decision, ...]) -> ListSpec[Body]:
    """Decisions by body and kind."""
    names = dict.fromkeys(one.body for one in own)
    bodies = tuple(Body(name=name, decisions=tuple(one for one in own if one.body == name)) for name in names)
    columns = (*((kind.value, word, (kind,)) for kind, word in KINDS.items()), ("okand", "Sort anges inte", (None,)))
    return ListSpec(
        key="beslut-antal",
        caption="Beslut per organ och sort",
        items=bodies,
        fields=(
            Field(key="organ", label="Organ", get=lambda one: one.name),
            *(Field(key=key, label=label, get=_count(kinds)) for key, label, kinds in columns),
            Field(key="aktiva", label="Varav aktiva", get=_count(ACTIVE)),
        ),
        notes=(
            Note(text="Aktiva är beslut och uppdrag. Att anteckna, godkänna eller föreslå ändrar ingenting i planen."),
        ),
        sheet="Beslut per sort",
    )


def _count(kinds: tuple[DecisionKind | None, ...]) -> Callable[[Body], int]:
    return lambda body: body.count(*kinds)


def _list(key: str, caption: str, found: tuple[Decision, ...]) -> ListSpec[Decision]:
    """Decisions, with the columns that some of them have; what is only noted says so once, in the heading."""
    spec = ListSpec(
        key=key,
        caption=caption,
        items=found,
        key_of=lambda one: one.id,
        fields=(
            Field(key="arende", label="Ärende", get=lambda one: one.name or one.text),
            Field(key="organ", label="Organ", get=lambda one: one.body),
            Field(key="dag", label="Dag", get=lambda one: str(one.date or (one.period.text if one.period else ""))),
            Field(key="paragraf", label="Paragraf", get=lambda one: one.paragraph),
            Field(key="sort", label="Sort", get=lambda one: KINDS[one.kind] if one.kind else ""),
            Field(key="lydelse", label="Lydelse", get=lambda one: one.text if one.name else ""),
            Field(key="redovisat", label="Vad som redovisades", get=lambda one: one.reported),
        ),
        sheet=caption,
    )
    told = tuple(one for one in spec.fields if key != "antecknat" or one.key not in ("sort", "lydelse"))
    return evolve(spec, fields=tuple(one for one in told if any(one.get(item) for item in found)))
