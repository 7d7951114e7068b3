"""Which measures have figures in which columns: a table has no row that nobody has told anything of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from styrmodell.aggregation.tiling import tile
from styrmodell.model.expression import Ref
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column

# (measure, kind) → the periods with figures.
Periods: TypeAlias = Mapping[tuple[str, Kind], set[Period]]


def reported(plan: Plan) -> Periods:
    """The periods that somebody has told figures of, by measure and kind."""
    found: dict[tuple[str, Kind], set[Period]] = {}
    for one in plan.observations:
        found.setdefault((one.measure_id, one.kind), set()).add(one.period)
    return found


def answers(measure: Measure, columns: Iterable[Column], plan: Plan, known: Periods) -> bool:
    """Whether what *measure* needs is reported for one of *columns*: for its period, or shorter ones that make it."""
    needed = needs(measure, plan)
    return any(
        all(_is_there(need, column.period, column.kind, known) for need in needed)
        for column in columns
        if isinstance(column.period, Period) and column.kind is not None
    )


def needs(measure: Measure, plan: Plan) -> tuple[Ref, ...]:
    """What *measure* is computed from, all the way down: itself where it is reported."""
    return tuple(_needs(measure, {one.id: one for one in plan.measures}, frozenset()))


def _needs(measure: Measure, measures: Mapping[str, Measure], seen: frozenset[str]) -> Iterator[Ref]:
    if measure.definition is None:
        yield Ref(measure=measure.of_id or measure.id)
        return
    waiting = [measure.definition]
    for expression in waiting:
        waiting.extend(expression.operands())
        if isinstance(expression, Ref) and expression.measure in measures and expression.measure not in seen:
            for need in _needs(measures[expression.measure], measures, seen | {measure.id}):
                yield evolve(need, kind=need.kind or expression.kind, shift=need.shift or expression.shift)


def _is_there(need: Ref, period: Period, kind: Kind, known: Periods) -> bool:
    wanted = period if need.shift is None else need.shift.of(period)
    reported = known.get((need.measure, need.kind or kind), set())
    return not tile(wanted, [one for one in reported if one in wanted]).gaps
