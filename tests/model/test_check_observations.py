"""One standing value a key: a dated correction supersedes, everything else is told."""

from datetime import date

import pytest
from attrs import evolve
from tests.model.whole_plan import codes, found, items, whole_plan

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


ITEMS = items()


def test_items_of_one_key_are_parts_of_it():
    assert told(*ITEMS) == []


@pytest.mark.parametrize("changes", [{"counterparty": "soder"}, {"ie": "0"}])
def test_an_item_that_differs_in_who_or_where_is_another(changes):
    assert told(FIRST, evolve(FIRST, **changes)) == []


def test_two_items_with_the_same_counterparty_and_code_are_two_values():
    assert told(ITEMS[0], ITEMS[0]) == ["SM204"]


def test_a_correction_corrects_its_own_item():
    first = evolve(ITEMS[0], reported=JANUARY)
    corrected = evolve(first, value="2", correction="fel konto", reported=FEBRUARY)
    assert told(first, ITEMS[1], corrected) == []
    assert told(ITEMS[1], corrected) == ["SM221"]


def test_items_are_two_values_where_they_are_not_added():
    grade = evolve(FIRST, measure_id="nojdhet", dims=())
    assert told(grade, evolve(grade, ie="2")) == ["SM204"]


def test_a_rule_of_a_plugin_may_add():
    grade = evolve(FIRST, measure_id="nojdhet", dims=())
    plan = evolve(whole_plan(), observations=(grade, evolve(grade, ie="2")))
    assert codes(plan, adding=("sum", "weighted_mean")) == []


def test_a_single_code_of_a_member_may_be_reported():
    assert told(evolve(FIRST, dims=(("dvo", "092"),)), evolve(FIRST, dims=(("dvo", "500"),))) == []


def test_a_code_that_no_member_takes_is_told_with_what_was_meant():
    (finding,) = found(evolve(whole_plan(), observations=(evolve(FIRST, dims=(("dvo", "92"),)),)))
    assert finding.code.code == "SM205"
    assert "menade du 092" in finding.expected()


SETTLED = evolve(FIRST, state=State.SETTLED, reporter="Ekonomichef", comment="enligt protokoll")


def test_a_settled_figure_stands_beside_the_reported():
    assert told(FIRST, SETTLED) == []


def test_two_settled_figures_are_two_values_whoever_is_on_the_other_side():
    assert told(SETTLED, evolve(SETTLED, counterparty="soder")) == ["SM204"]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"reporter": ""}, "vem (av)"),
        ({"comment": ""}, "skäl (kommentar)"),
        ({"value": None}, "värde"),
        ({"reporter": "", "comment": ""}, "vem (av) och skäl (kommentar)"),
    ],
)
def test_a_settled_figure_says_who_and_why(changes, what):
    (finding,) = found(evolve(whole_plan(), observations=(evolve(SETTLED, **changes),)))
    assert finding.code.code == "SM257"
    assert finding.found() == f"ekonomi norr 2020 outcome vard är fastställd utan {what}"


@pytest.mark.parametrize("counterparty", ["soder", "101", "100–199, 210", "övriga"])
def test_a_counterparty_is_a_unit_or_a_code(counterparty):
    assert told(evolve(FIRST, counterparty=counterparty)) == []


def test_an_unknown_counterparty_is_told_once_with_what_looks_alike():
    first = evolve(FIRST, counterparty="sodra")
    (finding,) = found(evolve(whole_plan(), observations=(first, evolve(first, ie="2"))))
    assert finding.code.code == "SM258"
    assert "menade du soder" in finding.expected()
