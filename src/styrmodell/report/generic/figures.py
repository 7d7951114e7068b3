"""generic.matt: every measure of the plan with its figures, for a region without a plugin of its own."""

from styrmodell.finding import Text
from styrmodell.model.expression import ref
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.context import Context
from styrmodell.report.document import Document, Head
from styrmodell.report.spec import ReportSpec


def _columns(plan: Plan) -> tuple[Column, ...]:
    """One column for every (period, kind) that has figures, in order of time."""
    seen = sorted({(o.period, list(Kind).index(o.kind)) for o in plan.observations})
    return tuple(_column(period, tuple(Kind)[kind]) for period, kind in seen)


def _column(period: Period, kind: Kind) -> Column:
    label = f"{kind_word(kind).capitalize()} {period.text}"
    return Column(key=f"{kind.value}-{period.text.lower()}", label=label, period=period, kind=kind)


def _build(context: Context) -> Document:
    plan = context.plan
    rows = tuple(
        Row(key=measure.id, label=f"{measure.name} ({measure.unit})", cell=ref(measure.id), decimals=measure.decimals)
        for measure in plan.measures
    )
    table = TableSpec(key="matt", caption="Mått och värden", row_header="Mått", rows=rows, columns=_columns(plan))
    facts = (("Enhet", context.unit.name), ("Period", context.period.text))
    return Document(title="Mått och värden", head=Head(dnr=plan.dnr, facts=facts), blocks=(context.table(table),))


FIGURES = ReportSpec(key="generic.matt", title=Text(sv="Mått och värden", en="Measures and figures"), build=_build)
