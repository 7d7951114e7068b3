"""A fold over the units by hand: Decimal, level by level, carrying the same state as ours and nothing else."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from styrmodell.model.kind import State
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan

Place = tuple[str, str, str]
# value, reported, expected, oldest, newest, estimated
Folded = tuple[Decimal | Fraction | None, int, int, date | None, date | None, bool]
# value's state, figures, oldest, newest, estimated
_State = tuple[Any, int, date, date, bool]
_GUESSED = (State.ESTIMATED, State.CARRIED_FORWARD)


def fold_by_hand(plan: Plan) -> dict[Place, Folded]:
    """Every measure, period and unit with a figure at or below it → its value, coverage and age.

    Written for figures that stand at the lowest units only, each dated, none twice.
    """
    rules = {str(measure.id): measure.rule for measure in plan.measures}
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with exact():
            expected = _expected(plan)
            return {
                place: (_LOWER[rules[place[0]]](state), reported, expected[place[0], place[2]], oldest, newest, guessed)
                for place, (state, reported, oldest, newest, guessed) in _states(plan, rules)
            }
    finally:
        if was_enabled:
            gc.enable()


def _states(plan: Plan, rules: dict[str, str]) -> Iterator[tuple[Place, _State]]:
    parents = {str(unit.id): unit.parent_id for unit in plan.units}
    level: dict[Place, _State] = {
        (o.measure_id, o.period.text, o.unit_id): _lift(o, rules[o.measure_id]) for o in plan.observations
    }
    while level:
        yield from level.items()
        above: dict[Place, _State] = {}
        for (measure, period, unit), state in level.items():
            parent = parents[unit]
            if parent is None:
                continue
            place = (measure, period, parent)
            known = above.get(place)
            above[place] = state if known is None else _combine(known, state, _COMBINE[rules[measure]])
        level = above


def _lift(observation: Observation, rule: str) -> _State:
    day = observation.as_of
    assert day is not None
    state: Any = observation.value
    if rule == "ratio_of_sums":
        state = (observation.numerator, observation.denominator)
    elif rule == "latest":
        state = (day, observation.value, str(observation.source))
    return state, 1, day, day, observation.state in _GUESSED


def _combine(left: _State, right: _State, combine: Callable[[Any, Any], Any]) -> _State:
    return (
        combine(left[0], right[0]),
        left[1] + right[1],
        left[2] if left[2] < right[2] else right[2],
        left[3] if left[3] > right[3] else right[3],
        left[4] or right[4],
    )


def _expected(plan: Plan) -> dict[tuple[str, str], int]:
    """(measure, unit) → how many at or below it have ever reported the measure."""
    parents = {str(unit.id): unit.parent_id for unit in plan.units}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for measure, reporter in {(o.measure_id, o.unit_id) for o in plan.observations}:
        unit: str | None = reporter
        while unit is not None:
            counts[measure, unit] += 1
            unit = parents[unit]
    return counts


_COMBINE: dict[str, Callable[[Any, Any], Any]] = {
    "sum": lambda left, right: left + right,
    "ratio_of_sums": lambda left, right: (left[0] + right[0], left[1] + right[1]),
    "latest": max,
}
_LOWER: dict[str, Callable[[Any], Decimal | Fraction | None]] = {
    "sum": lambda state: state,
    "ratio_of_sums": lambda state: Fraction(state[0]) / Fraction(state[1]),
    "latest": lambda state: state[1],
}
