"""Internal items: gross, eliminated and net at every unit."""

from fractions import Fraction

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.model.expression import Ref
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import MissingPolicy, OverTime

GROSS, ELIMINATED, NET = Internal.GROSS, Internal.ELIMINATED, Internal.NET
UNITS = "r h<r a<h b<h q<r c<q"


@pytest.fixture
def trade(world, measure, obs):
    """a sells 100 to b and 30 to c of another branch, and has 200 from outside."""

    def make(**more):
        figures = [
            obs("m", "a", "100", counterparty="b"),
            obs("m", "a", "30", counterparty="c"),
            obs("m", "a", "200"),
            obs("m", "c", "7", counterparty="extern"),
        ]
        return world(UNITS, [measure("m", **more)], figures)

    return make


@pytest.mark.parametrize(
    ("unit", "gross", "eliminated"), [("a", 330, 0), ("h", 330, 100), ("q", 7, 0), ("r", 337, 130)]
)
def test_at_each_unit_what_has_both_sides_there_is_eliminated(trade, unit, gross, eliminated):
    made = trade()
    assert made.value("m", unit, internal=GROSS) == gross
    assert made.value("m", unit, internal=ELIMINATED) == eliminated
    assert made.value("m", unit, internal=NET) == gross - eliminated


def test_a_measure_is_gross_unless_it_says_otherwise(trade):
    assert trade().value("m") == 337
    assert trade(internal=NET).value("m") == 207


def test_what_is_asked_for_goes_before_what_the_measure_says(trade):
    assert trade(internal=NET).value("m", internal=GROSS) == 337


def test_a_net_shows_the_gross_and_what_was_taken_out(trade):
    found = trade().sound("m", internal=NET)
    assert found.op is Op.NET
    assert [(child.label.partition(":")[0], child.exact) for child in found.children] == [
        ("Brutto", 337),
        ("Interna poster", 130),
    ]


def test_what_was_taken_out_tells_its_items_and_where_they_stand(trade):
    _, eliminated = trade().sound("m", internal=NET).children
    assert [one.counterparty for one in eliminated.observations] == ["b", "c"]


def test_a_net_where_nothing_is_internal_is_the_gross(trade):
    found = trade().sound("m", "q", internal=NET)
    assert (found.exact, found.op) == (7, Op.FOLDED)


def test_the_three_have_cells_of_their_own(trade):
    made = trade()
    cells = [made.sound("m", internal=internal).cell for internal in (None, GROSS, ELIMINATED, NET)]
    assert cells == [
        "value/m@r@2020/outcome",
        "value/m@r@2020/outcome/-/gross",
        "value/m@r@2020/outcome/-/eliminated",
        "value/m@r@2020/outcome/-/net",
    ]


def test_a_counterparty_that_is_no_unit_is_outside(trade):
    assert trade().value("m", "c", internal=NET) == 7


def test_an_item_with_the_unit_itself_on_the_other_side_is_internal_there(world, measure, obs):
    made = world("r a<r", [measure("m")], [obs("m", "a", "5", counterparty="a"), obs("m", "a", "1")])
    assert made.value("m", "a", internal=NET) == 1


def test_an_item_with_a_unit_above_is_internal_from_that_unit_on(world, measure, obs):
    made = world("r h<r a<h", [measure("m")], [obs("m", "a", "5", counterparty="h")])
    assert [made.value("m", unit, internal=ELIMINATED) for unit in ("a", "h", "r")] == [0, 5, 5]


def test_when_everything_is_internal_the_net_is_nought(world, measure, obs):
    figures = [obs("m", "a", "10", counterparty="b"), obs("m", "b", "-10", counterparty="a")]
    assert world("r a<r b<r", [measure("m")], figures).value("m", internal=NET) == 0


def test_where_nothing_was_reported_there_is_neither_net_nor_eliminated(world, measure, obs):
    made = world("r a<r b<r", [measure("m")], [obs("m", "a", "10", period="2019")])
    assert made.value("m", internal=NET) is None
    assert made.value("m", internal=ELIMINATED) is None
    assert made.sound("m", internal=NET).missing == ("a",)


def test_coverage_is_that_of_the_gross(trade):
    assert trade().covered("m", internal=NET) == trade().covered("m", internal=GROSS) == (2, 2)


def test_an_upper_units_own_figure_has_nothing_internal_told(world, measure, obs):
    figures = [obs("m", "r", "50"), obs("m", "a", "10", counterparty="b")]
    assert world("r a<r b<r", [measure("m")], figures).value("m", internal=NET) == 50


def test_a_settled_figure_is_a_whole_and_no_internal_item(world, measure, obs):
    settled = {"state": State.SETTLED, "reporter": "chef", "comment": "bokslut"}
    figures = [obs("m", "r", "4", period="2020-Q1"), obs("m", "r", "5", counterparty="r", **settled)]
    found = world("r", [measure("m", internal=NET, over_time=OverTime.SUM)], figures).sound("m")
    assert (found.exact, found.op) == (5, Op.SETTLED)


def test_a_measure_that_demands_everything_tells_no_part_either(world, measure, obs):
    strict = measure("m", missing=MissingPolicy.STRICT, expected=("a", "b"))
    made = world("r a<r b<r", [strict], [obs("m", "a", "10", counterparty="b")])
    assert [made.value("m", internal=internal) for internal in Internal] == [None, None, None]


def test_members_are_netted_each_and_then_rolled_up(world, measure, obs):
    figures = [
        obs("m", "a", "10", counterparty="b", slag="intakt"),
        obs("m", "a", "3", slag="intakt"),
        obs("m", "b", "-10", counterparty="a", slag="kostnad"),
        obs("m", "b", "-4", slag="kostnad"),
    ]
    made = world("r a<r b<r", [measure("m", "slag")], figures, slag="netto=intakt+kostnad")
    assert made.value("m", internal=NET, slag="intakt") == 3
    assert made.value("m", internal=NET) == -1


def test_a_member_without_internal_items_adds_nought_to_what_is_eliminated(world, measure, obs):
    figures = [obs("m", "a", "10", counterparty="b", slag="intakt"), obs("m", "b", "-3", slag="kostnad")]
    made = world("r a<r b<r", [measure("m", "slag")], figures, slag="netto=intakt+kostnad")
    assert made.value("m", internal=ELIMINATED) == 10
    assert made.codes("m", internal=ELIMINATED) == []


def test_periods_are_netted_each_and_then_put_together(world, measure, obs):
    figures = [
        obs("m", "a", "10", period="2020-01", counterparty="b"),
        obs("m", "a", "4", period="2020-01"),
        obs("m", "b", "5", period="2020-02"),
    ]
    made = world("r a<r b<r", [measure("m", over_time=OverTime.SUM)], figures)
    assert made.value("m", period="2020-01..2020-02", internal=NET) == 9
    assert made.value("m", period="2020-01..2020-02", internal=ELIMINATED) == 10
    assert made.value("m", "b", period="2020-01..2020-02", internal=ELIMINATED) == 0


def test_units_that_report_unlike_periods_are_netted_all_the_same(world, measure, obs):
    figures = [
        *(obs("m", "a", "10", period=f"2020-0{month}", counterparty="b") for month in (1, 2, 3)),
        obs("m", "b", "-30", period="2020-Q1", counterparty="a"),
        obs("m", "b", "5", period="2020-Q1"),
    ]
    made = world("r a<r b<r", [measure("m", over_time=OverTime.SUM)], figures)
    assert made.value("m", period="2020-Q1", internal=NET) == 5


def test_a_derived_measure_hands_the_cut_to_its_inputs(world, measure, obs):
    figures = [
        obs("i", "a", "10", counterparty="b"),
        obs("i", "a", "4"),
        obs("k", "b", "-10", counterparty="a"),
        obs("k", "b", "-3"),
    ]
    made = world("r a<r b<r", [measure("i"), measure("k"), measure("res", definition="i + k")], figures)
    assert made.value("res", internal=NET) == made.value("res") == 1
    assert [child.exact for child in made.sound("res", internal=NET).children] == [4, -3]


def test_of_a_derived_figure_that_was_reported_nobody_knows_what_is_internal(world, measure, obs):
    measures = [measure("i"), measure("k"), measure("res", definition="i + k")]
    made = world("r", measures, [obs("res", "r", "7")])
    assert made.value("res") == 7
    assert made.value("res", internal=ELIMINATED) is None


def test_a_reference_may_name_what_is_held(world, measure, obs):
    figures = [obs("m", "a", "10", counterparty="b"), obs("m", "a", "4")]
    made = world("r a<r b<r", [measure("m"), measure("andel", definition="m[internt=eliminerat] / m")], figures)
    assert made.value("andel") == Fraction(10, 14)
    assert made.value(Ref(measure="m", internal=NET)) == 4


def test_a_ratio_is_netted_by_its_parts(world, measure, obs):
    figures = [
        obs("m", "a", numerator="1", denominator="4", counterparty="b"),
        obs("m", "b", numerator="3", denominator="6"),
    ]
    made = world("r a<r b<r", [measure("m", rule="ratio_of_sums")], figures)
    assert made.value("m", internal=NET) == Fraction(1, 2)


def test_a_units_items_are_parts_of_its_figure(world, measure, obs):
    figures = [obs("m", "a", "1", counterparty="b"), obs("m", "a", "2", ie="5"), obs("m", "a", "4")]
    found = world("r a<r b<r", [measure("m")], figures).sound("m", "a")
    assert (found.exact, found.op) == (7, Op.ITEMS)
    assert [child.label for child in found.children] == ["utan motpart", "I/E 5", "motpart b"]
    assert (found.coverage.reported, found.coverage.expected) == (1, 1)


def test_items_of_a_measure_that_is_not_summed_are_no_parts(world, measure, obs):
    figures = [obs("m", "a", "1", counterparty="b"), obs("m", "a", "2")]
    made = world("r a<r b<r", [measure("m", rule="max")], figures)
    assert made.codes("m", "a") == ["SM309"], "two figures of one key"
