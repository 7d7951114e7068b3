"""Målområden, their long-term goals, and what stands under them: each indicator is one, however often it is shown."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import define, frozen

from styrmodell.api import Activity, Assignment, Goal, Measure, Plan
from styrmodell_jamtland_harjedalen.profile import AREA

Thing = Measure | Assignment


def item_names(plan: Plan) -> dict[str, str]:
    """The names of indicators and assignments, by id."""
    things: tuple[Thing, ...] = (*plan.measures, *plan.assignments)
    return {str(one.id): one.name for one in things}


@frozen(kw_only=True)
class Placed:
    """An indicator or assignment in one målområde.

    Attributes:
        goals: The long-term goals there that it serves, by name.
        elsewhere: Names of the other målområden in which it is shown, too.
        activities: The activities about it, wherever it is shown.
    """

    thing: Thing
    goals: tuple[str, ...]
    elsewhere: tuple[str, ...]
    activities: tuple[Activity, ...]

    @property
    def under(self) -> str:
        """What it stands under."""
        return "; ".join(self.goals)


@define(kw_only=True, eq=False, slots=False)
class Areas:
    """Reads *plan* by målområde."""

    plan: Plan

    @cached_property
    def all(self) -> tuple[Goal, ...]:
        """The målområden in the plan's order: goals of that level, else those that serve no other."""
        named = tuple(goal for goal in self.plan.goals if goal.level.casefold() == AREA)
        return named or tuple(goal for goal in self.plan.goals if not goal.parents)

    @cached_property
    def _tops(self) -> Mapping[str, tuple[str, ...]]:
        """Goal → the målområden that it leads to."""
        parents = {str(goal.id): tuple(str(link.id) for link in goal.parents) for goal in self.plan.goals}
        areas = {str(goal.id) for goal in self.all}
        return {str(goal.id): tuple(_climb(goal.id, parents, areas)) for goal in self.plan.goals}

    @cached_property
    def _activities(self) -> Mapping[tuple[str, str], tuple[Activity, ...]]:
        found: dict[tuple[str, str], dict[str, Activity]] = {}
        for one in self.plan.activities:
            for kind, links in (("measure", one.measures), ("assignment", one.assignments)):
                for link in links:
                    found.setdefault((kind, link.id), {})[one.id] = one
        return {key: tuple(some.values()) for key, some in found.items()}

    def indicators(self, area: Goal) -> tuple[Placed, ...]:
        """The indicators of *area*, each once."""
        return tuple(self._placed(area, "measure", self.plan.measures))

    def assignments(self, area: Goal) -> tuple[Placed, ...]:
        """The assignments of *area*, each once."""
        return tuple(self._placed(area, "assignment", self.plan.assignments))

    def outside(self) -> tuple[Thing, ...]:
        """Assignments, and indicators with a target, that lead to no målområde."""
        things: list[Thing] = [one for one in self.plan.measures if one.target is not None]
        return tuple(one for one in (*things, *self.plan.assignments) if not self._areas_of(one))

    def _placed(self, area: Goal, kind: str, things: tuple[Thing, ...]) -> Iterator[Placed]:
        names = {str(goal.id): goal.name for goal in self.plan.goals}
        for thing in things:
            areas = self._areas_of(thing)
            if area.id not in areas:
                continue
            goals = (link.id for link in thing.goals if area.id in self._tops.get(link.id, ()))
            yield Placed(
                thing=thing,
                goals=tuple(names.get(goal, goal) for goal in goals),
                elsewhere=tuple(names[other] for other in areas if other != area.id),
                activities=self._activities.get((kind, thing.id), ()),
            )

    def _areas_of(self, thing: Thing) -> tuple[str, ...]:
        return tuple(dict.fromkeys(top for link in thing.goals for top in self._tops.get(link.id, ())))


def _climb(start: str, parents: Mapping[str, tuple[str, ...]], areas: set[str]) -> Iterator[str]:
    waiting, seen = [start], {start}
    for goal in waiting:
        if goal in areas:
            yield goal
        for parent in parents.get(goal, ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
