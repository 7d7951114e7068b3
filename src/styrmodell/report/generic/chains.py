"""The red thread of a plan: what serves what, both ways, and where the thread is broken."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import define, frozen

from styrmodell.model.placement import placements
from styrmodell.model.plan import Plan

Node = tuple[str, str]
# The kinds of work that should serve something, by the plan's field.
WORK = (
    ("activities", "activity", "aktivitet"),
    ("assignments", "assignment", "uppdrag"),
    ("actions", "action", "åtgärd"),
    ("risks", "risk", "risk"),
    ("projects", "project", "projekt"),
    ("investments", "investment", "investering"),
)
GOAL, MEASURE = "goal", "measure"


@frozen(kw_only=True)
class Break:
    """Where the thread is broken.

    Attributes:
        kind: What the object is, in Swedish.
        lack: What it lacks.
    """

    kind: str
    id: str
    name: str
    lack: str


@define(kw_only=True, eq=False, slots=False)
class Chains:
    """Walks a plan's links without asking it anew for each object."""

    plan: Plan

    @cached_property
    def _down(self) -> Mapping[Node, tuple[Node, ...]]:
        return self._steps(up=False)

    @cached_property
    def _up(self) -> Mapping[Node, tuple[Node, ...]]:
        return self._steps(up=True)

    def _steps(self, *, up: bool) -> Mapping[Node, tuple[Node, ...]]:
        found: dict[Node, dict[Node, None]] = {}
        for one in placements(self.plan):
            if one.serves:
                below, above = (one.item_kind, one.item_id), (one.under_kind, one.under_id)
                found.setdefault(below if up else above, {})[above if up else below] = None
        return {node: tuple(others) for node, others in found.items()}

    def below(self, kind: str, name: str, wanted: str) -> tuple[str, ...]:
        """Ids of the objects of the kind *wanted* that stand directly under an object."""
        return tuple(other for known, other in self._down.get((kind, name), ()) if known == wanted)

    def above(self, kind: str, name: str) -> tuple[Node, ...]:
        """All that an object serves, the nearest first, each once."""
        found: dict[Node, None] = {}
        waiting = [(kind, name)]
        for node in waiting:
            for other in self._up.get(node, ()):
                if other not in found and other != (kind, name):
                    found[other] = None
                    waiting.append(other)
        return tuple(found)

    def breaks(self) -> Iterator[Break]:
        """Goals that nothing measures or serves, measures without goal or target, and work that serves nothing."""
        plan = self.plan
        for goal in plan.goals:
            served = self._down.get((GOAL, goal.id), ())
            if not any(kind in (MEASURE, GOAL) for kind, _ in served):
                yield Break(kind="mål", id=goal.id, name=goal.name, lack="inget mått och inget mål under det")
            elif not any(kind != MEASURE for kind, _ in self._all_below(goal.id)):
                yield Break(kind="mål", id=goal.id, name=goal.name, lack="inget arbete som bidrar till det")
        levels = {level.measure_id for level in plan.targets}
        for measure in plan.measures:
            goals = [name for kind, name in self.above(MEASURE, measure.id) if kind == GOAL]
            if goals and measure.target is None and measure.id not in levels:
                yield Break(kind="mått", id=measure.id, name=measure.name, lack="inget målvärde")
            if not goals and (measure.target is not None or measure.id in levels):
                yield Break(kind="mått", id=measure.id, name=measure.name, lack="inget mål som det bidrar till")
        for field, kind, word in WORK:
            for one in getattr(plan, field):
                if not any(known == GOAL for known, _ in self.above(kind, one.id)):
                    yield Break(kind=word, id=one.id, name=one.name, lack="leder inte till något mål")

    def _all_below(self, goal: str) -> Iterator[Node]:
        """All that serves a goal, in any number of steps, but for other goals."""
        waiting: list[Node] = [(GOAL, goal)]
        seen = set(waiting)
        for node in waiting:
            for other in self._down.get(node, ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
                    if other[0] != GOAL:
                        yield other
