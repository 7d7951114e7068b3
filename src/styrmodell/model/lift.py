"""Lifting: the amounts of projects, investments and actions as observations, so that they are summed and explained.

The amounts stay where people wrote them; the plan that is computed from holds them as figures of the measures below,
split by the dimension "objekt". An object's part is a part of its member; a unit that does not own an object is not
missing there.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import evolve

from styrmodell.model.action import Action, ActionReport, EffectBasis
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import DimensionId, MeasureId, MemberId, UnitId
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MONEY, Dims, Measure, OverTime
from styrmodell.model.money import Money, PlannedAmount
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.source import Source

OBJECT = DimensionId("objekt")
POST = DimensionId("post")
EFFECT = DimensionId("effekt")
INVESTMENT = MeasureId("investering")
PROJECT = MeasureId("projekt")
RUNNING = MeasureId("driftkostnad")
ACTION = MeasureId("atgard")
_ACCUMULATED = "-ackumulerad"
_NAMES = MappingProxyType(
    {
        INVESTMENT: "Investeringar",
        PROJECT: "Projekt",
        RUNNING: "Ökade driftkostnader per år",
        ACTION: "Åtgärder, effekt",
    }
)
_DIMENSIONS = MappingProxyType(
    {INVESTMENT: (OBJECT,), PROJECT: (OBJECT, POST), RUNNING: (OBJECT, POST), ACTION: (OBJECT, EFFECT)}
)
_POSTS = Dimension(
    id=POST,
    name="Post",
    members=(
        Member(id=MemberId("utgift"), name="Utgift", parts=(MemberId("kostnad"), MemberId("investering"))),
        Member(id=MemberId("kostnad"), name="Kostnad"),
        Member(id=MemberId("investering"), name="Investering"),
        Member(id=MemberId("drift"), name="Drift per år", parts=(MemberId("arskostnad"), MemberId("kapitalkostnad"))),
        Member(id=MemberId("arskostnad"), name="Årskostnad"),
        Member(id=MemberId("kapitalkostnad"), name="Kapitalkostnad"),
    ),
)
_EFFECTS = Dimension(
    id=EFFECT,
    name="Effekt",
    members=(
        Member(id=MemberId("netto"), name="Netto", parts=(MemberId("brutto"), MemberId("moteffekt"))),
        Member(id=MemberId("brutto"), name="Brutto"),
        Member(id=MemberId("moteffekt"), name="Moteffekt"),
    ),
)


def lifted(plan: Plan) -> Plan:
    """*plan* with its objects' amounts as observations of the measures investering, projekt, driftkostnad and atgard.

    Figures are in kr, income + and cost −. Measures and dimensions that the plan defines itself stand as they are.
    A plan without amounts is returned as it is.
    """
    found = tuple(_observations(plan))
    if not found:
        return plan
    used = dict.fromkeys(observation.measure_id for observation in found)
    own = {measure.id for measure in plan.measures}
    dimensions = {dimension.id for dimension in plan.dimensions}
    new = (dimension for dimension in (_objects(plan), _POSTS, _EFFECTS) if dimension.id not in dimensions)
    return evolve(
        plan,
        dimensions=(*plan.dimensions, *new),
        measures=(*plan.measures, *(_measure(name) for name in used if name not in own)),
        observations=(*plan.observations, *found),
    )


def _measure(name: MeasureId) -> Measure:
    base = MeasureId(name.removesuffix(_ACCUMULATED))
    label = _NAMES[base] + (", ackumulerat" if base != name else "")
    return Measure(
        id=name,
        name=label,
        unit=MONEY,
        dimensions=_DIMENSIONS[base],
        over_time=OverTime.LAST if base != name else OverTime.SUM,
        is_owned=True,
    )


def _objects(plan: Plan) -> Dimension:
    """Every object that may have amounts, once; objects of two kinds with one id share a member."""
    things: tuple[tuple[str, str, str | None], ...] = (
        *((thing.id, thing.name, thing.parent_id) for thing in plan.investments),
        *((thing.id, thing.name, None) for thing in plan.projects),
        *((thing.id, thing.name, thing.parent_id) for thing in plan.actions),
    )
    names = {name: label for name, label, _ in reversed(things)}
    parts: dict[str, list[MemberId]] = {}
    for name, _, parent in things:
        if parent is not None and parent in names:
            parts.setdefault(parent, []).append(MemberId(name))
    members = (
        Member(id=MemberId(name), name=names[name], parts=tuple(parts.get(name, ())))
        for name in dict.fromkeys(n for n, _, _ in things)
    )
    return Dimension(id=OBJECT, name="Objekt", members=tuple(members))


def _observations(plan: Plan) -> Iterator[Observation]:
    for investment in plan.investments:
        unit = investment.unit_id or plan.unit_id
        yield from _amounts(INVESTMENT, investment.id, unit, investment.amounts, investment.source)
        posts = {"arskostnad": investment.operating_cost, "kapitalkostnad": investment.capital_cost}
        yield from _running(plan, investment.id, unit, posts, investment.source)
    units = {project.id: project.unit_id for project in plan.projects}
    for project in plan.projects:
        yield from _amounts(PROJECT, project.id, project.unit_id or plan.unit_id, project.amounts, project.source)
    for it in plan.it_projects:
        unit = units.get(it.project_id) or plan.unit_id
        posts = {"arskostnad": it.operating_cost, "kapitalkostnad": it.capital_cost}
        yield from _running(plan, it.project_id, unit, posts, it.source)
    yield from _actions(plan)


def _amounts(
    measure: MeasureId, name: str, unit: UnitId, amounts: Iterable[PlannedAmount], source: Source
) -> Iterator[Observation]:
    for amount in amounts:
        if amount.value is None:
            continue
        yield Observation(
            measure_id=MeasureId(measure + _ACCUMULATED) if amount.accumulated else measure,
            unit_id=unit,
            period=amount.period,
            kind=amount.kind,
            version=amount.version,
            dims=((OBJECT, name), *(((POST, amount.post),) if amount.post else ())),
            value=amount.value,
            precision=amount.precision,
            source=source,
        )


def _running(
    plan: Plan, name: str, unit: UnitId, posts: Mapping[str, Money | None], source: Source
) -> Iterator[Observation]:
    for post, value in posts.items():
        if value is not None:
            dims: Dims = ((OBJECT, name), (POST, post))
            yield _figure(RUNNING, unit, plan.period, Kind.PLAN, dims, value, source)


def _figure(
    measure: MeasureId, unit: UnitId, period: Period, kind: Kind, dims: Dims, value: Money, source: Source
) -> Observation:
    return Observation(
        measure_id=measure, unit_id=unit, period=period, kind=kind, dims=dims, value=value, source=source
    )


def _actions(plan: Plan) -> Iterator[Observation]:
    """Targets as plan figures, counter-effects beside the gross, and each report's outcome and forecast."""
    owners = {action.id: action.unit_id or plan.unit_id for action in plan.actions}
    years = {action.id: action.period or plan.period for action in plan.actions}
    for action in plan.actions:
        yield from _targets(action, owners[action.id], years[action.id])
    for report in plan.action_reports:
        if report.action_id in owners:
            yield from _reported(report, owners[report.action_id], years[report.action_id])


def _targets(action: Action, unit: UnitId, year: Period) -> Iterator[Observation]:
    own: tuple[tuple[Money | None, EffectBasis | None], ...] = (
        (action.target, action.basis),
        (action.gross, EffectBasis.GROSS),
        (action.net, EffectBasis.NET),
    )
    seen: set[Dims] = set()
    for value, basis in own:
        dims = _effect(action.id, basis)
        if value is not None and dims not in seen:
            seen.add(dims)
            yield _figure(ACTION, unit, year, Kind.PLAN, dims, value, action.source)
    yield from _counter_effects(action, year)


def _counter_effects(action: Action, year: Period) -> Iterator[Observation]:
    """What an action costs elsewhere, at the unit that bears it: the net is whole where both units are below."""
    dims: Dims = ((OBJECT, action.id), (EFFECT, "moteffekt"))
    sums: dict[tuple[UnitId, Period], Money] = {}
    with exact():
        for effect in action.counter_effects:
            if effect.amount is not None:
                key = (effect.unit_id, effect.period or year)
                sums[key] = Money(sums[key] + effect.amount) if key in sums else effect.amount
    for (unit, period), amount in sums.items():
        yield _figure(ACTION, unit, period, Kind.PLAN, dims, amount, action.source)


def _effect(name: str, basis: EffectBasis | None) -> Dims:
    """Where an effect stands: gross beside its counter-effects, anything else as the whole."""
    return ((OBJECT, name), (EFFECT, "brutto" if basis is EffectBasis.GROSS else "netto"))


def _reported(report: ActionReport, unit: UnitId, year: Period) -> Iterator[Observation]:
    dims = _effect(report.action_id, report.basis)
    pairs = ((report.outcome, Kind.OUTCOME, report.period), (report.forecast, Kind.FORECAST, year))
    for value, kind, period in pairs:
        if value is None:
            continue
        found = _figure(ACTION, unit, period, kind, dims, value, report.source)
        yield evolve(
            found,
            version=report.version if kind is Kind.FORECAST else "",
            as_of=report.as_of,
            reported=report.reported,
            reporter=report.reporter,
            comment=report.comment,
        )
