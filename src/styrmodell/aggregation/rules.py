"""The built-in rules: sum, ratio of sums, latest, own value."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import add, attrgetter
from typing import Any

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.finding import Text
from styrmodell.model.observation import Observation

_ZERO = Decimal(0)
_value = attrgetter("value")

Amount = tuple[int, Decimal]
Parts = tuple[int, Decimal, Decimal]
Dated = tuple[date, Decimal, str]


def _lift_amount(item: Item) -> Amount:
    return (1, _figure(item.observation))


def _figure(observation: Observation) -> Decimal:
    if observation.value is not None:
        return observation.value
    raise ValueError(f"an observation without a figure reached a rule: {observation.source}")


def _gather_amounts(observations: Sequence[Observation]) -> Amount:
    return (len(observations), sum(map(_value, observations), _ZERO))


def _add_amounts(left: Amount, right: Amount) -> Amount:
    return (left[0] + right[0], left[1] + right[1])


def _lower_amount(state: Amount) -> Decimal | None:
    return state[1] if state[0] else None


SUM: Rule[Amount] = Rule(
    key="sum",
    title=Text(sv="summa", en="sum"),
    identity=(0, _ZERO),
    lift=_lift_amount,
    combine=_add_amounts,
    lower=_lower_amount,
    gather=_gather_amounts,
    excel="SUM",
)


def _lift_parts(item: Item) -> Parts:
    numerator, denominator = item.observation.numerator, item.observation.denominator
    if numerator is None or denominator is None:
        return (0, _ZERO, _ZERO)
    return (1, numerator, denominator)


def _add_parts(left: Parts, right: Parts) -> Parts:
    return (left[0] + right[0], add(left[1], right[1]), add(left[2], right[2]))


def _lower_parts(state: Parts) -> Fraction | None:
    return Fraction(state[1]) / Fraction(state[2]) if state[0] and state[2] else None


RATIO_OF_SUMS: Rule[Parts] = Rule(
    key="ratio_of_sums",
    title=Text(sv="kvot av summor", en="ratio of sums"),
    identity=(0, _ZERO, _ZERO),
    lift=_lift_parts,
    combine=_add_parts,
    lower=_lower_parts,
    in_parts=True,
)


def _lift_dated(item: Item) -> Dated | None:
    observation = item.observation
    return (observation.dated or date.min, _figure(observation), str(observation.source))


def _later(left: Dated | None, right: Dated | None) -> Dated | None:
    """Of two, the later; on one day the greater figure, then the later place: never the order of reading."""
    return right if left is None else left if right is None else max(left, right)


def _lower_dated(state: Dated | None) -> Decimal | None:
    return state[1] if state is not None else None


LATEST: Rule[Dated | None] = Rule(
    key="latest",
    title=Text(sv="senaste värdet", en="latest"),
    identity=None,
    lift=_lift_dated,
    combine=_later,
    lower=_lower_dated,
)

OWN: Rule[Amount] = Rule(
    key="own",
    title=Text(sv="enhetens eget värde", en="own value"),
    identity=(0, _ZERO),
    lift=_lift_amount,
    combine=_add_amounts,
    lower=_lower_amount,
    combining=False,
)

BUILT_IN: tuple[Rule[Any], ...] = (SUM, RATIO_OF_SUMS, LATEST, OWN)
