"""From target to forecast, step by step: the unit's whole plan by those below it, and its actions one by one."""

from collections.abc import Iterator

from attrs import frozen

from styrmodell.api import (
    Block,
    Chart,
    ChartKind,
    Column,
    Expression,
    Field,
    Kind,
    ListSpec,
    NewPage,
    Note,
    Paragraph,
    Row,
    SavingsColumn,
    SavingsLevel,
    SavingsLine,
    Table,
    TableSpec,
    Value,
    ref,
    row,
    total,
)
from styrmodell_dalarna.handlingsplan.book import UNIT, Book, effect
from styrmodell_dalarna.handlingsplan.levels import version_of
from styrmodell_dalarna.handlingsplan.tables import waterfall_table

_ROOM = 28


def of_level(book: Book) -> Iterator[Block]:
    """The steps from the unit's target to its newest forecast: the deviation of each unit below that has told both."""
    own = next((level for level in book.plan.levels if level.unit_id == book.context.unit.id), None)
    if own is None:
        return
    if own.deviation.exact is None:
        yield Paragraph(text=f"Prognos saknas: inget vattenfall kan ritas för {own.unit_name}.")
        return
    yield from _drawn(
        book,
        "vattenfall-helhet",
        f"Från mål till prognos, {own.unit_name}",
        tuple(_level_rows(book, own)),
        "Steget som inte är redovisat per enhet är prognosen minus målet och de andra stegen.",
    )


def _level_rows(book: Book, own: SavingsLevel) -> Iterator[Row]:
    """Target, a step a unit that told both at the same time, what no unit told, and forecast."""
    target, forecast, version = _names(book, own)
    yield Row(key="mal", label="Mål", cell=ref(target, kind=Kind.PLAN), level="total")
    steps = []
    for level in book.plan.levels:
        if _is_step(book, own, level):
            steps.append(f"steg-{level.unit_id}")
            yield Row(key=steps[-1], label=level.unit_name, cell=_deviation(level, version), signed=True)
    rest = row("prognos") - row("mal")
    yield Row(
        key="ovrigt",
        label="Inte redovisat per enhet",
        cell=rest - total(row(key) for key in steps) if steps else rest,
        signed=True,
    )
    yield Row(
        key="prognos",
        label=f"Prognos {version}".rstrip(),
        cell=ref(forecast, kind=Kind.FORECAST, version=version),
        level="total",
    )


@frozen(kw_only=True)
class _Step:
    """A bar of a waterfall over actions."""

    key: str
    name: str
    value: Value


def of_actions(book: Book) -> Iterator[Block]:
    """The steps from the actions' target to their forecast; to their outcome where nobody has told the forecasts."""
    counted = tuple(line for line in book.plan.lines if line.is_counted)
    lacking = [line for line in counted if line.deviation.exact is None]
    value, whole = book.context.value_of, book.plan.total
    if not lacking:
        steps = tuple((line, value(line.deviation)) for line in counted)
        yield from _actions(book, steps, value(whole.explanation(SavingsColumn.FORECAST)), "prognos")
        return
    names = ", ".join(line.action.name for line in lacking)
    yield Paragraph(
        text=f"Prognos saknas för {len(lacking)} av {len(counted)} åtgärder, och därför ritas inget vattenfall från "
        f"mål till prognos: {names}."
    )
    if all(line.left.exact is not None for line in counted):
        steps = tuple((line, _missed(book, line)) for line in counted)
        yield from _actions(book, steps, value(whole.explanation(SavingsColumn.OUTCOME)), "utfall")


def _missed(book: Book, line: SavingsLine) -> Value:
    """Outcome less target."""
    outcome = effect(book, line, Kind.OUTCOME, SavingsColumn.OUTCOME)
    target = effect(book, line, Kind.PLAN, SavingsColumn.TARGET)
    return book.context.value(outcome - target)


def _actions(book: Book, steps: tuple[tuple[SavingsLine, Value], ...], end: Value, word: str) -> Iterator[Block]:
    target = book.context.value_of(book.plan.total.explanation(SavingsColumn.TARGET))
    caption = f"Från mål till {word}, åtgärd för åtgärd"
    spec = ListSpec(
        key=f"vattenfall-{word}",
        caption=f"{caption}, miljoner kronor",
        items=(
            _Step(key="mal", name="Mål", value=target),
            *(_Step(key=f"steg-{line.action.id}", name=_short(line.action.name), value=value) for line, value in steps),
            _Step(key=word, name=word.capitalize(), value=end),
        ),
        key_of=lambda step: step.key,
        fields=(
            Field(key="steg", label="Steg", get=lambda step: step.name),
            Field(key="belopp", label="Belopp", get=lambda step: step.value, unit=UNIT, decimals=1),
        ),
        notes=(Note(text=f"Varje steg är åtgärdens {word} minus dess mål."),),
        sheet=caption,
    )
    yield NewPage(landscape=True)
    yield from _chart(waterfall_table(book.context, spec, "belopp", ("mal", word)), spec.key, caption)


def _short(name: str) -> str:
    """As much of a name as there is room for under a bar."""
    text = name.partition(" (")[0]
    return text if len(text) <= _ROOM else f"{text[: _ROOM - 1].rstrip()}…"


def _drawn(book: Book, key: str, caption: str, rows: tuple[Row, ...], said: str) -> Iterator[Block]:
    table = book.context.table(
        TableSpec(
            key=key,
            caption=f"{caption}, miljoner kronor",
            row_header="Steg",
            rows=rows,
            columns=(Column(key="belopp", label="Belopp", period=book.context.plan.period),),
            scale="mnkr",
            decimals=1,
            notes=(Note(text=said),),
            sheet=caption,
        )
    )
    yield from _chart(table, key, caption)


def _chart(table: Table, key: str, caption: str) -> Iterator[Block]:
    yield Chart(
        key=key,
        kind=ChartKind.WATERFALL,
        title=f"{caption}, mnkr",
        alt=f"{caption}: staplar från det första beloppet till det sista; talen står i tabellen {table.caption}.",
        table=table,
    )
    yield table


def _names(book: Book, level: SavingsLevel) -> tuple[str, str, str]:
    """The measures of target and forecast, and the newest version."""
    target, forecast = book.context.value_of(level.target).key, book.context.value_of(level.forecast).key
    assert target is not None
    assert forecast is not None
    return target.measure, forecast.measure, version_of(level)


def _is_step(book: Book, own: SavingsLevel, level: SavingsLevel) -> bool:
    """Whether *level* is of a unit directly below that told its forecast at the same time."""
    parents = {one.id: one.parent_id for one in book.context.plan.units}
    is_below = parents.get(level.unit_id) == own.unit_id and level.measure_id == own.measure_id
    return is_below and level.deviation.exact is not None and version_of(level) == version_of(own)


def _deviation(level: SavingsLevel, version: str) -> Expression:
    return ref(level.measure_id, unit=level.unit_id, kind=Kind.FORECAST, version=version)
