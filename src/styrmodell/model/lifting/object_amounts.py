"""The amounts of investments and projects as figures, in kr, a cost with minus."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.lifting.lifted_measures import INVESTMENT, OBJECT, POST, PROJECT, RUNNING, accumulated
from styrmodell.model.measure import Dims
from styrmodell.model.money import Money, PlannedAmount
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.source import Source

_YEARLY = MappingProxyType({"arskostnad": "operating_cost", "kapitalkostnad": "capital_cost"})


def object_figures(plan: Plan) -> Iterator[Observation]:
    """A figure for every amount of an investment or a project, at the unit that owns it, else at the plan's."""
    for investment in plan.investments:
        unit = investment.unit_id or plan.unit_id
        yield from _planned(INVESTMENT, investment.id, unit, investment.amounts, investment.source)
        yield from _running(plan, investment.id, unit, _yearly(investment), investment.source)
    units = {project.id: project.unit_id for project in plan.projects}
    for project in plan.projects:
        yield from _planned(PROJECT, project.id, project.unit_id or plan.unit_id, project.amounts, project.source)
    for it in plan.it_projects:
        yield from _running(plan, it.project_id, units.get(it.project_id) or plan.unit_id, _yearly(it), it.source)


def _yearly(thing: object) -> Mapping[str, Money | None]:
    return {post: getattr(thing, name) for post, name in _YEARLY.items()}


def _planned(
    measure: MeasureId, name: str, unit: UnitId, amounts: Iterable[PlannedAmount], source: Source
) -> Iterator[Observation]:
    """The figures of *amounts*; one that is not known yet is missing, where no amount at all is blank."""
    for amount in amounts:
        yield Observation(
            measure_id=accumulated(measure) if amount.accumulated else measure,
            unit_id=unit,
            period=amount.period,
            kind=amount.kind,
            version=amount.version,
            dims=((OBJECT, name), *(((POST, amount.post),) if amount.post else ())),
            value=amount.value,
            state=State.REPORTED if amount.value is not None else State.MISSING,
            precision=amount.precision,
            source=source,
        )


def _running(
    plan: Plan, name: str, unit: UnitId, posts: Mapping[str, Money | None], source: Source
) -> Iterator[Observation]:
    for post, value in posts.items():
        if value is None:
            continue
        dims: Dims = ((OBJECT, name), (POST, post))
        yield Observation(
            measure_id=RUNNING,
            unit_id=unit,
            period=plan.period,
            kind=Kind.PLAN,
            dims=dims,
            value=value,
            source=source,
        )
