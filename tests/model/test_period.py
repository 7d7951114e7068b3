"""Periods: one canonical text each, ordered and containing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.model.period import Period
from styrmodell.testing.strategies import periods

EXAMPLES = settings(deadline=None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", (2020, 1), (2020, 12)),
        ("2020-T1", (2020, 1), (2020, 4)),
        ("2020-T3", (2020, 9), (2020, 12)),
        ("2020-Q3", (2020, 7), (2020, 9)),
        ("2020-08", (2020, 8), (2020, 8)),
        ("2020-01..2020-07", (2020, 1), (2020, 7)),
        ("2019-11..2020-02", (2019, 11), (2020, 2)),
        ("R12-2024-06", (2023, 7), (2024, 6)),
    ],
)
def test_a_canonical_text_is_read_and_written_back(text, first, last):
    period = Period.parse(text)
    assert (divmod(period.first, 12), divmod(period.last, 12)) == ((first[0], first[1] - 1), (last[0], last[1] - 1))
    assert str(period) == period.text == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2020-01..2020-12", "2020"),
        ("2020-05..2020-08", "2020-T2"),
        ("2020-10..2020-12", "2020-Q4"),
        ("2020-03..2020-03", "2020-03"),
        ("2020-t2", "2020-T2"),
        ("r12-2024-06", "R12-2024-06"),
        (" 2020 ", "2020"),
    ],
)
def test_a_period_written_in_another_way_has_the_same_canonical_text(text, canonical):
    assert Period.parse(text).text == canonical
    assert Period.parse(text) == Period.parse(canonical)


@EXAMPLES
@given(periods())
def test_every_period_is_read_back_from_its_text(period):
    assert Period.parse(period.text) == period


@EXAMPLES
@given(periods(), periods())
def test_two_periods_share_a_text_only_when_they_are_equal(one, other):
    assert (one.text == other.text) == (one == other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "20200",
        "2020-13",
        "2020-00",
        "2020-1",
        "2020-T0",
        "2020-T4",
        "2020-Q0",
        "2020-Q5",
        "2020-07..2020-01",
        "2020-01..",
        "2020-01..2020-13",
        "2020..2021",
        "R12-2024",
        "R12-2024-13",
        "R6-2024-06",
        "2020-08-01",
        "augusti 2020",
        "2020\n2021",
    ],
)
def test_a_text_that_is_no_period_is_refused(text):
    with pytest.raises(TextError) as told:
        Period.parse(text)
    assert "2020-T1" in told.value.expected


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end before"):
        Period(first=2, last=1)


def test_periods_are_ordered_by_their_first_month_and_then_by_their_last():
    texts = ["2019", "2020-01", "2020-Q1", "2020-T1", "2020", "2020-02", "2020-Q2"]
    assert [p.text for p in sorted(map(Period.parse, reversed(texts)))] == texts


def test_a_rolling_year_is_not_the_calendar_year_with_the_same_months():
    assert Period.parse("R12-2020-12") != Period.year(2020)


@EXAMPLES
@given(periods(), periods())
def test_of_two_different_periods_one_comes_first(one, other):
    assert (one < other) + (other < one) + (one == other) == 1


@pytest.mark.parametrize(
    ("inner", "outer", "holds"),
    [
        ("2020-T1", "2020", True),
        ("2020", "2020", True),
        ("2020", "2020-T1", False),
        ("2020-Q2", "2020-T1", False),
        ("2019-12..2020-01", "2020", False),
        ("2020-04", "2020-T1", True),
        ("2020-05", "2020-T1", False),
    ],
)
def test_a_period_holds_those_whose_months_are_all_its_own(inner, outer, holds):
    assert (Period.parse(inner) in Period.parse(outer)) is holds


@pytest.mark.parametrize(
    ("text", "years", "shifted"),
    [
        ("2020", 1, "2021"),
        ("2020", -2, "2018"),
        ("2020-T2", 1, "2021-T2"),
        ("2020-02", 4, "2024-02"),
        ("R12-2024-06", -1, "R12-2023-06"),
        ("2019-11..2020-02", 1, "2020-11..2021-02"),
    ],
)
def test_a_shift_keeps_the_months_and_changes_the_year(text, years, shifted):
    assert Period.parse(text).shift(years).text == shifted


@EXAMPLES
@given(periods(), st.integers(-50, 50))
def test_a_shift_there_and_back_changes_nothing(period, years):
    assert period.shift(years).shift(-years) == period


@EXAMPLES
@given(periods())
def test_equal_periods_hash_alike(period):
    assert hash(Period.parse(period.text)) == hash(period)


def test_a_period_knows_the_year_of_its_first_month():
    assert Period.parse("R12-2024-06").first_year == 2023


def test_a_rolling_period_is_twelve_months():
    with pytest.raises(ValueError, match="twelve months"):
        Period(first=0, last=3, rolling=True)


@pytest.mark.parametrize(
    ("text", "day"), [("2018", "2018-12-31"), ("2024-02", "2024-02-29"), ("2024-T2", "2024-08-31")]
)
def test_the_last_day_of_a_period(text, day):
    assert Period.parse(text).last_day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"), [("2024", "2024-01-01"), ("2024-02", "2024-02-01"), ("R12-2024-06", "2023-07-01")]
)
def test_the_first_day_of_a_period(text, day):
    assert Period.parse(text).first_day == date.fromisoformat(day)


def test_periods_that_share_a_month_overlap():
    assert Period.parse("2024-Q1").overlaps(Period.parse("2024-03"))
    assert not Period.parse("2024-Q1").overlaps(Period.parse("2024-04"))
