"""The tables of one målområde: its indicators and its assignments, with status, comment and cause."""

from collections.abc import Iterator

from styrmodell.api import Block, Context, Field, Goal, Heading, Judgement, ListSpec, Note, Paragraph, Status
from styrmodell_jamtland_harjedalen.areas import Areas, Placed
from styrmodell_jamtland_harjedalen.progress import word

SHARED_MARK = "*)"
_SHARED = Note(mark=SHARED_MARK, text="Redovisas också under ett annat målområde. Räknas en gång.")
_NO_CAUSE = "Orsak saknas"
_NO_COMMENT = "Kommentar saknas"


def area_blocks(context: Context, areas: Areas, area: Goal) -> Iterator[Block]:
    """A målområde under its heading; what it has none of is said."""
    indicators, assignments = areas.indicators(area), areas.assignments(area)
    yield Heading(text=area.name, level=2)
    if not indicators and not assignments:
        yield Paragraph(text="Målområdet har varken nyckeltal eller uppdrag.")
    if indicators:
        yield context.table(_indicators(context, area, indicators))
    if assignments:
        yield context.table(_assignments(context, area, assignments))


def _marks(placed: Placed) -> tuple[str, ...]:
    return (SHARED_MARK,) if placed.elsewhere else ()


def _notes(items: tuple[Placed, ...]) -> tuple[Note, ...]:
    return (_SHARED,) if any(one.elsewhere for one in items) else ()


def _indicators(context: Context, area: Goal, items: tuple[Placed, ...]) -> ListSpec[Placed]:
    judged = {str(one.thing.id): context.judged(str(one.thing.id)) for one in items}

    def of(placed: Placed) -> Judgement:
        return judged[str(placed.thing.id)]

    return ListSpec(
        key=f"nyckeltal-{area.id}",
        caption=f"Kortsiktiga nyckeltal, {area.name}",
        items=items,
        key_of=lambda one: one.thing.id,
        group_of=lambda one: one.under,
        group_header="Långsiktigt mål",
        marks_of=_marks,
        notes=_notes(items),
        fields=(
            Field(key="namn", label="Nyckeltal", get=lambda one: one.thing.name),
            Field(key="mal", label="Målvärde", get=lambda one: _target(of(one))),
            Field(key="utfall", label="Utfall", get=lambda one: context.value_of(of(one).value), named=True),
            Field(key="status", label="Status", get=lambda one: of(one).status or Status.NOT_MEASURED),
            Field(key="aktiviteter", label="Aktiviteter", get=lambda one: len(one.activities)),
            Field(key="kommentar", label="Kommentar", get=lambda one: _comment(of(one), context)),
            Field(key="orsak", label="Orsak", get=lambda one: _cause(of(one))),
        ),
        sheet=f"Nyckeltal {area.name}",
    )


def _target(one: Judgement) -> str:
    return "" if one.target is None else one.target.words or str(one.target)


def _comment(one: Judgement, context: Context) -> str:
    """What was said when the figures were reported; what is not reached must have it."""
    return "; ".join(context.value_of(one.value).comments) or (_NO_COMMENT if one.status is Status.MISSED else "")


def _cause(one: Judgement) -> str:
    """Why, as somebody has judged; what is not reached must have it."""
    told = [made.why for made in (one.settled, one.outlook) if made is not None and made.why]
    return "; ".join(dict.fromkeys(told)) or (_NO_CAUSE if one.status is Status.MISSED else "")


def _assignments(context: Context, area: Goal, items: tuple[Placed, ...]) -> ListSpec[Placed]:
    assignments = {str(one.id): one for one in context.plan.assignments}
    return ListSpec(
        key=f"uppdrag-{area.id}",
        caption=f"Uppdrag, {area.name}",
        items=items,
        key_of=lambda one: one.thing.id,
        group_of=lambda one: one.under,
        group_header="Långsiktigt mål",
        marks_of=_marks,
        notes=_notes(items),
        fields=(
            Field(key="namn", label="Uppdrag", get=lambda one: one.thing.name),
            Field(key="mottagare", label="Mottagare", get=lambda one: assignments[str(one.thing.id)].addressee),
            Field(key="tid", label="Återrapporteras", get=lambda one: assignments[str(one.thing.id)].due),
            Field(key="status", label="Status", get=lambda one: word(assignments[str(one.thing.id)].status)),
            Field(key="aktiviteter", label="Aktiviteter", get=lambda one: len(one.activities)),
            Field(key="kommentar", label="Kommentar", get=lambda one: assignments[str(one.thing.id)].comment),
        ),
        sheet=f"Uppdrag {area.name}",
    )
