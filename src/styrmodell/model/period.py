"""Periods: a first and a last month, ordered and containing, with one canonical text each."""

import re
from calendar import monthrange
from datetime import date
from typing import Self

from attrs import field, frozen

from styrmodell.errors import TextError

_YEAR = re.compile(r"(\d{4})\Z")
_PART = re.compile(r"(\d{4})-([TtQq])(\d)\Z")
_MONTH = re.compile(r"(\d{4})-(\d{2})\Z")
_SPAN = re.compile(r"(\d{4}-\d{2})\.\.(\d{4}-\d{2})\Z")
_ROLLING = re.compile(r"[Rr]12-(\d{4}-\d{2})\Z")
_MONTHS_IN = {"T": 4, "Q": 3}
_EXPECTED = "en period, som 2020, 2020-T1, 2020-Q3, 2020-08, 2020-01..2020-07 eller R12-2024-06"


def _canonical(first: int, last: int, rolling: bool) -> str:
    year, month = divmod(first, 12)
    months = last - first + 1
    if rolling:
        return f"R12-{_month_text(last)}"
    if month == 0 and months == 12:
        return f"{year:04d}"
    if months == 1:
        return _month_text(first)
    for letter, length in _MONTHS_IN.items():
        if months == length and month % length == 0:
            return f"{year:04d}-{letter}{month // length + 1}"
    return f"{_month_text(first)}..{_month_text(last)}"


def _calendar(index: int) -> tuple[int, int]:
    """Year and month of a month's index; a calendar knows the years 1 to 9999 only."""
    year, month = divmod(index, 12)
    return min(max(year, 1), 9999), month + 1


def _month_text(index: int) -> str:
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


@frozen(kw_only=True, eq=True, order=True, cache_hash=True)
class Period:
    """A span of whole calendar months.

    Attributes:
        first: First month, counted as year × 12 + month − 1.
        last: Last month, the same count; not before *first*.
        rolling: True for a rolling twelve months (R12-2024-06), which is not the span with the same months.

    Raises:
        ValueError: *last* is before *first*, or what is *rolling* is not twelve months.
    """

    first: int
    last: int
    rolling: bool = False
    text: str = field(init=False, eq=False, order=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period cannot end before it begins")
        if self.rolling and self.last - self.first != 11:
            raise ValueError("a rolling period is twelve months")
        object.__setattr__(self, "text", _canonical(self.first, self.last, self.rolling))

    @classmethod
    def year(cls, year: int) -> Self:
        """The calendar year *year*."""
        return cls(first=year * 12, last=year * 12 + 11)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the canonical *text*: 2020, 2020-T1, 2020-Q3, 2020-08, 2020-01..2020-07 or R12-2024-06.

        Raises:
            TextError: Anything else.
        """
        text = text.strip()
        if match := _YEAR.match(text):
            return cls.year(int(match[1]))
        if match := _PART.match(text):
            return cls._part(text, int(match[1]), match[2].upper(), int(match[3]))
        if match := _ROLLING.match(text):
            last = cls._month(text, match[1])
            return cls(first=last - 11, last=last, rolling=True)
        if match := _SPAN.match(text):
            return cls._span(text, match[1], match[2])
        month = cls._month(text, text)
        return cls(first=month, last=month)

    @classmethod
    def _part(cls, text: str, year: int, letter: str, ordinal: int) -> Self:
        length = _MONTHS_IN[letter]
        if not 1 <= ordinal <= 12 // length:
            raise TextError(text, _EXPECTED)
        first = year * 12 + (ordinal - 1) * length
        return cls(first=first, last=first + length - 1)

    @classmethod
    def _span(cls, text: str, first: str, last: str) -> Self:
        start, end = cls._month(text, first), cls._month(text, last)
        if end < start:
            raise TextError(text, _EXPECTED)
        return cls(first=start, last=end)

    @staticmethod
    def _month(text: str, part: str) -> int:
        match = _MONTH.match(part)
        if match is None or not 1 <= int(match[2]) <= 12:
            raise TextError(text, _EXPECTED)
        return int(match[1]) * 12 + int(match[2]) - 1

    def __str__(self) -> str:
        return self.text

    def __contains__(self, other: "Period") -> bool:
        return self.first <= other.first and other.last <= self.last

    @property
    def first_year(self) -> int:
        """The calendar year of the first month."""
        return self.first // 12

    @property
    def months(self) -> int:
        """How many months it is."""
        return self.last - self.first + 1

    @property
    def first_day(self) -> date:
        """The first day of its first month."""
        return date(*_calendar(self.first), 1)

    @property
    def last_day(self) -> date:
        """The last day of its last month."""
        year, month = _calendar(self.last)
        return date(year, month, monthrange(year, month)[1])

    def overlaps(self, other: "Period") -> bool:
        """Whether some month is in both."""
        return self.first <= other.last and other.first <= self.last

    def shift(self, years: int) -> "Period":
        """The same months *years* later (negative: earlier)."""
        return Period(first=self.first + 12 * years, last=self.last + 12 * years, rolling=self.rolling)
