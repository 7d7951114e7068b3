"""The gallery's charts: one of each kind, drawn from its tables."""

from collections.abc import Iterator

from styrmodell.model.expression import ref
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.chart import Chart, ChartKind, Matrix, MatrixItem
from styrmodell.report.context import Context
from styrmodell.report.generic.gallery.names import ACCESS
from styrmodell.report.generic.gallery.tables import bridge, costs, sick_leave
from styrmodell.report.table import Table

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug")


def charts(context: Context) -> tuple[Chart, ...]:
    """Bars, stacked bars, a line with its target and a waterfall; the waterfall's table is the first."""
    return tuple(_charts(context))


def bridge_table(context: Context) -> Table:
    """The table that the waterfall draws."""
    return context.table(bridge())


def waterfall(table: Table) -> Chart:
    """The steps from budget to forecast."""
    return Chart(
        key="brygga",
        kind=ChartKind.WATERFALL,
        title="Från budgeterat till prognostiserat resultat",
        alt="Resultatet sjunker från budget till prognos, mest för att hyrpersonal och läkemedel kostar mer.",
        table=table,
    )


def _charts(context: Context) -> Iterator[Chart]:
    plan = context.plan
    yield Chart(
        key="sjukfranvaro",
        kind=ChartKind.BAR,
        title="Sjukfrånvaro per förvaltning",
        alt="Sjukfrånvaron är högst i hälso- och sjukvården; för service gäller förra årets uppgift.",
        table=context.table(sick_leave(plan)),
        by_column=True,
    )
    yield Chart(
        key="kostnader",
        kind=ChartKind.STACKED,
        title="Kostnader per förvaltning",
        alt="Kostnaderna ökar varje år; hälso- och sjukvården har mer än fyra femtedelar av dem.",
        table=context.table(costs(plan)),
    )
    yield Chart(
        key="vard",
        kind=ChartKind.LINE,
        title="Andel som får vård inom 90 dagar",
        alt="Andelen ligger mellan 82 och 89 procent varje månad och når aldrig målet 90 procent.",
        table=context.table(_access(context.period.first_year)),
        target="mal",
    )


def _access(year: int) -> TableSpec:
    columns = (
        Column(key=f"m{number:02}", label=name, period=Period.parse(f"{year}-{number:02}"))
        for number, name in enumerate(_MONTHS, 1)
    )
    return TableSpec(
        key="vard",
        caption="Andel som får vård inom 90 dagar",
        row_header="Månad",
        decimals=1,
        rows=(
            Row(key="utfall", label="Utfall", cell=ref(ACCESS, unit="halso")),
            Row(key="mal", label="Målvärde", cell=ref(ACCESS, unit="halso", kind=Kind.PLAN)),
        ),
        columns=tuple(columns),
    )


def matrix(plan: Plan, scales: dict[str, tuple[str, ...]]) -> Matrix:
    """The plan's risks by likelihood and consequence."""
    items = (
        MatrixItem(label=risk.nr, name=risk.name, across=risk.before.likelihood, up=risk.before.consequence)
        for risk in plan.risks
        if risk.before is not None
    )
    return Matrix(
        key="risker",
        title="Risker efter sannolikhet och konsekvens",
        alt="Två risker är röda: brist på specialistsjuksköterskor och dyrare hyrpersonal.",
        across_title="Sannolikhet",
        up_title="Konsekvens",
        across=scales["sannolikhet"],
        up=scales["konsekvens"],
        items=tuple(items),
    )
