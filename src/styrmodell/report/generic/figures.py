"""generic.matt: every measure of the plan with its figures, for a region without a plugin of its own."""

from collections.abc import Iterable

from styrmodell.finding import Text
from styrmodell.model.expression import ref
from styrmodell.model.kind import Kind, kind_word
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.context import Context
from styrmodell.report.document import Document, Head
from styrmodell.report.generic.answering import answers, reported
from styrmodell.report.generic.columns import figure_column
from styrmodell.report.spec import ReportSpec

# As many columns of amounts in kr as a page takes without breaking a figure.
_WIDEST = 7


def _parts(plan: Plan) -> tuple[tuple[Kind | None, tuple[Column, ...]], ...]:
    """One column for every (period, kind) that has figures, in order of time; more than a page takes, kind by kind.

    Months, quarters and years then stand in tables of their own: a measure of the year has no figure of a month.
    """
    seen = sorted({(o.period, list(Kind).index(o.kind)) for o in plan.observations})
    pairs = [(period, tuple(Kind)[kind]) for period, kind in seen]
    if len(pairs) <= _WIDEST:
        return ((None, tuple(figure_column(*pair) for pair in pairs)),)
    lengths = sorted({period.months for period, _ in pairs}, reverse=True)
    return tuple(
        (kind, tuple(figure_column(*pair) for pair in some))
        for kind in Kind
        for length in lengths
        for some in _shared_out([pair for pair in pairs if pair[1] is kind and pair[0].months == length])
    )


def _shared_out(pairs: list[tuple[Period, Kind]]) -> list[list[tuple[Period, Kind]]]:
    """*pairs* in as few parts as fit a page each, of about the same size."""
    parts = -(-len(pairs) // _WIDEST)
    size = -(-len(pairs) // parts) if parts else 1
    return [pairs[start : start + size] for start in range(0, len(pairs), size)]


def _build(context: Context) -> Document:
    plan = context.plan
    parts = _parts(plan)
    known = reported(plan)
    tables = (
        _table([one for one in plan.measures if kind is None or answers(one, columns, plan, known)], kind, columns, at)
        for at, (kind, columns) in enumerate(parts, 1)
    )
    facts = (("Enhet", context.unit.name), ("Period", context.period.text))
    blocks = tuple(context.table(table) for table in tables if table.rows or len(parts) == 1)
    return Document(title="Mått och värden", head=Head(dnr=plan.dnr, facts=facts), blocks=blocks)


def _row(measure: Measure) -> Row:
    label = f"{measure.name} ({measure.unit})"
    return Row(key=measure.id, label=label, cell=ref(measure.id), decimals=measure.decimals)


def _table(measures: Iterable[Measure], kind: Kind | None, columns: tuple[Column, ...], number: int) -> TableSpec:
    rows = tuple(map(_row, measures))
    if kind is None:
        return TableSpec(key="matt", caption="Mått och värden", row_header="Mått", rows=rows, columns=columns)
    spans = dict.fromkeys(
        column.period.text for column in (columns[0], columns[-1]) if isinstance(column.period, Period)
    )
    caption = f"{kind_word(kind).capitalize()} {' – '.join(spans)}"
    return TableSpec(key=f"matt-{number}", caption=caption, row_header="Mått", rows=rows, columns=columns)


FIGURES = ReportSpec(key="generic.matt", title=Text(sv="Mått och värden", en="Measures and figures"), build=_build)
