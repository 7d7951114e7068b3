"""Shifts: another period, told from the one that is asked for ("same period last year", "so far this year")."""

import re
from enum import Enum
from typing import Self

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.period import Period

_MONTHS = 12
_SHIFT = re.compile(r"(?P<span>[a-zåäö]+[0-9]*)?\s*(?P<years>[+-][0-9]{1,2})?\Z")
_EXPECTED = "en period, som -1, månad, ack, ack-1, r12 eller år"


class Span(Enum):
    """Which months around the asked period's last one. The value is the word written in a definition.

    SAME is the period itself, MONTH its last month, YEAR_TO_DATE January until its last month, ROLLING_12 the twelve
    months that end with it, YEAR the whole calendar year.
    """

    SAME = ""
    MONTH = "månad"
    YEAR_TO_DATE = "ack"
    ROLLING_12 = "r12"
    YEAR = "år"


_ENGLISH = {"month": Span.MONTH, "ytd": Span.YEAR_TO_DATE, "year": Span.YEAR}
_SPANS = {span.value: span for span in Span} | _ENGLISH


@frozen(kw_only=True)
class Shift:
    """A period told from another.

    Attributes:
        span: Which months.
        years: So many years later; negative is earlier.
    """

    span: Span = Span.SAME
    years: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read *text*: "-1" (a year before), "ack" (so far that year), "ack-1", "r12", "månad" or "år".

        Raises:
            TextError: Anything else.
        """
        match = _SHIFT.match(text.strip().casefold())
        span = _SPANS.get(match["span"] or "") if match else None
        if match is None or span is None or not text.strip():
            raise TextError(text, _EXPECTED)
        return cls(span=span, years=int(match["years"] or 0))

    def __str__(self) -> str:
        # The period itself has no word, and an empty text would not be read back.
        return f"{self.span.value}{self.years:+d}" if self.years or not self.span.value else self.span.value

    def of(self, period: Period) -> Period:
        """The period that is meant when *period* is asked for."""
        last = period.last
        year = last - last % _MONTHS
        moved = {
            Span.SAME: period,
            Span.MONTH: Period(first=last, last=last),
            Span.YEAR_TO_DATE: Period(first=year, last=last),
            Span.ROLLING_12: Period(first=last - _MONTHS + 1, last=last, rolling=True),
            Span.YEAR: Period(first=year, last=year + _MONTHS - 1),
        }[self.span]
        return moved.shift(self.years)
