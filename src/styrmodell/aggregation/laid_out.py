"""Figures laid out by position: who stands where, and which are above others."""

from collections.abc import Collection, Sequence

from styrmodell.aggregation.unit_tree import UnitTree
from styrmodell.model.ids import UnitId
from styrmodell.model.kind import State
from styrmodell.model.observation import Observation

_NONE: frozenset[int] = frozenset()


def places_of(units: Collection[UnitId], observations: Sequence[Observation]) -> frozenset[int]:
    """Where what *units* told stands; what was settled is a whole."""
    if not units:
        return _NONE
    return frozenset(
        at for at, one in enumerate(observations) if one.unit_id in units and one.state is not State.SETTLED
    )


def overlap(positions: Sequence[int], tree: UnitTree) -> tuple[bool, bool]:
    """Whether some position, ascending, is below another, and whether some stands twice."""
    nested = several = False
    before = -1
    for position in positions:
        if before >= 0:
            several = several or position == before
            nested = nested or before < position < tree.end[before]
        # The uppermost stays, so that one far below it is seen too.
        before = position if before < 0 or position >= tree.end[before] else before
    return nested, several
