"""The calendar of a workspace: what is due from whom, and how it stands on a day."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from styrmodell.errors import ReadError
from styrmodell.finding import Findings
from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.ids import require_known
from styrmodell.model.period import Period
from styrmodell.session.calendar.check import check_calendar
from styrmodell.session.calendar.followed import Follower, FollowUp, StepStanding, make_follower
from styrmodell.session.calendar.occasion import Occasion, occasions
from styrmodell.session.frozen_record import is_frozen
from styrmodell.session.workspace import Workspace
from styrmodell.source import Source

# What is late comes first, then what is to come, then what needs nobody.
_RANK = (StepStanding.LACKING, StepStanding.NOT_DUE, StepStanding.CAME, StepStanding.DONE)


@frozen(kw_only=True)
class CalendarRow:
    """A step that is due from a unit, and how it stands.

    Attributes:
        unit: The unit's id.
        period: The period it is about.
        due: The last day.
        told: What says how it stands.
    """

    step: CalendarStep
    unit: str
    unit_name: str
    period: Period
    due: date
    told: FollowUp

    @property
    def standing(self) -> StepStanding:
        """How it stands."""
        return self.told.standing

    @property
    def late_days(self) -> int:
        """How many days after its day it was done or came in; 0 where it was not late, or no day is told."""
        return max((self.told.day - self.due).days, 0) if self.told.day is not None else 0

    @property
    def source(self) -> Source | None:
        """Where it says so; None where only the day tells."""
        return self.told.source


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
    rows = (_row(one, follower) for one in occasions(plan, publisher.profile) if not wanted or one.unit.id in wanted)
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


def _row(one: Occasion, follower: Follower) -> CalendarRow:
    return CalendarRow(
        step=one.step,
        unit=str(one.unit.id),
        unit_name=one.unit.name,
        period=one.period,
        due=one.due,
        told=follower.of(one),
    )


def _place(row: CalendarRow) -> tuple[object, ...]:
    """Where a row stands; units of one step and period keep the plan's order."""
    return (_RANK.index(row.standing), row.due, row.step.order, row.step.key, row.period)
