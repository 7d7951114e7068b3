"""Periods of a ledger: a month, the closing entries' period 13, or the whole year of a budget."""

import re
from typing import NamedTuple

from styrmodell.errors import TextError
from styrmodell.model.period import Period
from styrmodell.model.period_text import read_period

WHOLE_YEAR = 0
CLOSING_MONTH = 13
_DATED_CLOSING = re.compile(r"((?:19|20)\d{2})[- /]?[pP]?13\Z", re.ASCII)
_CLOSING = re.compile(r"(?:p|per|period)?\.? ?13\Z", re.ASCII | re.IGNORECASE)


class LedgerPeriod(NamedTuple):
    """A period of a ledger; a tuple, since it is looked up for every row.

    Attributes:
        year: The calendar year.
        month: 1–12, CLOSING_MONTH, or WHOLE_YEAR for the year as one amount.
    """

    year: int
    month: int

    @classmethod
    def parse(cls, text: str, year: int | None) -> "LedgerPeriod":
        """Read a month as people write it, period 13, or a year.

        Args:
            text: The cell's text ("202401", "2024-01", "januari", "13", "2024").
            year: The year that stands beside it, if any.

        Raises:
            TextError: Anything else, such as a tertial or a month without year.
        """
        text = text.strip()
        if match := _DATED_CLOSING.match(text):
            return cls(year=int(match[1]), month=CLOSING_MONTH)
        if year is not None and _CLOSING.match(text):
            return cls(year=year, month=CLOSING_MONTH)
        period = read_period(text, year=year)
        if period.first == period.last:
            return cls(year=period.first // 12, month=period.first % 12 + 1)
        if period == Period.year(period.first_year):
            return cls(year=period.first_year, month=WHOLE_YEAR)
        raise TextError(text, "en månad, period 13 eller ett år")

    @property
    def period(self) -> Period:
        """The months it speaks of; closing entries belong to December."""
        if self.month == WHOLE_YEAR:
            return Period.year(self.year)
        month = self.year * 12 + min(self.month, 12) - 1
        return Period(first=month, last=month)

    def __str__(self) -> str:
        return f"{self.year}-13" if self.month == CLOSING_MONTH else self.period.text
