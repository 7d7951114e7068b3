"""Who owns what once units have ceased: the one successor, or nobody until somebody decides."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from styrmodell.finding import Finding
from styrmodell.model.ids import UnitId
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.model.unit_order import all_as_now
from styrmodell.session.rollover.codes import MOVED, WHO_TAKES_OVER
from styrmodell.session.rollover.following import key_of
from styrmodell.session.rollover.turn import Turn

# What a successor takes over. Two target levels or cards of units that become one would both be its own.
_TAKEN_OVER = ("goals", "assignments", "activities", "actions", "risks", "projects", "investments", "sections")


@frozen(kw_only=True)
class Owners:
    """The units that have ceased when the new period begins.

    Attributes:
        gone: Each such unit.
        heirs: The one successor of each that has one.
    """

    turn: Turn
    gone: Mapping[UnitId, Unit]
    heirs: Mapping[UnitId, UnitId]
    names: Mapping[UnitId, str]

    @classmethod
    def of(cls, plan: Plan, turn: Turn) -> "Owners":
        """The owners of *plan* at the first day of the new period."""
        gone = {unit.id: unit for unit in plan.units if unit.valid_to is not None and unit.valid_to < turn.first_day}
        now = all_as_now(plan.units, turn.first_day)
        known = {unit.id for unit in plan.units}
        heirs = {
            name: shares[0][0]
            for name in gone
            if len(shares := now[name]) == 1
            and shares[0][0] not in gone
            and shares[0][0] in known
            and shares[0][1] == 1
        }
        names = {unit.id: unit.name for unit in reversed(plan.units)}
        return cls(turn=turn, gone=gone, heirs=heirs, names=names)

    def moved(self, kind: str, thing: Any) -> Any:
        """*thing*, at the successor where its unit has ceased and has one."""
        heir = self.heirs.get(UnitId(getattr(thing, "unit_id", None) or "")) if kind in _TAKEN_OVER else None
        thing = evolve(thing, unit_id=heir) if heir else thing
        return self._effects(thing) if kind == "actions" else thing

    def _effects(self, action: Any) -> Any:
        """Counter-effects that are still to come, at the successor; those of the past stay where they fell."""
        effects = (
            evolve(effect, unit_id=self.heirs[effect.unit_id]) if self._is_taken_over(effect) else effect
            for effect in action.counter_effects
        )
        return evolve(action, counter_effects=tuple(effects))

    def _is_taken_over(self, effect: Any) -> bool:
        return effect.unit_id in self.heirs and not self.turn.is_over(effect.period)

    def asked(self, plan: Plan) -> Iterator[Finding]:
        """Of the new *plan*, what still belongs to a unit that has ceased."""
        if plan.unit_id in self.gone:
            yield self._finding("planen", plan, plan.unit_id)
        for kind in (*_TAKEN_OVER, "scorecards", "targets"):
            for thing in getattr(plan, kind):
                period = getattr(thing, "period", None)
                if thing.unit_id in self.gone and not (kind in ("scorecards", "targets") and self.turn.is_over(period)):
                    yield self._finding(key_of(kind, thing), thing, thing.unit_id)

    def told(self, plan: Plan, old: Plan) -> Iterator[Finding]:
        """What of the *old* plan has another owner in the new *plan*."""
        for kind in _TAKEN_OVER:
            there = {thing.id for thing in getattr(plan, kind)}
            for thing in getattr(old, kind):
                heir = self.heirs.get(thing.unit_id) if thing.unit_id and thing.id in there else None
                if heir:
                    yield self._moved(thing.id, thing, thing.unit_id, heir)
        kept = {action.id for action in plan.actions}
        for action in (action for action in old.actions if action.id in kept):
            for effect in filter(self._is_taken_over, action.counter_effects):
                yield self._moved(f"{action.id}, motkostnad", action, effect.unit_id, self.heirs[effect.unit_id])

    def _moved(self, name: str, thing: Any, unit_id: UnitId, heir: UnitId) -> Finding:
        unit = self.gone[unit_id]
        words = {"thing": name, "unit": unit.name, "day": str(unit.valid_to), "year": self.turn.new.text}
        return MOVED.at(thing.source, **words, successor=self.names.get(heir, heir))

    def _finding(self, name: str, thing: Any, unit_id: UnitId) -> Finding:
        unit = self.gone[unit_id]
        return WHO_TAKES_OVER.at(
            thing.source,
            thing=name,
            unit=unit.name,
            day=str(unit.valid_to),
            successors=", ".join(self.names.get(one.unit_id, one.unit_id) for one in unit.successors) or "–",
            year=self.turn.new.text,
        )
