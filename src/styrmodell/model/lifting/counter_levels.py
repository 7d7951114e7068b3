"""Counter-effects at a unit and at one above it: kept apart, since a unit's own figure stands for all below it."""

from collections.abc import Mapping

from attrs import frozen

from styrmodell.model.action import Action
from styrmodell.model.ids import MemberId
from styrmodell.model.lifting.action_effect import COUNTER
from styrmodell.model.lifting.whole import known_wholes, wholes_of
from styrmodell.model.plan import Plan


@frozen(kw_only=True, eq=False)
class CounterLevels:
    """How many of the units that bear a cost of one action stand above one another.

    Attributes:
        most: The greatest number; one where no such unit is above another.
        above: (action, unit) → how many of them stand above it; none where it is not there.
    """

    most: int
    above: Mapping[tuple[str, str], int]

    def member(self, action: str, unit: str) -> MemberId:
        """Where the cost of *action* at *unit* stands in the dimension "effekt"."""
        members = self.members()
        return members[self.above.get((action, unit), 0)] if members else COUNTER

    def members(self) -> tuple[MemberId, ...]:
        """The parts of the counter-effects; none where one member is enough."""
        return tuple(MemberId(f"{COUNTER}-{level}") for level in range(1, self.most + 1)) if self.most > 1 else ()


def counter_levels(plan: Plan) -> CounterLevels:
    """The levels of *plan*'s counter-effects."""
    wholes = known_wholes({str(unit.id): unit.parent_id for unit in plan.units})
    above = {key: count for action in plan.actions for key, count in _above(action, wholes).items()}
    return CounterLevels(most=max(above.values(), default=0) + 1, above=above)


def _above(action: Action, wholes: Mapping[str, str]) -> dict[tuple[str, str], int]:
    units = {effect.unit_id for effect in action.counter_effects if effect.amount is not None}
    found = {unit: sum(whole in units for whole in wholes_of(unit, wholes)) for unit in units}
    return {(action.id, unit): count for unit, count in found.items() if count}
