"""Rows of the calendar: a step that is due from a unit, and how it stands on a day."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from attrs import frozen

from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.occasion import Occasion, occasions
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.profile import Profile
from styrmodell.source import Source


class StepStanding(Enum):
    """How a step stands on a day."""

    DONE = "done"
    CAME = "came"
    LACKING = "lacking"
    NOT_DUE = "not_due"


STANDING_WORDS: tuple[tuple[str, StepStanding], ...] = (
    ("klar", StepStanding.DONE),
    ("inkommen", StepStanding.CAME),
    ("saknas", StepStanding.LACKING),
    ("ej förfallen", StepStanding.NOT_DUE),
)


@frozen(kw_only=True)
class FollowUp:
    """How a step stands, and who says so.

    Attributes:
        day: The day it was done, decided or signed off; None where none is told.
        role: Who did it or signed it off; the body, where it was decided.
        paragraph: The paragraph of the decision ("§ 112").
        signed_off: Whether the forms that came are marked as done; True where no form is what tells.
        lacking: Keys of the step's reports and tables that have not come.
        source: What says so; None where only the day does.
    """

    standing: StepStanding
    day: date | None = None
    role: str = ""
    paragraph: str = ""
    comment: str = ""
    signed_off: bool = True
    lacking: tuple[str, ...] = ()
    source: Source | None = None


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


def calendar_row(occasion: Occasion, told: FollowUp) -> CalendarRow:
    """The row of *occasion* that stands as *told*."""
    unit = occasion.unit
    return CalendarRow(
        step=occasion.step,
        unit=str(unit.id),
        unit_name=unit.name,
        period=occasion.period,
        due=occasion.due,
        told=told,
    )


def rows_of_plan(plan: Plan, profile: Profile, on: date) -> Iterator[CalendarRow]:
    """Every step of the plan's period, unit by unit, as the plan itself says that it stands on the day *on*."""
    done = {
        (one.step, one.unit_id, one.period): FollowUp(
            standing=StepStanding.DONE, day=one.done, role=one.role, comment=one.comment, source=one.source
        )
        for one in sorted(plan.completed_steps, key=lambda one: one.done, reverse=True)
        if one.done <= on
    }
    for one in occasions(plan, profile):
        open_ = FollowUp(standing=StepStanding.LACKING if one.due < on else StepStanding.NOT_DUE)
        yield calendar_row(one, done.get((one.step.key, one.unit.id, one.period), open_))
