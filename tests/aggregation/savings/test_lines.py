"""A line of the savings plan: what an action is to give, gave and is expected to give."""

from fractions import Fraction

import pytest
from tests.aggregation.savings.actions import RULES, action, figure, line_of, mnkr, report, savings_of

from styrmodell.aggregation.explanation import Op
from styrmodell.aggregation.recheck import recheck
from styrmodell.aggregation.savings.line import Column, NetState
from styrmodell.model.action import EffectBasis, OutcomeMethod
from styrmodell.model.period import Period

GROSS, NET = EffectBasis.GROSS, EffectBasis.NET


def test_a_deviation_is_the_forecast_less_the_target():
    plan = savings_of(action("a", 343.6), report("a", forecast=197))
    found = line_of(plan, "a").deviation
    assert found.exact == mnkr("-146.6")
    assert found.op is Op.SUBTRACT
    assert [child.exact for child in found.children] == [mnkr(197), mnkr("343.6")]
    assert [source.file for source in found.sources] == ["uppfoljning.yaml", "atgarder.yaml"]
    assert not recheck(found, RULES)


def test_a_deviation_is_missing_without_a_forecast():
    plan = savings_of(action("a", 10), report("a", outcome=4))
    assert line_of(plan, "a").deviation.exact is None


def test_what_is_left_and_what_is_reached_are_counted_from_the_same_figures():
    line = line_of(savings_of(action("a", 12), report("a", outcome=4)), "a")
    assert (line.left.exact, line.reached.exact) == (mnkr(8), Fraction(1, 3))
    assert line.reached.unit == "%"


def test_no_share_is_reached_of_a_target_of_nought():
    assert line_of(savings_of(action("a", 0), report("a", outcome=4)), "a").reached.exact is None


def test_an_outcome_of_nought_is_no_missing_outcome():
    plan = savings_of(action("a", 12), action("b", 12), report("a", outcome=0))
    assert (figure(plan, "a", Column.OUTCOME), figure(plan, "b", Column.OUTCOME)) == (0, None)


def test_a_net_is_the_gross_and_what_it_costs_elsewhere():
    plan = savings_of(action("a", gross=20, costs=[("stad", -6), ("region", -1)]))
    assert [figure(plan, "a", one) for one in (Column.GROSS, Column.COUNTER, Column.NET)] == [20, -7, 13]


def test_the_net_is_missing_while_nobody_knows_what_it_costs_elsewhere():
    plan = savings_of(action("a", gross=20))
    assert [figure(plan, "a", one) for one in (Column.GROSS, Column.COUNTER, Column.NET)] == [20, None, None]


def test_of_gross_net_and_counter_effects_two_give_the_third():
    plan = savings_of(action("a", gross=20, net=13), action("b", net=13, costs=[("stad", -7)]))
    for name in "ab":
        assert [figure(plan, name, one) for one in (Column.GROSS, Column.COUNTER, Column.NET)] == [20, -7, 13]


def test_a_net_alone_has_no_gross():
    plan = savings_of(action("a", net=13))
    assert [figure(plan, "a", one) for one in (Column.GROSS, Column.COUNTER, Column.NET)] == [None, None, 13]


def test_the_target_stands_beside_a_calculation_that_gives_another_sum():
    plan = savings_of(action("a", 20, basis=NET, gross=30, costs=[("stad", -12)]))
    assert (figure(plan, "a", Column.TARGET), figure(plan, "a", Column.NET)) == (20, 18)


def test_an_action_without_a_target_is_to_give_what_it_is_calculated_to_give():
    plan = savings_of(action("a", gross=20, net=13), action("b", gross=9), action("c"))
    assert [figure(plan, name, Column.TARGET) for name in "abc"] == [13, 9, None]


def test_a_gross_forecast_of_a_gross_target_is_not_netted():
    plan = savings_of(action("a", 20, basis=GROSS, costs=[("stad", -7)]), report("a", forecast=18, basis=GROSS))
    assert figure(plan, "a", Column.FORECAST) == 18
    assert line_of(plan, "a").deviation.exact == mnkr(-2)


def test_a_gross_forecast_of_a_net_target_is_netted_where_it_is_known_what_it_costs_elsewhere():
    plan = savings_of(action("a", 20, basis=NET, costs=[("stad", -7)]), report("a", forecast=25, basis=GROSS))
    assert figure(plan, "a", Column.FORECAST) == 18
    assert line_of(plan, "a").deviation.exact == mnkr(-2)


@pytest.mark.parametrize("told", [{"outcome": 78}, {"forecast": 78}])
def test_gross_is_not_compared_with_net(told):
    plan = savings_of(action("a", 18.5, basis=NET), report("a", basis=GROSS, **told))
    line = line_of(plan, "a")
    assert line.deviation.exact is line.left.exact is line.reached.exact is None


def test_a_report_that_does_not_say_speaks_as_its_target():
    plan = savings_of(action("a", 20, basis=GROSS, costs=[("stad", -7)]), report("a", outcome=5))
    assert line_of(plan, "a").reached.exact == Fraction(1, 4)


def test_of_gross_and_net_in_one_follow_up_the_net_counts():
    rows = (report("a", 78, basis=GROSS, day="2024-12-31"), report("a", 22.7, basis=NET, day="2024-12-31"))
    plan = savings_of(action("a", 18.5, basis=NET), *rows)
    assert figure(plan, "a", Column.OUTCOME) == Fraction("22.7")


def test_the_newest_forecast_by_the_profiles_versions_is_compared_with_the_one_before():
    rows = (
        report("a", forecast=226, version="januari", comment="bättre"),
        report("a", forecast=197, version="oktober"),
    )
    change = line_of(savings_of(action("a", 344), report("a", forecast=150, version="delår"), *rows), "a").change
    assert change.explanation.exact == mnkr(29)
    assert (change.before, change.version, change.comment) == ("oktober", "januari", "bättre")
    assert not change.is_unexplained
    assert not recheck(change.explanation, RULES)


def test_forecasts_without_versions_are_told_apart_by_their_days():
    rows = (report("a", forecast=12, day="2024-10-31"), report("a", forecast=9, day="2024-08-31"))
    plan = savings_of(action("a", 20), *rows)
    change = line_of(plan, "a").change
    assert figure(plan, "a", Column.FORECAST) == 12
    assert (change.explanation.exact, change.before, change.version) == (mnkr(3), "2024-08-31", "2024-10-31")


def test_a_net_forecast_is_compared_with_the_net_one_before_and_not_with_a_gross_one():
    rows = (
        report("a", forecast=9, version="delår", basis=NET),
        report("a", forecast=15, version="oktober", basis=GROSS),
        report("a", forecast=12, version="januari", basis=NET),
    )
    change = line_of(savings_of(action("a", 20), *rows), "a").change
    assert (change.explanation.exact, change.before, change.version) == (mnkr(3), "delår", "januari")


def test_an_action_without_a_target_has_none_and_says_that_it_is_missing():
    found = line_of(savings_of(action("a")), "a").explanation(Column.TARGET)
    assert (found.exact, found.op) == (None, Op.MISSING)


def test_one_forecast_is_no_change():
    assert line_of(savings_of(action("a", 20), report("a", forecast=12)), "a").change is None


def test_a_change_without_a_comment_is_marked():
    rows = (report("a", forecast=9, version="delår"), report("a", forecast=12, version="oktober", comment="  "))
    assert line_of(savings_of(action("a", 20), *rows), "a").change.is_unexplained


def test_an_unchanged_forecast_needs_no_comment():
    rows = (report("a", forecast=9, version="delår"), report("a", forecast=9, version="oktober"))
    assert not line_of(savings_of(action("a", 20), *rows), "a").change.is_unexplained


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("2024-T1", 3), ("2024-T2", 4)], 7),
        ([("2024-01..2024-08", 7), ("2024-T1", 3)], 7),
        ([("2024-01..2024-08", 7), ("2024-T2", 4), ("2024-T1", 3)], 7),
        ([("2024-01..2024-08", 7), ("2024-T3", 2)], 9),
        ([("2023", 5), ("2024-T1", 3)], 3),
    ],
)
def test_the_outcome_so_far_counts_each_month_once(told, expected):
    rows = [report("a", outcome, period=period) for period, outcome in told]
    plan = savings_of(action("a", 20), *rows)
    assert figure(plan, "a", Column.OUTCOME) == expected
    assert line_of(plan, "a").gap == ""


def test_months_that_no_outcome_covers_are_told():
    line = line_of(savings_of(action("a", 20), report("a", 4, period="2024-T2")), "a")
    assert line.gap == "2024-T1"


def test_months_before_the_action_begins_are_no_gap():
    begun = action("a", 20, first_month=Period.parse("2024-05"))
    assert line_of(savings_of(begun, report("a", 4, period="2024-T2")), "a").gap == ""


def test_a_later_follow_up_of_the_same_time_replaces_the_earlier():
    rows = (report("a", 9, day="2025-01-31"), report("a", 7, day="2024-12-31"))
    assert figure(savings_of(action("a", 20), *rows), "a", Column.OUTCOME) == 9


def test_an_outcome_that_is_judged_is_uncertain():
    rows = (report("a", 9, method=OutcomeMethod.JUDGED), report("b", 9, method=OutcomeMethod.BOOKED))
    plan = savings_of(action("a", 20), action("b", 20), *rows)
    assert [line.is_uncertain for line in plan.lines] == [True, False]


def test_the_method_is_the_reports_else_what_the_action_says():
    rows = (report("a", 9, method=OutcomeMethod.BOOKED), report("b", 9))
    judged = {"method": OutcomeMethod.JUDGED}
    plan = savings_of(action("a", 20, **judged), action("b", 20, **judged), *rows)
    assert [line.method for line in plan.lines] == [OutcomeMethod.BOOKED, OutcomeMethod.JUDGED]


@pytest.mark.parametrize(
    ("held", "told", "state"),
    [
        ({}, None, NetState.UNSAID),
        ({"basis": NET}, None, NetState.NOT_CALCULATED),
        ({"net": 4}, None, NetState.CALCULATED),
        ({"gross": 4}, None, NetState.UNSAID),
        ({"gross": 4, "costs": [("stad", -1)]}, None, NetState.CALCULATED),
        ({"net": 4}, False, NetState.NOT_CALCULATED),
        ({"basis": NET}, True, NetState.CALCULATED),
    ],
)
def test_whether_the_net_is_calculated_is_what_the_follow_up_says_else_what_the_action_holds(held, told, state):
    plan = savings_of(action("a", 20, **held), report("a", 3, net_calculated=told))
    assert line_of(plan, "a").net is state


def test_actions_of_other_years_are_not_shown():
    plan = savings_of(action("a", 20, period=Period.year(2025)), action("b", 7, period=Period.parse("2024-T3")))
    assert [line.action.id for line in plan.lines] == ["b"]
    assert figure(plan, "b", Column.TARGET) == 7


def test_a_unit_shows_its_own_actions_and_those_below_it():
    things = (action("a", 20, unit="hsn"), action("b", 7), action("c", 5, unit="stad"), action("d", 1, unit=None))
    assert [line.action.id for line in savings_of(*things, unit="hsn").lines] == ["a", "b"]
    assert [line.branch_id for line in savings_of(*things).lines] == ["hsn", "hsn", "stad", "region"]
