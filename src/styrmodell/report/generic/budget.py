"""generic.resultatbudget: the plan's amounts of money, with last year's outcome, budget and the years to come.

Which measure and dimension it prints is said in the workspace: ``matt = "ekonomi"`` and ``indelning = "slag"`` under
``[reports."generic.resultatbudget"]``. Else it prints every measure in kr.
"""

from collections.abc import Iterable, Iterator

from styrmodell.finding import Text
from styrmodell.model.dimension import Dimension
from styrmodell.model.expression import ref
from styrmodell.model.ids import MemberId, require_known
from styrmodell.model.kind import Kind, State
from styrmodell.model.lifting.lifted_measures import DEVIATION, OBJECT
from styrmodell.model.measure import MONEY, Measure
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage
from styrmodell.report.generic.columns import figure_column
from styrmodell.report.generic.plain_report import plain_report

_MEASURE, _DIMENSION, _SCALE = "matt", "indelning", "enhet"
# What came out two years back, what is expected of last year, the budget and the plan of what follows.
_YEARS = ((-2, Kind.OUTCOME), (-1, Kind.OUTCOME), (-1, Kind.FORECAST), (0, Kind.FORECAST), (0, Kind.BUDGET))
_AHEAD = ((1, Kind.PLAN), (2, Kind.PLAN), (3, Kind.PLAN))


def _blocks(context: Context) -> Iterator[Block]:
    columns = _columns(context)
    yield NewPage(landscape=True)
    rows = tuple(_rows(context))
    if rows and columns:
        yield context.table(
            TableSpec(
                key="resultatbudget",
                caption="Resultatbudget",
                row_header="Post",
                scale=context.settings.get(_SCALE, "tkr"),
                columns=columns,
                rows=rows,
            )
        )


def _columns(context: Context) -> tuple[Column, ...]:
    """Those of the years around the document's for which somebody has told money."""
    money = {measure.id for measure in _money(context.plan)}
    told = {
        (one.period.first_year, one.kind)
        for one in context.plan.observations
        if one.measure_id in money and one.state is not State.STATED
    }
    year = context.period.first_year
    pairs = ((shift, kind) for shift, kind in (*_YEARS, *_AHEAD) if (year + shift, kind) in told)
    return tuple(figure_column(context.period.shift(shift), kind) for shift, kind in pairs)


def _money(plan: Plan) -> Iterable[Measure]:
    """Measures in kr, but for those of projects, investments and actions: they have reports of their own."""
    return (one for one in plan.measures if one.unit == MONEY and OBJECT not in one.dimensions and one.id != DEVIATION)


def _rows(context: Context) -> Iterator[Row]:
    """Every measure in kr; or the members of a dimension of one of them, parts before what they add up to."""
    name = context.settings.get(_MEASURE, "")
    if not name:
        yield from (Row(key=one.id, label=one.name, cell=ref(one.id)) for one in _money(context.plan))
        return
    measures = {str(one.id): one for one in context.plan.measures}
    require_known("measure", name, measures)
    split = context.settings.get(_DIMENSION, "")
    dimensions = {str(one.id): one for one in context.plan.dimensions if one.id in measures[name].dimensions}
    if split:
        require_known("dimension", split, dimensions)
        yield from _members(name, dimensions[split], dimensions[split].root())
    yield Row(key=name, label=measures[name].name, level="total", cell=ref(name))


def _members(measure: str, dimension: Dimension, member: MemberId, depth: int = 0) -> Iterator[Row]:
    """What *member* adds up, and then itself; the whole is left to the table's last row."""
    parts = dimension.parts()[member]
    for part in parts:
        yield from _members(measure, dimension, part, depth + 1)
    if depth:
        name = next((one.name for one in dimension.members if one.id == member), "") or member
        level = "total" if parts else "body"
        yield Row(key=member, label=name, level=level, cell=ref(measure, dims=((dimension.id, member),)))


def _holds(plan: Plan) -> bool:
    return bool(plan.observations) and any(True for _ in _money(plan))


BUDGET = plain_report("generic.resultatbudget", Text(sv="Resultatbudget", en="Budgeted result"), _blocks, _holds)
