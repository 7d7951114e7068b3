"""The laws a combining rule must keep, so that a figure does not depend on how the organisation is cut.

A rule author writes one test: check_rule(MY_RULE, batches("my-measure")).
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation

S = TypeVar("S")
Batch = Sequence[Observation]
_MOST_STATES = 5  # every triple of them is tried


def check_rule(rule: Rule[Any], observations: SearchStrategy[Any] | Iterable[Batch]) -> None:
    """Check that *rule* keeps its laws on batches of observations that all hold a figure.

    A rule that does not combine only has to lift and lower.

    Args:
        observations: A hypothesis strategy of batches (styrmodell.testing.strategies.batches), or the batches.

    Raises:
        AssertionError: A law is broken; the message names the law, the rule's key and the states.
    """
    if not isinstance(observations, SearchStrategy):
        for batch in observations:
            _check_batch(rule, tuple(batch))
        return

    @settings(deadline=None, database=None)
    @given(observations)
    def every_batch(batch: Batch) -> None:
        _check_batch(rule, tuple(batch))

    every_batch()


def _check_batch(rule: Rule[Any], batch: Batch) -> None:
    with exact():
        lifted = [rule.lift(Item(observation=observation)) for observation in batch]
        for state in (rule.identity, *lifted):
            _check_lowered(rule, state)
        if rule.combining:
            _check_laws(rule, batch, lifted)


def _check_laws(rule: Rule[S], batch: Batch, lifted: Sequence[S]) -> None:
    flat = _combined(rule, lifted)
    _check_lowered(rule, flat)
    sample = [*lifted[: _MOST_STATES - 1], flat]
    for state in sample:
        _require(rule, "identity (combining with nothing changes nothing)", state, rule.combine(rule.identity, state))
        _require(rule, "identity (combining with nothing changes nothing)", state, rule.combine(state, rule.identity))
    for left, right in product(sample, repeat=2):
        _require(rule, "any order (commutative)", rule.combine(left, right), rule.combine(right, left))
    for first, second, third in product(sample, repeat=3):
        one_way = rule.combine(rule.combine(first, second), third)
        _require(rule, "associativity", one_way, rule.combine(first, rule.combine(second, third)))
    _require(rule, "gather (fold equals lift and combine)", flat, rule.fold(batch))
    for parts in _cuts(batch):
        _require(rule, "tree = flat", flat, _combined(rule, [rule.fold(part) for part in parts]))


def _cuts(batch: Batch) -> Iterator[tuple[Batch, ...]]:
    """Every cut of *batch* in two, and the batch in single figures."""
    for place in range(len(batch) + 1):
        yield batch[:place], batch[place:]
    yield tuple(batch[place : place + 1] for place in range(len(batch)))


def _combined(rule: Rule[S], states: Iterable[S]) -> S:
    return reduce(rule.combine, states, rule.identity)


def _check_lowered(rule: Rule[S], state: S) -> None:
    try:
        value = rule.lower(state)
    except Exception as error:
        raise AssertionError(f"rule {rule.key!r} breaks the law of lower: {state!r} raises {error!r}") from error
    if value is not None and not isinstance(value, Decimal | Fraction):
        raise AssertionError(
            f"rule {rule.key!r} breaks the law of lower: {state!r} gives {value!r}, "
            f"a {type(value).__name__} and not a Decimal, Fraction or None"
        )


def _require(rule: Rule[S], law: str, one: S, other: S) -> None:
    if one != other:
        raise AssertionError(f"rule {rule.key!r} breaks the law of {law}: {one!r} is not {other!r}")
