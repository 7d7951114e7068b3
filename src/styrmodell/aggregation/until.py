"""Until when a figure tells: the last day of the one who is furthest behind."""

from collections.abc import Iterator
from datetime import date

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Key
from styrmodell.model.period import Period

_ARITHMETIC = (Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.CHANGE)


def tells_until(explanation: Explanation) -> date | None:
    """The last day that the one who is furthest behind tells of; None where the measure says no frequency.

    What a figure is compared with from another time, as last year's, does not make it older.
    """
    period = explanation.bound.period if isinstance(explanation.bound, Key) else None
    return min(_days(explanation, period), default=None)


def _days(explanation: Explanation, period: Period | None) -> Iterator[date]:
    if explanation.op not in _ARITHMETIC:
        if explanation.coverage.lagging is not None:
            yield explanation.coverage.lagging
        return
    for child in explanation.children:
        bound = child.bound
        if not isinstance(bound, Key) or period is None or bound.period.last == period.last:
            yield from _days(child, period)
