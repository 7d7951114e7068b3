"""The amounts of objects become figures that are summed, once each, at the unit that owns them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.api import load
from styrmodell.model.action import Action, ActionReport, CounterEffect, EffectBasis
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.ids import is_member_id
from styrmodell.model.investment import Investment
from styrmodell.model.kind import Kind
from styrmodell.model.lift import lifted
from styrmodell.model.lifting.lifted_measures import (
    ACTION,
    CALCULATION,
    DEVIATION,
    INVESTMENT,
    OBJECT,
    PROJECT,
    RUNNING,
)
from styrmodell.model.lifting.object_groups import object_groups
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


def test_a_plan_without_such_objects_is_left_as_it_is():
    plan = plan_with()
    assert lifted(plan) is plan


def test_objects_without_a_single_amount_have_measures_in_which_nothing_is_planned():
    plan = lifted(plan_with(investments=(Investment(id="truck", name="Truck"),)))
    assert [measure.id for measure in plan.measures] == ["investering", "investering-ackumulerad"]
    value = make_workspace(plan).value("investering", kind=Kind.BUDGET, dims=(("objekt", "truck"),))
    assert (value.number, value.expected) == (None, 0)


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
    assert plan.measures[0] == own
    assert [measure.id for measure in plan.measures] == [INVESTMENT, "investering-ackumulerad"]
    assert [dimension for dimension in plan.dimensions if dimension.id == OBJECT] == [split]


def test_the_plan_that_people_wrote_holds_no_lifted_figures():
    plan = plan_with(investments=(Investment(id="truck", name="T", amounts=(amount(1),)),))
    workspace = make_workspace(plan)
    assert workspace.value(INVESTMENT, kind=Kind.BUDGET).number == 1
    assert workspace.plan.observations == workspace.plan.measures == ()


def test_a_cost_at_a_unit_and_one_at_the_unit_above_it_are_both_counted():
    """A unit's own figure stands for all below it; two costs of one action are two."""
    effects = (CounterEffect(unit_id="rlf", amount=Decimal(-1)), CounterEffect(unit_id="stad", amount=Decimal(-6)))
    plan = plan_with(actions=(Action(id="a", name="A", unit_id="kok", gross=Decimal(20), counter_effects=effects),))
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 13
    counter = (("effekt", "moteffekt"),)
    assert value_of(plan, ACTION, kind=Kind.PLAN, dims=counter).number == -7
    assert value_of(plan, ACTION, kind=Kind.PLAN, unit="stad", dims=counter).number == -6


def test_a_gross_forecast_is_netted_by_what_the_action_costs_elsewhere():
    effects = (CounterEffect(unit_id="stad", amount=Decimal(-7)),)
    action = Action(
        id="a", name="A", unit_id="kok", target=Decimal(20), basis=EffectBasis.GROSS, counter_effects=effects
    )
    report = ActionReport(action_id="a", period=YEAR, forecast=Decimal(18), basis=EffectBasis.GROSS)
    plan = plan_with(actions=(action,), action_reports=(report,))
    assert value_of(plan, ACTION, kind=Kind.FORECAST).number == 11
    assert value_of(plan, DEVIATION, kind=Kind.FORECAST).number == -2
    assert value_of(plan, DEVIATION, kind=Kind.FORECAST, unit="stad").number == 0


def test_the_deviation_of_actions_is_an_identity_for_each_version():
    reports = (
        ActionReport(action_id="a", period=YEAR, forecast=Decimal(8), version="P08"),
        ActionReport(action_id="a", period=YEAR, forecast=Decimal(9), version="P10"),
    )
    plan = plan_with(actions=(Action(id="a", name="A", target=Decimal(10)),), action_reports=reports)
    assert value_of(plan, DEVIATION, kind=Kind.FORECAST).number == -1
    assert value_of(plan, DEVIATION, kind=Kind.FORECAST, version="P08").number == -2


def test_a_deviation_that_the_plan_defines_itself_stands():
    own = Measure(id=DEVIATION, name="Vår avvikelse", unit="kr")
    plan = lifted(plan_with(measures=(own,), actions=(Action(id="a", name="A", target=Decimal(10)),)))
    assert [measure for measure in plan.measures if measure.id == DEVIATION] == [own]


def test_a_target_stands_beside_the_calculation_of_what_is_given():
    effects = (CounterEffect(unit_id="stad", amount=Decimal(-12)),)
    action = Action(
        id="a",
        name="A",
        unit_id="kok",
        target=Decimal(20),
        basis=EffectBasis.NET,
        gross=Decimal(30),
        counter_effects=effects,
    )
    plan = plan_with(actions=(action,))
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 20
    assert value_of(plan, CALCULATION, kind=Kind.PLAN).number == 18


def test_an_action_that_is_the_same_as_another_has_its_figure_and_is_in_no_sum():
    twins = (Action(id="a", name="A", target=Decimal(20)), Action(id="b", name="B", target=Decimal(20), same_as_id="a"))
    plan = plan_with(actions=twins)
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 20
    assert value_of(plan, ACTION, kind=Kind.PLAN, dims=((OBJECT, "b"),)).number == 20


@pytest.mark.parametrize("ids", [("a", "b"), ("b", "c", "a")])
def test_of_actions_that_are_all_the_same_as_another_one_counts(ids):
    others = dict(zip(ids, (*ids[1:], ids[0]), strict=True))
    actions = tuple(Action(id=name, name=name, target=Decimal(20), same_as_id=other) for name, other in others.items())
    assert value_of(plan_with(actions=actions), ACTION, kind=Kind.PLAN).number == 20


@pytest.mark.parametrize("other", ["a", "borta"])
def test_an_action_that_is_the_same_as_itself_or_as_nothing_counts(other):
    plan = plan_with(actions=(Action(id="a", name="A", target=Decimal(20), same_as_id=other),))
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 20


def test_actions_that_are_parts_of_one_another_are_not_lost():
    actions = (
        Action(id="a", name="A", target=Decimal(20), parent_id="b"),
        Action(id="b", name="B", target=Decimal(5), parent_id="a"),
    )
    assert value_of(plan_with(actions=actions), ACTION, kind=Kind.PLAN).number == 25


def test_a_repeated_action_that_shares_its_id_with_an_investment_is_in_no_sum():
    actions = (Action(id="a", name="A", target=Decimal(9)), Action(id="b", name="B", target=Decimal(9), same_as_id="a"))
    plan = plan_with(actions=actions, investments=(Investment(id="b", name="B", amounts=(amount("-300"),)),))
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 9
    assert value_of(plan, INVESTMENT).number == -300


def test_a_whole_with_a_figure_of_its_own_holds_the_parts_that_do_not_make_it_up():
    actions = (
        Action(id="hel", name="Hel", target=Decimal(20)),
        Action(id="del-1", name="Del", target=Decimal(12), parent_id="hel"),
        Action(id="del-2", name="Del", parent_id="hel"),
    )
    reports = tuple(ActionReport(action_id=f"del-{n}", period=YEAR, outcome=Decimal(n)) for n in (1, 2))
    plan = plan_with(actions=actions, action_reports=reports)
    assert value_of(plan, ACTION, kind=Kind.PLAN).number == 20
    assert value_of(plan, ACTION, kind=Kind.OUTCOME).number == 3


def test_a_later_follow_up_of_the_same_time_replaces_the_earlier_and_of_two_without_days_neither_counts():
    dated = tuple(
        ActionReport(action_id="a", period=YEAR, outcome=Decimal(day), as_of=date(2020, 12, day)) for day in (9, 7, 8)
    )
    plan = plan_with(actions=(Action(id="a", name="A"),), action_reports=dated)
    assert value_of(plan, ACTION, kind=Kind.OUTCOME).number == 9
    undated = tuple(ActionReport(action_id="a", period=YEAR, outcome=Decimal(day)) for day in (9, 7))
    plan = plan_with(actions=(Action(id="a", name="A"),), action_reports=undated)
    assert value_of(plan, ACTION, kind=Kind.OUTCOME).number is None


def test_groups_add_up_the_objects_of_their_own_kind_by_the_profiles_words():
    plan = plan_with(
        investments=(
            Investment(id="ugn", name="Ugn", category="Kök o restaurang", amounts=(amount("-100"),)),
            Investment(id="spis", name="Spis", category="kök o  restaurang", amounts=(amount("-20"),)),
            Investment(id="mopp", name="Mopp", amounts=(amount("-3"),)),
        ),
        projects=(Project(id="fvis", name="FVIS", financing="It-plan", amounts=(amount("-7", post="kostnad"),)),),
        actions=(Action(id="a", name="A", category="Kök o restaurang", feasibility=1, target=Decimal(5)),),
    )
    groups = {group.id: (group.name, group.members) for group in object_groups(plan)}
    assert groups == {
        "kategori-kok-o-restaurang": ("Kök o restaurang", ("a",)),
        "genomforbarhet-1": ("Genomförbarhet 1", ("a",)),
        "utan-ursprung": ("Utan ursprung", ("a",)),
        "utan-grund": ("Varken brutto eller netto sagt", ("a",)),
        "kategori-kok-o-restaurang-investeringar": ("Kök o restaurang", ("ugn", "spis")),
        "utan-kategori": ("Utan kategori", ("mopp",)),
        "utan-kategori-projekt": ("Utan kategori", ("fvis",)),
        "finansiering-it-plan": ("It-plan", ("fvis",)),
    }
    kitchen = ((OBJECT, "kategori-kok-o-restaurang-investeringar"),)
    assert value_of(plan, INVESTMENT, dims=kitchen).number == -120
    assert value_of(plan, INVESTMENT).number == -123
    assert value_of(plan, ACTION, kind=Kind.PLAN, dims=((OBJECT, "genomforbarhet-1"),)).number == 5
    assert value_of(plan, PROJECT, dims=((OBJECT, "finansiering-it-plan"),)).number == -7


def test_a_part_is_in_the_group_of_its_whole():
    plan = plan_with(
        investments=(
            Investment(id="video", name="Video", category="Gemensamt"),
            Investment(id="a", name="A", category="Övrigt", parent_id="video", amounts=(amount("-8"),)),
        )
    )
    assert [group.members for group in object_groups(plan)] == [("video",)]
    assert value_of(plan, INVESTMENT, dims=((OBJECT, "kategori-gemensamt"),)).number == -8


words = st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=12)


@given(st.lists(st.tuples(words, st.sampled_from(("a", "kategori-x", "utan-kategori", "totalt")), st.integers(-9, 9))))
def test_groups_have_ids_of_their_own_and_make_up_the_whole(things):
    investments = {
        f"{name}{place}" if place else name: Investment(
            id=f"{name}{place}" if place else name, name="I", category=word, amounts=(amount(cost),)
        )
        for place, (word, name, cost) in enumerate(things)
    }
    plan = plan_with(investments=tuple(investments.values()))
    groups = object_groups(plan)
    ids = [group.id for group in groups]
    assert all(is_member_id(name) for name in ids)
    assert len({*ids, *investments}) == len(ids) + len(investments)
    if things:
        values = [value_of(plan, INVESTMENT, dims=((OBJECT, name),)).number for name in ids]
        assert sum(values) == value_of(plan, INVESTMENT).number


@pytest.mark.parametrize(("kind", "expected"), [(Kind.PLAN, "152.1"), (Kind.OUTCOME, "119")])
def test_the_actions_of_the_example_are_summed(kind, expected):
    value = load("examples/dalarna-handlingsplan-2024").value(ACTION, kind=kind)
    assert value.number == Decimal(expected) * 1_000_000
