"""One standing value a key: a dated correction supersedes, everything else is told."""

from datetime import date

import pytest
from attrs import evolve
from tests.model.whole_plan import codes, found, whole_plan

from styrmodell.model.kind import State
from styrmodell.source import Source

JANUARY, FEBRUARY, MARCH = (date(2020, month, 1) for month in (1, 2, 3))
FIRST = evolve(whole_plan().observations[0], reported=JANUARY, source=Source(file="a.csv", place="rad 2"))
CORRECTION = evolve(FIRST, value="2", correction="fel konto", reported=FEBRUARY, source=Source(file="a.csv"))


def told(*observations):
    return codes(evolve(whole_plan(), observations=observations))


def test_a_later_correction_with_its_reason_is_no_fault():
    assert told(FIRST, CORRECTION) == []


def test_the_order_of_the_rows_does_not_matter():
    assert told(CORRECTION, FIRST) == []


def test_a_correction_of_a_value_without_day_is_no_fault():
    assert told(evolve(FIRST, reported=None), CORRECTION) == []


def test_a_correction_of_a_correction_is_no_fault():
    assert told(FIRST, CORRECTION, evolve(CORRECTION, value="3", reported=MARCH)) == []


def test_two_values_without_correction_are_told():
    assert told(FIRST, evolve(FIRST, value="2", reported=FEBRUARY)) == ["SM204"]


@pytest.mark.parametrize("reported", [None, JANUARY, date(2019, 1, 1)])
def test_a_correction_that_is_not_reported_later_is_told(reported):
    assert told(FIRST, evolve(CORRECTION, reported=reported)) == ["SM220"]


def test_two_corrections_of_one_day_are_two_values():
    assert told(FIRST, CORRECTION, evolve(CORRECTION, value="3")) == ["SM204"]


def test_a_correction_of_nothing_is_told():
    (finding,) = found(evolve(whole_plan(), observations=(CORRECTION,)))
    assert finding.code.code == "SM221"
    assert finding.found() == "ekonomi norr 2020 outcome vard har en rättelse men inget värde att rätta"


def test_a_correction_of_another_version_corrects_nothing():
    assert told(FIRST, evolve(CORRECTION, version="beslutad")) == ["SM221"]


def test_a_correction_does_not_correct_a_printed_figure():
    assert told(evolve(FIRST, state=State.STATED), CORRECTION) == ["SM221"]
