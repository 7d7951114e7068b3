"""What a unit's own figure is made of: its items, or the units below it and what none of them has."""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Compound, Key
from styrmodell.aggregation.lowered import lowered
from styrmodell.aggregation.rule import Item, Rule
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation

ITEM_PART = "post"
_UNALLOCATED = "ofördelat"
UNALLOCATED = "Ofördelat"


def with_unallocated(
    key: Key, measure: Measure, rule: Rule[Any], own: Any, below: tuple[Explanation, ...]
) -> tuple[Explanation, ...]:
    """The units *below* and, where the rule can tell, what the upper unit's own figure has beyond theirs.

    Args:
        own: The state of the unit's own figure, which is the whole.
    """
    if rule.subtract is None or own is None:
        return ()
    state = reduce(rule.combine, (child.state for child in below if child.state is not None), rule.identity)
    rest = rule.rest(own, state)
    value = lowered(rule, rest)
    unallocated = Explanation(
        bound=Compound(op=_UNALLOCATED, parts=(key,)),
        label=UNALLOCATED,
        unit=measure.unit,
        op=Op.UNALLOCATED,
        rule=rule.key,
        exact=value.exact,
        state=rest,
    )
    return (*below, unallocated)


def item_children(key: Key, measure: Measure, rule: Rule[Any], items: Sequence[Item]) -> tuple[Explanation, ...]:
    """One step for each of a unit's own items, and for what has moved to it with the share that came here."""
    return tuple(_item_step(key, measure, rule, item) for item in items)


def _item_step(key: Key, measure: Measure, rule: Rule[Any], item: Item) -> Explanation:
    one, state = item.observation, rule.lift(item)
    value = lowered(rule, state)
    return Explanation(
        bound=Compound(op=ITEM_PART, parts=(key,), factor=f"{one.unit_id} {one.counterparty} {one.ie}"),
        label=", ".join(_words(one, key, item)),
        unit=measure.unit,
        op=Op.OBSERVED,
        rule=rule.key,
        exact=value.exact,
        status=value.status,
        counts=value.counts,
        state=state,
        observations=(one,),
        items=(item,),
    )


def _words(one: Observation, key: Key, item: Item) -> Iterator[str]:
    if one.unit_id != key.unit:
        yield one.unit_id if item.share == 1 else f"{one.unit_id}, andel {item.share}"
    if one.counterparty:
        yield f"motpart {one.counterparty}"
    if one.ie:
        yield f"I/E {one.ie}"
    if one.unit_id == key.unit and not one.counterparty and not one.ie:
        yield "utan motpart"


def side_of(one: Observation, step: Explanation) -> str:
    """Whose side of an item it is, where it is one of several."""
    return f": {step.label}" if one.counterparty or one.ie else ""
