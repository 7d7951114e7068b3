"""What serves each goal directly: measures and goals, each once under each, with its weight."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from styrmodell.model.checks.circle import circles
from styrmodell.model.plan import Plan

_ONE = Decimal(1)


@frozen(kw_only=True)
class Serving:
    """A measure or a goal under a goal.

    Attributes:
        weight: That of its link; one where none is said.
    """

    id: str
    is_goal: bool = False
    weight: Decimal = _ONE


@frozen(kw_only=True)
class GoalLinks:
    """The goals of a plan with what serves them.

    Attributes:
        below: Goal → what serves it directly, measures first, in the order of the plan.
        circular: Goals that lead back to themselves.
    """

    below: dict[str, tuple[Serving, ...]]
    circular: frozenset[str]


def make_goal_links(plan: Plan) -> GoalLinks:
    """Gather what serves each goal of *plan*.

    That is the goals and measures that link to it; the measures on scorecard rows that stand at it; and under the
    direction goal of a perspective, the goals of its rows, and the measures of rows without goals. One that is
    named in several ways serves the goal once, with the weight of its link. A measure that serves a goal directly
    and a goal below it counts once at each of the two.
    """
    known = {str(goal.id) for goal in plan.goals}
    found: dict[str, dict[tuple[bool, str], Serving]] = {name: {} for name in known}
    for goal_id, one in (*_linked(plan), *_on_cards(plan)):
        is_there = one.id in known or not one.is_goal
        if goal_id in found and is_there:
            found[goal_id].setdefault((one.is_goal, one.id), one)
    below = {name: tuple(sorted(held.values(), key=lambda one: one.is_goal)) for name, held in found.items()}
    ways = {name: tuple(one.id for one in held if one.is_goal) for name, held in below.items()}
    return GoalLinks(below=below, circular=frozenset(name for group in circles(ways) for name in group))


def _linked(plan: Plan) -> Iterator[tuple[str, Serving]]:
    for goal in plan.goals:
        for link in goal.parents:
            yield link.id, Serving(id=goal.id, is_goal=True, weight=_weight(link.weight))
    for measure in plan.measures:
        for link in measure.goals:
            yield link.id, Serving(id=measure.id, weight=_weight(link.weight))


def _weight(given: Decimal | None) -> Decimal:
    return _ONE if given is None else given


def _on_cards(plan: Plan) -> Iterator[tuple[str, Serving]]:
    known = {measure.id for measure in plan.measures}
    for card in plan.scorecards:
        directions = {one.id: one.goal_id for one in card.perspectives}
        for line in card.lines:
            direction = directions.get(line.perspective_id)
            measured = line.measure_id if line.measure_id in known else None
            for goal in line.goals:
                if direction is not None and goal != direction:
                    yield direction, Serving(id=goal, is_goal=True)
                if measured is not None:
                    yield goal, Serving(id=measured)
            if measured is not None and direction is not None and not line.goals:
                yield direction, Serving(id=measured)
