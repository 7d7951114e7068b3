"""Who is on the other side of a figure: a unit's id, or the ledger's code for it."""

import pytest

from styrmodell.aggregation.counterparties import Counterparties
from styrmodell.aggregation.matching import check_matching
from styrmodell.model.ids import UnitId
from styrmodell.model.unit import Unit

UNITS = (
    Unit(id="r", name="Region"),
    Unit(id="a", name="A", parent_id="r", counterparty="210, 215–219"),
    Unit(id="b", name="B", parent_id="r", counterparty="oläsligt"),
)
KNOWN = Counterparties(units={unit.id: unit for unit in UNITS})


@pytest.mark.parametrize(
    ("text", "unit"),
    [("a", "a"), ("210", "a"), ("217", "a"), ("220", None), ("", None), ("utanför", None), ("0210", None)],
)
def test_a_counterparty_is_a_units_id_or_one_of_its_codes(text, unit):
    assert KNOWN.unit(text) == (None if unit is None else UnitId(unit))


def test_what_two_units_tell_of_each_other_cancels(world, measure, obs):
    figures = [obs("k", "a", "-100", counterparty="b"), obs("k", "b", "100", counterparty="a")]
    made = world("r a<r b<r", [measure("k")], figures)
    assert list(check_matching(made.evaluator.index)) == []


def test_what_does_not_cancel_is_told_once_with_both_amounts(world, measure, obs):
    figures = [obs("k", "a", "-100", counterparty="b"), obs("k", "b", "90", counterparty="a")]
    made = world("r a<r b<r", [measure("k")], figures)
    (finding,) = check_matching(made.evaluator.index)
    assert finding.code.code == "SM316"
    assert dict(finding.args)["gap"] == "10 kr"


def test_every_two_units_are_compared_whatever_others_tell(world, measure, obs):
    figures = [
        obs("k", "b", "100", counterparty="a"),
        obs("k", "a", "-100", counterparty="b"),
        obs("k", "c", "5", counterparty="a"),
    ]
    made = world("r a<r b<r c<r", [measure("k")], figures)
    (finding,) = check_matching(made.evaluator.index)
    assert (dict(finding.args)["first"], dict(finding.args)["second"]) == ("c", "a")


def test_what_only_one_of_two_units_tells_does_not_match(world, measure, obs):
    made = world("r a<r b<r", [measure("k")], [obs("k", "a", "-100", counterparty="b")])
    (finding,) = check_matching(made.evaluator.index)
    assert dict(finding.args)["other"] == "0 kr"


def test_a_counterparty_outside_the_region_has_nothing_to_match(world, measure, obs):
    made = world("r a<r b<r", [measure("k")], [obs("k", "a", "-100", counterparty="900")])
    assert list(check_matching(made.evaluator.index)) == []


def test_figures_in_tkr_match_within_their_rounding(world, measure, obs):
    figures = [
        obs("k", "a", "-100000", counterparty="b", precision="1000"),
        obs("k", "b", "101000", counterparty="a", precision="1000"),
    ]
    made = world("r a<r b<r", [measure("k")], figures)
    assert list(check_matching(made.evaluator.index)) == []
