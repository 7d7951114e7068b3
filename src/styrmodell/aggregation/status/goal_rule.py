"""How a goal's status comes from what serves it: the worst, a share, or a weighted share."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from styrmodell.aggregation.status.severity import JUDGED, worst
from styrmodell.aggregation.status.why import GoalWhy
from styrmodell.model.status import Status
from styrmodell.model.status_rule import StatusChoice, StatusRule

# What one that is judged gives: nearly reached counts as half when weighted.
_POINTS = ((Status.MET, Fraction(1)), (Status.CLOSE, Fraction(1, 2)), (Status.MISSED, Fraction(0)))


@frozen(kw_only=True)
class Served:
    """One thing that serves a goal: how it stands, and how much it counts."""

    status: Status
    weight: Decimal = Decimal(1)


@frozen(kw_only=True)
class Verdict:
    """What a goal's rule gives.

    Attributes:
        share: What the rule compares with its limits, as a part of one; None for the worst, or when none is judged.
        judged: How many could be judged: not those that are not measured or whose figures are too old.
        total: How many there are.
    """

    status: Status
    why: GoalWhy
    share: Fraction | None = None
    judged: int = 0
    total: int = 0


def apply_rule(rule: StatusRule, served: Sequence[Served]) -> Verdict:
    """The status of a goal from what serves it.

    The worst of them stands for the worst. A share is of those that could be judged: it says nothing of the others,
    so how many they are is told beside it. The order of *served* never matters.
    """
    judged = [one for one in served if one.status in JUDGED]
    none = Verdict(status=Status.NOT_MEASURED, why=GoalWhy.NOTHING_BELOW, judged=len(judged), total=len(served))
    if not served:
        return none
    if rule.by is StatusChoice.WORST:
        found = worst(one.status for one in served) or Status.NOT_MEASURED
        return evolve(none, status=found, why=GoalWhy.BELOW)
    if rule.by is StatusChoice.WEIGHTED and not is_usable(one.weight for one in served):
        return evolve(none, why=GoalWhy.WEIGHTS)
    share = _weighted(judged) if rule.by is StatusChoice.WEIGHTED else _share(judged)
    if share is None:
        return evolve(none, why=GoalWhy.NOTHING_JUDGED)
    met, close = share >= rule.met, share >= rule.close
    status = Status.MET if met else Status.CLOSE if close else Status.MISSED
    return evolve(none, status=status, why=GoalWhy.BELOW, share=share)


def is_usable(weights: Iterable[Decimal]) -> bool:
    """Whether *weights* can weigh: none below nought, and one above it."""
    found = tuple(weights)
    return all(weight >= 0 for weight in found) and any(weight > 0 for weight in found)


def _share(judged: Sequence[Served]) -> Fraction | None:
    """The part that is reached; what is nearly reached does not count."""
    return Fraction(sum(one.status is Status.MET for one in judged), len(judged)) if judged else None


def _weighted(judged: Sequence[Served]) -> Fraction | None:
    points = dict(_POINTS)
    whole = sum((Fraction(one.weight) for one in judged), Fraction(0))
    reached = sum((Fraction(one.weight) * points[one.status] for one in judged), Fraction(0))
    return reached / whole if whole else None
