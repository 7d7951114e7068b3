"""What people call the objects of two plans: the newer plan's name goes before the older's."""

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from styrmodell.io.kinds import OBJECT_KINDS
from styrmodell.model.kind import kind_word
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan

_NAMED = ("name", "heading", "title", "caption", "description")


@define(kw_only=True, eq=False)
class Names:
    """Names of units, measures, members and all other objects of two plans."""

    old: Plan
    new: Plan
    measures: dict[str, Measure] = field(init=False)
    _objects: dict[tuple[str, str], str] = field(init=False)
    _members: dict[tuple[str, str], str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        plans = (self.old, self.new)
        self.measures = {one.id: one for plan in plans for one in plan.measures}
        self._objects = {pair: name for plan in plans for pair, name in _named(plan)}
        self._members = {
            (one.id, member.id): member.name or member.id
            for plan in plans
            for one in plan.dimensions
            for member in one.members
        }

    def of(self, kind: str, name: str) -> str:
        """The name of the object *name* of *kind*; its id where it has none."""
        return self._objects.get((kind, name)) or name

    def anything(self, name: str) -> str:
        """The name of the object *name*, whatever it is; its id where no object is called so."""
        return next((self._objects[kind, name] for kind, _ in OBJECT_KINDS if (kind, name) in self._objects), name)

    def member(self, dimension: str, name: str) -> str:
        """The name of a member."""
        return self._members.get((dimension, name), name)

    def figure(self, one: Observation) -> str:
        """What *one* is a value of: "Kirurgi: Kostnader, Hyrpersonal, utfall 2024-08"."""
        measure = self.measures.get(one.measure_id)
        members = (self.member(*pair) for pair in one.dims)
        version = f" {one.version}" if one.version else ""
        beside = (f"motpart {one.counterparty}" if one.counterparty else "", f"I/E {one.ie}" if one.ie else "")
        what = (
            measure.name if measure else one.measure_id,
            *members,
            f"{kind_word(one.kind)}{version} {one.period.text}",
            *filter(None, beside),
        )
        return f"{self.of('units', one.unit_id)}: {', '.join(what)}"


def own_name(item: Any) -> str:
    """What an object calls itself; empty where it has no name."""
    return next((str(found) for name in _NAMED if (found := getattr(item, name, ""))), "")


def _named(plan: Plan) -> Iterator[tuple[tuple[str, str], str]]:
    for kind, _ in OBJECT_KINDS:
        for item in getattr(plan, kind):
            if (name := getattr(item, "id", None)) is not None:
                yield (kind, str(name)), own_name(item)
