"""The unit fold: one node over a stretch of a slot; its children open when asked for."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.label import key_label
from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.slot import Slot
from styrmodell.model.ids import UnitId
from styrmodell.model.measure import Measure, MissingPolicy
from styrmodell.model.observation import Observation


def explain_fold(
    index: PlanIndex, rule: Rule[Any] | None, measure: Measure, key: Key, *, own: bool = False
) -> Explanation:
    """Fold the figures at and below *key*'s unit by *rule*.

    Args:
        rule: None when the measure names a rule nobody knows: then there is no value.
        key: Bound to one member of every dimension; figures of exactly those members are folded.
        own: Whether only the unit's own figure counts: what is derived is never folded.

    Returns:
        The value in the measure's unit. A unit's own figure stands for everything below it.
    """
    slot = index.slot(key)
    first, last = index.tree.interval(key.unit)
    if own or rule is None or not rule.combining:
        last = min(last, first + 1)
    observations = slot.within(first, last)
    coverage = slot.coverage(first, last)
    strict = measure.missing is MissingPolicy.STRICT and not coverage.is_full
    state = rule.fold(observations) if rule is not None and observations and not strict else None
    by_nature = not observations and not coverage.expected and slot.is_outside(first, last)
    alone = len(observations) == 1 and observations[0].unit_id == key.unit
    return Explanation(
        bound=key,
        label=key_label(index, key),
        unit=measure.unit,
        op=Op.NOT_APPLICABLE if by_nature else _op(observations, alone),
        rule=measure.rule,
        exact=None if rule is None or state is None else rule.lower(state),
        coverage=coverage,
        state=state,
        observations=observations,
        open_children=tuple if alone else lambda: _children(index, rule, measure, key),
        open_missing=lambda: _missing(slot, index, first, last),
    )


def _op(observations: Sequence[Observation], alone: bool) -> Op:
    return Op.OBSERVED if alone else Op.FOLDED if observations else Op.MISSING


def _children(index: PlanIndex, rule: Rule[Any] | None, measure: Measure, key: Key) -> tuple[Explanation, ...]:
    """The units directly below that report, or are to report, anything at or below them."""
    slot = index.slot(key)
    below = index.tree.children[key.unit]
    touched = [unit for unit in below if _is_touched(slot, *index.tree.interval(unit))]
    folded = {unit: explain_fold(index, rule, measure, evolve(key, unit=unit)) for unit in touched}
    return tuple(evolve(child, label=f"{index.tree.names[unit]}: {child.label}") for unit, child in folded.items())


def _is_touched(slot: Slot, first: int, last: int) -> bool:
    return slot.is_touched(first, last)


def _missing(slot: Slot, index: PlanIndex, first: int, last: int) -> tuple[UnitId, ...]:
    return tuple(UnitId(index.tree.order[position]) for position in slot.missing(first, last))
