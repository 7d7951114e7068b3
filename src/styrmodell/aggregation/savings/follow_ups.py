"""Which follow-up of an action is the newest, and which outcomes together are its effect so far."""

from collections.abc import Iterable, Sequence
from datetime import date

from styrmodell.aggregation.version import Versions
from styrmodell.model.action import Action, ActionReport
from styrmodell.model.lifting.action_effect import NET, member_of
from styrmodell.model.lifting.action_figures import version_of
from styrmodell.model.period import Period


def forecasts(action: Action, reports: Sequence[ActionReport], versions: Versions) -> tuple[ActionReport, ...]:
    """The reports with a forecast, oldest first: by the profile's versions, else by their days."""
    found = (report for report in reports if report.forecast is not None)
    return tuple(sorted(found, key=lambda one: (versions.place(version_of(one, reports)), *_order(action, one))))


def outcomes(action: Action, reports: Iterable[ActionReport], year: Period) -> tuple[ActionReport, ...]:
    """The reports whose outcomes together are the effect so far in *year*, latest first.

    Of those that end latest the longest stands; what it does not reach back to is taken from those before it.
    """
    known = [one for one in reports if one.outcome is not None and one.period in year]
    found: list[ActionReport] = []
    last = max((one.period.last for one in known), default=None)
    while last is not None:
        ending = [one for one in known if one.period.last == last]
        if not ending:
            break
        chosen = min(ending, key=lambda one: one.period.first)
        same = [one for one in ending if one.period == chosen.period]
        found.append(max(same, key=lambda one: _order(action, one)))
        last = chosen.period.first - 1
    return tuple(found)


def uncovered(action: Action, chain: Sequence[ActionReport], year: Period) -> Period | None:
    """The months of *year* in which the action has effect and that come before what *chain* covers."""
    if not chain:
        return None
    first = max(year.first, action.first_month.first if action.first_month is not None else year.first)
    begins = chain[-1].period.first
    return Period(first=first, last=begins - 1) if begins > first else None


def newest(action: Action, reports: Sequence[ActionReport], versions: Versions) -> ActionReport | None:
    """The report that was handed in last: by its day, then by its forecast's version."""
    return max(reports, key=lambda one: (_day(one), versions.place(one.version), *_order(action, one)), default=None)


def _order(action: Action, report: ActionReport) -> tuple[date, bool, str]:
    return (_day(report), member_of(action, report) == NET, str(report.source))


def _day(report: ActionReport) -> date:
    return report.as_of or report.reported or date.min
