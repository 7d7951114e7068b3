"""The calendar as a file for Outlook and other calendars: one event for each step and period."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from styrmodell.finding import Text
from styrmodell.report.calendar_file import DayEvent, calendar_bytes
from styrmodell.report.calendar_row import STANDING_WORDS, CalendarRow, StepStanding
from styrmodell.session.calendar.calendar import Calendar
from styrmodell.session.calendar.text import from_text, title_text

_SAID: tuple[tuple[StepStanding, Text], ...] = (
    (StepStanding.LACKING, Text(sv="Saknas från", en="Lacking from")),
    (StepStanding.NOT_DUE, Text(sv="Från", en="From")),
    (StepStanding.CAME, Text(sv="Inkommet från", en="Come in from")),
    (StepStanding.DONE, Text(sv="Klart", en="Done")),
)
_ABOUT: tuple[tuple[str, Text], ...] = (
    ("instruction", Text(sv="Anvisning", en="Instruction")),
    ("template", Text(sv="Mall", en="Template")),
    ("note", Text(sv="Obs", en="Note")),
)
_DELIVERS = Text(sv="Levererar", en="Delivers")


def calendar_file(calendar: Calendar, lang: str = "sv") -> bytes:
    """The bytes of an .ics file (RFC 5545).

    An event keeps its id while the plan's unit, id and period, the step, its period and the units asked for are the
    same, so that a calendar that reads the file again replaces what it had.
    """
    rows = sorted(calendar.rows, key=_place)
    events = [
        _event(calendar, tuple(group), lang)
        for _, group in groupby(rows, key=lambda row: (row.due, row.step.order, row.step.key, row.period))
    ]
    return calendar_bytes(title_text(calendar, lang), events, on=calendar.on)


def _place(row: CalendarRow) -> tuple[object, ...]:
    return (row.due, row.step.order, row.step.key, row.period)


def _event(calendar: Calendar, rows: Sequence[CalendarRow], lang: str) -> DayEvent:
    first = rows[0]
    known = (*calendar.plan, calendar.period.text, first.step.key, first.period.text, *sorted(calendar.units))
    words = {standing: word for word, standing in STANDING_WORDS}
    standings = dict.fromkeys(row.standing for row in rows)
    return DayEvent(
        uid=f"{uuid5(NAMESPACE_URL, chr(10).join(('styrmodell', *known)))}@styrmodell",
        day=first.due,
        summary=f"{first.step.name} {first.period.text}",
        description="\n".join(_lines(rows, lang)),
        categories=tuple(words[one] if lang == "sv" else one.value for one in standings),
    )


def _lines(rows: Sequence[CalendarRow], lang: str) -> Iterator[str]:
    for standing, said in _SAID:
        found = tuple(row for row in rows if row.standing is standing)
        if found:
            yield f"{said.get(lang)}: {from_text(found, lang)}"
    step = rows[0].step
    if step.delivers:
        yield f"{_DELIVERS.get(lang)}: {', '.join(step.delivers)}"
    for name, said in _ABOUT:
        if text := getattr(step, name):
            yield f"{said.get(lang)}: {text}"
