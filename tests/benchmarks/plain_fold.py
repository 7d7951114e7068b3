"""A fold over the units by hand: Decimal, level by level, carrying the same state as ours and nothing else."""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from styrmodell.model.ids import MeasureId
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
    weights = {str(measure.id): measure.weight_id for measure in plan.measures if measure.weight_id is not None}
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with exact():
            expected = _expected(plan)
            return {
                place: (
                    _LOWER[rules[place[0]]](state, reported),
                    reported,
                    expected[place[0], place[2]],
                    oldest,
                    newest,
                    guessed,
                )
                for place, (state, reported, oldest, newest, guessed) in _states(plan, rules, weights)
            }
    finally:
        if was_enabled:
            gc.enable()


def _states(plan: Plan, rules: dict[str, str], weights: dict[str, MeasureId]) -> Iterator[tuple[Place, _State]]:
    parents = {str(unit.id): unit.parent_id for unit in plan.units}
    figures = {(o.measure_id, o.period.text, o.unit_id): o for o in plan.observations}
    level: dict[Place, _State] = {
        place: _lift(
            o, rules[place[0]], figures[weights[place[0]], place[1], place[2]] if place[0] in weights else None
        )
        for place, o in figures.items()
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


def _lift(observation: Observation, rule: str, weight: Observation | None) -> _State:
    day = observation.as_of
    assert day is not None
    state: Any = observation.value
    if weight is not None:
        assert observation.value is not None
        assert weight.value is not None
        state = (observation.value * weight.value, weight.value, int(weight.value < 0))
    elif rule == "ratio_of_sums":
        state = (observation.numerator, observation.denominator)
    elif rule in ("latest", "first"):
        state = (day, observation.value, str(observation.source))
    elif rule == "median":
        state = (observation.value,)
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
    "mean": lambda left, right: left + right,
    "weighted_mean": lambda left, right: (left[0] + right[0], left[1] + right[1], left[2] + right[2]),
    "ratio_of_sums": lambda left, right: (left[0] + right[0], left[1] + right[1]),
    "latest": max,
    "first": min,
    "min": min,
    "max": max,
    "median": lambda left, right: left + right,
    "count": lambda _left, _right: None,
}


def _middle(figures: tuple[Decimal, ...]) -> Decimal | Fraction:
    ordered = sorted(figures)
    below, above = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    return below if below == above else (Fraction(below) + Fraction(above)) / 2


# From the state, and how many figures there are.
_LOWER: dict[str, Callable[[Any, int], Decimal | Fraction | None]] = {
    "sum": lambda state, _: state,
    "mean": lambda state, count: Fraction(state) / count,
    "weighted_mean": lambda state, _: Fraction(state[0]) / Fraction(state[1]) if not state[2] else None,
    "ratio_of_sums": lambda state, _: Fraction(state[0]) / Fraction(state[1]),
    "latest": lambda state, _: state[1],
    "first": lambda state, _: state[1],
    "min": lambda state, _: state,
    "max": lambda state, _: state,
    "median": lambda state, _: _middle(state),
    "count": lambda _, count: Fraction(count),
}
