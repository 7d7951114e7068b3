"""Checks of how goals are judged: weights on the links of what is below them."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain

from styrmodell.finding import Finding
from styrmodell.model.checks.judge_codes import UNUSED_GOAL_WEIGHTS, WRONG_GOAL_WEIGHTS
from styrmodell.model.goal import Goal
from styrmodell.model.plan import Plan
from styrmodell.model.status_rule import StatusChoice


def check_goals(plan: Plan) -> Iterator[Finding]:
    """Goals that are weighed without weights, or have weights without being weighed."""
    weights: dict[str, list[Decimal | None]] = {}
    for link in chain.from_iterable([*(one.goals for one in plan.measures), *(one.parents for one in plan.goals)]):
        weights.setdefault(link.id, []).append(link.weight)
    for goal in plan.goals:
        yield from _check_weights(goal, weights.get(goal.id, []))


def _check_weights(goal: Goal, weights: list[Decimal | None]) -> Iterator[Finding]:
    """*weights* of the links of all measures and goals that serve *goal*."""
    given = [weight for weight in weights if weight is not None]
    if goal.status_rule is None or goal.status_rule.by is not StatusChoice.WEIGHTED:
        if given:
            yield UNUSED_GOAL_WEIGHTS.at(goal.source, goal=goal.id, count=str(len(given)))
        return
    wrong = (
        ("ingen länk till det har vikt", "no link to it has a weight", not given),
        ("en vikt är under 0", "a weight is below 0", any(weight < 0 for weight in given)),
        ("alla vikter är 0", "all weights are 0", bool(given) and not any(given)),
    )
    for swedish, english, is_wrong in wrong:
        if is_wrong:
            yield WRONG_GOAL_WEIGHTS.at(goal.source, goal=goal.id, but=swedish, but_en=english)
