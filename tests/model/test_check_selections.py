"""A selection picks members out and adds them up; it is no part of the whole and has no figures of its own."""

import pytest
from attrs import evolve
from tests.model.whole_plan import changed, codes, found, whole_plan

from styrmodell.model.dimension import Dimension, Member
from styrmodell.model.kind import State
from styrmodell.model.reference_text import RESERVED

WHOLE = (Member(id="allt", parts=("a", "b")), Member(id="a"), Member(id="b"))


def told(*members):
    plan = whole_plan()
    new = Dimension(id="ny", members=(*WHOLE, *members))
    return [(one.code.code, one.found()) for one in found(evolve(plan, dimensions=(*plan.dimensions, new)))]


def test_a_selection_may_pick_out_what_belongs_to_a_sum():
    assert told(Member(id="urval", parts=("a",), selection=True)) == []


@pytest.mark.parametrize(
    ("member", "but"),
    [
        (Member(id="urval", selection=True), "har inga delar"),
        (Member(id="urval", parts=("a",), codes="010", selection=True), "har egna koder"),
    ],
)
def test_a_selection_has_parts_and_no_codes(member, but):
    assert told(member) == [("SM262", f"urvalet urval i indelningen ny {but}")]


@pytest.mark.parametrize("is_selection", [True, False])
def test_nothing_has_a_selection_as_a_part(is_selection):
    other = Member(id="annat", parts=("urval",), selection=is_selection)
    assert told(Member(id="urval", parts=("a",), selection=True), other) == [
        ("SM262", "urvalet urval i indelningen ny är en del av annat")
    ]


def test_a_part_that_does_not_exist_is_told():
    assert [code for code, _ in told(Member(id="urval", parts=("c",), selection=True))] == ["SM205"]


@pytest.mark.parametrize(
    ("parts", "told_as"),
    [(("allt", "b"), "b är del av både allt och urval"), (("a", "a"), "a är del av både urval och urval")],
)
def test_what_a_selection_picks_out_twice_is_told(parts, told_as):
    assert told(Member(id="urval", parts=parts, selection=True)) == [("SM206", told_as)]


def test_parts_in_a_circle_end():
    members = (Member(id="c", parts=("d",)), Member(id="d", parts=("c",)))
    codes_told = [code for code, _ in told(*members, Member(id="urval", parts=("c",), selection=True))]
    assert codes_told == ["SM203", "SM203", "SM206"]


def test_a_figure_for_a_selection_is_told():
    (finding,) = found(changed(whole_plan(), "observations", dims=(("dvo", "utvalda"),)))
    assert finding.code.code == "SM263"
    assert finding.found() == "ekonomi norr 2020 outcome utvalda har ett värde för urvalet utvalda"


def test_a_printed_figure_of_a_selection_is_compared():
    assert codes(changed(whole_plan(), "observations", dims=(("dvo", "utvalda"),), state=State.STATED)) == []


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_a_dimension_is_not_called_as_a_word_of_definitions(name):
    plan = whole_plan()
    reserved = Dimension(id=name, members=(Member(id="a"),))
    assert codes(evolve(plan, dimensions=(*plan.dimensions, reserved))) == ["SM269"]
