"""Rules over how figures stand to their targets: share meeting target, worst status and status counts."""

from collections import Counter
from fractions import Fraction
from operator import add
from types import MappingProxyType
from typing import TypeAlias

from styrmodell.aggregation.rule import Item, Rule
from styrmodell.aggregation.rules.additive import Count
from styrmodell.aggregation.rules.figure import Identity, identity_of, in_figures, parts_counted
from styrmodell.aggregation.status.severity import SEVERITY
from styrmodell.finding import Text
from styrmodell.model.measure import SHARE
from styrmodell.model.status import Counts, Status

# How many meet their target, how many do not, and of how many it cannot be told.
Meeting: TypeAlias = tuple[Count, Count, Count]
# How many whole figures have each status, in the order of Status; and the statuses of split figures with what they are
# statuses of, so that the halves of one are one.
Statuses: TypeAlias = tuple[tuple[int, ...], frozenset[tuple[Identity, Status]]]


def _lift_meeting(item: Item) -> Meeting:
    count = parts_counted(item)
    if item.met is None:
        return (0, 0, count)
    return (count, 0, 0) if item.met else (0, count, 0)


def _add_meeting(left: Meeting, right: Meeting) -> Meeting:
    return (left[0] + right[0], left[1] + right[1], left[2] + right[2])


def _lower_meeting(state: Meeting) -> Fraction | None:
    """Of those that can be judged; None when none can."""
    met, missed, _ = state
    return Fraction(met) / (met + missed) if met + missed else None


def _as_share(_unit: str) -> str:
    return SHARE


SHARE_MEETING_TARGET: Rule[Meeting] = Rule(
    key="share_meeting_target",
    title=Text(sv="andel som når målet", en="share meeting the target"),
    identity=(0, 0, 0),
    lift=_lift_meeting,
    combine=_add_meeting,
    lower=_lower_meeting,
    unit=_as_share,
    judged=True,
)


def _status_of(item: Item) -> Status:
    return item.status or Status.NOT_MEASURED


def _worse(left: Status | None, right: Status | None) -> Status | None:
    """The worse of two.

    What is not known may not be called reached or nearly reached, so "not measured" and "stale" are worse than both.
    That a target is missed is known, so nothing hides it.
    """
    if left is None or right is None:
        return left or right
    return max(left, right, key=SEVERITY.index)


def _lower_status(state: Status | None) -> Status | None:
    return state


def _without_unit(_unit: str) -> str:
    return ""


WORST_STATUS: Rule[Status | None] = Rule(
    key="worst_status",
    title=Text(sv="sämsta status", en="worst status"),
    identity=None,
    lift=_status_of,
    combine=_worse,
    lower=_lower_status,
    unit=_without_unit,
    judged=True,
)


_NO_FIGURE: Statuses = ((0,) * len(Status), frozenset())
_ONE_FIGURE = MappingProxyType({one: (tuple(int(status is one) for status in Status), _NO_FIGURE[1]) for one in Status})


def _lift_statuses(item: Item) -> Statuses:
    status = _status_of(item)
    if parts_counted(item) == 1:
        return _ONE_FIGURE[status]
    return (_NO_FIGURE[0], frozenset(((identity_of(item.observation), status),)))


def _add_statuses(left: Statuses, right: Statuses) -> Statuses:
    return (tuple(map(add, left[0], right[0])), left[1] | right[1])


def _lower_statuses(state: Statuses) -> Counts | None:
    """How many have each status, in the order of Status; those that none has are left out."""
    whole, split = state
    parts = Counter(status for _, status in split)
    found = ((status, count + parts[status]) for status, count in zip(Status, whole, strict=True))
    return tuple((status, count) for status, count in found if count) or None


STATUS_COUNTS: Rule[Statuses] = Rule(
    key="status_counts",
    title=Text(sv="antal av varje status", en="number of each status"),
    identity=_NO_FIGURE,
    lift=_lift_statuses,
    combine=_add_statuses,
    lower=_lower_statuses,
    unit=in_figures,
    judged=True,
)
