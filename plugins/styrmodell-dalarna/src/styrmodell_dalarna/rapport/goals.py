"""Goal fulfilment (måluppfyllelse): every measure of the scorecard with status, coverage, age and comment."""

from collections.abc import Iterable, Iterator
from functools import partial

from attrs import frozen

from styrmodell.api import (
    Block,
    Field,
    Heading,
    Kind,
    ListSpec,
    Measure,
    Note,
    Outlook,
    Period,
    Perspective,
    Scorecard,
    Status,
    Value,
)
from styrmodell_dalarna.kort.codes import RED_WITHOUT_COMMENT
from styrmodell_dalarna.kort.outcomes import NO_COMMENT
from styrmodell_dalarna.rapport.comments import comment, outlook
from styrmodell_dalarna.rapport.writer import Writer, lacking

_OUTLOOKS = ((Outlook.MET, "uppnås helt"), (Outlook.PARTLY, "uppnås delvis"), (Outlook.NOT, "uppnås inte"))
_COUNTED = (
    (Status.MET, "uppnatt", "Uppnått"),
    (Status.CLOSE, "delvis", "Delvis uppnått"),
    (Status.MISSED, "ej", "Ej uppnått"),
    (Status.NOT_MEASURED, "ej-matt", "Ej mätt"),
    (Status.STALE, "inaktuell", "Inaktuell uppgift"),
)


@frozen(kw_only=True)
class Line:
    """A measure as it stands.

    Attributes:
        goal: The strategic goals it serves.
        value: The year so far.
        target: The words of the target that holds for the unit.
        coverage: "3 av 4, saknas: Ortopedkliniken".
        age: Until when the figure tells.
    """

    measure: Measure
    goal: str
    value: Value
    target: str
    coverage: str
    age: str
    outlook: str
    comment: str


@frozen(kw_only=True)
class Group:
    """A perspective with its measures as they stand."""

    perspective: Perspective
    lines: tuple[Line, ...]


def card_of(writer: Writer) -> Scorecard | None:
    """The unit's scorecard of the year, else that of the nearest unit above."""
    cards = [one for one in writer.context.plan.scorecards if writer.months.month in one.period]
    found = (card for unit in writer.above for card in cards if card.unit_id == unit)
    return next(found, None)


def groups(writer: Writer, card: Scorecard) -> tuple[Group, ...]:
    """The measures of *card* by perspective, each once."""
    return tuple(Group(perspective=one, lines=tuple(_lines(writer, card, one))) for one in card.perspectives)


def section(writer: Writer) -> Iterable[Block]:
    """How many measures stand how, then each perspective's measures."""
    card = card_of(writer)
    if card is None:
        yield lacking(f"styrkort för {writer.unit.name} eller någon enhet ovanför")
        return
    found = groups(writer, card)
    yield writer.context.table(_summary(found, writer, card))
    for group in found:
        yield Heading(text=group.perspective.name, level=2)
        yield writer.context.table(_table(group, writer)) if group.lines else lacking("mått i perspektivet")


def _summary(found: tuple[Group, ...], writer: Writer, card: Scorecard) -> ListSpec[Group]:
    counts = (Field(key=key, label=label, get=partial(_counted, status)) for status, key, label in _COUNTED)
    return ListSpec(
        key="maluppfyllelse",
        caption=f"Måluppfyllelse per perspektiv, {writer.months.so_far_words}",
        items=found,
        key_of=lambda group: group.perspective.id,
        fields=(Field(key="perspektiv", label="Perspektiv", get=lambda group: group.perspective.name), *counts),
        notes=(Note(text=f"Mått enligt {card.name}."), Note(text="Antal mått med varje status.")),
        sheet="Måluppfyllelse",
    )


def _counted(status: Status, group: Group) -> int:
    return sum(line.value.status is status for line in group.lines)


def _table(group: Group, writer: Writer) -> ListSpec[Line]:
    perspective = group.perspective
    return ListSpec(
        key=f"mal-{perspective.id}",
        caption=f"{perspective.name}, {writer.months.so_far_words}",
        items=group.lines,
        group_of=lambda line: line.goal,
        group_header="Strategiskt mål",
        key_of=lambda line: line.measure.id,
        fields=(
            Field(key="matt", label="Mått", get=lambda line: line.measure.name),
            Field(key="mal", label="Målvärde", get=lambda line: line.target),
            Field(
                key="utfall",
                label="Utfall",
                get=lambda line: line.value,
                decimals=1,
                unit_of=lambda line: "mnkr" if line.measure.unit == "kr" else "",
                named=True,
            ),
            Field(key="status", label="Status", get=lambda line: line.value.status),
            Field(key="tackning", label="Täckning, uppgifter", get=lambda line: line.coverage),
            Field(key="alder", label="Avser till och med", get=lambda line: line.age),
            Field(key="helar", label="Året bedöms", get=lambda line: line.outlook),
            Field(key="kommentar", label="Kommentar", get=lambda line: line.comment),
        ),
        notes=(Note(text="Ett mått som inte uppnås ska ha en kommentar."),),
        sheet=perspective.name,
    )


def _lines(writer: Writer, card: Scorecard, perspective: Perspective) -> Iterator[Line]:
    goals = {goal.id: goal.name for goal in writer.context.plan.goals}
    named: dict[str, tuple[str, ...]] = {}
    for one in card.lines:
        if one.perspective_id == perspective.id and one.measure_id in writer.measures and one.measure_id is not None:
            named.setdefault(one.measure_id, tuple(goals[goal] for goal in one.goals if goal in goals))
    for name, served in named.items():
        yield _line(writer, writer.measures[name], "; ".join(served))


def _line(writer: Writer, measure: Measure, goal: str) -> Line:
    value = _newest(writer, measure)
    said = comment(writer, measure.id)
    if value.status is Status.MISSED and not said:
        said = NO_COMMENT
        where = {"unit": writer.unit.name, "period": writer.months.so_far.text}
        writer.doubts.append(RED_WITHOUT_COMMENT.at(measure.source, measure=measure.id, **where))
    ahead = outlook(writer, measure.id)
    return Line(
        measure=measure,
        goal=goal,
        value=value,
        target=target_words(writer, measure, writer.unit.id),
        coverage=_coverage(value),
        age=_age(value),
        outlook="" if ahead is None else dict(_OUTLOOKS).get(ahead.outlook or Outlook.MET, ""),
        comment=said,
    )


def _newest(writer: Writer, measure: Measure) -> Value:
    """The year so far; of what is reported more seldom than the month, as long of it as has been reported."""
    value, months = writer.value(measure.id), writer.months
    if value.exact is not None:
        return value
    told = writer.observations(measure.of_id or measure.id, Kind.OUTCOME, "")
    ends = {one.period.last for one in told if months.year.first <= one.period.first and one.period.last < months.last}
    return writer.value(measure.id, period=Period(first=months.year.first, last=max(ends))) if ends else value


def target_words(writer: Writer, measure: Measure, unit: str) -> str:
    """The target of *measure* that holds for *unit*, as it was written; empty without one."""
    levels = [
        one
        for one in writer.context.plan.targets
        if (one.measure_id, one.unit_id) == (measure.id, unit) and not one.dims and writer.months.month in one.period
    ]
    target = levels[-1].target if levels else measure.target
    return "" if target is None else target.words or str(target)


def _coverage(value: Value) -> str:
    if not value.expected:
        return ""
    missing = f", saknas: {', '.join(value.missing)}" if value.missing else ""
    return f"{value.reported} av {value.expected}{missing}"


def _age(value: Value) -> str:
    """Until when the one who is furthest behind tells."""
    day = value.until or value.newest
    if day is None:
        return ""
    return f"{day.isoformat()}, inaktuell" if value.stale else day.isoformat()
