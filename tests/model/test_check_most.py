"""A file with the same fault at thousands of places."""

from attrs import evolve
from tests.model.whole_plan import found, whole_plan

from styrmodell.model.checks.most import MOST, most_of_each
from styrmodell.model.checks.value_codes import NOT_A_MONTH, OUTSIDE_SCALE
from styrmodell.source import Source


def one(code, file, number):
    return code.at(Source(file=file, place=f"rad {number}"), name="x", period="2024")


def test_few_findings_are_all_told_in_their_order():
    few = [one(NOT_A_MONTH, "a.csv", 1), one(OUTSIDE_SCALE, "a.csv", 2), one(NOT_A_MONTH, "b.csv", 3)] * (MOST // 2)
    assert list(most_of_each(few)) == [few[0], few[1], few[2]] * (MOST // 2)


def test_of_more_the_first_are_told_and_how_many_there_are_beside():
    many = [one(NOT_A_MONTH, "a.csv", number) for number in range(MOST + 7)]
    *told, more = most_of_each([*many, one(NOT_A_MONTH, "b.csv", 1)])
    assert told == [*many[:MOST], one(NOT_A_MONTH, "b.csv", 1)]
    assert (more.code.code, more.source.file) == ("SM276", "a.csv")
    assert more.found() == "7 till av slaget SM228 i filen"


def test_a_misspelt_unit_in_a_long_file_is_told_a_bounded_number_of_times():
    plan = whole_plan()
    odd = evolve(plan.observations[0], unit_id="felstavad")
    rows = tuple(evolve(odd, source=Source(file="lang.csv", place=f"rad {at}")) for at in range(MOST + 3))
    told = [finding.code.code for finding in found(evolve(plan, observations=(*plan.observations, *rows)))]
    assert told.count("SM202") == MOST
    assert told.count("SM276") >= 1
