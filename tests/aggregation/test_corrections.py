"""A correction replaces what it corrects, with its date and reason; what was reported before is still there."""

from datetime import date
from itertools import permutations

import pytest
from attrs import evolve

from styrmodell.api import Kind, Measure, Observation, Period, Plan, Profile, Source, State, Unit
from styrmodell.testing import make_workspace

YEAR = Period.year(2024)


def figure(value, reported, correction="", **more):
    return Observation(
        measure_id="hyr",
        unit_id="hsn",
        period=YEAR,
        value=value,
        reported=date.fromisoformat(reported),
        correction=correction,
        **more,
    )


def workspace_of(observations):
    return make_workspace(
        Plan(
            unit_id="hsn",
            period=YEAR,
            units=(Unit(id="hsn", name="HSN"),),
            measures=(Measure(id="hyr", name="Hyrpersonal, minskning", unit="kr"),),
            observations=tuple(observations),
        )
    )


FIRST = figure(78, "2024-12-10", as_of=date(2024, 11, 30))
LATER = figure(70, "2025-02-01", "uppgift vid faktagranskningen")
LAST = figure(71, "2025-03-01", "rättad summa")


@pytest.mark.parametrize(
    "order", list(permutations((FIRST, LATER, LAST))), ids=lambda order: " ".join(str(o.value) for o in order)
)
def test_the_last_correction_stands_in_whatever_order_they_are_read(order):
    assert workspace_of(order).value("hyr").number == 71


def test_what_was_corrected_is_kept_and_is_no_fault():
    workspace = workspace_of((FIRST, LATER))
    assert workspace.value("hyr").number == 70
    assert workspace.plan.observations == (FIRST, LATER)
    assert workspace.with_observations(()).findings == ()


def test_two_values_without_a_reason_are_a_fault():
    findings = workspace_of(()).with_observations((FIRST, figure(70, "2025-02-01"))).findings
    assert [finding.code.code for finding in findings] == ["SM204"]


def test_a_later_version_goes_before_a_correction_of_an_earlier_one():
    observations = (
        figure(1, "2024-01-01", kind=Kind.FORECAST, version="P03"),
        figure(2, "2024-09-01", "fel", kind=Kind.FORECAST, version="P03"),
        figure(3, "2024-05-01", kind=Kind.FORECAST, version="P05"),
    )
    workspace = workspace_of(observations)
    assert workspace.value("hyr", kind=Kind.FORECAST).number == 3
    assert workspace.value("hyr", kind=Kind.FORECAST, version="P03").number == 2


def budget(value, version, reported="2023-11-28", **more):
    return figure(value, reported, kind=Kind.BUDGET, version=version, **more)


def budget_of(*observations, version=""):
    profile = Profile(
        key="p",
        valid_from=date(2024, 1, 1),
        versions=("preliminär", "beslutad", "tillägg 1", "reviderad", "tillägg 2"),
        additions=("tillägg 1", "tillägg 2"),
    )
    workspace = evolve(workspace_of(observations), profile=profile)
    return workspace.value("hyr", kind=Kind.BUDGET, version=version)


def test_an_addition_adds_to_the_version_before_it():
    assert budget_of(budget(90, "preliminär"), budget(100, "beslutad"), budget(7, "tillägg 1")).number == 107


def test_an_addition_to_an_earlier_version_is_in_the_revised_one():
    parts = (budget(100, "beslutad"), budget(7, "tillägg 1"), budget(120, "reviderad"), budget(5, "tillägg 2"))
    for order in permutations(parts):
        assert budget_of(*order).number == 125


def test_a_version_that_is_named_is_alone():
    parts = (budget(100, "beslutad"), budget(7, "tillägg 1"))
    assert budget_of(*parts, version="beslutad").number == 100
    assert budget_of(*parts, version="tillägg 1").number == 7


def test_what_a_sum_of_versions_is_made_of_is_told():
    places = (Source(file="budget.csv", place="rad 2"), Source(file="tillagg.csv", place="rad 9"))
    parts = (budget(100, "beslutad", source=places[0]), budget(7, "tillägg 1", "2024-03-01", source=places[1]))
    profile = Profile(
        key="p", valid_from=date(2024, 1, 1), versions=("beslutad", "tillägg 1"), additions=("tillägg 1",)
    )
    explained = evolve(workspace_of(parts), profile=profile).explain_value("hyr", kind=Kind.BUDGET)
    assert [str(source) for source in explained.sources] == ["budget.csv rad 2 + tillagg.csv rad 9"]


def test_a_missing_addition_makes_the_sum_missing_and_an_addition_alone_stands():
    assert budget_of(budget(100, "beslutad"), budget(None, "tillägg 1", state=State.MISSING)).number is None
    assert budget_of(budget(7, "tillägg 1")).number == 7


def forecast(value, version, state=State.REPORTED):
    return figure(value, "2024-09-01", kind=Kind.FORECAST, version=version, state=state)


def stated_findings(*observations):
    profile = Profile(key="p", valid_from=date(2024, 1, 1), versions=("p1", "p2"))
    workspace = evolve(workspace_of(observations), profile=profile, include=("generic.matt",))
    return [finding.code.code for finding in workspace.check()]


def test_a_figure_printed_for_an_earlier_version_is_compared_with_that_version_only():
    printed = forecast(311, "p1", State.STATED)
    assert stated_findings(forecast(311, "p1"), printed, forecast(337, "p2")) == []
    assert stated_findings(forecast(310, "p1"), printed, forecast(337, "p2")) == ["SM301"]


def test_a_figure_printed_for_the_newest_version_is_compared_with_what_counts():
    assert stated_findings(forecast(311, "p1"), forecast(337, "p2"), forecast(340, "p2", State.STATED)) == ["SM301"]
