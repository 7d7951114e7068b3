"""Internal items: at each unit, what both its sides are at or below is taken out.

The gross is what was reported; the eliminated what units of the same whole sell to and buy of each other; the net
the gross without it. What is internal at the region may be external at a clinic.
"""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.lowered import lowered
from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.slot import Slot
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation


def explain(gross: Explanation, key: Key, slot: Slot, rule: Rule[Any], held: Internal, index: PlanIndex) -> Explanation:
    """What *held* says of the internal items at *key*'s unit.

    Args:
        gross: The fold of everything at and below the unit.
        rule: One that adds up and can subtract.
        index: Knows who a counterparty is, and who has taken over from it.

    Returns:
        What is eliminated, or what remains. Without internal items that is nought, and the gross.
    """
    inside = _internal(gross, slot, *_span(slot, key), index)
    if not inside or rule.subtract is None:
        return _nothing(gross, key, rule) if held is Internal.ELIMINATED else evolve(gross, bound=key)
    eliminated = _eliminated(gross, key, rule, inside)
    if held is Internal.ELIMINATED:
        return eliminated
    return net(gross, eliminated, key, rule)


def net(gross: Explanation, eliminated: Explanation, key: Key, rule: Rule[Any]) -> Explanation:
    """What remains of *gross* without what is *eliminated*, at the same unit."""
    state = None
    if gross.state is not None and eliminated.state is not None and rule.subtract is not None:
        state = rule.rest(gross.state, eliminated.state)
    return evolve(
        gross,
        bound=key,
        op=Op.NET,
        exact=lowered(rule, state).exact,
        state=state,
        open_children=lambda: (evolve(gross, label=f"Brutto: {gross.label}"), eliminated),
    )


def _span(slot: Slot, key: Key) -> tuple[int, int]:
    unit = key.within or key.unit
    return slot.tree.interval(unit) if unit in slot.tree.start else (0, 0)


def _internal(gross: Explanation, slot: Slot, first: int, last: int, index: PlanIndex) -> Sequence[Item]:
    items = gross.items or [Item(observation=one) for one in gross.observations]
    return [item for item in items if _is_inside(item.observation, slot, first, last, index)]


def _is_inside(one: Observation, slot: Slot, first: int, last: int, index: PlanIndex) -> bool:
    """Whether the counterparty is at or below the unit, all of it where it has been split."""
    name = index.counterparties.unit(one.counterparty)
    if name is None or one.state is State.SETTLED:  # what was settled is a whole and no item
        return False
    units = [unit for unit, _ in index.orders.moves.get(name, ())] or [name]
    return all(first <= slot.tree.start.get(unit, -1) < last for unit in units)


def _eliminated(gross: Explanation, key: Key, rule: Rule[Any], items: Sequence[Item]) -> Explanation:
    state = rule.fold_items(items) if gross.state is not None else None
    return evolve(
        gross,
        bound=evolve(key, internal=Internal.ELIMINATED),
        label=f"Interna poster: {gross.label}",
        op=Op.ELIMINATED,
        exact=lowered(rule, state).exact,
        state=state,
        observations=tuple(item.observation for item in items),
        items=tuple(items),
        own_findings=(),
        open_children=tuple,
    )


def _nothing(gross: Explanation, key: Key, rule: Rule[Any]) -> Explanation:
    """Nought where there are figures and none is internal; missing where there are none."""
    known = gross.state is not None and rule.subtract is not None
    state = rule.rest(gross.state, gross.state) if known else None
    return evolve(
        gross,
        bound=key,
        op=Op.ELIMINATED if known else gross.op,
        exact=lowered(rule, state).exact,
        state=state,
        observations=(),
        items=None,
        own_findings=(),
        open_children=tuple,
    )
