"""Spans of months in words, which are read back as the same period."""

import pytest

from styrmodell.model.period import Period
from styrmodell.model.period_text import read_period
from styrmodell.report.period_words import period_words

WORDS = {
    "2024": "2024",
    "2024-T2": "2024-T2",
    "2024-08": "2024-08",
    "R12-2024-06": "R12-2024-06",
    "2024-01..2024-08": "jan–aug 2024",
    "2024-11..2025-02": "nov 2024 – feb 2025",
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_a_span_is_written_in_words_and_what_has_a_name_keeps_it(text, words):
    period = Period.parse(text)
    assert period_words(period) == words
    assert read_period(words) == period
