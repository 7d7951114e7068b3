"""Cuts by I/E code: only some counterparties' money, and amounts that cannot be cut."""

from fractions import Fraction

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.model.internal import Internal
from styrmodell.model.kind import State
from styrmodell.model.measure import OverTime
from styrmodell.source import Source

UNITS = "r a<r b<r"


@pytest.fixture
def money(world, measure, obs):
    figures = [
        obs("m", "a", "100", ie="0"),
        obs("m", "a", "20", ie="2"),
        obs("m", "a", "7", ie="3"),
        obs("m", "b", "50", ie="3"),
    ]
    return world(UNITS, [measure("m"), measure("m02", definition="m[ie=0-2]")], figures)


@pytest.mark.parametrize(("cut", "expected"), [("", 177), ("0", 100), ("0–2", 120), ("0–3", 177), ("2, 3", 77)])
def test_only_amounts_with_the_codes_count(money, cut, expected):
    assert money.value("m", ie=cut) == expected


def test_a_unit_that_has_only_other_codes_has_nought_of_these(money):
    assert money.value("m", "b", ie="0–2") == 0
    assert money.covered("m", ie="0–2") == (2, 2)
    (nought,) = money.explain("m", "b", ie="0–2").observations
    assert (nought.value, nought.ie, nought.counterparty) == (0, "", "")


def test_a_cut_has_a_cell_of_its_own(money):
    assert money.sound("m", ie="0–2").cell == "value/m@r@2020/outcome/-/ie0-2"


def test_a_cut_is_handed_to_what_a_definition_uses(money):
    assert money.value("m02") == 120


def test_the_children_of_a_cut_are_cut(money):
    found = money.sound("m", ie="0–2")
    assert [child.exact for child in found.children] == [120, 0]


def test_an_amount_without_a_code_cannot_be_cut(world, measure, obs):
    figures = [obs("m", "a", "100", ie="0"), obs("m", "b", "50", source=Source(file="m.csv", place="rad 3"))]
    found = world(UNITS, [measure("m")], figures).sound("m", ie="0–2")
    assert (found.exact, found.missing) == (100, ("b",))
    (finding,) = found.findings
    assert (finding.code.code, str(finding.source)) == ("SM312", "m.csv rad 3")


def test_the_units_after_one_that_cannot_be_cut_are_cut(world, measure, obs):
    figures = [obs("m", "a", "50"), obs("m", "b", "100", ie="0")]
    found = world(UNITS, [measure("m")], figures).sound("m", ie="0–2")
    assert (found.exact, found.missing) == (100, ("a",))


def test_one_amount_without_a_code_takes_the_unit_away(world, measure, obs):
    figures = [obs("m", "a", "100", ie="0"), obs("m", "a", "5", counterparty="b")]
    made = world(UNITS, [measure("m")], figures)
    assert made.value("m", "a", ie="0–2") is None, "100 may lack five"
    assert made.value("m", "a") == 105


def test_an_amount_with_codes_in_and_outside_cannot_be_cut(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "a", "100", ie="0, 3")])
    assert made.value("m", ie="0–2") is None
    assert made.codes("m", ie="0–2") == ["SM313"]


def test_an_amount_with_several_codes_that_are_all_inside_is_inside(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "a", "100", ie="0–2"), obs("m", "b", "1", ie="0, 2")])
    assert made.value("m", ie="0–2") == 101


def test_the_code_00_is_another_than_0(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "a", "100", ie="00"), obs("m", "a", "1", ie="0")])
    assert made.value("m", ie="0–2") == 1


def test_a_code_that_is_no_number_is_outside(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "a", "100", ie="X"), obs("m", "a", "1", ie="0")])
    assert made.value("m", ie="0–2") == 1


def test_a_missing_amount_needs_no_code(world, measure, obs):
    made = world(UNITS, [measure("m")], [obs("m", "a", "100", ie="0"), obs("m", "b")])
    found = made.sound("m", ie="0–2")
    assert (found.exact, found.missing) == (100, ("b",))
    assert found.findings == ()


def test_a_unit_that_can_have_none_is_outside_a_cut_too(world, measure, obs):
    figures = [obs("m", "a", "100", ie="0"), obs("m", "b", state=State.NOT_APPLICABLE)]
    assert world(UNITS, [measure("m")], figures).covered("m", ie="0–2") == (1, 1)


def test_a_settled_figure_without_a_code_cannot_be_cut(world, measure, obs):
    figures = [
        obs("m", "a", "10", ie="0"),
        obs("m", "a", "20", ie="5"),
        obs("m", "a", "31", state=State.SETTLED, reporter="chef", comment="bokslut"),
    ]
    made = world(UNITS, [measure("m")], figures)
    assert made.value("m", "a", ie="0–2") is None, "31 is the whole"
    assert made.codes("m", "a", ie="0–2") == ["SM312"]


def test_a_ratio_is_cut_by_its_parts(world, measure, obs):
    figures = [
        obs("m", "a", numerator="1", denominator="2", ie="0"),
        obs("m", "a", numerator="9", denominator="10", ie="5"),
        obs("m", "b", numerator="1", denominator="3", ie="5"),
    ]
    made = world(UNITS, [measure("m", rule="ratio_of_sums")], figures)
    assert made.value("m", ie="0–2") == Fraction(1, 2)
    assert made.covered("m", ie="0–2") == (2, 2)


def test_each_period_is_cut(world, measure, obs):
    figures = [
        obs("m", "a", "4", period="2020-01", ie="0"),
        obs("m", "a", "5", period="2020-01", ie="5"),
        obs("m", "a", "8", period="2020-02", ie="5"),
        obs("m", "b", "1", period="2020-02", ie="0"),
    ]
    made = world(UNITS, [measure("m", over_time=OverTime.SUM)], figures)
    assert made.value("m", period="2020-01..2020-02", ie="0–2") == 5


def test_a_cut_and_what_is_internal_go_together(world, measure, obs):
    figures = [
        obs("m", "a", "4", counterparty="b", ie="2"),
        obs("m", "a", "5", counterparty="b", ie="5"),
        obs("m", "a", "8", ie="2"),
    ]
    made = world(UNITS, [measure("m")], figures)
    assert made.value("m", ie="0–2", internal=Internal.NET) == 8
    assert made.value("m", ie="0–2", internal=Internal.ELIMINATED) == 4
    assert made.sound("m", ie="0–2", internal=Internal.NET).cell == "value/m@r@2020/outcome/-/ie0-2.net"


def test_items_inside_a_cut_are_told_each(money):
    found = money.sound("m", "a", ie="0–2")
    assert found.op is Op.ITEMS
    assert [child.label for child in found.children] == ["I/E 0", "I/E 2"]
