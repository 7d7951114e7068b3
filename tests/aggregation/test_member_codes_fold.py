"""Figures for single codes of a member, and members that only pick others out."""

import pytest

from styrmodell.aggregation.explanation import Op
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.measure import MissingPolicy

DVO = Dimension(
    id="dvo",
    members=(
        Member(id="summa", parts=("primarvard", "lakemedel", "ovrig")),
        Member(id="primarvard", name="Primärvård", codes="Dvo 010--090, 092"),
        Member(id="lakemedel", codes="190"),
        Member(id="ovrig", codes="övriga"),
        Member(id="vard", parts=("primarvard", "lakemedel"), selection=True),
    ),
)


@pytest.fixture
def split(world, measure, obs):
    """Make a world of one measure split by dvo: (unit, member or code, value)."""

    def make(*told, units="r", **more):
        return world(units, [measure("m", "dvo", **more)], [obs("m", u, v, dvo=d) for u, d, v in told], dvo=DVO)

    return make


def test_a_figure_for_a_code_is_of_the_member_that_takes_it(split):
    made = split(("r", "010", "100"), ("r", "092", "20"))
    assert made.value("m", dvo="primarvard") == 120


def test_a_code_that_no_member_names_is_of_the_rest(split):
    assert split(("r", "091", "3")).value("m", dvo="ovrig") == 3


def test_a_code_that_nobody_takes_is_in_no_sum(split):
    made = split(("r", "0910", "3"), ("r", "190", "5"))
    assert made.value("m") == 5


def test_a_code_can_be_asked_for_itself(split):
    made = split(("r", "010", "100"), ("r", "092", "20"))
    assert made.value("m", dvo="092") == 20


def test_a_code_that_nobody_reported_is_unknown(split):
    made = split(("r", "010", "100"))
    assert made.codes("m", dvo="092") == ["SM307"]


def test_the_codes_of_a_member_are_its_parts_in_order(split):
    found = split(("r", "092", "20"), ("r", "010", "100")).sound("m", dvo="primarvard")
    assert found.op is Op.ROLLED_UP
    assert [(child.label, child.exact) for child in found.children] == [
        ("m, 010, utfall 2020", 100),
        ("m, 092, utfall 2020", 20),
    ]


def test_nobody_is_expected_to_report_every_code(split):
    made = split(("a", "010", "1"), ("b", "020", "2"), units="r a<r b<r")
    assert made.covered("m", dvo="primarvard") == (2, 2)
    assert made.sound("m", dvo="010").missing == ()


def test_a_member_that_demands_everything_does_not_wait_for_codes(split):
    made = split(("a", "010", "1"), ("b", "020", "2"), units="r a<r b<r", missing=MissingPolicy.STRICT)
    assert made.value("m", dvo="primarvard") == 3


def test_a_total_for_the_member_stands_before_some_of_its_codes(split):
    made = split(("r", "010", "60"), ("r", "primarvard", "100"))
    found = made.sound("m", dvo="primarvard")
    assert (found.exact, found.op) == (100, Op.TOTAL)
    assert made.codes("m", dvo="primarvard") == []


def test_one_unit_with_codes_and_one_with_the_total_are_each_in_its_own_way(split):
    made = split(("a", "010", "60"), ("a", "020", "5"), ("b", "primarvard", "100"), units="r a<r b<r")
    assert made.value("m", dvo="primarvard") == 165
    assert made.value("m") == 165


def test_a_code_that_is_also_a_members_name_is_that_member(world, measure, obs):
    dvo = Dimension(id="dvo", members=(Member(id="190"), Member(id="annat", codes="100-200")))
    made = world("r", [measure("m", "dvo")], [obs("m", "r", "5", dvo="190")], dvo=dvo)
    assert made.value("m", dvo="190") == 5
    assert made.value("m", dvo="annat") is None


def test_the_whole_holds_each_code_once(split):
    made = split(("r", "010", "1"), ("r", "190", "2"), ("r", "400", "4"))
    assert made.value("m") == 7
    assert made.covered("m") == (3, 3)


# Members that pick out


def test_a_member_that_picks_out_adds_up_its_parts(split):
    assert split(("r", "010", "1"), ("r", "lakemedel", "2"), ("r", "ovrig", "4")).value("m", dvo="vard") == 3


def test_a_member_that_picks_out_is_no_part_of_the_whole(split):
    assert split(("r", "010", "1"), ("r", "lakemedel", "2"), ("r", "ovrig", "4")).value("m") == 7


def test_a_member_that_picks_out_says_what_it_lacks(split):
    made = split(("r", "lakemedel", "2"))
    assert made.value("m", dvo="vard") == 2
    assert made.covered("m", dvo="vard") == (1, 2)


def test_two_that_pick_out_may_share_parts(world, measure, obs):
    members = (
        Member(id="alla", parts=("a", "b", "c")),
        *(Member(id=name) for name in "abc"),
        Member(id="ab", parts=("a", "b"), selection=True),
        Member(id="bc", parts=("b", "c"), selection=True),
    )
    figures = [obs("m", "r", value, d=name) for name, value in zip("abc", "124", strict=True)]
    made = world("r", [measure("m", "d")], figures, d=Dimension(id="d", members=members))
    assert [made.value("m", d=member) for member in ("ab", "bc", "alla")] == [3, 6, 7]
    assert made.value("m") == 7
