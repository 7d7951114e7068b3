"""Code plans: which row claims a code string, and when the plan contradicts itself."""

from datetime import date

import pytest

from styrmodell.model.code_plan import ANY, CodePlan, CodePlanRow, contradictions
from styrmodell.model.code_set import CodeSet
from styrmodell.model.period import Period

JUNE, JULY = Period.parse("2024-06"), Period.parse("2024-07")


def row(account: str = "", responsibility: str = "", measure: str = "ekonomi", **given: object) -> CodePlanRow:
    sets = tuple(CodeSet.parse(text) if text else None for text in (account, responsibility))
    return CodePlanRow(codes=(*sets, *ANY[2:]), measure_id=measure, unit_id="rlf", **given)


def code(account: str, responsibility: str = "") -> tuple[str, ...]:
    return (account, responsibility, "", "", "")


def test_a_row_claims_the_codes_of_all_its_sets():
    plan = CodePlan(rows=(row("3000-3999", "110"),))
    assert plan.claims(code("3010", "110"), JUNE) == plan.rows
    assert plan.claims(code("3010", "120"), JUNE) == ()
    assert plan.claims(code("4010", "110"), JUNE) == ()


def test_an_empty_set_takes_any_code_and_none():
    plan = CodePlan(rows=(row("3010"),))
    assert plan.claims(code("3010", ""), JUNE) == plan.claims(code("3010", "999"), JUNE) == plan.rows


def test_a_set_takes_no_empty_code_and_no_code_with_letters():
    plan = CodePlan(rows=(row("3000-3999"),))
    assert plan.claims(code(""), JUNE) == plan.claims(code("30A0"), JUNE) == ()


def test_the_rest_takes_what_no_other_row_of_the_same_measure_takes():
    income, rest = row("3000-3999"), row("övriga")
    plan = CodePlan(rows=(rest, income))
    assert plan.claims(code("3010"), JUNE) == (income,)
    assert plan.claims(code("8999"), JUNE) == plan.claims(code(""), JUNE) == (rest,)


def test_the_rest_of_fewer_segments_comes_first():
    narrow, wide = row("övriga", "110"), row("övriga", "övriga")
    plan = CodePlan(rows=(wide, narrow))
    assert plan.claims(code("5010", "110"), JUNE) == (narrow,)
    assert plan.claims(code("5010", "999"), JUNE) == (wide,)


def test_the_rest_does_not_give_way_to_another_measure():
    rest, other = row("övriga"), row("3010", measure="investeringar")
    claimed = CodePlan(rows=(rest, other)).claims(code("3010"), JUNE)
    assert claimed == contradictions(claimed) == (rest, other)


def test_a_row_holds_from_its_first_day_to_its_last():
    old, new = row("3010", valid_to=date(2024, 6, 30)), row("3010", valid_from=date(2024, 7, 1), ie="2")
    plan = CodePlan(rows=(old, new))
    assert plan.claims(code("3010"), JUNE) == (old,)
    assert plan.claims(code("3010"), JULY) == (new,)


def test_a_change_within_a_month_is_a_contradiction_in_that_month():
    rows = (row("3010", valid_to=date(2024, 6, 15)), row("3010", valid_from=date(2024, 6, 16), ie="2"))
    assert contradictions(CodePlan(rows=rows).claims(code("3010"), JUNE)) == rows


def test_a_part_contradicts_only_a_part_of_the_same_measure():
    whole, part = row("7810"), row("7800-7899", measure="avskrivningar", of_which=True)
    assert contradictions((whole, part)) == ()
    assert contradictions((whole, part, row("7810", measure="avskrivningar", of_which=True)))[0] == part


def test_a_row_has_a_set_for_each_segment():
    with pytest.raises(ValueError, match="one code set a segment"):
        CodePlanRow(codes=(None,), measure_id="ekonomi", unit_id="rlf")
