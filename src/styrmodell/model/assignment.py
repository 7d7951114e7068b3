"""Assignments (uppdrag): what bodies have decided that somebody shall do and report back."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.activity import WorkStatus
from styrmodell.model.ids import AssignmentId, DecisionId, UnitId
from styrmodell.model.link import Link
from styrmodell.model.money import Money
from styrmodell.model.number import number
from styrmodell.source import Source


@frozen(kw_only=True)
class Assignment:
    """An assignment (uppdrag).

    Attributes:
        given_by: The bodies that gave it, one or several.
        decisions: The decisions that gave it.
        addressee: The role that is to carry it out.
        unit_id: The unit of the addressee.
        due: The day of the meeting it is to be reported at.
        due_meeting: That meeting in the decision's own words ("nästkommande sammanträde").
        reports: Decisions at which it was reported back (återrapportering).
        closed_by: The decision that closed it; None while it is open.
        goals: Goals it serves.
        measures: Measures it is followed by.
        amount: Money given with it, in kr.
    """

    id: AssignmentId = field(converter=AssignmentId)
    name: str
    nr: str = ""
    given_by: tuple[str, ...] = ()
    decisions: tuple[Link, ...] = ()
    addressee: str = ""
    unit_id: UnitId | None = None
    due: date | None = None
    due_meeting: str = ""
    reports: tuple[Link, ...] = ()
    closed_by: DecisionId | None = None
    status: WorkStatus | None = None
    status_date: date | None = None
    goals: tuple[Link, ...] = ()
    measures: tuple[Link, ...] = ()
    amount: Money | None = field(default=None, converter=number)
    comment: str = ""
    source: Source = field(default=Source(), eq=False)
