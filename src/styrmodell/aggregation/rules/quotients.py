"""Rules whose states are two sums, divided when a value is asked for: weighted mean and ratio of sums."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from operator import attrgetter
from typing import TypeAlias

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.rules.additive import Count, add_exact, quotient, subtract_exact
from styrmodell.aggregation.rules.figure import figure_of, part_of, parts_counted
from styrmodell.finding import Text
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation

_ZERO = Decimal(0)
_numerator, _denominator = attrgetter("numerator"), attrgetter("denominator")

# The sum of figures times weights, the sum of weights, how many figures, how many with a negative weight.
Weighted: TypeAlias = tuple[Exact, Exact, Count, int]
# The sum of numerators and the sum of denominators.
Parts: TypeAlias = tuple[Exact, Exact]


def _lift_weighted(item: Item) -> Weighted:
    figure, weight = figure_of(item.observation), item.weight
    if weight is None:
        raise ValueError(f"an observation without a weight reached a rule: {item.observation.source}")
    share = item.share
    return (part_of(figure * weight, share), part_of(weight, share), parts_counted(item), int(weight < 0))


def _add_weighted(left: Weighted, right: Weighted) -> Weighted:
    return (
        add_exact(left[0], right[0]),
        add_exact(left[1], right[1]),
        left[2] + right[2],
        left[3] + right[3],
    )


def _subtract_weighted(left: Weighted, right: Weighted) -> Weighted:
    return (
        subtract_exact(left[0], right[0]),
        subtract_exact(left[1], right[1]),
        left[2] - right[2],
        left[3] - right[3],
    )


def _lower_weighted(state: Weighted) -> Fraction | None:
    """None when the weights are none together, or one is negative: then the mean could lie outside the figures."""
    total, weight, _, negative = state
    return quotient(total, weight) if weight > 0 and not negative else None


WEIGHTED_MEAN: Rule[Weighted] = Rule(
    key="weighted_mean",
    title=Text(sv="viktat medelvärde", en="weighted mean"),
    identity=(_ZERO, _ZERO, 0, 0),
    lift=_lift_weighted,
    combine=_add_weighted,
    lower=_lower_weighted,
    subtract=_subtract_weighted,
    weighted=True,
)


def _lift_parts(item: Item) -> Parts:
    numerator, denominator = item.observation.numerator, item.observation.denominator
    if numerator is None or denominator is None:
        return (_ZERO, _ZERO)
    return (part_of(numerator, item.share), part_of(denominator, item.share))


def _gather_parts(observations: Sequence[Observation]) -> Parts:
    whole = [one for one in observations if one.numerator is not None and one.denominator is not None]
    return (sum(map(_numerator, whole), _ZERO), sum(map(_denominator, whole), _ZERO))


def _add_parts(left: Parts, right: Parts) -> Parts:
    return (add_exact(left[0], right[0]), add_exact(left[1], right[1]))


def _subtract_parts(left: Parts, right: Parts) -> Parts:
    return (subtract_exact(left[0], right[0]), subtract_exact(left[1], right[1]))


def _lower_parts(state: Parts) -> Fraction | None:
    return quotient(state[0], state[1]) if state[1] else None


RATIO_OF_SUMS: Rule[Parts] = Rule(
    key="ratio_of_sums",
    title=Text(sv="kvot av summor", en="ratio of sums"),
    identity=(_ZERO, _ZERO),
    lift=_lift_parts,
    combine=_add_parts,
    lower=_lower_parts,
    gather=_gather_parts,
    subtract=_subtract_parts,
    adding=True,
    in_parts=True,
)
