"""Rules that choose by order: latest, first, min, max and median. A figure split between units is taken whole."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.rules.figure import Identity, figure_of, identity_of
from styrmodell.finding import Text
from styrmodell.model.observation import Observation

# The day it speaks of, the figure and its place: of two on one day, what then differs decides, never the order of
# reading.
Dated: TypeAlias = tuple[date, Decimal, str]
# Figures with what they are values of, so that the halves of a split one are one.
Figures: TypeAlias = frozenset[tuple[Decimal, Identity]]


def _dated(observation: Observation, undated: date) -> Dated:
    return (observation.dated or undated, figure_of(observation), str(observation.source))


def _lift_latest(item: Item) -> Dated | None:
    return _dated(item.observation, date.min)


def _lift_first(item: Item) -> Dated | None:
    return _dated(item.observation, date.max)


def _later(left: Dated | None, right: Dated | None) -> Dated | None:
    return right if left is None else left if right is None else max(left, right)


def _earlier(left: Dated | None, right: Dated | None) -> Dated | None:
    return right if left is None else left if right is None else min(left, right)


def _gather_latest(observations: Sequence[Observation]) -> Dated | None:
    return max((_dated(one, date.min) for one in observations), default=None)


def _gather_first(observations: Sequence[Observation]) -> Dated | None:
    return min((_dated(one, date.max) for one in observations), default=None)


def _lower_dated(state: Dated | None) -> Decimal | None:
    return state[1] if state is not None else None


LATEST: Rule[Dated | None] = Rule(
    key="latest",
    title=Text(sv="senaste värdet", en="latest"),
    identity=None,
    lift=_lift_latest,
    combine=_later,
    lower=_lower_dated,
    gather=_gather_latest,
)
FIRST: Rule[Dated | None] = Rule(
    key="first",
    title=Text(sv="första värdet", en="first"),
    identity=None,
    lift=_lift_first,
    combine=_earlier,
    lower=_lower_dated,
    gather=_gather_first,
)


def _lift_figure(item: Item) -> Decimal | None:
    return figure_of(item.observation)


def _smaller(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return right if left is None else left if right is None else min(left, right)


def _greater(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return right if left is None else left if right is None else max(left, right)


def _lower_figure(state: Decimal | None) -> Decimal | None:
    return state


def _gather_with(choose: Callable[..., Any]) -> Callable[[Sequence[Observation]], Decimal | None]:
    return lambda observations: choose(map(figure_of, observations), default=None)


MIN: Rule[Decimal | None] = Rule(
    key="min",
    title=Text(sv="minsta värdet", en="smallest"),
    identity=None,
    lift=_lift_figure,
    combine=_smaller,
    lower=_lower_figure,
    gather=_gather_with(min),
    excel="MIN",
)
MAX: Rule[Decimal | None] = Rule(
    key="max",
    title=Text(sv="största värdet", en="greatest"),
    identity=None,
    lift=_lift_figure,
    combine=_greater,
    lower=_lower_figure,
    gather=_gather_with(max),
    excel="MAX",
)


def _lift_figures(item: Item) -> Figures:
    return frozenset(((figure_of(item.observation), identity_of(item.observation)),))


def _gather_figures(observations: Sequence[Observation]) -> Figures:
    return frozenset((figure_of(one), identity_of(one)) for one in observations)


def _lower_median(state: Figures) -> Decimal | Fraction | None:
    """The figure in the middle; between the two in the middle when there is none."""
    figures = sorted(figure for figure, _ in state)
    if not figures:
        return None
    below, above = figures[(len(figures) - 1) // 2], figures[len(figures) // 2]
    return below if below == above else (Fraction(below) + Fraction(above)) / 2


MEDIAN: Rule[Figures] = Rule(
    key="median",
    title=Text(sv="median", en="median"),
    identity=frozenset(),
    lift=_lift_figures,
    combine=frozenset.union,
    lower=_lower_median,
    gather=_gather_figures,
)
