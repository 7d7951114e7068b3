"""Figures that belong nowhere: their unit is not in the order of their time."""

from collections.abc import Iterator

from styrmodell.aggregation.index import PlanIndex
from styrmodell.aggregation.input_codes import OUTSIDE_ORDER
from styrmodell.finding import Finding
from styrmodell.model.observation import Observation


def check_order(index: PlanIndex) -> Iterator[Finding]:
    """Tell of every unit and period with figures that are in no sum: one finding each, at the first of them.

    Returns:
        SM314, in the order of the figures. A figure printed for comparison is not summed and is not told.
    """
    told: set[tuple[str, str]] = set()
    for observations in (*index.filed.raw.values(), *index.filed.settled.values()):
        for one in observations:
            key = (one.unit_id, one.period.text)
            if key not in told and not _belongs(index, one):
                told.add(key)
                hierarchy = index.orders.order.hierarchy
                yield OUTSIDE_ORDER.at(one.source, unit=one.unit_id, period=one.period.text, hierarchy=hierarchy)


def _belongs(index: PlanIndex, one: Observation) -> bool:
    start = index.orders.tree(one.period).start
    units = [unit for unit, _ in index.orders.moves.get(one.unit_id, ())] or [one.unit_id]
    return any(unit in start for unit in units)
