"""Weights: what each unit's figure weighs, under a rule that weighs them."""

from collections.abc import Iterable

from attrs import evolve

from styrmodell.model.ids import UnitId
from styrmodell.model.observation import Observation


def weight_of_each(observations: Iterable[Observation]) -> dict[UnitId, Observation]:
    """Unit → its weight; told in items, their sum. One that has moved to several units is one."""
    found: dict[UnitId, Observation] = {}
    for one in {id(one): one for one in observations}.values():
        known = found.get(one.unit_id)
        if known is not None and known.value is not None and one.value is not None:
            found[one.unit_id] = evolve(known, value=known.value + one.value)
        else:
            found[one.unit_id] = one
    return found
