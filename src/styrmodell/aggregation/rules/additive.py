"""Rules whose states add up: sum, mean and count. A figure that is split between units counts by its shares."""

from collections.abc import Callable, Sequence
from decimal import Decimal, Inexact
from fractions import Fraction
from operator import add, attrgetter, sub
from typing import Any, TypeAlias

from styrmodell.aggregation.rule import WHOLE, Item, Rule
from styrmodell.aggregation.rules.figure import figure_of, in_figures, part_of, parts_counted
from styrmodell.finding import Text
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation

_ZERO = Decimal(0)
_value = attrgetter("value")

Count: TypeAlias = int | Fraction
# How many figures, and their sum.
Amount: TypeAlias = tuple[Count, Exact]


def add_exact(left: Exact, right: Exact) -> Exact:
    """*left* + *right*: a Decimal when both are and the sum fits in one, else a Fraction."""
    return _operate(add, left, right)


def subtract_exact(left: Exact, right: Exact) -> Exact:
    """*left* − *right*: a Decimal when both are and the difference fits in one, else a Fraction."""
    return _operate(sub, left, right)


def _operate(operation: Callable[[Any, Any], Exact], left: Exact, right: Exact) -> Exact:
    try:
        return operation(left, right)
    except (TypeError, Inexact):  # Decimals and Fractions do not mix; products of figures may be too long
        return operation(Fraction(left), Fraction(right))


def lift_amount(item: Item) -> Amount:
    """One figure, or the part of it that belongs here."""
    if item.share is WHOLE:
        return (1, figure_of(item.observation))
    return (parts_counted(item), part_of(figure_of(item.observation), item.share))


def gather_amounts(observations: Sequence[Observation]) -> Amount:
    """Many whole figures at once."""
    return (len(observations), sum(map(_value, observations), _ZERO))


def add_amounts(left: Amount, right: Amount) -> Amount:
    """All of both."""
    try:
        return (left[0] + right[0], add(left[1], right[1]))
    except TypeError:
        return (left[0] + right[0], add_exact(left[1], right[1]))


def _subtract_amounts(left: Amount, right: Amount) -> Amount:
    return (left[0] - right[0], subtract_exact(left[1], right[1]))


def scale_amount(state: Amount, factor: Fraction) -> Amount:
    """*factor* times the sum, of as many figures as before."""
    return (state[0], Fraction(state[1]) * factor)


def lower_amount(state: Amount) -> Exact | None:
    """The sum; None of nothing."""
    # What remains after a subtraction may be of no figures, or of fewer than none, and still be an amount.
    return state[1] if state[0] or state[1] else None


SUM: Rule[Amount] = Rule(
    key="sum",
    title=Text(sv="summa", en="sum"),
    identity=(0, _ZERO),
    lift=lift_amount,
    combine=add_amounts,
    lower=lower_amount,
    gather=gather_amounts,
    subtract=_subtract_amounts,
    scale=scale_amount,
    adding=True,
    excel="SUM",
)


def quotient(above: Exact | int, below: Exact | int) -> Fraction:
    """*above* ÷ *below*, reduced once."""
    (top, over), (bottom, under) = above.as_integer_ratio(), below.as_integer_ratio()
    return Fraction(top * under, over * bottom)


def _lower_mean(state: Amount) -> Fraction | None:
    return quotient(state[1], state[0]) if state[0] else None


# Without subtract: of how many figures a unit's own mean is the mean is not known, so nothing tells what remains of it.
MEAN: Rule[Amount] = Rule(
    key="mean",
    title=Text(sv="medelvärde", en="mean"),
    identity=(0, _ZERO),
    lift=lift_amount,
    combine=add_amounts,
    lower=_lower_mean,
    gather=gather_amounts,
    excel="AVERAGE",
)


def _lower_count(state: Count) -> Fraction | None:
    return Fraction(state) if state else None


def _scale_count(state: Count, factor: Fraction) -> Count:
    return state * factor


COUNT: Rule[Count] = Rule(
    key="count",
    title=Text(sv="antal", en="count"),
    identity=0,
    lift=parts_counted,
    combine=add,
    lower=_lower_count,
    unit=in_figures,
    gather=len,
    scale=_scale_count,
)
