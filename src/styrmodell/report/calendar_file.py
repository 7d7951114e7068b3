"""Calendar files (iCalendar, RFC 5545) of whole-day events, which Outlook and other calendars read."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from attrs import frozen

from styrmodell.report.engines import icalendar_engine

_MAKER = "-//styrmodell//styrmodell//SV"


@frozen(kw_only=True)
class DayEvent:
    """Something on a day.

    Attributes:
        uid: What it is known by; a calendar that reads it again replaces what it had.
        categories: Words to sort and colour it by.
    """

    uid: str
    day: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()


def calendar_bytes(name: str, events: Iterable[DayEvent], *, on: date) -> bytes:
    """An iCalendar file: CRLF, lines of at most 75 octets, escaped texts; the same events give the same bytes.

    Args:
        name: What the calendar is called.
        on: The day it tells of; the stamp of every event, so that a later file goes before an earlier.
    """
    engine = icalendar_engine()
    calendar = engine.Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", engine.vText(name))
    stamp = datetime.combine(on, time(), tzinfo=UTC)
    for told in events:
        event = engine.Event()
        event.add("uid", told.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", told.day)
        if told.day < date.max:  # an event of one day may leave its end out
            event.add("dtend", told.day + timedelta(days=1))
        event.add("summary", told.summary)
        if told.description:
            event.add("description", told.description)
        if told.categories:
            event.add("categories", list(told.categories))
        event.add("transp", "TRANSPARENT")  # a day to keep is no day that is taken
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
