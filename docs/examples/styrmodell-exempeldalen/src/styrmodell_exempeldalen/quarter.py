"""The quarterly report of each förvaltning: visits by enhet against the same quarter last year."""

from collections.abc import Iterable, Iterator

from styrmodell.api import (
    Block,
    Chart,
    ChartKind,
    Column,
    Context,
    Document,
    Head,
    Heading,
    Master,
    Paragraph,
    Period,
    Plan,
    ReportSpec,
    Row,
    TableSpec,
    Text,
    UnitId,
    column,
    ref,
)

from styrmodell_exempeldalen.profile import DEPARTMENT

VISITS = "besok"
QUARTERS = (1, 2, 3)


def quarters(plan: Plan) -> tuple[Period, ...]:
    """The quarters that the region reports: the last is told in the yearly report."""
    return tuple(Period.parse(f"{plan.period.first_year}-Q{number}") for number in QUARTERS)


def year_before(period: Period) -> Period:
    """The same months of the year before."""
    year = period.first_year
    return Period.parse(period.text.replace(str(year), str(year - 1)))


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    units = [unit.id for unit in plan.units if unit.level == DEPARTMENT]
    return tuple((unit, period) for unit in units for period in quarters(plan))


def _build(context: Context) -> Document:
    return Document(
        title=f"Kvartalsrapport {context.period.text}",
        head=Head(
            dnr=context.plan.dnr,
            body=context.plan.body,
            facts=(("Förvaltning", context.unit.name), ("Per", context.as_of.isoformat())),
            footer=context.profile.name,
        ),
        blocks=tuple(_blocks(context)),
    )


def _blocks(context: Context) -> Iterator[Block]:
    yield Heading(text="Besök")
    if VISITS not in {str(measure.id) for measure in context.plan.measures}:
        yield Paragraph(text=f"Underlag saknas: måttet {VISITS}.")
        return
    visits = context.figure("besok", context.value(VISITS))
    yield Paragraph(markdown="Förvaltningen hade **{{ besok }}** besök.", figures=(("besok", visits),))
    table = context.table(_table(context))
    yield table
    yield Chart(
        key="besok",
        kind=ChartKind.BAR,
        title="Besök mot samma kvartal i fjol",
        alt="Besöken vid varje enhet, kvartalet bredvid samma kvartal i fjol.",
        table=table,
        columns=("forra", "utfall"),
        by_column=True,
    )


def _table(context: Context) -> TableSpec:
    below = [unit for unit in context.plan.units if unit.parent_id == context.unit.id]
    rows = [Row(key=unit.id, label=unit.name, cell=ref(VISITS, unit=unit.id)) for unit in below]
    rows.append(Row(key=context.unit.id, label=context.unit.name, cell=ref(VISITS), level="total"))
    return TableSpec(
        key="besok",
        caption="Besök",
        row_header="Enhet",
        rows=tuple(rows),
        columns=(
            Column(key="forra", label="Samma kvartal i fjol", period=year_before(context.period)),
            Column(key="utfall", label="Kvartalet"),
            Column(key="andring", label="Ändring", cell=column("utfall") - column("forra"), signed=True),
        ),
    )


QUARTERLY = ReportSpec(
    key="exempeldalen.kvartal",
    title=Text(sv="Kvartalsrapport", en="Quarterly report"),
    build=_build,
    master=Master(package="styrmodell_exempeldalen", path="mallar/rapport.docx"),
    instances=_instances,
)
