"""The amounts of objects become figures that are summed, once each, at the unit that owns them."""

from decimal import Decimal

import pytest

from styrmodell.api import load
from styrmodell.model.action import Action, ActionReport, CounterEffect, EffectBasis
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.investment import Investment
from styrmodell.model.kind import Kind
from styrmodell.model.lift import lifted
from styrmodell.model.lifting.lifted_measures import ACTION, INVESTMENT, OBJECT, PROJECT, RUNNING
from styrmodell.model.measure import Measure
from styrmodell.model.money import PlannedAmount
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.project import ITProject, Project
from styrmodell.model.unit import Unit
from styrmodell.testing import make_workspace

YEAR = Period.year(2020)
UNITS = (
    Unit(id="rlf", name="RLF"),
    Unit(id="kok", name="Kök", parent_id="rlf"),
    Unit(id="stad", name="Städ", parent_id="rlf"),
)


def amount(value, **more):
    return PlannedAmount(period=YEAR, kind=Kind.BUDGET, value=Decimal(value), **more)


def plan_with(**objects):
    return Plan(unit_id="rlf", period=YEAR, units=UNITS, **objects)


def value_of(plan, measure, **asked):
    return make_workspace(plan).value(measure, **{"kind": Kind.BUDGET, **asked})


def test_a_plan_without_amounts_is_left_as_it_is():
    plan = plan_with(investments=(Investment(id="truck", name="Truck"),))
    assert lifted(plan) is plan


def test_an_item_and_its_parts_are_counted_once():
    plan = plan_with(
        investments=(
            Investment(id="video", name="Videoutrustning"),
            Investment(id="video-a", name="grupprum", parent_id="video", amounts=(amount("-817000"),)),
            Investment(id="video-b", name="läkarutb", parent_id="video", amounts=(amount("-706000"),)),
            Investment(id="truck", name="Truck", amounts=(amount("-595000"),)),
        )
    )
    assert value_of(plan, INVESTMENT, dims=((OBJECT, "video"),)).number == -1523000
    assert value_of(plan, INVESTMENT).number == -2118000


def test_a_unit_that_does_not_own_an_object_is_not_missing_there():
    plan = plan_with(
        investments=(
            Investment(id="ugn", name="Ugn", unit_id="kok", amounts=(amount("-100"),)),
            Investment(id="maskin", name="Maskin", unit_id="stad", amounts=(amount("-300"),)),
        )
    )
    value = value_of(plan, INVESTMENT)
    assert (value.number, value.reported, value.expected) == (-400, 2, 2)
    assert value_of(plan, INVESTMENT, unit="kok").number == -100


def test_what_was_spent_until_a_year_is_another_figure_than_what_is_spent_in_it():
    plan = plan_with(
        investments=(Investment(id="truck", name="Truck", amounts=(amount("-595"), amount("-408", accumulated=True))),)
    )
    assert value_of(plan, INVESTMENT).number == -595
    assert value_of(plan, "investering-ackumulerad").number == -408


def test_the_posts_of_a_project_make_up_its_outlay():
    plan = plan_with(
        projects=(
            Project(
                id="fvis", name="FVIS", amounts=(amount("-20900", post="kostnad"), amount("-100", post="investering"))
            ),
        ),
        it_projects=(ITProject(project_id="fvis", operating_cost=Decimal(-50), capital_cost=Decimal(-7)),),
    )
    assert value_of(plan, PROJECT, dims=((OBJECT, "fvis"), ("post", "utgift"))).number == -21000
    assert value_of(plan, RUNNING, kind=Kind.PLAN).number == -57


def test_the_net_of_an_action_is_its_gross_less_what_it_costs_elsewhere():
    action = Action(
        id="nara",
        name="Vårdnära service",
        unit_id="kok",
        gross=Decimal(20_000_000),
        counter_effects=(
            CounterEffect(unit_id="stad", amount=Decimal(-6_000_000)),
            CounterEffect(unit_id="stad", amount=Decimal(-1_000_000)),
        ),
    )
    plan = plan_with(actions=(action,))
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 13_000_000
    assert value_of(plan, ACTION, kind=Kind.PLAN, unit="stad").number == -7_000_000


def test_each_report_of_an_action_stands_and_the_newest_forecast_counts():
    action = Action(id="hyr", name="Hyrpersonal", unit_id="kok", target=Decimal(18_500_000), basis=EffectBasis.NET)
    reports = (
        ActionReport(action_id="hyr", period=YEAR, forecast=Decimal(10), version="P08"),
        ActionReport(action_id="hyr", period=YEAR, forecast=Decimal(12), outcome=Decimal(7), version="P10"),
        ActionReport(action_id="borta", period=YEAR, outcome=Decimal(99)),
    )
    plan = plan_with(actions=(action,), action_reports=reports)
    assert value_of(plan, ACTION, kind=Kind.FORECAST).number == 12
    assert value_of(plan, ACTION, kind=Kind.FORECAST, version="P08").number == 10
    assert value_of(plan, ACTION, kind=Kind.OUTCOME).number == 7
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 18_500_000


def test_a_target_without_a_basis_is_the_whole_effect():
    plan = plan_with(actions=(Action(id="a", name="A", target=Decimal(5)),))
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 5


def test_what_the_plan_defines_itself_stands():
    own = Measure(id=INVESTMENT, name="Våra investeringar", unit="kr", dimensions=(OBJECT,))
    split = Dimension(id=OBJECT, members=(Member(id="truck"),))
    plan = lifted(
        plan_with(
            measures=(own,), dimensions=(split,), investments=(Investment(id="truck", name="T", amounts=(amount(1),)),)
        )
    )
    assert plan.measures == (own,)
    assert [dimension for dimension in plan.dimensions if dimension.id == OBJECT] == [split]


def test_the_plan_that_people_wrote_holds_no_lifted_figures():
    plan = plan_with(investments=(Investment(id="truck", name="T", amounts=(amount(1),)),))
    workspace = make_workspace(plan)
    assert workspace.value(INVESTMENT, kind=Kind.BUDGET).number == 1
    assert workspace.plan.observations == workspace.plan.measures == ()


@pytest.mark.parametrize(("kind", "expected"), [(Kind.PLAN, "152.1"), (Kind.OUTCOME, "119")])
def test_the_actions_of_the_example_are_summed(kind, expected):
    value = load("examples/dalarna-handlingsplan-2024").value(ACTION, kind=kind)
    assert value.number == Decimal(expected) * 1_000_000
