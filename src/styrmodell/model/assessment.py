"""Assessments (bedömningar): a status that somebody has settled, and how the year is expected to end."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.ids import GoalId, MeasureId, UnitId
from styrmodell.model.period import Period
from styrmodell.model.status import Outlook, Status
from styrmodell.source import Source


@frozen(kw_only=True)
class Assessment:
    """What somebody has judged of a measure or a goal, for one unit and period.

    A settled status is what the goals above see; the computed one stays beside it. The outlook is a value of its own.

    Attributes:
        measure_id: The measure that is judged; None where it is a goal.
        goal_id: The goal that is judged; None where it is a measure.
        status: The settled status; None where only the outlook is judged.
        outlook: How the year is expected to end.
        by: The role or body that judged.
        why: Why, in words.
        grounds: What it rests on ("protokoll § 12").
        dated: The day it was judged; a later assessment goes before an earlier one.
    """

    unit_id: UnitId = field(converter=UnitId)
    period: Period
    measure_id: MeasureId | None = None
    goal_id: GoalId | None = None
    status: Status | None = None
    outlook: Outlook | None = None
    by: str = ""
    why: str = ""
    grounds: str = ""
    dated: date | None = None
    source: Source = field(default=Source(), eq=False)
