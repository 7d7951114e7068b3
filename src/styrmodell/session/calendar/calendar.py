"""The calendar of a workspace: what is due from whom, and how it stands on a day."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from styrmodell.errors import ReadError
from styrmodell.finding import Findings
from styrmodell.model.ids import require_known
from styrmodell.model.occasion import occasions
from styrmodell.model.period import Period
from styrmodell.report.calendar_row import CalendarRow, StepStanding, calendar_row
from styrmodell.session.calendar.check import check_calendar
from styrmodell.session.calendar.followed import make_follower
from styrmodell.session.frozen_record import is_frozen
from styrmodell.session.workspace import Workspace

# What is late comes first, then what is to come, then what needs nobody.
_RANK = (StepStanding.LACKING, StepStanding.NOT_DUE, StepStanding.CAME, StepStanding.DONE)


@frozen(kw_only=True)
class Calendar:
    """What is due of a plan's year.

    Attributes:
        name: The workspace's name.
        plan: The plan's unit and id, which tell it from other plans.
        on: The day on which it stands so.
        units: The units that were asked for; empty for all.
        rows: What lacks first, then what is to come, what has come in and what is done; each by day.
        findings: What is wrong in the calendar (SM480 to SM489).
    """

    name: str
    plan: tuple[str, str]
    period: Period
    on: date
    units: tuple[str, ...] = ()
    rows: tuple[CalendarRow, ...] = ()
    findings: Findings = Findings()

    def standing(self, *standings: StepStanding) -> tuple[CalendarRow, ...]:
        """Only the rows that stand so, in order."""
        return tuple(row for row in self.rows if row.standing in standings)


def calendar(
    workspace: Workspace,
    *,
    on: date | None = None,
    from_: date | None = None,
    to: date | None = None,
    units: Iterable[str] = (),
) -> Calendar:
    """What the calendar of the profile and of the plan asks for of the plan's period, from whom, and how it stands.

    Args:
        on: The day of the answer; default the workspace's. What was done or came later is not known that day.
        from_: Leave out what is due before that day.
        to: Leave out what is due after that day.
        units: Only these; default all.

    Raises:
        UnknownNameError: The plan has no such unit.
        FindingsError: There is no plan.
        ReadError: The workspace is a frozen run, which does not keep what has come in.
        PluginError: A plugin fails, and the registry is strict.
    """
    if is_frozen(workspace.path):
        raise ReadError(
            f"{workspace.path} is frozen: what comes in is not kept there; use the workspace it was made of"
        )
    publisher = workspace.publisher
    plan, wanted = publisher.plan, tuple(units)
    for unit in wanted:
        require_known("unit", unit, [str(known.id) for known in plan.units])
    day = on or workspace.as_of
    follower, unread = make_follower(workspace.path, plan, day)
    rows = (
        calendar_row(one, follower.of(one))
        for one in occasions(plan, publisher.profile)
        if not wanted or one.unit.id in wanted
    )
    within = (row for row in rows if (from_ or date.min) <= row.due <= (to or date.max))
    return Calendar(
        name=workspace.name,
        plan=(str(plan.unit_id), plan.id),
        period=plan.period,
        on=day,
        units=wanted,
        rows=tuple(sorted(within, key=_place)),
        findings=Findings.gather(check_calendar(publisher), unread),
    )


def _place(row: CalendarRow) -> tuple[object, ...]:
    """Where a row stands; units of one step and period keep the plan's order."""
    return (_RANK.index(row.standing), row.due, row.step.order, row.step.key, row.period)
