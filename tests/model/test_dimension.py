"""Dimensions: a tree of members with one root."""

import pytest

from styrmodell.model.dimension import TOTAL, Dimension, Member


def dimension(*members: Member) -> Dimension:
    return Dimension(id="dvo", members=members)


def test_the_member_that_is_part_of_nothing_is_the_root():
    slag = dimension(Member(id="netto", parts=("intakt", "kostnad")), Member(id="intakt"), Member(id="kostnad"))
    assert slag.root() == "netto"


def test_the_root_is_found_wherever_it_stands_in_the_list():
    assert dimension(Member(id="a"), Member(id="b"), Member(id="summa", parts=("a", "b"))).root() == "summa"


def test_several_members_at_the_top_share_the_implicit_root_totalt():
    kon = dimension(Member(id="kvinnor"), Member(id="man"))
    assert kon.root() == TOTAL == "totalt"
    assert kon.parts()["totalt"] == ("kvinnor", "man")


def test_the_implicit_root_holds_only_the_members_at_the_top():
    dvo = dimension(Member(id="vard", parts=("010", "190")), Member(id="010"), Member(id="190"), Member(id="992"))
    assert dvo.parts()["totalt"] == ("vard", "992")


def test_a_single_member_is_its_own_root_and_has_no_implicit_one():
    assert dimension(Member(id="alla")).root() == "alla"
    assert "totalt" not in dimension(Member(id="alla")).parts()


def test_a_member_named_totalt_that_holds_the_rest_is_the_root():
    kon = dimension(Member(id="totalt", parts=("kvinnor", "man")), Member(id="kvinnor"), Member(id="man"))
    assert kon.root() == "totalt"
    assert kon.parts()["totalt"] == ("kvinnor", "man")


def test_the_root_covers_every_leaf_even_when_a_member_at_the_top_is_named_totalt():
    # A total that forgets a member must not silently become the root of the whole.
    ofta = dimension(Member(id="totalt", parts=("a", "b")), Member(id="a"), Member(id="b"), Member(id="c"))
    parts, reached = ofta.parts(), [ofta.root()]
    for member in reached:
        reached.extend(parts[member])
    assert {"a", "b", "c"} <= set(reached)


def test_parts_are_kept_in_the_order_they_are_written():
    assert dimension(Member(id="s", parts=("b", "a")), Member(id="a"), Member(id="b")).parts()["s"] == ("b", "a")


@pytest.mark.parametrize("member", ["a", "b"])
def test_a_leaf_has_no_parts(member):
    assert dimension(Member(id="a"), Member(id="b")).parts()[member] == ()
