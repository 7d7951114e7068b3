"""From target to forecast, step by step: the unit's whole plan by those below it, and its actions one by one."""

from collections.abc import Iterator

from styrmodell.api import (
    Block,
    Chart,
    ChartKind,
    Column,
    Expression,
    Kind,
    NewPage,
    Note,
    Paragraph,
    Row,
    SavingsLevel,
    SavingsLine,
    TableSpec,
    ref,
    row,
    total,
)
from styrmodell_dalarna.handlingsplan.book import Book

_ACTION, _OBJECT = "atgard", "objekt"


def of_level(book: Book) -> Iterator[Block]:
    """The steps from the unit's target to its newest forecast: the deviation of each unit below that has told both."""
    own = next((level for level in book.plan.levels if level.unit_id == book.context.unit.id), None)
    if own is None:
        return
    if own.deviation.exact is None:
        yield Paragraph(text=f"Prognos saknas: inget vattenfall kan ritas för {own.unit_name}.")
        return
    target, forecast, version = _names(book, own)
    below = tuple(level for level in book.plan.levels if _is_step(book, level, version))
    rows = [
        Row(key="mal", label="Mål", cell=ref(target, kind=Kind.PLAN), level="total"),
        *(
            Row(key=f"steg-{level.unit_id}", label=level.unit_name, cell=_deviation(level, version), signed=True)
            for level in below
        ),
    ]
    steps = tuple(one.key for one in rows[1:])
    rest = row("prognos") - row("mal")
    rows.append(
        Row(
            key="ovrigt",
            label="Inte redovisat per enhet" if steps else "Avvikelse, inte redovisad per enhet",
            cell=rest - total(row(key) for key in steps) if steps else rest,
            signed=True,
        )
    )
    rows.append(
        Row(
            key="prognos",
            label=f"Prognos {version}".rstrip(),
            cell=ref(forecast, kind=Kind.FORECAST, version=version),
            level="total",
        )
    )
    yield from _drawn(
        book,
        "vattenfall-helhet",
        f"Från mål till prognos, {own.unit_name}",
        tuple(rows),
        "Steget som inte är redovisat per enhet är prognosen minus målet och de andra stegen.",
    )


def of_actions(book: Book) -> Iterator[Block]:
    """The steps from the actions' target to their forecast; to their outcome where nobody has told the forecasts."""
    counted = tuple(line for line in book.plan.lines if line.is_counted)
    lacking = [line for line in counted if line.deviation.exact is None]
    if not lacking:
        yield from _actions(book, counted, Kind.FORECAST, "prognos")
        return
    names = ", ".join(line.action.name for line in lacking)
    yield Paragraph(
        text=f"Prognos saknas för {len(lacking)} av {len(counted)} åtgärder, och därför ritas inget vattenfall från "
        f"mål till prognos: {names}."
    )
    if all(line.left.exact is not None for line in counted):
        yield from _actions(book, counted, Kind.OUTCOME, "utfall")


def _actions(book: Book, counted: tuple[SavingsLine, ...], kind: Kind, word: str) -> Iterator[Block]:
    def told(line: SavingsLine, wanted: Kind) -> Expression:
        return ref(_ACTION, unit=book.writer.top, kind=wanted, dims=((_OBJECT, line.action.id),))

    rows = (
        Row(key="mal", label="Mål", cell=total(told(line, Kind.PLAN) for line in counted), level="total"),
        *(
            Row(
                key=f"steg-{line.action.id}",
                label=line.action.name,
                cell=told(line, kind) - told(line, Kind.PLAN),
                signed=True,
            )
            for line in counted
        ),
        Row(key=word, label=word.capitalize(), cell=total(told(line, kind) for line in counted), level="total"),
    )
    yield NewPage(landscape=True)
    yield from _drawn(
        book,
        f"vattenfall-{word}",
        f"Från mål till {word}, åtgärd för åtgärd",
        rows,
        f"Varje steg är åtgärdens {word} minus dess mål.",
    )


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
    return target.measure, forecast.measure, level.change.version if level.change is not None else ""


def _is_step(book: Book, level: SavingsLevel, version: str) -> bool:
    """Whether *level* is of a unit directly below that told its forecast at the same time."""
    parents = {one.id: one.parent_id for one in book.context.plan.units}
    is_below = parents.get(level.unit_id) == book.context.unit.id
    if not is_below or level.deviation.exact is None:
        return False
    return level.change is not None and level.change.version == version


def _deviation(level: SavingsLevel, version: str) -> Expression:
    return ref(level.measure_id, unit=level.unit_id, kind=Kind.FORECAST, version=version)
