"""What the rows of a code plan took of a ledger, as observations."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field

from styrmodell.io.ledger.claims import Claim
from styrmodell.io.ledger.format import CLOSING_VERSION, Closing, LedgerFormat
from styrmodell.io.ledger.mapping import Heap
from styrmodell.io.ledger.period import CLOSING_MONTH, LedgerPeriod
from styrmodell.model.code_plan import CodePlan, CodePlanRow
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

_Target = tuple[MeasureId, UnitId, Dims, str, str]
# The rule under which a figure may be told as items, by who is on the other side.
_ADDING = "sum"


@define
class _Figure:
    """One observation to be: its amounts, and the plan's rows that gave them."""

    heap: Heap = field(factory=Heap)
    rows: list[CodePlanRow] = field(factory=list)


def ledger_observations(
    taken: Iterable[tuple[LedgerPeriod, Claim, Heap]],
    plan: CodePlan,
    format: LedgerFormat,
    measures: Mapping[MeasureId, Measure],
) -> Iterator[Observation]:
    """One observation for each measure, unit, set of members and period that a row of *plan* has amounts for.

    Rows with other counterparties or I/E codes give items of their own, where the measure is summed.

    Args:
        taken: What was claimed alike in one period; see LedgerMapping.taken.
        plan: Gives the order.
        format: Kind, version and days; where closing entries go.
        measures: Id → measure.

    Returns:
        In the plan's order, then by period; the closing entries of "separate" after their December.
    """
    summed = {name for name, measure in measures.items() if measure.rule == _ADDING}
    targets = dict.fromkeys(_target(row, row.measure_id in summed) for row in plan.rows)
    order = {target: place for place, target in enumerate(targets)}
    figures: dict[tuple[int, Period, str], _Figure] = {}
    for period, claim, heap in taken:
        version = _version(period, format)
        for row in (claim.row, *claim.parts):
            if row is not None:
                place = order[_target(row, row.measure_id in summed)]
                figure = figures.setdefault((place, period.period, version), _Figure())
                figure.heap.add(heap.amount, heap.spans)
                if all(row is not other for other in figure.rows):
                    figure.rows.append(row)
    for (_, months, version), figure in sorted(figures.items(), key=lambda item: item[0]):
        yield _observation(months, version, figure, format)


def _target(row: CodePlanRow, is_summed: bool) -> _Target:
    item = (row.counterparty, row.ie) if is_summed else ("", "")
    return (row.measure_id, row.unit_id, row.dims, *item)


def _version(period: LedgerPeriod, format: LedgerFormat) -> str:
    if period.month != CLOSING_MONTH or format.closing is not Closing.SEPARATE:
        return format.version
    return f"{format.version} {CLOSING_VERSION}".lstrip()


def _observation(period: Period, version: str, figure: _Figure, format: LedgerFormat) -> Observation:
    row = figure.rows[0]
    return Observation(
        measure_id=row.measure_id,
        unit_id=row.unit_id,
        period=period,
        kind=format.kind,
        version=version,
        dims=row.dims,
        value=figure.heap.amount,
        as_of=format.as_of,
        reported=format.reported,
        counterparty=_listed(item.counterparty for item in figure.rows),
        ie=_listed(item.ie for item in figure.rows),
        source=figure.heap.source,
    )


def _listed(values: Iterable[str]) -> str:
    """Each value once: a figure may be made of several rows of the code plan."""
    return ", ".join(dict.fromkeys(value for value in values if value))
