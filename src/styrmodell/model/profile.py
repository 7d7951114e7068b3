"""Profiles (styrmodellprofiler): a region's words, value lists and calendar from a given day."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.due import Weekend
from styrmodell.model.limits import Limits
from styrmodell.source import Source


@frozen(kw_only=True)
class Profile:
    """A region's dated vocabulary.

    Attributes:
        key: The plugin's key, or the profile's own in a workspace.
        valid_from: First day on which it holds.
        levels: Words for levels of units, highest first.
        versions: Versions of budgets and forecasts, oldest first; the last that exists is the one that counts.
        additions: Those versions that add to the one before them instead of replacing it ("tillägg").
        value_lists: (list, allowed words) pairs; docs/reference/modell.md names the lists that are checked. One of
            another name is the region's own; where it is nearly one of them, a finding asks.
        scales: (scale, words from the lowest step up) pairs: likelihood ("sannolikhet") and consequence ("konsekvens").
        calendar: The steps of the year (årshjul).
        limits: How many indicators, assignments and activities there are to be at most.
        weekend: What becomes of a day of the calendar that falls on a Saturday or Sunday.
    """

    key: str
    valid_from: date
    name: str = ""
    levels: tuple[str, ...] = ()
    perspectives: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()
    value_lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    scales: tuple[tuple[str, tuple[str, ...]], ...] = ()
    calendar: tuple[CalendarStep, ...] = ()
    limits: Limits = Limits()
    weekend: Weekend = Weekend.AS_WRITTEN
    source: Source = field(default=Source(), eq=False)
