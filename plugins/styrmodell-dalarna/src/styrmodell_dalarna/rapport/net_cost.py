"""How the net cost has moved (nettokostnadsutveckling): month by month beside budget and last year."""

from collections.abc import Iterator

from styrmodell.api import (
    Block,
    Change,
    Chart,
    ChartKind,
    Column,
    Heading,
    Kind,
    NewPage,
    Note,
    Row,
    Table,
    TableSpec,
    ref,
)
from styrmodell_dalarna.rapport.months import month_words
from styrmodell_dalarna.rapport.writer import ECONOMY, Writer


def blocks(writer: Writer) -> Iterator[Block]:
    """The table of the year's months, and its chart where there is more than one."""
    has_chart = writer.months.number > 1
    if has_chart:  # a table and its chart fill a page
        yield NewPage(landscape=True)
    yield Heading(text="Nettokostnadens utveckling", level=2)
    table = writer.context.table(_table(writer))
    yield table
    if has_chart:
        yield _chart(writer, table)


def _table(writer: Writer) -> TableSpec:
    year = writer.months.year_number
    return TableSpec(
        key="nettokostnad",
        caption=f"Nettokostnad per månad {year}",
        row_header="Nettokostnad",
        rows=_rows(year),
        columns=tuple(
            Column(key=f"m{number:02}", label=month_words(one).capitalize(), period=one)
            for number, one in enumerate(writer.months.each, 1)
        ),
        scale="mnkr",
        decimals=1,
        notes=(
            Note(text="Miljoner kronor; här är kostnader plus."),
            Note(text=f"Utveckling: nettokostnaden från januari mot samma månader {year - 1}, i procent."),
        ),
        sheet="Nettokostnad",
    )


def _rows(year: int) -> tuple[Row, ...]:
    return (
        Row(key="utfall", label=f"Utfall {year}", cell=-ref(ECONOMY)),
        Row(key="budget", label=f"Budget {year}", cell=-ref(ECONOMY, kind=Kind.BUDGET)),
        Row(key="forra", label=f"Utfall {year - 1}", cell=-ref(ECONOMY, period="-1")),
        Row(
            key="utveckling",
            label="Utveckling hittills i år",
            cell=Change(after=-ref(ECONOMY, period="ack"), before=-ref(ECONOMY, period="ack-1")),
            unit="%",
            signed=True,
            level="total",
        ),
    )


def _chart(writer: Writer, table: Table) -> Chart:
    year = writer.months.year_number
    return Chart(
        key="nettokostnad",
        kind=ChartKind.LINE,
        title=f"Nettokostnad per månad, mnkr, {writer.unit.name}",
        alt=f"Nettokostnaden varje månad {year} bredvid budget och {year - 1} års utfall; talen står i tabellen.",
        table=table,
        rows=("utfall", "budget", "forra"),
    )
