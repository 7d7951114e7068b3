"""Steps of the year's calendar (årshjul): what is to be done, by whom, and when it is due."""

from types import MappingProxyType

from attrs import field, frozen

from styrmodell.model.due import Due
from styrmodell.model.frequency import Cadence
from styrmodell.model.ids import UnitId
from styrmodell.model.period import Period
from styrmodell.source import Source

# How many months a period of a cadence is. A delårsrapport is about the year so far, whatever month that is.
_LENGTHS = MappingProxyType(
    {
        Cadence.MONTHLY: 1,
        Cadence.QUARTERLY: 3,
        Cadence.TERTIAL: 4,
        Cadence.YEARLY: 12,
        Cadence.YEAR_END: 12,
    }
)


@frozen(kw_only=True)
class CalendarStep:
    """A step of the calendar (årshjul).

    Who does it is those whose level is among *levels*, the *units* that are named, or both; the plan's own unit where
    neither is.

    Attributes:
        name: What is to be done ("Månadsrapport").
        due: When, counted from each period it is about.
        every: How often; None for what the words of *due* say, else once a year.
        months: The months that its periods end in, where not all of them count (1 to 12).
        order: Its place among steps of the same day.
        levels: Levels of units, in the profile's words.
        roles: Roles that do it in each unit.
        reports: Keys of the reports that it delivers.
        tables: Keys of the tables that it delivers.
        instruction: How it is done.
        template: The file to use.
    """

    key: str
    name: str
    due: Due
    every: Cadence | None = None
    months: tuple[int, ...] = ()
    order: int = 0
    levels: tuple[str, ...] = ()
    units: tuple[UnitId, ...] = ()
    roles: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    instruction: str = ""
    template: str = ""
    note: str = ""
    source: Source = field(default=Source(), eq=False)

    @property
    def cadence(self) -> Cadence:
        """How often it comes."""
        return self.every or self.due.counted or Cadence.YEARLY

    @property
    def delivers(self) -> tuple[str, ...]:
        """Keys of the reports and tables that it delivers."""
        return (*self.reports, *self.tables)

    @property
    def ends(self) -> tuple[int, ...]:
        """The months that its periods end in, 1 to 12."""
        length = _LENGTHS.get(self.cadence)
        every = () if length is None else tuple(range(length, 13, length))
        return tuple(month for month in self.months if self._fits(month)) if self.months else every

    @property
    def misfits(self) -> tuple[int, ...]:
        """Those of *months* in which no period of its cadence ends."""
        return tuple(month for month in self.months if not self._fits(month))

    def periods(self, year: int) -> tuple[Period, ...]:
        """The periods of *year* that it is about, in order."""
        first = year * 12
        ends = sorted(set(self.ends))
        lengths = (_LENGTHS.get(self.cadence, month) for month in ends)
        return tuple(
            Period(first=first + month - length, last=first + month - 1)
            for month, length in zip(ends, lengths, strict=True)
        )

    def _fits(self, month: int) -> bool:
        if self.cadence is Cadence.INTERIM:
            return 1 <= month < 12
        length = _LENGTHS.get(self.cadence)
        return length is not None and 1 <= month <= 12 and month % length == 0
