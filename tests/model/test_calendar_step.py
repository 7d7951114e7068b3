"""Steps of the calendar: which periods they are about."""

from typing import Any

import pytest

from styrmodell.model.calendar_step import CalendarStep
from styrmodell.model.due import Due
from styrmodell.model.frequency import Cadence


def step(due: str, **more: Any) -> CalendarStep:
    return CalendarStep(key="a", name="A", due=Due.parse(due), **more)


def texts(one: CalendarStep) -> list[str]:
    return [period.text for period in one.periods(2020)]


def test_a_step_without_a_cadence_comes_as_its_day_says_else_once_a_year() -> None:
    assert texts(step("15 februari")) == ["2020"]
    assert texts(step("10 dagar efter tertialets slut")) == ["2020-T1", "2020-T2", "2020-T3"]
    assert len(texts(step("den 10:e varje månad"))) == 12


@pytest.mark.parametrize(
    ("every", "months", "periods"),
    [
        (Cadence.QUARTERLY, (), ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]),
        (Cadence.YEAR_END, (), ["2020"]),
        (Cadence.TERTIAL, (8, 4), ["2020-T1", "2020-T2"]),
        (Cadence.MONTHLY, (9, 2, 9), ["2020-02", "2020-09"]),
        (Cadence.INTERIM, (4, 8), ["2020-T1", "2020-01..2020-08"]),
        (Cadence.INTERIM, (7,), ["2020-01..2020-07"]),
        (Cadence.INTERIM, (), []),
        (Cadence.PER_MEETING, (), []),
        (Cadence.PER_MEETING, (3,), []),
    ],
)
def test_months_choose_among_the_periods_of_a_year(every: Cadence, months: tuple[int, ...], periods: list[str]) -> None:
    assert texts(step("10 dagar efter periodens slut", every=every, months=months)) == periods


def test_months_in_which_no_such_period_ends_are_left_out_and_known() -> None:
    one = step("10 dagar efter periodens slut", every=Cadence.TERTIAL, months=(4, 5, 13, 0))
    assert (texts(one), one.misfits) == (["2020-T1"], (5, 13, 0))
    assert step("20 mars", every=Cadence.INTERIM, months=(12,)).misfits == (12,)


def test_a_step_delivers_its_reports_and_tables() -> None:
    assert step("1 maj", reports=("r",), tables=("t",)).delivers == ("r", "t")
