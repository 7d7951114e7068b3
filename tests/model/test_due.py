"""When something is due: the words people write, the days they mean, and those that no calendar has."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.model.due import Due, Weekend, off_weekend
from styrmodell.model.frequency import Cadence
from styrmodell.model.period import Period
from styrmodell.testing.strategies import periods

WORDS = (
    ("15 februari", "2020", "2020-02-15"),
    ("senast den 15:e februari.", "2020", "2020-02-15"),
    ("15/2", "2020", "2020-02-15"),
    ("Senast  15 feb", "2020-01", "2020-02-15"),
    ("15 februari samma år", "2020", "2020-02-15"),
    ("15 februari året efter", "2020", "2021-02-15"),
    ("15 november året före", "2020", "2019-11-15"),
    ("1/9 året före", "2020-T3", "2019-09-01"),
    ("sista februari", "2020", "2020-02-29"),
    ("sista dagen i februari", "2021", "2021-02-28"),
    ("den 10:e varje månad", "2020-08", "2020-09-10"),
    ("var månad den 10:e", "2020-12", "2021-01-10"),
    ("varje månad den 2:a", "2020-01", "2020-02-02"),
    ("den 20:e månaden efter", "2020-T1", "2020-05-20"),
    ("den 20:e i månaden efter", "2020-T3", "2021-01-20"),
    ("den 25:e samma månad", "2020-08", "2020-08-25"),
    ("den 5:e andra månaden efter", "2020-Q4", "2021-02-05"),
    ("sista dagen månaden efter", "2020-01", "2020-02-29"),
    ("10 dagar efter periodens slut", "2020-01..2020-08", "2020-09-10"),
    ("1 dag efter månadens slut", "2020-12", "2021-01-01"),
    ("30 dagar efter tertialets slut", "2020-T3", "2021-01-30"),
    ("45 dagar efter årets slut", "2019", "2020-02-14"),
)


@pytest.mark.parametrize(("words", "period", "day"), WORDS)
def test_words_mean_a_day_of_a_period(words: str, period: str, day: str) -> None:
    assert Due.parse(words).on(Period.parse(period)) == date.fromisoformat(day)


@pytest.mark.parametrize("words", [words for words, _, _ in WORDS])
def test_a_day_is_written_so_that_it_is_read_back(words: str) -> None:
    due = Due.parse(words)
    assert Due.parse(str(due)) == due


@pytest.mark.parametrize(
    "words",
    [
        "",
        "snart",
        "5 arbetsdagar efter månadsskiftet",
        "femte bankdagen",
        "15/13",
        "15 februari om två år",
        "sista dagen varje månad",
        "vecka 6",
        "15 februari, 15 maj",
        "1000 dagar efter periodens slut",
    ],
)
def test_what_is_not_said_clearly_is_not_guessed(words: str) -> None:
    with pytest.raises(TextError):
        Due.parse(words)


@pytest.mark.parametrize(
    ("words", "cadence"),
    [
        ("den 10:e varje månad", Cadence.MONTHLY),
        ("10 dagar efter månadens slut", Cadence.MONTHLY),
        ("10 dagar efter kvartalets slut", Cadence.QUARTERLY),
        ("10 dagar efter tertialets slut", Cadence.TERTIAL),
        ("10 dagar efter årets slut", Cadence.YEARLY),
        ("10 dagar efter periodens slut", None),
        ("15 februari", None),
    ],
)
def test_words_may_say_how_often(words: str, cadence: Cadence | None) -> None:
    assert Due.parse(words).counted is cadence


def test_a_day_that_no_calendar_has_is_held_and_gives_no_day() -> None:
    never = Due.parse("30 februari")
    assert (str(never), never.on(Period.year(2020)), never.never(12)) == ("30 februari", None, "30 februari")
    leap = Due.parse("29 februari")
    assert (leap.on(Period.year(2020)), leap.on(Period.year(2021))) == (date(2020, 2, 29), None)
    assert leap.never(12) == "29 februari"


def test_a_day_of_a_month_is_told_for_the_months_that_lack_it() -> None:
    due = Due.parse("den 31:a varje månad")
    assert [month for month in range(1, 13) if due.never(month)] == [1, 3, 5, 8, 10]
    assert due.never(1) == "31 februari"
    assert not any(Due.parse("sista februari").never(month) for month in range(1, 13))


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"day": 1},
        {"month": 2, "days_after": 3},
        {"day": 1, "days_after": 3},
        {"day": 1, "month": 13},
        {"day": 1, "month": 2, "years_after": 2},
        {"day": 1, "months_after": 1, "years_after": 1},
        {"day": 1, "months_after": 7},
        {"day": 1, "month": 2, "counted": Cadence.MONTHLY},
        {"days_after": 3, "counted": Cadence.YEAR_END},
    ],
)
def test_parts_that_no_words_say_are_refused(parts: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Due(**parts)


def test_a_day_beyond_the_calendar_is_none() -> None:
    last = Period.year(9999)
    assert Due.parse("1 dag efter årets slut").on(last) is None
    assert Due.parse("15 februari året efter").on(last) is None
    assert Due.parse("den 1:a månaden efter").on(last) is None


@given(periods(), st.integers(0, 999))
def test_days_after_are_counted_from_the_last_day(period: Period, days: int) -> None:
    found = Due.parse(f"{days} dagar efter periodens slut").on(period)
    if found is not None:
        assert found - period.last_day == timedelta(days=days)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2020-09-11", "2020-09-11", "2020-09-11"),
        ("2020-09-12", "2020-09-11", "2020-09-14"),
        ("2020-09-13", "2020-09-11", "2020-09-14"),
        ("2020-09-14", "2020-09-14", "2020-09-14"),
    ],
)
def test_only_a_saturday_or_sunday_is_moved_and_only_where_it_is_said(day: str, before: str, after: str) -> None:
    written = date.fromisoformat(day)
    assert off_weekend(written, Weekend.AS_WRITTEN) == written
    assert off_weekend(written, Weekend.BEFORE) == date.fromisoformat(before)
    assert off_weekend(written, Weekend.AFTER) == date.fromisoformat(after)
