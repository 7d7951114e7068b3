"""How old a figure is, and how much of it has come, in words."""

from collections.abc import Iterator, Sequence
from datetime import date

from styrmodell.api import Value


def on_day(day: date | None) -> str:
    """ " den 2019-01-20"; nothing without a day."""
    return "" if day is None else f" den {day.isoformat()}"


def basis_words(value: Value) -> str:
    """Of which day a figure is, how many have reported and what is old or estimated; nothing without a figure."""
    return ", ".join(_basis(value)) if value.reported else ""


def parts_words(values: Sequence[Value]) -> str:
    """The same of a measure told by parts: how many of them have a figure, and of which days."""
    told = [value for value in values if value.reported]
    days = sorted({day for value in told for day in (value.oldest, value.newest) if day is not None})
    spanned = "–".join(day.isoformat() for day in (days if len(days) < 2 else (days[0], days[-1])))
    stale = "inaktuell" if any(value.stale for value in told) else ""
    return ", ".join(part for part in (spanned, f"{len(told)} av {len(values)} delar", stale) if part)


def _basis(value: Value) -> Iterator[str]:
    if value.newest is not None:
        oldest = f"{value.oldest.isoformat()}–" if value.oldest not in (None, value.newest) else ""
        yield f"{oldest}{value.newest.isoformat()}"
    if value.expected > 1:
        yield f"{value.reported} av {value.expected} enheter"
    if value.stale:
        yield "inaktuell"
    if value.carried:
        yield "framförd"
    elif value.estimated:
        yield "uppskattad"
