"""When a baseline is of, as it is written before or after the value: 2016, 201709, 20171003, 2017-2019."""

import re
from datetime import date

from attrs import frozen

from styrmodell.errors import TextError
from styrmodell.model.baselines.value import month_of
from styrmodell.model.period import Period

TIME = (
    r"[Rr]12-\d{4}-\d{2}|\d{4}-\d{2}\.\.\d{4}-\d{2}|\d{4}-\d{2}-\d{2}|\d{4}\s?[-\u2013]\s?\d{4}|"
    r"\d{4}-[TtQq]\d|\d{4}-\d{2}(?!\d)|\d{8}|\d{6}|(?:19|20)\d{2}(?!\d)"
)
_DAY = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})")
_MONTH = re.compile(r"(\d{4})(\d{2})")
_YEARS = re.compile(r"(\d{4})\s?[-\u2013]\s?(\d{4})")


@frozen(kw_only=True)
class Moment:
    """A period, and the day when one is written; both empty when no time is."""

    period: Period | None = None
    day: date | None = None


def read_moment(text: str) -> Moment | None:
    """Read what TIME matched; None when there is no such month or day, or the years run backwards."""
    try:
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[3]), int(match[4]))
            return Moment(period=month_of(day), day=day)
        if match := _MONTH.fullmatch(text):
            return Moment(period=Period.parse(f"{match[1]}-{match[2]}"))
        if match := _YEARS.fullmatch(text):
            return Moment(period=Period(first=int(match[1]) * 12, last=int(match[2]) * 12 + 11))
        return Moment(period=Period.parse(text))
    except (TextError, ValueError):
        return None
