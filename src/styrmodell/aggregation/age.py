"""Age: whether a figure is older than the measure's frequency of reporting lets it be."""

from datetime import date

from attrs import frozen

from styrmodell.model.frequency import months_between
from styrmodell.model.kind import Kind
from styrmodell.model.measure import Measure
from styrmodell.model.period import Period

# A budget is as old as its decision and none the worse for it.
_AGING = (Kind.OUTCOME, Kind.FORECAST)


@frozen(kw_only=True)
class Age:
    """Tells what is stale.

    Attributes:
        today: The workspace's day; None where nothing is to be told.
    """

    today: date | None = None

    def concerns(self, measure: Measure, kind: Kind) -> bool:
        """Whether figures of *measure* can be stale: it says how often it is reported, and they do age."""
        return self.today is not None and kind in _AGING and longest_gap(measure) is not None

    def is_stale(self, measure: Measure, period: Period, lagging: date | None) -> bool:
        """Whether the figure of the one who is furthest behind is too old for *period* today.

        A figure of last year is not stale where last year is asked for.

        Args:
            lagging: The day that figure speaks of.
        """
        gap = longest_gap(measure)
        if self.today is None or lagging is None or gap is None:
            return False
        due = min(self.today, period.last_day)
        return _month(due) - _month(lagging) > gap


def longest_gap(measure: Measure) -> int | None:
    """How many months may pass between two figures of *measure*, by the most frequent of its reports."""
    frequencies = measure.reporting.frequencies if measure.reporting is not None else ()
    gaps = [gap for gap in (months_between(one.cadence) for one in frequencies) if gap is not None]
    return min(gaps, default=None)


def _month(day: date) -> int:
    return day.year * 12 + day.month
