"""Members of a dimension stand for codes that no other member has."""

from attrs import evolve
from tests.model.whole_plan import changed, found, whole_plan

from styrmodell.model.dimension import Member


def told(*members):
    # Without what names the codes of the dimension as it was.
    plan = evolve(whole_plan(), observations=(), measures=whole_plan().measures[:2])
    findings = found(changed(plan, "dimensions", members=(*members, Member(id="vard"))))
    return [(one.code.code, one.found()) for one in findings]


def test_codes_of_two_members_are_told_with_the_codes():
    assert told(Member(id="a", codes="Dvo 010-090"), Member(id="b", codes="050, 100")) == [
        ("SM225", "i indelningen dvo hör 050 till både a och b")
    ]


def test_codes_of_a_sum_are_those_of_its_parts():
    assert told(Member(id="s", parts=("a",), codes="010-090"), Member(id="a", codes="010-090")) == []


def test_codes_that_cannot_be_read_are_told():
    assert told(Member(id="a", codes="Dvo 993 Endast ie-kod 2 här")) == [
        ("SM226", "medlemmen a i dvo har koderna Dvo 993 Endast ie-kod 2 här")
    ]


def test_two_members_that_take_the_rest_are_told():
    rests = (Member(id="a", codes="övriga"), Member(id="b", codes="Övr.Dvo"))
    assert told(*rests) == [("SM227", "i indelningen dvo tar både a och b övriga koder")]
