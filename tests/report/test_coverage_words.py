"""Figures that are no reports of their own time are counted in words that fit the number."""

import pytest

from styrmodell.aggregation.coverage import Coverage
from styrmodell.report.coverage_words import doubtful_words


@pytest.mark.parametrize(
    ("carried", "estimates", "lang", "expected"),
    [
        (0, 0, "sv", []),
        (1, 2, "sv", ["1 framförd", "2 uppskattade"]),
        (2, 1, "sv", ["2 framförda", "1 uppskattad"]),
        (1, 1, "en", ["1 carried forward", "1 estimated"]),
    ],
)
def test_the_word_fits_the_number(carried, estimates, lang, expected):
    assert list(doubtful_words(Coverage(carried=carried, estimates=estimates), lang)) == expected


def test_the_whole_stands_between_the_number_and_the_word():
    assert list(doubtful_words(Coverage(carried=1), of=" av 3")) == ["1 av 3 framförd"]
