"""What becomes of the calendar in the next year's draft: its steps follow, and what was done stays behind."""

from datetime import date
from pathlib import Path

from tests.session.calendar.workspaces import workspace

from styrmodell.api import calendar, load, rollover

STEPS = "  - {key: bok, name: Bokslut, due: 20 januari året efter}\n"
DONE = "  - {step: bok, unit: a, period: '2020', done: 2021-01-19}\n"


def test_the_steps_follow_and_what_was_done_stays_behind_and_is_told(tmp_path: Path) -> None:
    made = rollover(workspace(tmp_path / "2020", STEPS, DONE), 2021, tmp_path / "2021")
    assert [(one.kind, one.key) for one in made.left if one.kind == "completed_steps"] == [
        ("completed_steps", "bok a 2020")
    ]
    (row,) = calendar(load(tmp_path / "2021"), on=date(2021, 12, 31)).rows
    assert (row.step.key, row.period.text, row.due, row.standing.value) == ("bok", "2021", date(2022, 1, 20), "not_due")
