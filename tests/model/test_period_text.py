"""Periods as people write them are read to one canonical text, or refused."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from styrmodell.errors import TextError
from styrmodell.model.period import Period
from styrmodell.model.period_text import MAX_LENGTH, read_period
from styrmodell.testing.strategies import periods

EXAMPLES = settings(deadline=None)
NBSP = "\u00a0"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
SWEDISH = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# fmt: off
PIECES = (
    "2024", "2023", "1999", "2401", "24", "00", "01", "1", "2", "7", "12", "13", "31", "202407", " ", NBSP,
    "-", "–", "/", "..", ".", ":", "'", "00:00:00", "m", "t", "q", "k", "h", "kv", "kvartal", "tertial", "halvår",
    "jan", "juli", "Aug", "sept", "maj", "R12", "R", "rullande", "mån", "tom", "t.o.m.", "till", "och", "med",
    "per", "den", "delår", "läsår", "helår", "år",
)
# fmt: on
LIKE_A_PERIOD = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


def refusal(text: str, **asked) -> TextError:
    with pytest.raises(TextError) as told:
        read_period(text, **asked)
    return told.value


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2024", "2024"),
        ("2024-T2", "2024-T2"),
        ("2024-Q3", "2024-Q3"),
        ("2024-07", "2024-07"),
        ("2024-01..2024-07", "2024-01..2024-07"),
        ("R12-2024-06", "R12-2024-06"),
        ("1749", "1749"),
        ("1749.", "1749"),
        ("1749–07", "1749-07"),
    ],
)
def test_a_canonical_text_is_read(text, canonical):
    assert read_period(text).text == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2024M07", "2024-07"),
        ("2024-M07", "2024-07"),
        ("202407", "2024-07"),
        ("2020 - jan", "2020-01"),
        ("jan 2020", "2020-01"),
        ("jan-2020", "2020-01"),
        ("jan2020", "2020-01"),
        ("2020jan", "2020-01"),
        ("januari 2014", "2014-01"),
        ("Sept. 2014", "2014-09"),
        ("2024-07-01", "2024-07"),
        ("2024-07-01 00:00:00", "2024-07"),
        ("2024-07-01T00:00:00", "2024-07"),
        ("2024-07-01 00:00", "2024-07"),
        ("'2024-07", "2024-07"),
    ],
)
def test_a_month_is_read(text, canonical):
    assert read_period(text).text == canonical


@pytest.mark.parametrize("number", range(1, 13))
def test_month_names_are_swedish_or_english_and_whole_or_three_letters(number):
    swedish, english = SWEDISH[number - 1], ENGLISH[number - 1]
    for name in (swedish, swedish[:3], english, english[:3], swedish.upper(), f"{english[:3]}."):
        assert read_period(f"{name} 2024").text == f"2024-{number:02d}"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2024Q1", "2024-Q1"),
        ("1975K1", "1975-Q1"),
        ("K1 2024", "2024-Q1"),
        ("2024 kv 1", "2024-Q1"),
        ("kv. 4 2024", "2024-Q4"),
        ("kvartal 3 2024", "2024-Q3"),
        ("tertial 2 2024", "2024-T2"),
        ("T2 2024", "2024-T2"),
        ("2024T2", "2024-T2"),
        ("T2-2024", "2024-T2"),
        ("2024 t3", "2024-T3"),
        ("halvår 1 2024", "2024-01..2024-06"),
        ("H1 2024", "2024-01..2024-06"),
        ("2024H2", "2024-07..2024-12"),
        ("halvår 2 2024", "2024-07..2024-12"),
    ],
)
def test_a_quarter_a_tertial_and_a_half_year_are_read(text, canonical):
    assert read_period(text).text == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("helår 2024", "2024"),
        ("helåret 2024", "2024"),
        ("2024 helår", "2024"),
        ("HELA\u030aR 2024", "2024"),
        ("år 2024", "2024"),
        ("2021–2024", "2021-01..2024-12"),
        ("2021-2024", "2021-01..2024-12"),
        ("2021 — 2024", "2021-01..2024-12"),
        ("2024-2024", "2024"),
        ("2021/22", "2021-07..2022-06"),
        ("2021/2022", "2021-07..2022-06"),
        ("1999/00", "1999-07..2000-06"),
        ("2006/07", "2006-07..2007-06"),
        ("läsåret 2021/22", "2021-07..2022-06"),
    ],
)
def test_a_year_a_span_of_years_and_a_school_year_are_read(text, canonical):
    assert read_period(text).text == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("jan–jul 2024", "2024-01..2024-07"),
        ("januari-juli 2024", "2024-01..2024-07"),
        ("2024 jan-jul", "2024-01..2024-07"),
        ("jan 2023 - mar 2024", "2023-01..2024-03"),
        ("nov 2023 – feb 2024", "2023-11..2024-02"),
        ("2024-01 – 2024-07", "2024-01..2024-07"),
        ("2024-01-2024-07", "2024-01..2024-07"),
        ("2024M01–2024M07", "2024-01..2024-07"),
        ("202401-202407", "2024-01..2024-07"),
        ("2024–01 .. 2024–07", "2024-01..2024-07"),
        ("delår jan-aug 2024", "2024-01..2024-08"),
        ("jan-apr 2024", "2024-T1"),
        ("t.o.m. augusti 2024", "2024-01..2024-08"),
        ("t o m augusti 2024", "2024-01..2024-08"),
        ("tom aug 2024", "2024-01..2024-08"),
        ("T.o.m.aug 2024", "2024-01..2024-08"),
        ("till och med augusti 2024", "2024-01..2024-08"),
        ("t.o.m. 2024-08", "2024-01..2024-08"),
        ("t.o.m. 2024-08-31", "2024-01..2024-08"),
        ("t.o.m. den 31 augusti 2024", "2024-01..2024-08"),
        ("t.o.m. december 2024", "2024"),
        ("t.o.m. januari 2024", "2024-01"),
    ],
)
def test_a_span_of_months_is_read(text, canonical):
    assert read_period(text).text == canonical


@pytest.mark.parametrize(
    ("text", "flow", "stock"),
    [
        ("per april 2024", "2024-T1", "2024-04"),
        ("per 2024-04", "2024-T1", "2024-04"),
        ("per 202404", "2024-T1", "2024-04"),
        ("per 2024-04-30", "2024-T1", "2024-04"),
        ("per 2024-04-30 00:00:00", "2024-T1", "2024-04"),
        ("per den 30 april 2024", "2024-T1", "2024-04"),
        ("per 30 apr. 2024", "2024-T1", "2024-04"),
        ("per 2024-02-29", "2024-01..2024-02", "2024-02"),
        ("per december 2024", "2024", "2024-12"),
    ],
)
def test_per_a_month_is_the_year_so_far_of_a_flow_and_the_month_of_a_stock(text, flow, stock):
    assert read_period(text).text == flow
    assert read_period(text, is_stock=True).text == stock


@pytest.mark.parametrize("text", ["t.o.m. april 2024", "jan-apr 2024", "T1 2024"])
def test_a_span_is_the_same_for_a_stock(text):
    assert read_period(text, is_stock=True).text == "2024-T1"


@pytest.mark.parametrize(
    "text",
    [
        "rullande 12 mån t.o.m. juni 2024",
        "Rullande 12 månader juni 2024",
        "R12 2024-06",
        "R12 – juni 2024",
        "R12 202406",
    ],
)
def test_rolling_twelve_months_are_read(text):
    assert read_period(text).text == "R12-2024-06"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("januari", "2014-01"),
        ("1", "2014-01"),
        ("07", "2014-07"),
        ("7.", "2014-07"),
        ("12", "2014-12"),
        ("M07", "2014-07"),
        ("T2", "2014-T2"),
        ("kvartal 3", "2014-Q3"),
        ("halvår 1", "2014-01..2014-06"),
        ("helår", "2014"),
        ("jan–jul", "2014-01..2014-07"),
        ("t.o.m. augusti", "2014-01..2014-08"),
        ("per april", "2014-T1"),
        ("per 28 februari", "2014-01..2014-02"),
        ("R12 juni", "R12-2014-06"),
    ],
)
def test_the_year_may_stand_in_a_column_of_its_own(text, canonical):
    assert read_period(text, year=2014).text == canonical
    assert refusal(text).ambiguous


@pytest.mark.parametrize("text", ["2023", "jan 2023", "T2 2023", "jan-jul 2023", "per april 2023", "2023-05"])
def test_a_year_in_the_text_goes_before_the_year_beside_it(text):
    assert read_period(text, year=2014) == read_period(text)


def test_per_april_of_a_stock_takes_the_year_beside_it():
    assert read_period("per april", year=2014, is_stock=True).text == "2014-04"


@pytest.mark.parametrize("year", [24, 0, -1, 1850, 20240, 10**30])
def test_a_year_beside_the_text_has_four_digits(year):
    assert refusal("januari", year=year).ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "jan 20",
        "jan-20",
        "jan '20",
        "20 jan",
        "T2 24",
        "24T2",
        "K1-24",
        "24-01",
        "01-24",
        "24",
        "2020-21",
        "21/22",
        "jan-jul 24",
        "jan 23 - mar 24",
        "t.o.m. aug 24",
        "per april 24",
        "per 24-04-30",
        "helår 24",
        "R12 24-06",
        "2401",
        "2401-01..2401-12",
        "2112",
        "1810",
    ],
)
def test_two_digits_for_a_year_have_more_than_one_reading(text):
    told = refusal(text)
    assert told.ambiguous
    assert told.text == text
    assert "fyra siffror" in told.expected


@pytest.mark.parametrize("text", ["jan 20", "T2 24", "24", "2401"])
def test_a_year_beside_the_text_does_not_settle_two_digits(text):
    assert refusal(text, year=2024).ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2020-13",
        "2020-00",
        "202413",
        "202400",
        "20240701",
        "240701",
        "210701",
        "012024",
        "tertial 4 2024",
        "T0 2024",
        "kvartal 5 2024",
        "halvår 3 2024",
        "2024K5",
        "2024M13",
        "M0 2024",
        "2024-07-02",
        "2024-07-31",
        "2024-07-01 08:30:00",
        "2024-7",
        "2024 07",
        "2024.07",
        "2024..07",
        "2024..jan",
        "01.07.2024",
        "2024/07",
        "2021/23",
        "2021/2023",
        "2022/2021",
        "2024-2021",
        "2024-07..2024-01",
        "nov–feb 2024",
        "nov 2024 - feb 2023",
        "jan 2023 - mar",
        "2023-01 - 2024",
        "2024-01-07",
        "2024-01 - jul",
        "per 2024-04-29",
        "per 2023-02-29",
        "per 2024-04-31",
        "per 1 april 2024",
        "t.o.m. 2024-08-30",
        "per 2024",
        "per T1 2024",
        "per april 2024-30",
        "fr.o.m. april 2024",
        "R6 2024-06",
        "R12",
        "R12 2024",
        "rullande 6 mån juni 2024",
        "jan",
        "jan jan 2024",
        "januar 2024",
        "våren 2024",
        "budget 2024",
        "2024 2025",
        "-5",
        "1,5",
        "jan 2024²",
        "m",
        "a 2024",
        "p april 2024",
        "13",
    ],
)
def test_what_is_no_period_is_refused(text):
    assert refusal(text).text == text


@pytest.mark.parametrize("text", ["2020-13", "202413", "tertial 4 2024", "2024-07-02", "per 2024-04-29", "2024/07", ""])
def test_a_wrong_period_is_not_called_ambiguous(text):
    assert not refusal(text).ambiguous


@pytest.mark.parametrize("text", ["0", "13", "99", "-1", ".7", "1.7", "007", "1 2"])
def test_only_1_to_12_are_months_of_the_year_beside_them(text):
    refusal(text, year=2024)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("per 2024-04-29", "sista dag"),
        ("2024-07-02", "hel månad"),
        ("2021/23", "2021/22"),
        ("nov–feb 2024", "slutar"),
        ("januari", "sitt år"),
        ("våren 2024", "jan–jul 2024"),
    ],
)
def test_a_refusal_tells_what_to_write(text, tells):
    assert tells in refusal(text).expected


@EXAMPLES
@given(periods())
def test_every_period_is_read_back_from_its_text(period):
    assert read_period(period.text) == period


@EXAMPLES
@given(
    st.integers(1900, 2099), st.integers(1, 12), st.sampled_from(DASHES), st.sampled_from((" ", NBSP, "  ", "\u202f"))
)
def test_every_way_to_write_a_month_is_the_same_period(year, month, dash, space):
    swedish, english = SWEDISH[month - 1], ENGLISH[month - 1]
    written = (
        f"{year}{dash}{month:02d}",
        f"{year}{month:02d}",
        f"{year}M{month:02d}",
        f"{year}{dash}{month:02d}{dash}01",
        f"{swedish}{space}{year}",
        f"{english.upper()}{space}{year}.",
        f"{space}{swedish[:3]}.{space}{year}{space}",
        f"{year}{space}{dash}{space}{english[:3]}",
    )
    assert {read_period(text) for text in written} == {Period.parse(f"{year}-{month:02d}")}
    assert read_period(str(month), year=year) == read_period(swedish, year=year) == read_period(written[0])


@EXAMPLES
@given(periods(), st.sampled_from(DASHES), st.booleans(), st.sampled_from(("", " ", NBSP)))
@example(Period.parse("2099-01..2100-01"), "\u2010", False, "")
def test_case_dashes_and_spaces_around_do_not_matter(period, dash, is_lower, space):
    text = space + period.text.replace("-", dash) + space
    assert read_period(text.lower() if is_lower else text) == period


@EXAMPLES
@given(st.text(max_size=70) | LIKE_A_PERIOD, st.none() | st.integers(-10, 3000), st.booleans())
@example("2401-01..2401-12", None, False)
@example("9999-12", None, False)
@example("2099/00", None, False)
@example("R12-0000-01", None, False)
def test_a_text_is_a_period_that_reads_back_or_is_refused(text, year, is_stock):
    try:
        period = read_period(text, year=year, is_stock=is_stock)
    except TextError:
        return
    assert read_period(period.text) == period


def test_a_text_of_more_than_sixty_characters_is_refused():
    assert read_period("2024".ljust(MAX_LENGTH)).text == "2024"
    assert "60 tecken" in refusal("2024".ljust(MAX_LENGTH + 1)).expected


@pytest.mark.parametrize("part", ["-", " ", "1", "24-", "24 ", "t.o.m. ", "tom", "jan-", ".", "2024", "00:00"])
def test_a_text_that_repeats_itself_is_refused_at_once(part):
    """Were a pattern catastrophic, this would not end."""
    refusal((part * MAX_LENGTH)[:MAX_LENGTH])
