"""The calendar as people read it: what is late first, then what is to come, what has come in and what is done."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from styrmodell.finding import Text
from styrmodell.report.calendar_row import CalendarRow, StepStanding
from styrmodell.session.calendar.calendar import Calendar

_TITLES: tuple[tuple[StepStanding, Text], ...] = (
    (StepStanding.LACKING, Text(sv="FÖRSENAT", en="LATE")),
    (StepStanding.NOT_DUE, Text(sv="Kommande", en="To come")),
    (StepStanding.CAME, Text(sv="Inkommet", en="Come in")),
    (StepStanding.DONE, Text(sv="Klart", en="Done")),
)
_HEADING = Text(sv="senast;steg;period;från", en="due;step;period;from")
_LATE = Text(sv="dagar sen", en="days late")
_CALENDAR = Text(sv="Årshjul", en="Calendar")
_NOTHING = Text(sv="Kalendern har inga steg som gäller.", en="The calendar has no steps that hold.")
_NOT_SIGNED = Text(sv="inte klarmarkerad", en="not marked as done")

_WIDTH = 60


@frozen(kw_only=True)
class CalendarTable:
    """Rows of a group, the heading first; *right* are the columns of figures."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


def title_text(calendar: Calendar, lang: str = "sv") -> str:
    """What the calendar is called."""
    return f"{_CALENDAR.get(lang)} {calendar.period.text}, {calendar.name}"


def heading_text(calendar: Calendar, lang: str = "sv") -> str:
    """What is shown: the workspace, its period and the day of the answer; and that there is nothing, where so."""
    day = Text(sv="per", en="on").get(lang)
    head = f"{title_text(calendar, lang)}, {day} {calendar.on.isoformat()}"
    return head if calendar.rows else f"{head}\n{_NOTHING.get(lang)}"


def calendar_tables(calendar: Calendar, lang: str = "sv") -> Iterator[CalendarTable]:
    """A table for each standing that some row has; a row for a step and period, with all of its units.

    Where the units do not fit on a line they go on in rows that only tell of them.
    """
    for standing, title in _TITLES:
        rows = calendar.standing(standing)
        if not rows:
            continue
        is_late = standing is StepStanding.LACKING
        due, *others = _HEADING.get(lang).split(";")
        heads = (due, *((_LATE.get(lang),) if is_late else ()), *others)
        lines = [line for group in together(rows) for line in _lines(calendar, group, lang, is_late)]
        shown = f"{title.get(lang)} ({len(rows)})"
        yield CalendarTable(title=shown, rows=(heads, *lines), right=(1,) if is_late else ())


def together(rows: Iterable[CalendarRow]) -> Iterator[tuple[CalendarRow, ...]]:
    """Neighbouring rows of one step and period, which only their units tell apart."""
    for _, group in groupby(rows, key=lambda row: (row.due, row.step.key, row.period)):
        yield tuple(group)


def from_text(rows: Sequence[CalendarRow], lang: str = "sv") -> str:
    """From whom, on one line."""
    return " ".join(_from(rows, lang))


def _from(rows: Sequence[CalendarRow], lang: str) -> Iterator[str]:
    """The roles that are to do it, where it is not done, and each unit with what is known of it."""
    roles = rows[0].step.roles
    if roles and rows[0].standing in (StepStanding.LACKING, StepStanding.NOT_DUE):
        yield f"{Text(sv=' och ', en=' and ').get(lang).join(roles)}:"
    *others, last = (unit_text(row, lang) for row in rows)
    yield from (f"{unit}," for unit in others)
    yield last


def unit_text(row: CalendarRow, lang: str = "sv") -> str:
    """A unit and what is known of it: "Regionfastigheter (rlf-rf) 2020-09-08 Controller"."""
    told = row.told
    by = " ".join(part for part in (told.role, told.paragraph) if part)
    parts = [f"{row.unit_name} ({row.unit})", told.day.isoformat() if told.day is not None else "", by]
    said = " ".join(part for part in parts if part)
    if row.late_days:
        said += f", {_days_late(row.late_days, lang)}"
    if row.standing is StepStanding.CAME and not told.signed_off:
        said += f", {_NOT_SIGNED.get(lang)}"
    if told.lacking and len(told.lacking) < len(row.step.delivers):
        said += f" {Text(sv='saknar', en='lacks').get(lang)} {' och '.join(told.lacking)}"
    return said


def _days_late(days: int, lang: str) -> str:
    if lang == "en":
        return f"{days} day{'s' * (days != 1)} late"
    return f"{days} dag{'ar' * (days != 1)} sen"


def _lines(calendar: Calendar, rows: Sequence[CalendarRow], lang: str, is_late: bool) -> Iterator[tuple[str, ...]]:
    first = rows[0]
    late = (str((calendar.on - first.due).days),) if is_late else ()
    head = (first.due.isoformat(), *late, first.step.name, first.period.text)
    for line in _filled(_from(rows, lang)):
        yield (*head, line)
        head = ("",) * len(head)


def _filled(parts: Iterable[str]) -> Iterator[str]:
    """*parts* on lines of about _WIDTH letters; none is broken."""
    line = ""
    for part in parts:
        if line and len(line) + 1 + len(part) > _WIDTH:
            yield line
            line = part
        else:
            line = f"{line} {part}".lstrip()
    yield line
