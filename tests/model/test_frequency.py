"""How often and where a measure is reported: the texts of real scorecards, and one canonical text each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.model.frequency import (
    CADENCE_WORDS,
    Cadence,
    Frequency,
    Reporting,
    ReportingDoubt,
    cadence_word,
    months_between,
)


@pytest.mark.parametrize(
    ("text", "expected", "printed"),
    [
        ("Månadsvis", [(Cadence.MONTHLY, "")], "Månadsvis"),
        ("Månadsvis ledningsgrupp", [(Cadence.MONTHLY, "ledningsgrupp")], "Månadsvis ledningsgrupp"),
        ("Månadsvis i ledningsgruppen", [(Cadence.MONTHLY, "i ledningsgruppen")], "Månadsvis i ledningsgruppen"),
        ("Årsvis", [(Cadence.YEARLY, "")], "Årsvis"),
        ("Delårsvis Årsvis", [(Cadence.INTERIM, ""), (Cadence.YEARLY, "")], "Delårsvis, årsvis"),
        ("Delårsrapport Årsbokslut", [(Cadence.INTERIM, ""), (Cadence.YEAR_END, "")], "Delårsvis, årsbokslut"),
        (
            "Månadsvis Delårsvis Årsvis",
            [(Cadence.MONTHLY, ""), (Cadence.INTERIM, ""), (Cadence.YEARLY, "")],
            "Månadsvis, delårsvis, årsvis",
        ),
        (
            "Årsvis i patientsäkerhetsberättelse, Ledningens genomgång",
            [(Cadence.YEARLY, "i patientsäkerhetsberättelse"), (Cadence.YEARLY, "Ledningens genomgång")],
            "Årsvis i patientsäkerhetsberättelse, årsvis Ledningens genomgång",
        ),
        ("Årsvis, Ledningens genomgång", [(Cadence.YEARLY, "Ledningens genomgång")], "Årsvis Ledningens genomgång"),
        ("Periodrapport vid nämndmöte", [(Cadence.PER_MEETING, "")], "Periodrapport vid nämndmöte"),
        ("Periodrapport vid nämnd-möte", [(Cadence.PER_MEETING, "")], "Periodrapport vid nämndmöte"),
        (
            "kvartalsvis ta fram processmått",
            [(Cadence.QUARTERLY, "ta fram processmått")],
            "Kvartalsvis ta fram processmått",
        ),
        ("Tertialvis; varje månad", [(Cadence.TERTIAL, ""), (Cadence.MONTHLY, "")], "Tertialvis, månadsvis"),
    ],
)
def test_a_text_is_read_as_cadences_with_their_fora(text, expected, printed):
    reporting = Reporting.parse(text)
    assert [(one.cadence, one.forum) for one in reporting.frequencies] == expected
    assert (str(reporting), reporting.words, reporting.doubts) == (printed, text, ())


@pytest.mark.parametrize("text", ["", "Vid behov", "Ledningsgruppen månadsvis"])
def test_a_text_that_does_not_begin_with_a_cadence_is_kept_as_words(text):
    reporting = Reporting.parse(text)
    assert (reporting.frequencies, reporting.text, reporting.doubts) == ((), text, (ReportingDoubt.UNREAD,))


@pytest.mark.parametrize(
    ("cadence", "months"),
    [
        (Cadence.MONTHLY, 1),
        (Cadence.QUARTERLY, 3),
        (Cadence.TERTIAL, 4),
        (Cadence.INTERIM, 12),
        (Cadence.YEARLY, 12),
        (Cadence.YEAR_END, 12),
        (Cadence.PER_MEETING, None),
    ],
)
def test_a_cadence_says_how_many_months_may_pass(cadence, months):
    assert months_between(cadence) == months


def test_every_cadence_has_its_own_word():
    assert [cadence for _, cadence in CADENCE_WORDS] == list(Cadence)
    assert [cadence_word(cadence) for cadence in Cadence] == [word for word, _ in CADENCE_WORDS]


@pytest.mark.parametrize("forum", ["a, b", "a; b", "två  mellanslag", "årsvis"])
def test_a_forum_that_would_be_read_as_more_cannot_be_made(forum):
    with pytest.raises(ValueError, match="forum"):
        Frequency(cadence=Cadence.MONTHLY, forum=forum)


def reportings():
    """Cadences with and without fora."""
    fora = st.sampled_from(("", "i ledningsgruppen", "Ledningens genomgång", "ta fram processmått"))
    frequencies = st.lists(st.builds(Frequency, cadence=st.sampled_from(Cadence), forum=fora), min_size=1, max_size=4)
    return frequencies.map(lambda each: Reporting(frequencies=tuple(each)))


@given(reportings())
def test_every_reporting_is_read_back_from_its_text(reporting):
    assert Reporting.parse(str(reporting)) == reporting


@given(st.text() | st.text("månadsvi årdelkt,.; ", max_size=30))
def test_any_text_is_read_or_kept_as_words(text):
    reporting = Reporting.parse(text)
    assert reporting.words == text
    assert Reporting.parse(str(reporting)) == reporting
