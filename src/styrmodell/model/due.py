"""When something is due: a day that is counted from the period it is about, with one canonical text each."""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import Enum
from types import MappingProxyType
from typing import Self

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.frequency import Cadence
from styrmodell.model.period import Period

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_YEARS = MappingProxyType({"": 0, "samma år": 0, "året före": -1, "året efter": 1})
_AFTER = MappingProxyType({"samma månad": 0, "månaden efter": 1, "andra månaden efter": 2})
_COUNTED = MappingProxyType(
    {
        "periodens": None,
        "månadens": Cadence.MONTHLY,
        "kvartalets": Cadence.QUARTERLY,
        "tertialets": Cadence.TERTIAL,
        "årets": Cadence.YEARLY,
    }
)
_DAY = r"(?:den )?(?P<day>\d{1,2})(?::?[ae])?"
_ORDINAL = r"(?:den )?(?P<day>\d{1,2}):?[ae]"
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_YEAR = rf"(?: (?P<year>{'|'.join(filter(None, _YEARS))}))?"
_DATE = re.compile(rf"(?:{_DAY}|sista(?: dagen i)?) (?P<month>{_MONTH})\.?{_YEAR}")
_SLASH = re.compile(rf"(?P<day>\d{{1,2}})/(?P<number>\d{{1,2}}){_YEAR}")
_IN_MONTH = re.compile(rf"(?:{_ORDINAL}|sista dagen)(?: i)? (?P<after>{'|'.join(_AFTER)})")
# "Sista dagen varje månad" may be that of the month itself or of the next: it must be said.
_EACH = re.compile(rf"{_ORDINAL} varje månad|var(?:je)? månad {_ORDINAL.replace('<day>', '<day_last>')}")
_DAYS = re.compile(rf"(?P<days>\d{{1,3}}) dag(?:ar)? efter (?P<counted>{'|'.join(_COUNTED)}) slut")
_EACH_WORDS = "varje månad"
_EXPECTED = (
    "en dag som 15 februari, sista februari, 15 februari året efter, den 10:e varje månad, den 20:e månaden efter "
    "eller 10 dagar efter periodens slut; arbetsdagar räknas inte"
)


class Weekend(Enum):
    """What becomes of a day that falls on a Saturday or Sunday."""

    AS_WRITTEN = "as_written"
    BEFORE = "before"
    AFTER = "after"


WEEKEND_WORDS: tuple[tuple[str, Weekend], ...] = (
    ("som skrivet", Weekend.AS_WRITTEN),
    ("fredagen före", Weekend.BEFORE),
    ("måndagen efter", Weekend.AFTER),
)


@frozen(kw_only=True)
class Due:
    """A day that is counted from a period: a date, a day of a later month, or days after the period's end.

    A day that no calendar has ("30 februari") can be held, so that it can be told where it was written.

    Attributes:
        day: Day of the month; None for the last day, and where days are counted from the end.
        month: The month of a date, 1 to 12.
        years_after: The year of that date, counted from the year in which the period ends: −1, 0 or 1.
        months_after: Without a month: how many months after the period's last one, 0 to 2.
        days_after: Instead of a day of a month: how many days after the period's last day.
        counted: What its words say that the period is ("den 10:e varje månad"); None where they do not.

    Raises:
        ValueError: No day, or more than one way of counting it: what no words say.
    """

    day: int | None = None
    month: int | None = None
    years_after: int = 0
    months_after: int | None = None
    days_after: int | None = None
    counted: Cadence | None = None

    def __attrs_post_init__(self) -> None:
        ways = [way for way in (self.month, self.months_after, self.days_after) if way is not None]
        if len(ways) != 1 or (self.day is not None and self.days_after is not None):
            raise ValueError("a day is a date, a day of a month after, or days after: one of them")
        if self.month not in (None, *range(1, 13)) or self.years_after not in _YEARS.values():
            raise ValueError("a month is 1 to 12, and its year the period's own, the one before or the one after")
        if self.years_after and self.month is None:
            raise ValueError("only a date has a year")
        if Due._read(str(self).casefold()) != _fields(self):
            raise ValueError("no words say this")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read *text*, the words that people write: "senast 15 februari året efter", "var månad den 10:e".

        Raises:
            TextError: Anything else, also what needs to know which days are worked.
        """
        plain = " ".join(text.casefold().split()).rstrip(".").removeprefix("senast ")
        found = cls._read(plain)
        if found is None:
            raise TextError(text, _EXPECTED)
        day, month, years, months, days, counted = found
        return cls(day=day, month=month, years_after=years, months_after=months, days_after=days, counted=counted)

    @staticmethod
    def _read(plain: str) -> "_Fields | None":
        if match := _DATE.fullmatch(plain):
            month = next(place for place, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3]))
            return _day(match), month, _YEARS[match["year"] or ""], None, None, None
        if (match := _SLASH.fullmatch(plain)) and 1 <= int(match["number"]) <= 12:
            return _day(match), int(match["number"]), _YEARS[match["year"] or ""], None, None, None
        if match := _EACH.fullmatch(plain):
            return int(match["day"] or match["day_last"]), None, 0, 1, None, Cadence.MONTHLY
        if match := _IN_MONTH.fullmatch(plain):
            return _day(match), None, 0, _AFTER[match["after"]], None, None
        if match := _DAYS.fullmatch(plain):
            return None, None, 0, None, int(match["days"]), _COUNTED[match["counted"]]
        return None

    def __str__(self) -> str:
        if self.days_after is not None:
            counted = next((word for word, known in _COUNTED.items() if known is self.counted), "periodens")
            return f"{self.days_after} dag{'ar' * (self.days_after != 1)} efter {counted} slut"
        if self.month is not None:
            year = next(word for word, years in _YEARS.items() if years == self.years_after)
            day = "sista" if self.day is None else self.day
            return f"{day} {MONTHS[self.month - 1]} {year}".rstrip()
        after = next((word for word, months in _AFTER.items() if months == self.months_after), "")
        day = "sista dagen" if self.day is None else f"den {self.day}:{'a' if self.day in (1, 2, 21, 22, 31) else 'e'}"
        return f"{day} {_EACH_WORDS if self.counted is Cadence.MONTHLY else after}"

    def on(self, period: Period) -> date | None:
        """The day for *period*; None where no calendar has it ("30 februari", 29 February of most years)."""
        if self.days_after is not None:
            return _moved(period.last_day, self.days_after)
        year, month = divmod(period.last + (self.months_after or 0), 12)
        if self.month is not None:
            year, month = year + self.years_after, self.month - 1
        return _date(year, month + 1, self.day)

    def never(self, last_month: int) -> str:
        """The day it names for periods that end in *last_month* (1 to 12), where not every year has it; else empty."""
        if self.day is None:
            return ""
        month = self.month or (last_month - 1 + (self.months_after or 0)) % 12 + 1
        in_common_years = monthrange(2001, month)[1]
        return "" if 1 <= self.day <= in_common_years else f"{self.day} {MONTHS[month - 1]}"


_Fields = tuple[int | None, int | None, int, int | None, int | None, Cadence | None]


def _fields(due: Due) -> _Fields:
    return due.day, due.month, due.years_after, due.months_after, due.days_after, due.counted


def _day(match: re.Match[str]) -> int | None:
    return None if match["day"] is None else int(match["day"])


def _date(year: int, month: int, day: int | None) -> date | None:
    if not date.min.year <= year <= date.max.year:
        return None
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, last)
    return date(year, month, day) if 1 <= day <= last else None


def _moved(day: date, days: int) -> date | None:
    return day + timedelta(days=days) if (date.max - day).days >= days else None


def off_weekend(day: date, weekend: Weekend) -> date:
    """*day*, or the Friday before or the Monday after where it is a Saturday or Sunday and *weekend* says so.

    Holidays are not known: a day that is one stays as it is.
    """
    beyond = day.weekday() - 4  # 1 for Saturday, 2 for Sunday
    if beyond < 1 or weekend is Weekend.AS_WRITTEN:
        return day
    return _moved(day, -beyond if weekend is Weekend.BEFORE else 3 - beyond) or day
