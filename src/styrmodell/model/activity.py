"""Activities (aktiviteter): a unit's own work under its goals, measures and assignments."""

from datetime import date
from enum import Enum

from attrs import field, frozen

from styrmodell.model.ids import ActivityId, UnitId
from styrmodell.model.link import Link
from styrmodell.source import Source


class WorkStatus(Enum):
    """How far work has come: planerad, påbörjad, genomförd, vilande or avbruten."""

    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    RESTING = "resting"
    CANCELLED = "cancelled"


WORK_WORDS: tuple[tuple[str, WorkStatus], ...] = (
    ("planerad", WorkStatus.PLANNED),
    ("påbörjad", WorkStatus.STARTED),
    ("genomförd", WorkStatus.DONE),
    ("vilande", WorkStatus.RESTING),
    ("avbruten", WorkStatus.CANCELLED),
)


@frozen(kw_only=True)
class Activity:
    """An activity (aktivitet).

    Attributes:
        owner: The role that answers for it.
        start: The day it is planned to begin.
        end: The day it is planned to be done.
        started: The day it began.
        finished: The day it was done.
        status: What was reported; derived_status() is what the dates say.
        status_date: The day *status* was reported.
        goals: Goals it serves; the same for measures, assignments and risks.
    """

    id: ActivityId = field(converter=ActivityId)
    name: str
    unit_id: UnitId | None = None
    owner: str = ""
    start: date | None = None
    end: date | None = None
    started: date | None = None
    finished: date | None = None
    status: WorkStatus | None = None
    status_date: date | None = None
    goals: tuple[Link, ...] = ()
    measures: tuple[Link, ...] = ()
    assignments: tuple[Link, ...] = ()
    risks: tuple[Link, ...] = ()
    comment: str = ""
    source: Source = field(default=Source(), eq=False)

    def derived_status(self, today: date) -> WorkStatus | None:
        """What the dates of events say on *today*, beside what was reported; None when no date says anything.

        A planned date that has passed proves nothing: only events count, and work that has stopped is told by nobody
        but the reporter.
        """
        if self.finished is not None and self.finished <= today:
            return WorkStatus.DONE
        if self.started is not None and self.started <= today:
            return WorkStatus.STARTED
        return WorkStatus.PLANNED if self.start is not None and self.start > today else None

    def is_late(self, today: date) -> bool:
        """Whether it should be done by the day *today* and neither its dates nor its status say that it is."""
        settled = (WorkStatus.DONE, WorkStatus.CANCELLED)
        done = self.derived_status(today) is WorkStatus.DONE or self.status in settled
        return self.end is not None and self.end < today and not done
