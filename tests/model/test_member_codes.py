"""A code of digits means the leaf that takes it; the rest takes codes of the same length that nobody else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrmodell.model.code_set import CodeSet
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.member_codes import MemberCodes

DVO = MemberCodes.of(
    Dimension(
        id="dvo",
        members=(
            Member(id="summa", parts=("vard", "tand", "ovrigt", "190"), codes="Dvo 999"),
            Member(id="vard", codes="Dvo 010--090, 092"),
            Member(id="tand", codes="300–399"),
            Member(id="ovrigt", codes="Övr.Dvo"),
            Member(id="190"),
            Member(id="oklar", codes="enligt bilaga"),
            Member(id="utvalda", parts=("vard",), selection=True),
        ),
    )
)


@pytest.mark.parametrize(
    ("code", "leaf"),
    [("010", "vard"), ("055", "vard"), ("090", "vard"), ("092", "vard"), ("300", "tand"), ("399", "tand")],
)
def test_a_code_is_the_leaf_that_takes_it(code, leaf):
    assert DVO.member(code) == leaf


@pytest.mark.parametrize("code", ["091", "500", "999"])
def test_a_code_that_no_other_takes_is_the_rest(code):
    assert DVO.member(code) == "ovrigt"


@pytest.mark.parametrize("code", ["10", "0010", "", "abc", "01a", "²³¹", "Dvo 010"])
def test_a_code_of_another_length_and_what_is_no_code_are_nobody(code):
    assert DVO.member(code) is None


@pytest.mark.parametrize("name", ["vard", "summa", "utvalda", "190", "totalt"])
def test_a_member_is_itself_even_when_its_id_is_digits(name):
    assert DVO.member(name) == name


def test_a_code_without_a_rest_is_nobody():
    codes = MemberCodes.of(Dimension(id="d", members=(Member(id="a", codes="10–19"), Member(id="b"))))
    assert (codes.member("15"), codes.member("20")) == ("a", None)


def test_a_rest_alone_takes_codes_of_any_length():
    codes = MemberCodes.of(Dimension(id="d", members=(Member(id="a"), Member(id="b", codes="övriga"))))
    assert (codes.member("1"), codes.member("12345")) == ("b", "b")


def test_a_code_that_two_claim_is_the_one_whose_range_begins_first():
    members = (Member(id="a", codes="10–90"), Member(id="b", codes="50–95"), Member(id="c", codes="60"))
    codes = MemberCodes.of(Dimension(id="d", members=members))
    assert [codes.member(code) for code in ("10", "60", "90", "91", "95", "96")] == ["a", "a", "a", "b", "b", None]


def test_a_code_that_lost_its_noughts_is_asked_for():
    assert DVO.near("10") == "010"


def test_a_name_that_looks_like_a_member_is_asked_for():
    assert DVO.near("varden") == "vard"


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=8), st.integers(0, 99))
def test_a_code_has_a_leaf_exactly_when_some_set_holds_it(ranges, number):
    texts = [f"{min(pair):02d}–{max(pair):02d}" for pair in ranges]
    members = tuple(Member(id=f"m{place}", codes=text) for place, text in enumerate(texts))
    leaf = MemberCodes.of(Dimension(id="d", members=members)).member(f"{number:02d}")
    holding = [f"m{place}" for place, text in enumerate(texts) if CodeSet.parse(text).contains(f"{number:02d}")]
    assert leaf in holding if holding else leaf is None
