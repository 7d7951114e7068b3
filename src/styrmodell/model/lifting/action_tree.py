"""Actions with their parts: what is counted, what is a part of what, and what somebody else counts."""

from collections.abc import Iterator, Mapping
from enum import Enum

from attrs import evolve, frozen

from styrmodell.model.action import Action, ActionReport
from styrmodell.model.lifting.action_effect import GROSS, aim, gross_of, has_counter_effect, member_of
from styrmodell.model.lifting.whole import known_wholes, parts_of, wholes_of
from styrmodell.model.plan import Plan


class Told(Enum):
    """What may be told of an action: for the whole, by its parts, or both."""

    TARGET = "target"
    CALCULATION = "calculation"
    OUTCOME = "outcome"
    FORECAST = "forecast"


@frozen(kw_only=True, eq=False)
class ActionTree:
    """The actions of a plan.

    Attributes:
        actions: Id → action, in the plan's order; the first where two share an id.
        reports: Id → its follow-ups, in the plan's order.
        parts: Id → the actions that are parts of it and count in it.
        parents: Id → the action it is a part of.
        repeated: Actions that are the same saving as another one, and their parts: shown, never counted.
        beside: What is told of an action and not added: of a part whose whole has a figure of its own while not
            every part has, or what it costs elsewhere is told of the whole alone, and of a repeated one whose id is
            also that of an object of another kind.
    """

    actions: Mapping[str, Action]
    reports: Mapping[str, tuple[ActionReport, ...]]
    parts: Mapping[str, tuple[str, ...]]
    parents: Mapping[str, str]
    repeated: frozenset[str]
    beside: frozenset[tuple[str, Told]]

    def wholes(self, name: str) -> tuple[str, ...]:
        """The actions that *name* is a part of, nearest first."""
        return wholes_of(name, self.parents)

    def is_told(self, name: str, what: Told) -> bool:
        """Whether *name* has a figure of its own."""
        return _is_told(self.actions[name], self.reports.get(name, ()), what)

    def is_complete(self, name: str, what: Told) -> bool:
        """Whether *name* or every part of it has a figure."""
        return self.is_told(name, what) or self.is_complete_below(name, what)

    def is_told_below(self, name: str, what: Told) -> bool:
        """Whether *name* has parts and every one has a figure."""
        parts = self.parts.get(name, ())
        return bool(parts) and all(self.is_complete(part, what) for part in parts)

    def is_complete_below(self, name: str, what: Told) -> bool:
        """Whether the parts of *name* stand for it: every one has a figure, and no counter-effect stands beside."""
        return self.is_told_below(name, what) and not self._alone_has_costs(name, what)

    def _alone_has_costs(self, name: str, what: Told) -> bool:
        """Whether *name* has counter-effects beside what is told of it, and nothing below it has any."""
        has_costs = _has_costs_beside(self.actions[name], self.reports.get(name, ()), what)
        return has_costs and not any(has_counter_effect(self.actions[one]) for one in self._below(name))

    def _below(self, name: str) -> Iterator[str]:
        for part in self.parts.get(name, ()):
            yield part
            yield from self._below(part)


def build_action_tree(plan: Plan) -> ActionTree:
    """The tree of *plan*'s actions. An unknown or circular parent is none; model/check tells of it."""
    actions: dict[str, Action] = {}
    for action in plan.actions:
        actions.setdefault(action.id, action)
    reports: dict[str, tuple[ActionReport, ...]] = {}
    for report in plan.action_reports:
        reports[report.action_id] = (*reports.get(report.action_id, ()), report)
    parents = known_wholes({name: one.parent_id for name, one in actions.items()})
    same = _same_as(actions, parents)
    repeated = frozenset(name for name in actions if not same.keys().isdisjoint((name, *wholes_of(name, parents))))
    bare = ActionTree(
        actions=actions,
        reports=reports,
        parts=parts_of(parents, same),
        parents=parents,
        repeated=repeated,
        beside=frozenset(),
    )
    tops = [name for name in actions if name not in parents or name in same]
    shared = repeated & {*(one.id for one in plan.investments), *(one.id for one in plan.projects)}
    inside = (one for what in Told for top in tops for one in _inside(bare, top, what))
    return evolve(bare, beside=frozenset((*inside, *((name, what) for name in shared for what in Told))))


def _same_as(actions: Mapping[str, Action], parents: Mapping[str, str]) -> dict[str, str]:
    """Action → the action that is counted in its stead. One that would lead back to itself is counted."""
    same: dict[str, str] = {}
    for name, action in actions.items():
        other = action.same_as_id
        if other is not None and other in actions and name not in _reached(other, parents, same):
            same[name] = other
    return same


def _reached(start: str, *ways: Mapping[str, str]) -> frozenset[str]:
    """*start* and everything that the *ways* lead to from it."""
    found, queue = {start}, [start]
    for name in queue:
        following = {way[name] for way in ways if name in way} - found
        found |= following
        queue += following
    return frozenset(found)


def _inside(tree: ActionTree, top: str, what: Told, *, covered: bool = False) -> Iterator[tuple[str, Told]]:
    """The parts below *top* whose figures are in that of a whole."""
    below = covered or (tree.is_told(top, what) and not tree.is_complete_below(top, what))
    for part in tree.parts.get(top, ()):
        if below:
            yield (part, what)
        yield from _inside(tree, part, what, covered=below)


def _is_told(action: Action, reports: tuple[ActionReport, ...], what: Told) -> bool:
    if what is Told.OUTCOME:
        return any(report.outcome is not None for report in reports)
    if what is Told.FORECAST:
        return any(report.forecast is not None for report in reports)
    if what is Told.TARGET:
        return aim(action) is not None
    return gross_of(action) is not None or action.net is not None or has_counter_effect(action)


def _has_costs_beside(action: Action, reports: tuple[ActionReport, ...], what: Told) -> bool:
    """Whether an amount is told of *action* before what it costs elsewhere, and that is known."""
    if what is Told.OUTCOME or not has_counter_effect(action):
        return False
    if what is Told.FORECAST:
        return any(one.forecast is not None and member_of(action, one) == GROSS for one in reports)
    if what is Told.TARGET:
        goal = aim(action)
        return goal is not None and goal.member == GROSS
    return gross_of(action) is not None or action.net is not None
