"""How many actions there are, and how many lack what."""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.savings.line import Column, Line, NetState
from styrmodell.aggregation.savings.sums import added
from styrmodell.model.ids import ActionId


@frozen(kw_only=True, eq=False)
class Lacking:
    """Counted actions that have something in common, and what they are to give together.

    Attributes:
        actions: Their ids, in the plan's order.
        target: The sum of their targets, in kr.
    """

    actions: tuple[ActionId, ...]
    target: Explanation

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.actions)


@frozen(kw_only=True, eq=False)
class Tally:
    """How many actions a savings plan counts, and how many of them lack what.

    Attributes:
        actions: Those that are added in totals.
        parts: Sub-actions, which are in those.
        repeated: Those that another action counts.
        without_net: Of those counted, the ones whose net effect is not calculated.
        net_unsaid: Those of which nobody said whether it is.
        judged: Those whose outcome is a judgement.
        without_method: Those with an outcome that says nothing of how it was found.
        out_of_reach: Those whose target cannot be reached even in a whole year.
        waiting: Those that wait for political decisions.
    """

    actions: int
    parts: int
    repeated: int
    without_net: Lacking
    net_unsaid: Lacking
    without_target: Lacking
    without_forecast: Lacking
    without_outcome: Lacking
    without_feasibility: Lacking
    judged: Lacking
    without_method: Lacking
    out_of_reach: Lacking
    waiting: Lacking


def make_tally(lines: Iterable[Line]) -> Tally:
    """Count *lines*."""
    every = tuple(lines)
    counted = tuple(line for line in every if line.is_counted)
    unmeasured = (line for line in counted if line.figure(Column.OUTCOME).is_known and line.method is None)
    return Tally(
        actions=len(counted),
        parts=sum(line.depth > 0 and line.repeats is None for line in every),
        repeated=sum(line.repeats is not None for line in every),
        without_net=_lacking(line for line in counted if line.net is NetState.NOT_CALCULATED),
        net_unsaid=_lacking(line for line in counted if line.net is NetState.UNSAID),
        without_target=_lacking(line for line in counted if not line.figure(Column.TARGET).is_known),
        without_forecast=_lacking(line for line in counted if not line.figure(Column.FORECAST).is_known),
        without_outcome=_lacking(line for line in counted if not line.figure(Column.OUTCOME).is_known),
        without_feasibility=_lacking(line for line in counted if line.action.feasibility is None),
        judged=_lacking(line for line in counted if line.is_uncertain),
        without_method=_lacking(unmeasured),
        out_of_reach=_lacking(line for line in counted if line.is_reachable is False),
        waiting=_lacking(line for line in counted if line.action.needs),
    )


def _lacking(lines: Iterable[Line]) -> Lacking:
    found = tuple(lines)
    target = added((line.explanation(Column.TARGET) for line in found), "mål")
    return Lacking(actions=tuple(line.action.id for line in found), target=target)
