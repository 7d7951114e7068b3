"""When a form is due by the calendar, and that it is what a form says."""

from datetime import date
from pathlib import Path

import pytest
from tests.report.form_books import FICTITIOUS, copy_example
from tests.session.calendar.workspaces import workspace

from styrmodell.api import Period, form, load
from styrmodell.session.calendar.due import due_date

YEAR = Period.year(2020)
STEPS = (
    "  - {key: x, name: X, due: 1 maj, levels: [område], reports: [generic.tabeller]}\n"
    "  - {key: y, name: Y, due: 1 april, units: [c], tables: [bemanning], reports: [generic.tabeller]}\n"
)


@pytest.mark.parametrize(
    ("report", "unit", "day"),
    [
        ("generic.tabeller", "b", date(2020, 5, 1)),
        ("generic.tabeller", "c", date(2020, 4, 1)),
        ("bemanning", "c", date(2020, 4, 1)),
        ("bemanning", "b", None),
        ("generic.tabeller", "a", None),
        ("annan", "b", None),
    ],
)
def test_the_earliest_step_that_delivers_it_says_when(tmp_path: Path, report: str, unit: str, day: date) -> None:
    assert due_date(workspace(tmp_path, STEPS), report, unit, YEAR) == day


def test_a_report_of_another_period_is_not_due(tmp_path: Path) -> None:
    assert due_date(workspace(tmp_path, STEPS), "generic.tabeller", "b", Period.parse("2020-08")) is None


@pytest.mark.parametrize(("asked", "said"), [(None, "2019-09-02"), (date(2019, 9, 9), "2019-09-09")])
def test_a_form_is_due_on_the_day_of_the_calendar_unless_another_is_said(
    tmp_path: Path, asked: date | None, said: str
) -> None:
    made = load(copy_example(FICTITIOUS, tmp_path))
    done = form(made, tmp_path / "ut", reports=["vasternorrland.bilaga9"], units=["exf-nara"], due=asked)
    assert [one.due for one in done.sent] == [said]


def test_a_form_that_no_step_asks_for_has_no_day(tmp_path: Path) -> None:
    made = load(copy_example(FICTITIOUS, tmp_path))
    done = form(made, tmp_path / "ut", reports=["vasternorrland.bilaga10a"], units=["exf-nara"])
    assert [one.due for one in done.sent] == [""]
