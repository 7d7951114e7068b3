"""Orders of units: as then, of a day, in another hierarchy, and as now with what has moved."""

from datetime import date
from fractions import Fraction

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.aggregation.order_check import check_order
from styrmodell.aggregation.unit_orders import Order, UnitOrders
from styrmodell.errors import UnknownNameError
from styrmodell.model.kind import State
from styrmodell.model.measure import MissingPolicy
from styrmodell.model.period import Period
from styrmodell.source import Source

NOW = Order(as_now=True, on=date(2020, 6, 1))
LINE = Order(hierarchy="linje")
STRICT = MissingPolicy.STRICT


def labels(explanation):
    return [(child.label.partition(":")[0], child.exact) for child in explanation.children]


# As then


def test_a_unit_counts_in_a_period_of_which_it_was_there_some_day(world, measure, obs):
    made = world("r a<r@..2020-01-15 b<r", [measure("m")], [obs("m", "a", "1"), obs("m", "b", "2")])
    assert made.value("m") == 3


def test_a_unit_that_was_not_there_is_not_expected(world, measure, obs):
    figures = [obs("m", "a", "1"), obs("m", "b", "2"), obs("m", "a", "4", period="2019")]
    made = world("r a<r b<r@2020-01-01..", [measure("m", missing=STRICT)], figures)
    assert made.covered("m", period="2019") == (1, 1)
    assert made.value("m", period="2019") == 4


def test_a_unit_that_was_not_there_has_no_figure_and_lacks_none(world, measure, obs):
    found = world("r a<r@2020-01-01..", [measure("m")], [obs("m", "a", "1")]).sound("m", "a", period="2019")
    assert found.exact is None
    assert not found.is_applicable
    assert found.missing == ()


def test_a_unit_below_one_that_was_not_there_counts_for_the_next_above(world, measure, obs):
    made = world("r o<r@2021-01-01.. a<o", [measure("m")], [obs("m", "a", "1")])
    assert made.value("m", "r") == 1
    assert made.value("m", "o") is None


def test_two_periods_without_a_change_between_them_have_the_same_order():
    orders = UnitOrders(units=(), order=Order())
    assert orders.tree(Period.parse("2019")) is orders.tree(Period.parse("2020-03"))


# Another hierarchy


def test_another_hierarchy_gives_other_sums(world, measure, obs):
    made = world(
        "r p<r q<r a<p b<p",
        [measure("m")],
        [obs("m", "a", "1"), obs("m", "b", "2")],
        hierarchies={"linje": "r p<r q<r a<p b<q"},
        order=LINE,
    )
    assert [made.value("m", unit) for unit in ("p", "q", "r")] == [1, 2, 3]


def test_a_unit_that_the_hierarchy_does_not_place_counts_nowhere(world, measure, obs):
    made = world(
        "r a<r b<r",
        [measure("m", expected=("a", "b"))],
        [obs("m", "a", "1"), obs("m", "b", "2")],
        hierarchies={"linje": "r a<r"},
        order=LINE,
    )
    assert made.value("m") == 1
    assert made.covered("m") == (1, 1)
    assert made.value("m", "b") is None


def test_a_figure_that_counts_nowhere_is_told_once_for_its_unit_and_period(world, measure, obs):
    figures = [
        obs("m", "b", "2", source=Source(file="m.csv", place="rad 2"), slag="i"),
        obs("m", "b", "3", source=Source(file="m.csv", place="rad 3"), slag="k"),
        obs("m", "b", "4", period="2019", source=Source(file="m.csv", place="rad 4"), slag="i"),
    ]
    made = world("r b<r", [measure("m", "slag")], figures, hierarchies={"linje": "r"}, order=LINE, slag="netto=i+k")
    told = list(check_order(made.evaluator.index))
    assert [(finding.code.code, str(finding.source)) for finding in told] == [
        ("SM314", "m.csv rad 2"),
        ("SM314", "m.csv rad 4"),
    ]
    args = dict(told[0].args)
    assert (args["unit"], args["period"], args["hierarchy"]) == ("b", "2020", "linje")


def test_a_printed_figure_outside_the_order_is_not_told(world, measure, obs):
    figures = [obs("m", "b", "2", state=State.STATED)]
    made = world("r b<r", [measure("m")], figures, hierarchies={"linje": "r"}, order=LINE)
    assert list(check_order(made.evaluator.index)) == []


def test_an_unknown_hierarchy_is_refused(world, measure):
    with pytest.raises(UnknownNameError, match="linj"):
        world("r", [measure("m")], [], hierarchies={"linje": "r"}, order=Order(hierarchy="linj"))


def test_a_place_in_a_hierarchy_holds_for_its_days(world, measure, obs):
    made = world(
        "r p<r q<r a<p",
        [measure("m")],
        [obs("m", "a", "1", period="2019"), obs("m", "a", "2", period="2021")],
        hierarchies={"linje": "r p<r q<r a<p@..2020-06-30 a<q@2020-07-01.."},
        order=LINE,
    )
    assert made.value("m", "p", period="2019") == 1
    assert made.value("m", "q", period="2021") == 2
    assert made.value("m", "p", period="2021") is None


# Of one day


def test_the_order_of_one_day_holds_for_every_period(world, measure, obs):
    made = world(
        "r p<r q<r a<p",
        [measure("m")],
        [obs("m", "a", "1", period="2019"), obs("m", "a", "2", period="2021")],
        hierarchies={"linje": "r p<r q<r a<p@..2020-06-30 a<q@2020-07-01.."},
        order=Order(hierarchy="linje", on=date(2021, 1, 1)),
    )
    assert made.value("m", "q", period="2019") == 1
    assert made.value("m", "p", period="2019") is None


def test_in_the_order_of_one_day_what_has_ceased_counts_nowhere(world, measure, obs):
    order = Order(on=date(2020, 6, 1))
    made = world("r a<r@..2019-12-31 b<r", [measure("m")], [obs("m", "a", "1", period="2019")], order=order)
    assert made.value("m", period="2019") is None
    assert [finding.code.code for finding in check_order(made.evaluator.index)] == ["SM314"]


@pytest.mark.parametrize("periods", [("2019", "2020"), ("2020", "2019")])
def test_who_is_expected_in_the_order_of_one_day_does_not_depend_on_what_was_asked_before(world, measure, obs, periods):
    figures = [obs("m", "a", "1", period="2019"), obs("m", "a", "1"), obs("m", "c", "2", period="2021")]
    made = world("r a<r c<r@2020-01-01..", [measure("m")], figures, order=Order(on=date(2021, 6, 1)))
    assert {period: made.covered("m", period=period) for period in periods} == {"2019": (1, 1), "2020": (1, 2)}


# As now


def test_the_figures_of_one_that_has_ceased_stand_at_its_successor(world, measure, obs):
    made = world("r a<r@..2019-12-31>b b<r", [measure("m")], [obs("m", "a", "10", period="2019")], order=NOW)
    assert made.value("m", "b", period="2019") == 10
    assert made.value("m", "a", period="2019") is None


def test_a_unit_that_is_split_is_shared_exactly(world, measure, obs):
    units = "r a<r@..2019-12-31>b*1/3+c*2/3 b<r c<r"
    made = world(units, [measure("m")], [obs("m", "a", "10", period="2019")], order=NOW)
    assert made.value("m", "b", period="2019") == Fraction(10, 3)
    assert made.value("m", "c", period="2019") == Fraction(20, 3)
    assert made.value("m", "r", period="2019") == 10


def test_a_unit_that_is_split_is_still_one_that_reported(world, measure, obs):
    units = "r a<r@..2019-12-31>b*1/3+c*2/3 b<r c<r"
    made = world(units, [measure("m")], [obs("m", "a", "10", period="2018")], order=NOW)
    assert made.covered("m", period="2018") == (1, 1)
    assert made.covered("m", period="2019") == (0, 1)


def test_units_that_become_one_are_added_and_each_owes_its_own(world, measure, obs):
    units = "r a<r@..2019-12-31>c b<r@..2019-12-31>c c<r@2020-01-01.."
    figures = [obs("m", "a", "1", period="2019"), obs("m", "b", "2", period="2018"), obs("m", "a", "4", period="2018")]
    made = world(units, [measure("m")], figures, order=NOW)
    assert made.value("m", "c", period="2018") == 6
    assert made.sound("m", "c", period="2019").missing == ("b",)


def test_what_came_to_a_successor_is_shown_with_its_share(world, measure, obs):
    units = "r a<r@..2019-12-31>c*1/4+r*3/4 b<r@..2019-12-31>c c<r"
    figures = [obs("m", "a", "8", period="2019"), obs("m", "b", "2", period="2019")]
    found = world(units, [measure("m")], figures, order=NOW).sound("m", "c", period="2019")
    assert labels(found) == [("a, andel 1/4", 2), ("b", 2)]


def test_what_has_moved_to_a_unit_is_no_total_of_it(world, measure, obs):
    units = "r o<r c<o a<r@..2019-12-31>o"
    figures = [obs("m", "a", "10", period="2019"), obs("m", "c", "5", period="2019")]
    found = world(units, [measure("m")], figures, order=NOW).sound("m", "o", period="2019")
    assert found.exact == 15, "10 hides the unit that was there"
    assert labels(found) == [("a", 10), ("C", 5)]


def test_what_has_moved_below_a_total_that_did_not_hold_it_is_added(world, measure, obs):
    units = "r o<r c<o a<r@..2019-12-31>c"
    figures = [obs("m", "a", "10", period="2019"), obs("m", "o", "100", period="2019")]
    found = world(units, [measure("m")], figures, order=NOW).sound("m", "o", period="2019")
    assert found.exact == 110, "100 is what was there then"
    assert [child.exact for child in found.children] == [100, 10]


def test_what_has_moved_below_the_total_that_held_it_is_in_it(world, measure, obs):
    units = "r o<r c<o a<o@..2019-12-31>c"
    figures = [obs("m", "a", "10", period="2019"), obs("m", "o", "100", period="2019")]
    made = world(units, [measure("m")], figures, order=NOW)
    assert made.value("m", "o", period="2019") == 100, "110 counts it twice"
    assert made.value("m", "c", period="2019") == 10


def test_a_total_and_what_was_in_it_that_move_together_are_the_total(world, measure, obs):
    units = "r c<r a<r@..2019-12-31>c b<a@..2019-12-31>c"
    figures = [obs("m", "a", "100", period="2019"), obs("m", "b", "60", period="2019")]
    assert world(units, [measure("m")], figures, order=NOW).value("m", "c", period="2019") == 100, "160 counts b twice"


def test_a_units_own_figure_is_told_as_its_own_though_others_have_moved(world, measure, obs):
    units = "r a<r@..2018-12-31>b b<r c<r"
    figures = [
        obs("m", "c", "10", period="2019"),
        obs("m", "c", "9", period="2019", state=State.SETTLED, reporter="chef", comment="bokslut"),
    ]
    found = world(units, [measure("m")], figures, order=NOW).sound("m", "c", period="2019")
    assert found.op is Op.SETTLED
    assert [child.exact for child in found.children] == [10]


def test_a_mean_counts_a_split_unit_by_its_share(world, measure, obs):
    units = "r a<r@..2019-12-31>b*1/4+c*3/4 b<r c<r"
    figures = [obs("m", "a", "80", period="2019"), obs("m", "c", "60", period="2019")]
    made = world(units, [measure("m", rule="mean")], figures, order=NOW)
    assert made.value("m", "c", period="2019") == Fraction(60 + 60, 1) / (1 + Fraction(3, 4))
    assert made.value("m", "r", period="2019") == 70


@pytest.mark.parametrize(("rule", "expected"), [("count", 2), ("median", 70), ("max", 80)])
def test_a_split_figure_is_one_figure_where_its_parts_meet(world, measure, obs, rule, expected):
    units = "r a<r@..2019-12-31>b*1/4+c*3/4 b<r c<r"
    figures = [obs("m", "a", "80", period="2019"), obs("m", "c", "60", period="2019")]
    assert world(units, [measure("m", rule=rule)], figures, order=NOW).value("m", "r", period="2019") == expected


@pytest.mark.parametrize("rule", ["own", "none"])
def test_a_rule_that_takes_only_the_units_own_opens_to_what_came_to_the_unit_itself(world, measure, obs, rule):
    units = "r a<r b<a d<r@..2019-12-31>a*1/2+b*1/2"
    found = world(units, [measure("m", rule=rule)], [obs("m", "d", "8", period="2019")], order=NOW).sound(
        "m", "a", period="2019"
    )
    assert [child.label for child in found.children] == ["d, andel 1/2"]


def test_shares_along_a_chain_are_multiplied(world, measure, obs):
    units = "r a<r@..2017-12-31>b*1/2+c*1/2 b<r@..2018-12-31>d*1/3+e*2/3 c<r d<r e<r"
    made = world(units, [measure("m")], [obs("m", "a", "60", period="2017")], order=NOW)
    assert [made.value("m", unit, period="2017") for unit in ("c", "d", "e")] == [30, 10, 20]


def test_now_is_the_day_that_is_asked_for(world, measure, obs):
    units = "r a<r@..2019-12-31>b b<r"
    figures = [obs("m", "a", "10", period="2018")]
    before = Order(as_now=True, on=date(2019, 6, 1))
    assert world(units, [measure("m")], figures, order=before).value("m", "a", period="2018") == 10


def test_now_is_today_where_no_day_is_asked_for(world, measure, obs):
    units = "r a<r@..2019-12-31>b b<r"
    figures = [obs("m", "a", "10", period="2018")]
    made = world(units, [measure("m")], figures, order=Order(as_now=True), today=date(2019, 6, 1))
    assert made.value("m", "a", period="2018") == 10


@pytest.mark.parametrize("days", ["2000-01-01..2019-12-31", "..2019-12-31"])
def test_now_is_after_the_last_change_where_nobody_says_which_day_it_is(world, measure, obs, days):
    figures = [obs("m", "a", "10", period="2018")]
    made = world(f"r a<r@{days}>b b<r", [measure("m")], figures, order=Order(as_now=True))
    assert made.value("m", "b", period="2018") == 10


def test_a_unit_that_ceased_without_a_successor_counts_nowhere_now(world, measure, obs):
    made = world("r a<r@..2019-12-31 b<r", [measure("m")], [obs("m", "a", "1", period="2019")], order=NOW)
    assert made.value("m", period="2019") is None
    assert [finding.code.code for finding in check_order(made.evaluator.index)] == ["SM314"]


def test_successors_that_lead_back_are_not_followed(world, measure, obs):
    units = "r a<r@..2018-12-31>b b<r@..2018-12-31>a"
    made = world(units, [measure("m")], [obs("m", "a", "1", period="2018")], order=NOW)
    assert made.value("m", period="2018") is None
