"""Full-year forecasts (helårsprognos): against budget and the month before, and each month's beside the others."""

from collections.abc import Iterator

from styrmodell.api import Block, Column, Heading, Kind, Note, Row, Source, TableSpec, Unit, Value, column, ref
from styrmodell_dalarna.kort.outcomes import NO_COMMENT
from styrmodell_dalarna.rapport.codes import FORECAST_UNCOMMENTED
from styrmodell_dalarna.rapport.columns import BETTER
from styrmodell_dalarna.rapport.months import NAMES
from styrmodell_dalarna.rapport.writer import ECONOMY, Writer, lacking

UNCHANGED = "Oförändrad."


def blocks(writer: Writer, posts: tuple[Row, ...]) -> Iterator[Block]:
    """The year's forecast by post and by unit, and how it has moved."""
    months = writer.months
    yield Heading(text="Helårsprognos", level=2)
    if not _own(writer, months.forecasts[-1]).exact:
        yield lacking(f"helårsprognos för {months.words} ({months.forecasts[-1]})")
        return
    columns = _columns(writer)
    yield writer.context.table(
        _table(writer, "prognos", f"Helårsprognos per post, {months.words}", "Post", posts, columns)
    )
    rows = _unit_rows(writer)
    comments = Column(key="kommentar", label="Kommentar till ändringen", is_text=True)
    yield writer.context.table(
        _table(
            writer, "prognos-enheter", f"Helårsprognos per enhet, {months.words}", "Enhet", rows, (*columns, comments)
        )
    )
    if months.number > 2:
        yield writer.context.table(_series(writer, rows))


def _table(
    writer: Writer, key: str, caption: str, header: str, rows: tuple[Row, ...], columns: tuple[Column, ...]
) -> TableSpec:
    sheet = "Prognos" if key == "prognos" else "Prognos per enhet"
    notes = (Note(text=f"Miljoner kronor, hela {writer.months.year_number}."), BETTER)
    return TableSpec(
        key=key,
        caption=caption,
        row_header=header,
        rows=rows,
        columns=columns,
        scale="mnkr",
        decimals=1,
        notes=notes,
        sheet=sheet,
    )


def _columns(writer: Writer) -> tuple[Column, ...]:
    months = writer.months
    found = [
        Column(key="budget", label="Budget", period=months.year, kind=Kind.BUDGET),
        _forecast(writer, months.number, "Prognos"),
        Column(key="avvikelse", label="Avvikelse mot budget", cell=column("prognos") - column("budget"), signed=True),
    ]
    if _before(writer) is not None:
        found.append(_forecast(writer, months.number - 1, "Förra prognosen", key="forra"))
        found.append(
            Column(key="forandring", label="Förändring", cell=column("prognos") - column("forra"), signed=True)
        )
    return tuple(found)


def _forecast(writer: Writer, number: int, word: str, key: str = "prognos") -> Column:
    months = writer.months
    label = f"{word} {NAMES[number - 1]}"
    return Column(key=key, label=label, period=months.year, kind=Kind.FORECAST, version=months.forecasts[number - 1])


def _own(writer: Writer, version: str, unit: str | None = None) -> Value:
    return writer.value(ECONOMY, unit=unit, period=writer.months.year, kind=Kind.FORECAST, version=version)


def _before(writer: Writer) -> str | None:
    """The forecast of the month before, where there is one."""
    versions = writer.months.forecasts
    return versions[-2] if len(versions) > 1 and _own(writer, versions[-2]).exact is not None else None


def _unit_rows(writer: Writer) -> tuple[Row, ...]:
    """A row a unit below that makes forecasts, and the unit itself."""
    told = {one.unit_id for one in writer.observations(ECONOMY, Kind.FORECAST, writer.months.forecasts[-1])}
    below = (
        Row(key=one.id, label=one.name, cell=ref(ECONOMY, unit=one.id), texts=(("kommentar", _comment(writer, one)),))
        for one in writer.children
        if told & writer.below(one.id)
    )
    own = (("kommentar", _comment(writer, writer.unit)),)
    return (*below, Row(key="totalt", label=writer.unit.name, cell=ref(ECONOMY), level="total", texts=own))


def _comment(writer: Writer, unit: Unit) -> str:
    """Why the forecast has changed, in the words of those who made it; a gap that is seen where nobody has said."""
    before = _before(writer)
    if before is None:
        return ""
    version = writer.months.forecasts[-1]
    now, then = _own(writer, version, unit.id), _own(writer, before, unit.id)
    if now.exact is None or then.exact is None or now.exact == then.exact:
        return UNCHANGED if now.exact == then.exact else ""
    within = writer.below(unit.id)
    told = (one for one in writer.observations(ECONOMY, Kind.FORECAST, version) if one.unit_id in within)
    said = tuple(dict.fromkeys((one.unit_id, one.comment) for one in told if one.comment))
    if said:
        return " ".join(
            text if name == unit.id else f"{writer.units[name].name}: {text}"
            for name, text in said
            if name in writer.units
        )
    source = next(iter(now.working.sources), Source()) if now.working is not None else Source()
    words = {"before": then.text(), "after": now.text(), "version": version}
    writer.doubts.append(FORECAST_UNCOMMENTED.at(source, unit=unit.name, **words))
    return NO_COMMENT


def _series(writer: Writer, rows: tuple[Row, ...]) -> TableSpec:
    """Each month's forecast of the year's net, side by side: how it has moved, and who has made none."""
    months = writer.months
    return TableSpec(
        key="prognos-serie",
        caption=f"Helårsprognos {months.year_number} per prognosmånad",
        row_header="Enhet",
        rows=tuple(Row(key=one.key, label=one.label, cell=one.cell, level=one.level) for one in rows),
        columns=tuple(
            Column(
                key=version.lower(),
                label=NAMES[number - 1][:3].capitalize(),
                period=months.year,
                kind=Kind.FORECAST,
                version=version,
            )
            for number, version in enumerate(months.forecasts, 1)
            if _own(writer, version).exact is not None
        ),
        scale="mnkr",
        decimals=1,
        notes=(Note(text="Miljoner kronor; en kolumn för varje månad som prognosen gjordes i."),),
        sheet="Prognosserie",
    )
