"""Names instead of ids: case, footnote marks and codes in brackets do not matter, doubles are refused."""

import pytest

from styrmodell.io.problems import BadValueError
from styrmodell.io.tables.names import NO_NAMES, NameList, TableNames, folded
from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.unit import Unit

NAMES = NameList.of(
    ("en medlem", "a member"),
    [
        ("010", "Allmänläkarvård", ""),
        ("bhv", "Barnhälsovård", "Dvo 025"),
        ("a", "Barn (0-1)", ""),
        ("b", "Barn (0-2)", ""),
        ("c", "Klinik", ""),
        ("d", "Klinik", ""),
        ("klinik-norr", "Kostnader", "Dvo 010--090, 092"),
    ],
)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Allmänläkarvård", "010"),
        ("  allmänläkarvård\n 1)", "010"),
        ("Allmänläkarvård (DVO 010)", "010"),
        ("Läkarvård (DVO 010)", "010"),
        ("Okänd vård (DVO 025)", "bhv"),
        ("bhv", "bhv"),
        ("Kostnader (-) *)", "klinik-norr"),
        ("Kostnader:", "klinik-norr"),
        ("Barn (0-2)", "b"),
        ("Barn (0-1)", "a"),
        ("Klinik", None),
        ("Barn", None),
        ("", None),
    ],
)
def test_a_label_means_the_one_that_has_its_id_name_or_code(text, id):
    assert NAMES.find(text) == id


def test_what_is_not_found_is_refused_with_what_looks_alike():
    with pytest.raises(BadValueError) as caught:
        NAMES.require("Barnhälsovårdd")
    assert (caught.value.code.code, caught.value.named["near"]) == ("SM157", "Barnhälsovård")


def test_folding_is_done_once():
    assert all(folded(folded(text)) == folded(text) for text in ("A 1) *", "B (+)", "C:", "x (a) 2)"))


def test_without_names_a_text_stands_as_it_is():
    assert (NO_NAMES.unit("Rlf x"), NO_NAMES.measure("x"), NO_NAMES.member("dvo", "y")) == ("Rlf x", "x", "y")


def test_two_units_of_one_name_are_refused():
    names = TableNames.of((Unit(id="a", name="Kök"), Unit(id="b", name="Kök")), (), ())
    assert names.unit("a") == "a"
    assert names.unit("okand-id") == "okand-id"
    with pytest.raises(BadValueError):
        names.unit("Kök")


def test_inner_members_know_their_leaves_and_a_circle_ends():
    members = (
        Member(id="alla", parts=("ab", "c")),
        Member(id="ab", parts=("a", "b")),
        *(Member(id=id) for id in "abc"),
        Member(id="x", parts=("y",)),
        Member(id="y", parts=("x",)),
    )
    totals = TableNames.of((), (), (Dimension(id="d", members=members),)).totals
    assert totals["d", "alla"] == {"a", "b", "c"}
    assert totals["d", "ab"] == {"a", "b"}
    assert ("d", "x") not in totals
