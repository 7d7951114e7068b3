"""Calendar files: what RFC 5545 asks for, whatever stands in the texts, and the same bytes for the same events."""

from datetime import date, timedelta

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.report.calendar_file import DayEvent, calendar_bytes
from styrmodell.testing.everything import texts

ON = date(2020, 10, 1)
LONG = "Åtgärder för äldre på särskilt boende, öppenvård; nämnd, förvaltning \\ område: " * 4


def made(*events: DayEvent, name: str = "Årshjul") -> bytes:
    return calendar_bytes(name, events, on=ON)


def event(**more: object) -> DayEvent:
    return DayEvent(**{"uid": "a@styrmodell", "day": date(2020, 9, 10), "summary": "Månadsrapport", **more})


def unfolded(data: bytes) -> list[str]:
    """The lines as RFC 5545 3.1 puts them together, by our own hand and not the writer's."""
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def unescaped(text: str) -> str:
    """The text of RFC 5545 3.3.11."""
    found, letters = "", iter(text)
    for letter in letters:
        if letter == "\\":
            escaped = next(letters)
            found += "\n" if escaped in "nN" else escaped
        else:
            found += letter
    return found


def written(text: str) -> str:
    """What of *text* a calendar holds: lines end in one way, and a mark of the byte order is no part of it."""
    return text.replace("\r\n", "\n").removeprefix("\ufeff")


def test_a_day_is_a_whole_day_that_ends_on_the_next() -> None:
    lines = unfolded(made(event()))
    assert {"DTSTART;VALUE=DATE:20200910", "DTEND;VALUE=DATE:20200911", "TRANSP:TRANSPARENT"} <= set(lines)


def test_a_calendar_says_which_version_it_has_who_made_it_and_what_it_is_called() -> None:
    lines = unfolded(made(event(), name="Årshjul, 2020"))
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert {"VERSION:2.0", "PRODID:-//styrmodell//styrmodell//SV", "METHOD:PUBLISH"} <= set(lines)
    assert "X-WR-CALNAME:Årshjul\\, 2020" in lines


def test_every_event_has_the_stamp_of_the_day_it_tells_of() -> None:
    assert unfolded(made(event(uid="a"), event(uid="b"))).count("DTSTAMP:20201001T000000Z") == 2


def test_lines_end_with_crlf_and_have_at_most_75_octets_and_whole_letters() -> None:
    data = made(event(summary=LONG, description=f"{LONG}\n{LONG}"))
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode("utf-8") is not None for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")


def test_texts_are_escaped_and_come_back_as_they_were() -> None:
    (line,) = (line for line in unfolded(made(event(description=LONG + "\nrad 2"))) if line.startswith("DESCRIPTION:"))
    assert "\\;" in line
    assert "\\," in line
    assert unescaped(line.removeprefix("DESCRIPTION:")) == LONG + "\nrad 2"


def test_the_last_day_of_the_calendar_has_no_day_after() -> None:
    lines = unfolded(made(event(day=date.max)))
    assert "DTSTART;VALUE=DATE:99991231" in lines
    assert not [line for line in lines if line.startswith("DTEND")]


def test_no_events_are_a_calendar_too() -> None:
    assert icalendar.Calendar.from_ical(made()).walk("VEVENT") == []


def test_the_same_events_give_the_same_bytes() -> None:
    assert made(event(), event(uid="b")) == made(event(), event(uid="b"))


@given(texts(), texts(), st.dates(max_value=date(9999, 12, 30)))
def test_any_text_is_read_back(summary: str, description: str, day: date) -> None:
    data = made(event(summary=summary, description=description, day=day))
    assert max(map(len, data.split(b"\r\n"))) <= 75
    read = dict(line.split(":", 1) for line in unfolded(data) if line)
    assert unescaped(read["SUMMARY"]) == written(summary)
    assert unescaped(read.get("DESCRIPTION", "")) == written(description)


def test_another_reader_finds_the_events_whole() -> None:
    told = event(summary=LONG, description=f"{LONG}\nrad 2", categories=("saknas", "ej förfallen"))
    (read,) = icalendar.Calendar.from_ical(made(told)).walk("VEVENT")
    assert (str(read["uid"]), str(read["summary"]), str(read["description"])) == (
        told.uid,
        told.summary,
        told.description,
    )
    assert (read["dtstart"].dt, read["dtend"].dt) == (told.day, told.day + timedelta(days=1))
    assert read["categories"].cats == ["saknas", "ej förfallen"]
