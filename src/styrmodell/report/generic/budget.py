"""generic.resultatbudget: the plan's amounts of money, with last year's outcome, budget and the years to come.

Which measures and dimension it prints is said in the workspace: ``matt = "ekonomi"`` (or several: "intakt; kostnad")
and ``indelning = "slag"`` under ``[reports."generic.resultatbudget"]``. Else it prints every measure in kr that
somebody has told figures of. ``versioner = "alla"`` gives each version of a budget or forecast its column, in the
profile's order.
"""

from collections.abc import Iterable, Iterator

from styrmodell.finding import Finding, Text
from styrmodell.model.dimension import Dimension
from styrmodell.model.expression import ref
from styrmodell.model.ids import MemberId
from styrmodell.model.kind import Kind, State
from styrmodell.model.lifting.lifted_measures import DEVIATION, OBJECT
from styrmodell.model.measure import MONEY, Measure
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Note, Row, TableSpec
from styrmodell.report.context import Context
from styrmodell.report.document import Block, NewPage, Paragraph
from styrmodell.report.generic.answering import answers, needs, reported
from styrmodell.report.generic.budget_settings import BudgetSettings, read_settings, setting_faults
from styrmodell.report.generic.columns import figure_column
from styrmodell.report.generic.plain_report import in_order, plain_report

_NOT_PRINTED = "Tabellen skrivs inte: en inställning är fel. Vilken, och vad som väntades, står bland iakttagelserna."
_SIGNS = "Intäkter skrivs med plus och kostnader med minus."
_DEFINED = " Rader som räknas ur andra har det tecken som deras definition ger."
# What came out two years back, what is expected of last year, the budget and the plan of what follows.
_YEARS = ((-2, Kind.OUTCOME), (-1, Kind.OUTCOME), (-1, Kind.FORECAST), (0, Kind.FORECAST), (0, Kind.BUDGET))
_AHEAD = ((1, Kind.PLAN), (2, Kind.PLAN), (3, Kind.PLAN))


def _blocks(context: Context) -> Iterator[Block | Finding]:
    faults, settings = tuple(setting_faults(context)), read_settings(context.settings)
    yield from faults
    yield NewPage(landscape=True)
    if faults:
        yield Paragraph(text=_NOT_PRINTED)
        return
    measures = _chosen(context, settings)
    columns = _columns(context, measures, settings)
    if not settings.measures:
        known = reported(context.plan)
        measures = tuple(one for one in measures if answers(one, columns, context.plan, known))
    rows = tuple(_rows(context, measures, settings.split))
    if not rows or not columns:
        yield Paragraph(text=f"Inga belopp för {context.period.text} och åren omkring.")
        return
    is_defined = any(one.definition is not None for one in measures)
    yield context.table(
        TableSpec(
            key="resultatbudget",
            caption="Resultatbudget",
            row_header="Post",
            scale=settings.scale,
            columns=columns,
            rows=rows,
            notes=(Note(text=f"{_SIGNS}{_DEFINED if is_defined else ''}"),),
        )
    )


def _chosen(context: Context, settings: BudgetSettings) -> tuple[Measure, ...]:
    """The measures of the setting, in its order; without it every measure in kr."""
    measures = {str(one.id): one for one in context.plan.measures}
    return tuple(measures[name] for name in settings.measures) or tuple(_money(context.plan))


def _columns(context: Context, measures: tuple[Measure, ...], settings: BudgetSettings) -> tuple[Column, ...]:
    """Those of the years around the document's for which somebody has told money."""
    needed = {need.measure for one in measures for need in needs(one, context.plan)}
    told: dict[tuple[int, Kind], set[str]] = {}
    for one in context.plan.observations:
        if one.measure_id in needed and one.state is not State.STATED:
            told.setdefault((one.period.first_year, one.kind), set()).add(one.version)
    return tuple(
        column
        for shift, kind in (*_YEARS, *_AHEAD)
        if (versions := told.get((context.period.first_year + shift, kind))) is not None
        for column in (
            *(_of_versions(context, context.period.shift(shift), kind, versions) if settings.every_version else ()),
            figure_column(context.period.shift(shift), kind),
        )
    )


def _of_versions(context: Context, period: Period, kind: Kind, versions: set[str]) -> Iterator[Column]:
    """A column for each of several versions, in the profile's order; what counts stands after them."""
    if len(versions) > 1:
        ordered = in_order(sorted(versions), context.profile.versions, str)
        yield from (figure_column(period, kind, version) for version in ordered if version)


def _money(plan: Plan) -> Iterable[Measure]:
    """Measures in kr, but for those of projects, investments and actions: they have reports of their own."""
    return (one for one in plan.measures if one.unit == MONEY and OBJECT not in one.dimensions and one.id != DEVIATION)


def _rows(context: Context, measures: tuple[Measure, ...], split: str) -> Iterator[Row]:
    """Every measure; those that the dimension *split* divides after their members."""
    dimensions = {str(one.id): one for one in context.plan.dimensions}
    for measure in measures:
        is_split = split in measure.dimensions
        if is_split:
            before = f"{measure.id}." if len(measures) > 1 else ""
            yield from _members(measure.id, dimensions[split], dimensions[split].root(), before)
        yield Row(key=measure.id, label=measure.name, level="total" if is_split else "body", cell=ref(measure.id))


def _members(measure: str, dimension: Dimension, member: MemberId, before: str, depth: int = 0) -> Iterator[Row]:
    """What *member* adds up, and then itself; the whole is left to the table's last row."""
    parts = dimension.parts()[member]
    for part in parts:
        yield from _members(measure, dimension, part, before, depth + 1)
    if depth:
        name = next((one.name for one in dimension.members if one.id == member), "") or member
        level = "total" if parts else "body"
        yield Row(key=f"{before}{member}", label=name, level=level, cell=ref(measure, dims=((dimension.id, member),)))


def _holds(plan: Plan) -> bool:
    return bool(plan.observations) and any(True for _ in _money(plan))


BUDGET = plain_report("generic.resultatbudget", Text(sv="Resultatbudget", en="Budgeted result"), _blocks, _holds)
