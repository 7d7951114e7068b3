"""Periods and days as people write them: "jan–aug 2024" for 2024-01..2024-08, "26 september 2019"."""

from datetime import date

from styrmodell.model.period import Period

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LONG_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_SPAN = ".."
_NBSP = "\u00a0"


def period_words(period: Period) -> str:
    """The period's text; a span of months that has no name of its own in words, with its year or years."""
    if _SPAN not in period.text:
        return period.text
    (first_year, first), (last_year, last) = divmod(period.first, 12), divmod(period.last, 12)
    start = _MONTHS[first] if first_year == last_year else f"{_MONTHS[first]} {first_year}"
    between = "–" if first_year == last_year else " – "
    return f"{start}{between}{_MONTHS[last]} {last_year}"


def day_words(day: date) -> str:
    """The day in running text, kept on one line: "26 september 2019"."""
    return f"{day.day}{_NBSP}{_LONG_MONTHS[day.month - 1]}{_NBSP}{day.year}"
