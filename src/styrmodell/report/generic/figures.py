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

# As many columns of amounts in kr as a page takes without breaking a figure.
_WIDEST = 7
# A month is not broken over two lines.
_NO_BREAK = "\u2011"


def _parts(plan: Plan) -> tuple[tuple[Kind | None, tuple[Column, ...]], ...]:
    """One column for every (period, kind) that has figures, in order of time; more than a page takes, kind by kind."""
    seen = sorted({(o.period, list(Kind).index(o.kind)) for o in plan.observations})
    pairs = [(period, tuple(Kind)[kind]) for period, kind in seen]
    if len(pairs) <= _WIDEST:
        return ((None, tuple(_column(*pair) for pair in pairs)),)
    return tuple(
        (kind, tuple(_column(*pair) for pair in some))
        for kind in Kind
        for some in _shared_out([pair for pair in pairs if pair[1] is kind])
    )


def _shared_out(pairs: list[tuple[Period, Kind]]) -> list[list[tuple[Period, Kind]]]:
    """*pairs* in as few parts as fit a page each, of about the same size."""
    parts = -(-len(pairs) // _WIDEST)
    size = -(-len(pairs) // parts) if parts else 1
    return [pairs[start : start + size] for start in range(0, len(pairs), size)]


def _column(period: Period, kind: Kind) -> Column:
    label = f"{kind_word(kind).capitalize()} {period.text.replace('-', _NO_BREAK)}"
    return Column(key=f"{kind.value}-{period.text.lower()}", label=label, period=period, kind=kind)


def _build(context: Context) -> Document:
    plan = context.plan
    rows = tuple(
        Row(key=measure.id, label=f"{measure.name} ({measure.unit})", cell=ref(measure.id), decimals=measure.decimals)
        for measure in plan.measures
    )
    parts = _parts(plan)
    tables = (_table(rows, kind, columns, number) for number, (kind, columns) in enumerate(parts, 1))
    facts = (("Enhet", context.unit.name), ("Period", context.period.text))
    blocks = tuple(context.table(table) for table in tables)
    return Document(title="Mått och värden", head=Head(dnr=plan.dnr, facts=facts), blocks=blocks)


def _table(rows: tuple[Row, ...], kind: Kind | None, columns: tuple[Column, ...], number: int) -> TableSpec:
    if kind is None:
        return TableSpec(key="matt", caption="Mått och värden", row_header="Mått", rows=rows, columns=columns)
    spans = dict.fromkeys(
        column.period.text for column in (columns[0], columns[-1]) if isinstance(column.period, Period)
    )
    caption = f"{kind_word(kind).capitalize()} {' – '.join(spans)}"
    return TableSpec(key=f"matt-{number}", caption=caption, row_header="Mått", rows=rows, columns=columns)


FIGURES = ReportSpec(key="generic.matt", title=Text(sv="Mått och värden", en="Measures and figures"), build=_build)
