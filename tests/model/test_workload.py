"""The load of a plan: what stands in several places is one thing, and what there is too much of is told."""

from datetime import date

import pytest
from attrs import evolve

from styrmodell.model.activity import Activity
from styrmodell.model.assignment import Assignment
from styrmodell.model.checks.load import check_load
from styrmodell.model.goal import Goal
from styrmodell.model.ids import UnitId
from styrmodell.model.limits import Limits
from styrmodell.model.link import Link
from styrmodell.model.measure import Measure
from styrmodell.model.profile import Profile
from styrmodell.model.workload import workload
from styrmodell.testing import example_plan

GOALS = tuple(Goal(id=name, name=name) for name in ("a", "b", "c"))
# One indicator under three goals.
SHARED = Measure(id="delad", name="Delad", unit="antal", goals=(Link(id="a"), Link(id="b"), Link(id="c")))
LOOSE = Measure(id="los", name="Bakgrund", unit="antal")


def activity(name: str, unit: str, *about: str) -> Activity:
    return Activity(id=name, name=name, unit_id=UnitId(unit), measures=tuple(Link(id=one) for one in about))


def plan(*activities: Activity, assignments=()):
    return evolve(
        example_plan(),
        goals=GOALS,
        measures=(SHARED, LOOSE),
        activities=activities,
        assignments=assignments,
        observations=(),
    )


def test_an_indicator_under_three_goals_and_in_two_units_is_one_item() -> None:
    units = [unit.id for unit in example_plan().units]
    load = workload(plan(activity("x", units[0], "delad"), activity("y", units[1], "delad")))
    assert load.items == (("measures", "delad"),)
    assert dict(load.activities) == {("measures", "delad"): ("x", "y")}
    assert {one.unit_id: (one.items, one.activities) for one in load.units} == {
        units[0]: ((("measures", "delad"),), ("x",)),
        units[1]: ((("measures", "delad"),), ("y",)),
    }


def test_an_assignment_is_an_item_of_its_unit_without_any_activity() -> None:
    load = workload(plan(assignments=(Assignment(id="u", name="U", unit_id=UnitId("forvaltning")),)))
    assert load.items == (("measures", "delad"), ("assignments", "u"))
    (unit,) = load.units
    assert (unit.unit_id, unit.items) == ("forvaltning", (("assignments", "u"),))


def test_an_activity_about_nothing_counted_is_loose() -> None:
    assert workload(plan(activity("x", "forvaltning", "los"))).loose == ("x",)


def told(limits: Limits):
    made = plan(activity("x", "forvaltning", "delad"), activity("y", "forvaltning", "delad"))
    profile = Profile(key="p", valid_from=date(2020, 1, 1), limits=limits)
    return [finding.found() for finding in check_load(made, profile)]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("activities_per_item", "2 aktiviteter: Delad"),
        ("activities_per_unit", f"2 aktiviteter: {example_plan().units[0].name}"),
    ],
)
def test_more_than_the_limit_is_told_and_as_many_is_not(name: str, found: str) -> None:
    assert told(Limits(**{name: 1})) == [found]
    assert told(Limits(**{name: 2})) == []


def test_more_items_than_the_limits_are_told_of_plan_and_unit() -> None:
    made = plan(
        activity("x", "forvaltning", "delad"),
        assignments=(Assignment(id="u", name="U", unit_id=UnitId("forvaltning")),),
    )
    profile = Profile(key="p", valid_from=date(2020, 1, 1), limits=Limits(items=1, items_per_unit=1))
    assert [one.found().partition(":")[0] for one in check_load(made, profile)] == ["2 nyckeltal och uppdrag"] * 2


def test_without_limits_nothing_is_told() -> None:
    assert told(Limits()) == []


def test_a_limit_below_one_is_no_limit() -> None:
    with pytest.raises(ValueError, match="items"):
        Limits(items=0)
