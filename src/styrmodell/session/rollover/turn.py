"""The turn of the year: which period becomes which, and what counts as before and after."""

import re
from datetime import date

from attrs import frozen

from styrmodell.model.period import Period

# The documents print outcomes of two years back; what is older has been printed.
YEARS_BACK = 2


@frozen(kw_only=True)
class Turn:
    """From one planning period to another.

    Attributes:
        old: The period of the plan that is rolled over.
        new: The same months in the year of the new plan.
    """

    old: Period
    new: Period

    @classmethod
    def to(cls, period: Period, year: int) -> "Turn":
        """The turn from *period* to the one that begins in *year*."""
        return cls(old=period, new=period.shift(year - period.first_year))

    @property
    def years(self) -> int:
        """How many years it is."""
        return self.new.first_year - self.old.first_year

    @property
    def first_day(self) -> date:
        """The first day of the new period."""
        return self.new.first_day

    @property
    def window(self) -> int:
        """The first month of the earliest year that the new documents print."""
        return self.new.first - 12 * YEARS_BACK

    @property
    def column(self) -> Period:
        """The year of the new first column: "t o m" two years before the plan's."""
        return self.new.shift(-YEARS_BACK)

    def renamed(self, text: str) -> str:
        """*text* with the new year where the old one stands by itself ("rlf-2020" → "rlf-2021")."""
        old, new = f"{self.old.first_year:04d}", f"{self.new.first_year:04d}"
        return re.sub(rf"(?<!\d){old}(?!\d)", new, text)

    def is_over(self, period: Period | None) -> bool:
        """Whether *period* ends before the new one begins."""
        return period is not None and period.last < self.new.first

    def moved(self, period: Period | None) -> Period | None:
        """*period*, or the new period's months where it lies in the old one."""
        if period is None or period not in self.old:
            return period
        return period.shift(self.years)
