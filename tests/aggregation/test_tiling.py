"""Tiling: which reported periods, after each other, make a longer one."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.aggregation.tiling import tile
from styrmodell.model.period import Period

YEAR = Period.year(2020)
MONTHS = [f"2020-{month:02d}" for month in range(1, 13)]
QUARTERS = ["2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4"]
TERTIALS = ["2020-T1", "2020-T2", "2020-T3"]


def pieces(parts, whole="2020"):
    return [str(piece) for piece in tile(Period.parse(whole), map(Period.parse, parts)).pieces]


def gaps(parts, whole="2020"):
    return [str(gap) for gap in tile(Period.parse(whole), map(Period.parse, parts)).gaps]


def months_of(periods):
    return [month for period in periods for month in range(period.first, period.last + 1)]


@pytest.mark.parametrize("parts", [MONTHS, QUARTERS, TERTIALS])
def test_a_year_is_its_months_its_quarters_or_its_tertials(parts):
    assert pieces(parts) == parts
    assert gaps(parts) == []


def test_as_few_pieces_as_can_be_are_used():
    assert pieces([*MONTHS, *QUARTERS]) == QUARTERS


def test_months_are_used_where_a_quarter_is_lacking():
    assert pieces([*MONTHS[:6], "2020-Q1", "2020-Q3", "2020-Q4"]) == [
        "2020-Q1",
        "2020-04",
        "2020-05",
        "2020-06",
        "2020-Q3",
        "2020-Q4",
    ]


def test_covering_more_months_goes_before_using_fewer_pieces():
    assert pieces([*MONTHS, "2020-02..2020-11"]) == ["2020-01", "2020-02..2020-11", "2020-12"]
    assert pieces(["2020-Q1", "2020-Q2", "2020-03..2020-06"]) == ["2020-Q1", "2020-Q2"]


def test_no_month_is_in_two_pieces():
    assert pieces(["2020-T1", "2020-Q2"], "2020-01..2020-06") == ["2020-T1"]


def test_a_gap_is_cut_as_long_as_the_shortest_piece():
    assert gaps(["2020-Q1", "2020-Q4"]) == ["2020-Q2", "2020-Q3"]
    assert gaps(["2020-01", "2020-02"], "2020-T1") == ["2020-03", "2020-04"]


def test_a_gap_that_is_no_even_number_of_pieces_ends_with_a_shorter_one():
    assert gaps(["2020-Q1"], "2020-01..2020-08") == ["2020-Q2", "2020-07..2020-08"]


def test_where_nothing_fits_the_whole_is_one_gap():
    assert gaps([]) == ["2020"]
    assert pieces([]) == []


def test_pieces_and_gaps_come_in_order_of_time():
    found = tile(YEAR, map(Period.parse, ["2020-Q4", "2020-Q2"]))
    assert [str(period) for period in found.in_order] == QUARTERS


@st.composite
def parts_of_a_year(draw):
    months = st.integers(YEAR.first, YEAR.last)
    pairs = draw(st.lists(st.tuples(months, months), max_size=7))
    return [Period(first=min(pair), last=max(pair)) for pair in pairs]


@given(parts_of_a_year())
def test_pieces_and_gaps_are_every_month_once(parts):
    found = tile(YEAR, parts)
    assert sorted(months_of(found.in_order)) == months_of([YEAR])


@given(parts_of_a_year())
def test_pieces_are_among_the_parts(parts):
    assert set(tile(YEAR, parts).pieces) <= set(parts)


@given(parts_of_a_year())
def test_no_other_choice_covers_more_months_or_as_many_with_fewer_pieces(parts):
    found = tile(YEAR, parts).pieces
    known = set(parts)
    choices = (choice for size in range(len(known) + 1) for choice in combinations(known, size))
    apart = (choice for choice in choices if len(set(months_of(choice))) == len(months_of(choice)))
    best = max((len(months_of(choice)), -len(choice)) for choice in apart)
    assert (len(months_of(found)), -len(found)) == best


@given(parts_of_a_year(), st.randoms())
def test_the_order_in_which_parts_are_told_does_not_matter_for_what_is_covered(parts, random):
    turned = random.sample(parts, len(parts))
    assert sum(piece.months for piece in tile(YEAR, turned).pieces) == sum(p.months for p in tile(YEAR, parts).pieces)
