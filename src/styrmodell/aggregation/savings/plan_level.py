"""The plan as a whole: targets, forecasts and deviations that are held as measures of their own."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from styrmodell.aggregation.compare import figure_text
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.savings.line import ForecastChange
from styrmodell.aggregation.savings.savings_codes import FORECAST_UNEXPLAINED
from styrmodell.aggregation.savings.sums import difference, share
from styrmodell.finding import Finding
from styrmodell.model.expression import Difference, Ref
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.lifting.lifted_measures import DEVIATION
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

_IDENTITY = (Kind.FORECAST, Kind.PLAN)


@frozen(kw_only=True, eq=False)
class PlanLevel:
    """What a unit is to save in all, as a measure tells it that is defined as a forecast less a target.

    Attributes:
        measure_id: The measure of the deviation.
        name: The name of the forecast's measure.
        target: In the measure's unit, money in kr.
        reached: Forecast over target, a share of one.
        change: What the newest forecast changed; None where there is no earlier one.
    """

    measure_id: MeasureId
    name: str
    unit_id: UnitId
    unit_name: str
    target: Explanation
    forecast: Explanation
    deviation: Explanation
    reached: Explanation
    change: ForecastChange | None


def plan_levels(evaluator: Evaluator, unit: UnitId, period: Period) -> tuple[PlanLevel, ...]:
    """A level for every measure that is a forecast less a target, and every unit at or below *unit* that told either.

    The measure that lifting adds for actions is none: its figures are the lines.
    """
    return tuple(
        _level(evaluator, measure, forecast, target, below, period)
        for measure in evaluator.index.plan.measures
        for forecast, target in _identity(measure)
        if forecast.measure in evaluator.index.measures
        for below in _told_by(evaluator, unit, forecast, target, period)
    )


def _identity(measure: Measure) -> Iterator[tuple[Ref, Ref]]:
    """Forecast and target, where that is what *measure* is the difference of.

    What is set against a budget, or an outcome against anything, is how it goes with the economy, not with a plan.
    """
    found = measure.definition
    if measure.id == DEVIATION or not isinstance(found, Difference):
        return
    left, right = found.left, found.right
    if isinstance(left, Ref) and isinstance(right, Ref) and (left.kind, right.kind) == _IDENTITY:
        yield left, right


def _told_by(evaluator: Evaluator, unit: UnitId, forecast: Ref, target: Ref, period: Period) -> tuple[UnitId, ...]:
    tree = evaluator.index.tree
    first, last = tree.interval(unit)
    found = {
        tree.start[one.unit_id]
        for one in evaluator.index.plan.observations
        if one.measure_id in (forecast.measure, target.measure) and one.period == period and one.unit_id in tree.start
    }
    return tuple(UnitId(tree.order[at]) for at in sorted(found) if first <= at < last)


def _level(
    evaluator: Evaluator, measure: Measure, forecast: Ref, target: Ref, unit: UnitId, period: Period
) -> PlanLevel:
    place = Place(unit=unit, period=period, kind=Kind.FORECAST)
    found = evaluator.explain(forecast, place)
    goal = evaluator.explain(target, place)
    unit_name = evaluator.index.tree.names[unit]
    name = f"{evaluator.index.measures[forecast.measure].name}, {unit_name}"
    return PlanLevel(
        measure_id=measure.id,
        name=evaluator.index.measures[forecast.measure].name,
        unit_id=unit,
        unit_name=unit_name,
        target=goal,
        forecast=found,
        deviation=evaluator.explain(Ref(measure=measure.id), place),
        reached=share(found, goal, f"{name}, del av målet"),
        change=_change(evaluator, forecast, place, name),
    )


def _change(evaluator: Evaluator, forecast: Ref, place: Place, name: str) -> ForecastChange | None:
    """What the newest of the unit's own forecasts changed."""
    own = _own_forecasts(evaluator, forecast, place)
    versions = tuple(dict.fromkeys(one.version for one in own))
    if len(versions) < 2:
        return None
    before, now = (
        evaluator.explain(Ref(measure=forecast.measure, dims=forecast.dims, version=version), place)
        for version in versions[-2:]
    )
    return ForecastChange(
        explanation=difference(now, before, f"{name}, prognosens förändring"),
        version=versions[-1],
        before=versions[-2],
        comment=own[-1].comment,
    )


def _own_forecasts(evaluator: Evaluator, forecast: Ref, place: Place) -> list[Observation]:
    """The unit's own forecasts, oldest version first."""
    asked = (forecast.measure, place.unit, place.period, Kind.FORECAST)
    found = [
        one
        for one in evaluator.index.plan.observations
        if (one.measure_id, one.unit_id, one.period, one.kind) == asked
        and set(forecast.dims) <= set(one.dims)
        and one.state not in (State.STATED, State.MISSING, State.NOT_APPLICABLE)
    ]
    return sorted(found, key=lambda one: evaluator.index.versions.place(one.version))


def check_levels(levels: Iterable[PlanLevel]) -> Iterator[Finding]:
    """A warning for each forecast that has changed without a comment."""
    for level in levels:
        if level.change is None or not level.change.is_unexplained:
            continue
        now, before = level.change.explanation.children
        words = {"before": figure_text(before), "after": figure_text(now), "version": level.change.version}
        yield FORECAST_UNEXPLAINED.at(now.sources[0], name=f"{level.name}, {level.unit_id}", **words)
