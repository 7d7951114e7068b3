"""Steps of the calendar that have been done: by which unit, for which period, when."""

from datetime import date

from attrs import field, frozen

from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.source import Source


@frozen(kw_only=True)
class CompletedStep:
    """A step that a unit has done (utfört steg).

    Attributes:
        step: The step's key in the profile's calendar.
        period: The period it was done for, one that the step is about.
        done: The day it was done.
        role: The role that did it.
    """

    step: str
    unit_id: UnitId = field(converter=UnitId)
    period: Period
    done: date
    role: str = ""
    comment: str = ""
    source: Source = field(default=Source(), eq=False)
