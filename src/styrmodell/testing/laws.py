"""The laws a combining rule must keep, so that a figure does not depend on how the organisation is cut.

A rule author writes one test: check_rule(MY_RULE, batches("my-measure")), or with item_batches for a rule that
weighs its figures or asks how they stand to their targets.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.rule import Item, Rule
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.model.status import Status
from styrmodell.testing.rule_plan import explain_batch

S = TypeVar("S")
T = TypeVar("T")
Batch = Sequence[Observation | Item]
_MOST_STATES = 5  # every triple of them is tried
_SHAPES = ((0,), (0, 1, 0, 3, 2))  # all units under one, and some under others
_HALF = Fraction(1, 2)


def check_rule(rule: Rule[Any], batches: SearchStrategy[Any] | Iterable[Batch]) -> None:
    """Check that *rule* keeps its laws on batches of figures.

    The laws: identity, any order, associativity, gather, tree = flat, lower, and where the rule has them subtract
    and scale; and that every step of an explanation computes again to its value in an organisation of any shape. A
    rule that does not combine only has to lift and lower.

    Args:
        batches: A hypothesis strategy of batches (styrmodell.testing.batches or item_batches), or the batches:
            sequences of observations that all hold a figure, or of items. A rule with weighted=True needs items.

    Raises:
        AssertionError: A law is broken; the message names the law, the rule's key and the states.
    """
    if not isinstance(batches, SearchStrategy):
        for batch in batches:
            for shape in _SHAPES:
                _check_batch(rule, tuple(batch), shape)
        return

    @settings(deadline=None, database=None)
    @given(batches, st.lists(st.integers(0, 59), min_size=1, max_size=8))
    def every_batch(batch: Batch, shape: list[int]) -> None:
        _check_batch(rule, tuple(batch), shape)

    every_batch()


def _check_batch(rule: Rule[Any], batch: Batch, shape: Sequence[int]) -> None:
    items = tuple(one if isinstance(one, Item) else Item(observation=one) for one in batch)
    with exact():
        lifted = [rule.lift(item) for item in items]
        for state in (rule.identity, *lifted):
            _check_lowered(rule, state)
        if rule.combining:
            _check_laws(rule, items, lifted)
    if rule.combining:
        _check_explanation(rule, items, shape)


def _check_laws(rule: Rule[S], items: Sequence[Item], lifted: Sequence[S]) -> None:
    flat = _combined(rule, lifted)
    _check_lowered(rule, flat)
    sample = [*lifted[: _MOST_STATES - 1], flat]
    for state in sample:
        _require(rule, "identity (combining with nothing changes nothing)", state, rule.combine(rule.identity, state))
        _require(rule, "identity (combining with nothing changes nothing)", state, rule.combine(state, rule.identity))
    for left, right in product(sample, repeat=2):
        _require(rule, "any order (commutative)", rule.combine(left, right), rule.combine(right, left))
        _check_extras(rule, left, right)
    for first, second, third in product(sample, repeat=3):
        one_way = rule.combine(rule.combine(first, second), third)
        _require(rule, "associativity", one_way, rule.combine(first, rule.combine(second, third)))
    _check_gather(rule, [item.observation for item in items])
    for parts in _cuts(items):
        _require(rule, "tree = flat", flat, _combined(rule, [_folded(rule, part) for part in parts]))


def _check_extras(rule: Rule[S], left: S, right: S) -> None:
    """What a rule may offer beside folding, where it does."""
    both = rule.combine(left, right)
    if rule.subtract is not None:
        law = "subtract (taking out what was put in)"
        _require(rule, law, left, rule.subtract(both, right))
        law = "subtract (putting back what was taken out)"
        _require(rule, law, left, rule.combine(rule.subtract(left, right), right))
    if rule.scale is not None:
        lowered = [rule.lower(state) for state in (left, right, rule.scale(both, _HALF))]
        values = [Fraction(value) for value in lowered if isinstance(value, Decimal | Fraction)]
        if len(values) == len(lowered):
            _require(rule, "scale (half of both together is their mean)", (values[0] + values[1]) / 2, values[2])


def _check_gather(rule: Rule[S], observations: Sequence[Observation]) -> None:
    if rule.gather is not None:
        whole = _combined(rule, [rule.lift(Item(observation=one)) for one in observations])
        _require(rule, "gather (fold equals lift and combine)", whole, rule.gather(observations))


def _cuts(items: Sequence[Item]) -> Iterator[tuple[Sequence[Item], ...]]:
    """Every cut of *items* in two, and in single items."""
    for place in range(len(items) + 1):
        yield items[:place], items[place:]
    yield tuple(items[place : place + 1] for place in range(len(items)))


def _folded(rule: Rule[S], items: Sequence[Item]) -> S:
    """As the aggregation folds them: figures with nothing beside them at once."""
    observations = [item.observation for item in items]
    if all(item == Item(observation=item.observation) for item in items):
        return rule.fold(observations)
    return rule.fold_items(items)


def _combined(rule: Rule[S], states: Iterable[S]) -> S:
    return reduce(rule.combine, states, rule.identity)


def _check_lowered(rule: Rule[S], state: S) -> None:
    value = _attempt(rule, f"lower: {state!r}", lambda: rule.lower(state))
    if value is None or isinstance(value, Decimal | Fraction | Status) or _is_counts(value):
        return
    raise AssertionError(
        f"rule {rule.key!r} breaks the law of lower: {state!r} gives {value!r}, "
        f"a {type(value).__name__} and not a Decimal, Fraction, Status, counts of statuses or None"
    )


def _is_counts(value: object) -> bool:
    if not isinstance(value, tuple):
        return False
    pairs = [pair if isinstance(pair, tuple) and len(pair) == 2 else (None, None) for pair in value]
    return all(isinstance(status, Status) and type(count) is int for status, count in pairs)


def _check_explanation(rule: Rule[Any], items: Sequence[Item], shape: Sequence[int]) -> None:
    law = "explanation (every step computes again to its value)"
    findings = _attempt(rule, law, lambda: recheck(explain_batch(rule, items, shape), {rule.key: rule}))
    if findings:
        raise AssertionError(f"rule {rule.key!r} breaks the law of {law}: {findings.text('en')}")


def _attempt(rule: Rule[Any], law: str, ask: Callable[[], T]) -> T:
    try:
        return ask()
    except Exception as error:
        raise AssertionError(f"rule {rule.key!r} breaks the law of {law} raises {error!r}") from error


def _require(rule: Rule[Any], law: str, one: object, other: object) -> None:
    if one != other:
        raise AssertionError(f"rule {rule.key!r} breaks the law of {law}: {one!r} is not {other!r}")
