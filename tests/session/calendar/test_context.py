"""What a report may ask of the calendar: the steps of its unit and those below, as the plan itself says they stand."""

from datetime import date
from pathlib import Path

from tests.session.calendar.workspaces import register, workspace

from styrmodell.api import CalendarRow, Workspace

STEPS = """\
  - {key: man, name: Månadsrapport, due: den 10:e varje månad, months: [7, 8], levels: [område]}
  - {key: bok, name: Bokslut, due: 20 januari året efter}
"""
DONE = "  - {step: man, unit: b, period: 2020-07, done: 2020-08-07, role: Controller}\n"


def rows(found: Workspace, unit: str, on: date | None = None) -> list[tuple[str, str, str, str]]:
    context = found.publisher.context("generic.tabeller", unit, found.publisher.plan.period)
    return [_told(row) for row in context.calendar(on=on)]


def _told(row: CalendarRow) -> tuple[str, str, str, str]:
    return row.step.key, row.unit, row.period.text, row.standing.value


def test_a_report_is_told_the_steps_of_its_unit_and_of_those_below(tmp_path: Path) -> None:
    found = workspace(tmp_path, STEPS, DONE)
    assert rows(found, "b") == [("man", "b", "2020-07", "done"), ("man", "b", "2020-08", "lacking")]
    assert rows(found, "a") == [
        *rows(found, "b")[:1],
        ("man", "c", "2020-07", "lacking"),
        ("man", "b", "2020-08", "lacking"),
        ("man", "c", "2020-08", "lacking"),
        ("bok", "a", "2020", "not_due"),
    ]


def test_what_was_done_later_is_not_known_on_a_day(tmp_path: Path) -> None:
    found = workspace(tmp_path, STEPS, DONE)
    assert rows(found, "b", date(2020, 8, 6))[0][-1] == "not_due"
    assert rows(found, "b", date(2020, 8, 7))[0][-1] == "done"


def test_forms_that_came_are_no_input_of_a_document(tmp_path: Path) -> None:
    steps = "  - {key: lev, name: Leverans, due: 1 september, units: [b], tables: [bemanning]}\n"
    found = workspace(tmp_path, steps)
    register(tmp_path, ("b", "2020", "", "bemanning", "2020-08-30 Ja"))
    assert rows(found, "b") == [("lev", "b", "2020", "lacking")]
