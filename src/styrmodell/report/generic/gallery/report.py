"""The gallery's document, from cover to the last list."""

from collections.abc import Iterable, Iterator

from styrmodell.finding import Text
from styrmodell.model.expression import ref
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.report.chart import Chart
from styrmodell.report.context import Context
from styrmodell.report.document import Block, Contents, Document, Head, NewPage, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.generic.gallery.charts import bridge_table, charts, matrix, waterfall
from styrmodell.report.generic.gallery.lists import risks, scorecard
from styrmodell.report.generic.gallery.names import ECONOMY, MEASURES, NETTO, PER_INHABITANT
from styrmodell.report.generic.gallery.tables import absent, economy, months, visits
from styrmodell.report.narrative.narrative import Narrative
from styrmodell.report.placeholder import Part
from styrmodell.report.spec import ReportSpec


def _build(context: Context) -> Document:
    first = context.narrative("inledning", {"ekonomi": context.table(economy(context.plan)), **_figures(context)})
    summary = context.narrative("sammanfattning", _figures(context))
    return Document(
        title="Galleri",
        head=_head(context),
        blocks=tuple(_blocks(context, first, summary)),
        findings=type(first.findings)((*first.findings, *summary.findings)),
        cover=True,
        numbered=True,
    )


def _head(context: Context) -> Head:
    return Head(
        dnr=context.plan.dnr,
        body="Regionstyrelsen",
        paragraph="§ 12",
        appendix="Bilaga 1",
        subtitle="Allt ett dokument kan innehålla",
        facts=(("Enhet", context.unit.name), ("Period", context.period.text)),
        footer=context.unit.name,
        dated=context.as_of,
    )


def _figures(context: Context) -> dict[str, Part]:
    """Figures that the texts may ask for."""
    forecast = context.value(ref(ECONOMY, dims=NETTO), kind=Kind.FORECAST)
    budget = ref(ECONOMY, dims=NETTO, kind=Kind.BUDGET)
    deviation = context.value(ref(ECONOMY, dims=NETTO, kind=Kind.FORECAST) - budget, kind=Kind.FORECAST)
    per_inhabitant = context.value(PER_INHABITANT, kind=Kind.FORECAST)
    return {
        "prognos": context.figure("prognos", forecast, unit="mnkr", decimals=1),
        "avvikelse": context.figure("avvikelse", deviation, unit="mnkr", decimals=1, signed=True),
        "per-inv": context.figure("per-inv", per_inhabitant, decimals=0),
    }


def _blocks(context: Context, first: Narrative, summary: Narrative) -> Iterator[Block]:
    plan = context.plan
    yield Contents()
    yield NewPage()
    yield from first.blocks
    if "ekonomi" not in first.used:
        yield context.table(economy(plan))
    yield Heading(text="Sammanfattning")
    yield from summary.blocks
    yield Heading(text="Tabeller")
    yield Heading(text="Grupperade rader och utveckling", level=2)
    yield context.table(visits())
    yield Heading(text="Det som inte är en siffra", level=2)
    yield Paragraph(text="Noll, ej rapporterat, ej aktuellt och nytt mått är olika saker och skrivs olika.")
    yield context.table(absent(plan))
    yield Heading(text="Status", level=2)
    yield context.table(scorecard(context))
    yield from _drawn(context)
    yield NewPage(landscape=True)
    yield Heading(text="På liggande sida")
    yield context.table(months(context.period.first_year))
    yield context.table(risks(plan, dict(context.profile.value_lists).get("riskkategori", ())))


def _drawn(context: Context) -> Iterator[Block]:
    yield Heading(text="Diagram")
    drawn: tuple[Chart, ...] = charts(context)
    yield from drawn
    bridge = bridge_table(context)
    yield bridge
    yield waterfall(bridge)
    scales = dict(context.profile.scales)
    if context.plan.risks and {"sannolikhet", "konsekvens"} <= scales.keys():
        yield matrix(context.plan, scales)


def _instances(plan: Plan) -> Iterable[tuple[UnitId, Period]]:
    """One document, for a plan that has the gallery's measures; none for others."""
    known = {measure.id for measure in plan.measures}
    return ((plan.unit_id, plan.period),) if known.issuperset(MEASURES) else ()


GALLERY = ReportSpec(
    key="generic.galleri",
    title=Text(sv="Galleri: allt ett dokument kan innehålla", en="Gallery: all that a document may hold"),
    build=_build,
    instances=_instances,
)
