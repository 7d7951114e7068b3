"""Decisions (beslut) of political bodies, and the meetings they were made at."""

import datetime
from enum import Enum

from attrs import field, frozen

from styrmodell.model.ids import DecisionId, MeetingId
from styrmodell.model.link import Link
from styrmodell.model.period import Period
from styrmodell.source import Source


class DecisionKind(Enum):
    """What a body did: only noted, approved, proposed to another body, decided, or gave an assignment."""

    NOTED = "noted"
    APPROVED = "approved"
    PROPOSAL = "proposal"
    DECIDED = "decided"
    ASSIGNMENT = "assignment"


@frozen(kw_only=True)
class Meeting:
    """A meeting (sammanträde), also one that decided nothing about what the plan holds."""

    id: MeetingId = field(converter=MeetingId)
    body: str
    date: datetime.date
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class Decision:
    """A decision (beslut).

    Attributes:
        body: The body that made it.
        date: The day of the meeting; None where only *period* is known.
        period: The month or year it was made, where the day is not known.
        paragraph: "§ 122".
        kind: What the body did.
        text: The decision's own words.
        reported: What was shown or told at the meeting.
        about: The objects it concerns.
    """

    id: DecisionId = field(converter=DecisionId)
    body: str
    date: datetime.date | None = None
    period: Period | None = None
    paragraph: str = ""
    dnr: str = ""
    name: str = ""
    kind: DecisionKind | None = None
    text: str = ""
    reported: str = ""
    about: tuple[Link, ...] = ()
    source: Source = field(default=Source(), eq=False)
