"""Units and hierarchies: one place at a time, days in order, and successors that take the whole."""

from datetime import date
from fractions import Fraction

from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.finding import Severity
from styrmodell.model.hierarchy import Place
from styrmodell.model.unit import Successor

LAST = date(2019, 12, 31)
FIRST = date(2020, 1, 1)
ROOT = Place(unit_id="rlf")


def with_places(*places):
    return changed(whole_plan(), "hierarchies", places=(ROOT, *places))


def test_successors_whose_shares_are_not_one_are_told():
    plan = changed(whole_plan(), "units", 1, successors=(Successor(unit_id="norr", share=Fraction(1, 3)),))
    (finding,) = found(plan)
    assert finding.code.code == "SM213"
    assert finding.found() == "enheten gamla: andelarna i efterträdare blir 1/3"


def test_an_unknown_successor_is_told():
    plan = changed(whole_plan(), "units", 1, successors=(Successor(unit_id="nord"),))
    assert codes(plan) == ["SM202"]


def test_a_unit_with_successors_and_no_last_day_is_a_warning():
    (finding,) = found(changed(whole_plan(), "units", 1, valid_to=None))
    assert finding.code.code == "SM219"
    assert finding.code.severity is Severity.WARNING


def test_a_unit_that_ends_before_it_begins_is_told():
    plan = changed(whole_plan(), "units", 1, valid_from=FIRST)
    assert codes(plan) == ["SM216"]


def test_a_unit_that_exists_when_the_one_above_it_does_not_is_a_note():
    (finding,) = found(changed(whole_plan(), "units", 2, parent_id="gamla"))
    assert finding.code.code == "SM218"
    assert finding.code.severity is Severity.NOTE
    assert finding.found() == "enheten norr finns … till … men gamla bara … till 2018-12-31"


def test_a_unit_at_two_places_at_one_time_is_an_error():
    (finding,) = found(with_places(Place(unit_id="norr", parent_id="rlf"), Place(unit_id="norr", parent_id="soder")))
    assert finding.code.code == "SM215"
    assert finding.code.severity is Severity.ERROR
    assert "under både rlf och soder" in finding.found()


def test_places_that_share_one_day_overlap():
    places = (
        Place(unit_id="norr", parent_id="rlf", valid_to=FIRST),
        Place(unit_id="norr", parent_id="soder", valid_from=FIRST),
    )
    (finding,) = found(with_places(*places))
    assert "den 2020-01-01" in finding.found()


def test_a_short_place_inside_a_long_one_is_told_and_the_next_too():
    places = (
        Place(unit_id="norr", parent_id="rlf", valid_to=date(2025, 1, 1)),
        Place(unit_id="norr", parent_id="soder", valid_from=LAST, valid_to=FIRST),
        Place(unit_id="norr", parent_id="gamla", valid_from=date(2021, 1, 1)),
    )
    assert codes(with_places(*places)) == ["SM215", "SM215"]


def test_places_after_each_other_are_no_fault():
    places = (
        Place(unit_id="norr", parent_id="soder", valid_from=FIRST),
        Place(unit_id="norr", parent_id="rlf", valid_to=LAST),
    )
    assert codes(with_places(*places)) == []


def test_a_place_of_an_unknown_unit_is_told():
    assert codes(with_places(Place(unit_id="nord", parent_id="rl"))) == ["SM202", "SM202"]


def test_a_place_that_ends_before_it_begins_is_told():
    assert codes(with_places(Place(unit_id="norr", valid_from=FIRST, valid_to=LAST))) == ["SM216"]


def test_units_above_each_other_on_one_day_are_told():
    places = (Place(unit_id="norr", parent_id="soder"), Place(unit_id="soder", parent_id="norr", valid_from=FIRST))
    findings = found(with_places(*places))
    assert [one.code.code for one in findings] == ["SM203", "SM203"]
    assert "norr → soder → norr" in findings[0].found()


def test_units_above_each_other_on_different_days_are_no_circle():
    places = (
        Place(unit_id="norr", parent_id="soder", valid_to=LAST),
        Place(unit_id="norr", parent_id="rlf", valid_from=FIRST),
        Place(unit_id="soder", parent_id="rlf", valid_to=LAST),
        Place(unit_id="soder", parent_id="norr", valid_from=FIRST),
    )
    assert codes(with_places(*places)) == []


def test_counterparty_codes_that_cannot_be_read_are_told():
    assert codes(changed(whole_plan(), "units", 0, counterparty="2x")) == ["SM226"]


def test_a_counterparty_code_that_means_two_units_is_told():
    plan = changed(changed(whole_plan(), "units", 0, counterparty="210–215"), "units", 2, counterparty="212")
    assert codes(plan) == ["SM225"]
