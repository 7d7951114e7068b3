"""A year's budget is compared with its months as they stand: items add up, corrections take the place of what was."""

from datetime import date

from attrs import evolve

from styrmodell.io.ledger.budget import check_periodisation
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period

MEASURES = {"ekonomi": Measure(id="ekonomi", name="Ekonomi", unit="kr")}
YEAR = Observation(measure_id="ekonomi", unit_id="rlf", period=Period.year(2024), kind=Kind.BUDGET, value="-120")
MONTHS = tuple(evolve(YEAR, period=Period.parse(f"2024-{month:02d}"), value="-10") for month in range(1, 13))


def told(*observations):
    return [finding.code.code for finding in check_periodisation(observations, MEASURES)]


def test_a_budget_and_months_that_make_it_are_one_budget():
    assert told(YEAR, *MONTHS) == []


def test_items_of_the_year_are_added_before_they_are_compared():
    assert told(evolve(YEAR, value="-100", ie="0"), evolve(YEAR, value="-20", ie="2"), *MONTHS) == []


def test_items_of_a_month_are_added_and_counted_as_one_month():
    split = (evolve(MONTHS[0], value="-4", ie="0"), evolve(MONTHS[0], value="-7", ie="2"))
    (finding,) = check_periodisation((YEAR, *split, *MONTHS[1:]), MEASURES)
    assert "12 månader −121 kr" in finding.found()


def test_a_correction_takes_the_place_of_what_it_corrects():
    wrong = evolve(MONTHS[0], value="-99", reported=date(2024, 1, 1))
    right = evolve(MONTHS[0], correction="fel konto", reported=date(2024, 2, 1))
    assert told(YEAR, right, wrong, *MONTHS[1:]) == []


def test_printed_and_settled_figures_are_not_compared():
    others = (evolve(YEAR, value="-1", state=State.STATED), evolve(YEAR, value="-2", state=State.SETTLED))
    assert told(YEAR, *others, *MONTHS) == []
