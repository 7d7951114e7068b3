"""Totals count each action once, and say so where they cannot be compared."""

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.aggregation.savings.actions import (
    MNKR,
    RULES,
    YEAR,
    action,
    codes,
    evaluator_of,
    line_of,
    mnkr,
    report,
    savings_of,
)

from styrmodell.aggregation.key import Place
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.savings.line import Column
from styrmodell.aggregation.savings.savings_plan import By
from styrmodell.model.action import ActionOrigin, EffectBasis
from styrmodell.model.expression import Ref
from styrmodell.model.ids import ActionId
from styrmodell.model.kind import Kind
from styrmodell.model.lifting.action_effect import NET
from styrmodell.model.lifting.lifted_measures import ACTION, EFFECT


def amount(total, column=Column.TARGET):
    found = total.explanation(column).exact
    return None if found is None else Fraction(found) / MNKR


def by(plan, what):
    return {total.name: amount(total) for total in plan.by(what)}


def test_a_total_is_a_sum_that_rechecks_down_to_the_files():
    plan = savings_of(action("a", 20), action("b", 7), report("a", forecast=18), report("b", forecast=9))
    total = plan.total
    assert (amount(total), amount(total, Column.FORECAST), total.deviation.exact) == (27, 27, 0)
    for found in (total.explanation(Column.TARGET), total.deviation, total.left, total.reached):
        assert not recheck(found, RULES)
    assert {source.place for source in total.explanation(Column.TARGET).sources} == {"a", "b"}


def test_a_whole_and_its_parts_are_counted_once():
    plan = savings_of(action("hel"), action("del-1", 12, parent_id="hel"), action("del-2", 8, parent_id="hel"))
    assert [(line.action.id, line.depth, line.is_counted) for line in plan.lines] == [
        ("hel", 0, True),
        ("del-1", 1, False),
        ("del-2", 1, False),
    ]
    assert amount(plan.total) == 20
    assert line_of(plan, "hel").figure(Column.TARGET).is_whole


def test_a_whole_with_a_target_of_its_own_holds_that_of_its_only_part_with_one():
    plan = savings_of(action("hel", 20), action("del-1", 12, parent_id="hel"), action("del-2", parent_id="hel"))
    assert amount(plan.total) == 20
    assert line_of(plan, "del-1").explanation(Column.TARGET).exact == mnkr(12)


def test_parts_that_do_not_make_up_their_whole_are_told_and_stand():
    plan = savings_of(action("hel", 20), action("del-1", 12, parent_id="hel"), action("del-2", 9, parent_id="hel"))
    assert amount(plan.total) == 21
    assert codes(plan).count("SM305") == 1


GROSS = {"basis": EffectBasis.GROSS}
PARTS = (action("del-1", "1.4", parent_id="hel", **GROSS), action("del-2", 1, parent_id="hel", **GROSS))


def test_what_a_whole_costs_elsewhere_is_taken_from_the_gross_of_its_parts():
    plan = savings_of(action("hel", "2.4", costs=[("stad", "-0.3")], **GROSS), *PARTS)
    columns = (Column.TARGET, Column.GROSS, Column.COUNTER, Column.NET)
    assert [plan.total.explanation(column).exact for column in columns] == list(map(mnkr, (2.4, 2.4, -0.3, 2.1)))
    assert line_of(plan, "del-1").explanation(Column.TARGET).exact == mnkr("1.4")
    assert codes(plan) == ["SM340"]


@pytest.mark.parametrize("kind", [Kind.PLAN, Kind.FORECAST])
def test_the_measure_of_actions_holds_what_a_whole_costs_elsewhere_and_nothing_differs(kind):
    forecasts = [report(name, forecast=value) for name, value in (("hel", "2.4"), ("del-1", "1.4"), ("del-2", 1))]
    evaluator = evaluator_of(action("hel", "2.4", costs=[("stad", "-0.3")], **GROSS), *PARTS, *forecasts)
    found = evaluator.explain(Ref(measure=ACTION, dims=((EFFECT, NET),)), Place(unit="region", period=YEAR, kind=kind))
    assert (found.exact, tuple(found.findings)) == (mnkr("2.1"), ())


def test_parts_that_tell_what_they_cost_elsewhere_stand_for_their_whole():
    part = action("del", 2, parent_id="hel", costs=[("stad", "-0.2")], **GROSS)
    plan = savings_of(action("hel", 2, costs=[("stad", "-0.3")], **GROSS), part)
    assert plan.total.explanation(Column.NET).exact == mnkr("1.8")


def test_a_whole_that_stands_by_what_it_costs_elsewhere_is_still_told_of_parts_that_differ():
    plan = savings_of(action("hel", 3, costs=[("stad", "-0.3")], **GROSS), *PARTS)
    assert amount(plan.total) == 3
    assert codes(plan).count("SM305") == 1


def test_a_forecast_of_some_parts_alone_gives_no_deviation_of_the_whole():
    parts = (action("del-1", 12, parent_id="hel"), action("del-2", 8, parent_id="hel"))
    plan = savings_of(action("hel"), *parts, report("del-1", forecast=11))
    assert amount(plan.total, Column.FORECAST) == 11
    assert line_of(plan, "hel").deviation.exact is plan.total.deviation.exact is None
    assert line_of(plan, "del-1").deviation.exact == mnkr(-1)


def test_a_part_counts_by_itself_where_its_whole_is_not_shown():
    things = (action("hel", unit="region"), action("del", 12, parent_id="hel", unit="hsf"))
    assert amount(savings_of(*things, unit="hsn").total) == amount(savings_of(*things).total) == 12


def test_an_action_that_is_the_same_as_another_is_shown_and_not_counted():
    plan = savings_of(action("a", 20), action("b", 20, unit="stad", same_as_id="a"))
    assert amount(plan.total) == 20
    line = line_of(plan, "b")
    assert (line.repeats, line.is_counted, line.explanation(Column.TARGET).exact) == (ActionId("a"), False, mnkr(20))
    assert by(plan, By.UNIT) == {"Nämnden": 20}


def test_the_parts_of_a_repeated_action_are_not_counted_either():
    plan = savings_of(action("a", 20), action("b", same_as_id="a"), action("c", 20, parent_id="b"))
    assert amount(plan.total) == 20


def test_totals_by_unit_are_those_directly_below_and_its_own():
    things = (action("a", 20, unit="hsn"), action("b", 7), action("c", 5, unit="stad"), action("d", 1, unit="region"))
    assert by(savings_of(*things), By.UNIT) == {"Regionen, egna": 1, "Nämnden": 27, "Städ": 5}


def test_a_unit_with_none_below_it_is_not_told_to_have_its_own():
    assert by(savings_of(action("a", 20), unit="hsf"), By.UNIT) == {"Förvaltningen": 20}


def test_totals_by_category_feasibility_origin_and_basis_each_tell_what_lacks_it():
    one = action("a", 20, category="Effektivisering", feasibility=1, origin=ActionOrigin.ORIGINAL)
    plan = savings_of(one, action("b", 7, category="effektivisering ", basis=EffectBasis.NET), action("c", 5))
    assert by(plan, By.CATEGORY) == {"Effektivisering": 27, "Utan kategori": 5}
    assert by(plan, By.FEASIBILITY) == {"Genomförbarhet 1": 20, "Utan genomförbarhet": 12}
    assert by(plan, By.ORIGIN) == {"Ursprunglig": 20, "Utan ursprung": 12}
    assert by(plan, By.BASIS) == {"Netto": 7, "Varken brutto eller netto sagt": 25}


def test_a_part_is_in_the_group_of_its_whole():
    parts = (action("del-1", 12, parent_id="hel", feasibility=3), action("del-2", 8, parent_id="hel"))
    plan = savings_of(action("hel", feasibility=1), *parts)
    assert by(plan, By.FEASIBILITY) == {"Genomförbarhet 1": 20}
    assert [line.action.id for line in plan.select(feasibility=(1,)).lines] == ["hel", "del-1", "del-2"]


def test_sums_can_be_filtered_by_how_likely_they_are():
    """The plan summed to 558 mnkr with all, of which 67 have the lowest feasibility."""
    plan = savings_of(action("a", 300, feasibility=1), action("b", 191, feasibility=2), action("c", 67, feasibility=3))
    assert amount(plan.total) == 558
    assert amount(plan.select(feasibility=(1, 2)).total) == 491
    assert amount(plan.select(feasibility=(3,)).total) == 67


def test_filters_are_combined():
    things = (action("a", 20, category="Ransonering", feasibility=1), action("b", 7, category="Ransonering"))
    plan = savings_of(*things, action("c", 5, feasibility=1))
    assert amount(plan.select(category=("ransonering",), feasibility=(1,)).total) == 20
    assert amount(plan.select(category=("Generell",)).total) is None


def test_a_deviation_stands_only_when_the_same_actions_have_forecast_and_target():
    things = [action(name, 10) for name in "abcdefgh"]
    rows = [report(name, forecast=9) for name in "abcdefg"]
    total = savings_of(*things, *rows).total
    assert total.deviation.exact is None
    assert (total.deviation.coverage.reported, total.deviation.coverage.expected) == (7, 8)
    (finding,) = total.deviation.findings
    assert finding.code.code == "SM340"
    assert finding.found() == "Regionen, avvikelse: 7 av 8 åtgärder har prognos, 7 går att jämföra med sitt mål"
    assert savings_of(*things, *rows, report("h", forecast=9)).total.deviation.exact == mnkr(-8)


def test_an_action_that_has_neither_leaves_the_deviation_of_the_others():
    plan = savings_of(action("a", 10), action("b"), report("a", forecast=9))
    assert plan.total.deviation.exact == mnkr(-1)


def test_a_share_is_reached_only_of_actions_with_both_target_and_outcome():
    plan = savings_of(action("a", 10), action("b", 30), report("a", 5))
    assert plan.total.reached.exact is plan.total.left.exact is None
    assert plan.total.part(Column.OUTCOME).reported == 1
    assert savings_of(action("a", 10), action("b", 30), report("a", 5), report("b", 5)).total.reached.exact == Fraction(
        1, 4
    )


def test_a_plan_without_actions_has_nothing_to_tell():
    plan = savings_of()
    assert plan.lines == plan.findings == plan.by(By.CATEGORY) == ()
    assert plan.total.explanation(Column.TARGET).exact is None


def test_the_tally_counts_what_is_lacking_and_what_it_is_to_give():
    things = (action("a", 10, feasibility=1), action("b", 20, basis=EffectBasis.NET), action("c", 5, parent_id="a"))
    twin = action("d", 7, same_as_id="b", unit="stad")
    tally = savings_of(*things, twin, action("e", 3, needs=("RF",)), report("a", 4, 9, net_calculated=True)).tally
    assert (tally.actions, tally.parts, tally.repeated) == (3, 1, 1)
    assert (tally.without_net.actions, tally.without_net.target.exact) == (("b",), mnkr(20))
    assert (tally.net_unsaid.actions, tally.waiting.actions) == (("e",), ("e",))
    assert (tally.without_forecast.actions, tally.without_forecast.target.exact) == (("b", "e"), mnkr(23))
    assert (tally.without_feasibility.count, tally.without_method.actions) == (2, ("a",))
    assert tally.without_target.target.exact is None


@pytest.mark.parametrize("unit", ["region", "hsn", "hsf", "stad"])
def test_what_an_action_costs_another_unit_is_in_its_net_wherever_it_is_asked(unit):
    things = (action("a", gross=20, costs=[("stad", -6)]), action("b", gross=9, costs=[("hsf", -1)], unit="stad"))
    net = {"region": 22, "hsn": 14, "hsf": 14, "stad": 8}[unit]
    assert amount(savings_of(*things, unit=unit).total, Column.NET) == Decimal(net)
