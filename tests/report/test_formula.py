"""The formulas, made from hand-written explanations."""

from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from tests.report.workings import (
    FUNCTIONS,
    KR,
    SHARE,
    TKR,
    at,
    blank,
    book,
    figure,
    folded,
    key,
    observation,
    rolled_up,
)

from styrmodell.aggregation.arithmetic import apply, multiply
from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.report.formula.book import FormulaBook
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle


def test_a_base_figure_is_a_plain_number() -> None:
    a = figure("a", "1000")
    assert book((a, "B2")).formula(a, at("B2"), TKR) is None


def test_neighbours_in_a_column_become_one_range_in_any_order() -> None:
    a, b, c = figure("a", "1"), figure("b", "2"), figure("c", "3")
    total = rolled_up("t", (c, a, b))
    made = book((a, "C4"), (b, "C5"), (c, "C6"), (total, "C7"))
    assert made.formula(total, at("C7"), TKR) == "=SUM(C4:C6)"


def test_neighbours_in_a_row_become_one_range() -> None:
    a, b = figure("a", "1"), figure("b", "2")
    total = rolled_up("t", (a, b))
    assert book((a, "B4"), (b, "C4")).formula(total, at("D4"), TKR) == "=SUM(B4:C4)"


def test_several_ranges_are_arguments_and_never_a_chain_of_plus() -> None:
    parts = [figure(name, "1") for name in "abcd"]
    total = apply(Op.ADD, tuple(parts))
    made = book((parts[0], "C4"), (parts[1], "C5"), (parts[2], "C8"), (parts[3], "E9"))
    assert made.formula(total, at("C10"), TKR) == "=SUM(C4:C5,C8,E9)"


@pytest.mark.parametrize("op", [Op.MISSING, Op.NOT_APPLICABLE])
def test_a_printed_blank_operand_stays_in_the_range(op: Op) -> None:
    a, b, c = figure("a", "1"), blank("b", op), figure("c", "3")
    total = rolled_up("t", (a, b, c))
    made = book((a, "C4"), (b, "C5"), (c, "C6"))
    assert made.formula(total, at("C7"), TKR) == "=SUM(C4:C6)"


def test_a_blank_operand_that_is_not_printed_is_left_out() -> None:
    a, b, c = figure("a", "1"), blank("b"), figure("c", "3")
    made = book((a, "C4"), (c, "C6"))
    assert made.formula(rolled_up("t", (a, b, c)), at("C7"), TKR) == "=SUM(C4,C6)"


def test_a_figure_added_to_itself_counts_twice() -> None:
    a = figure("a", "1")
    assert book((a, "C4")).formula(apply(Op.ADD, (a, a)), at("C7"), TKR) == "=SUM(C4,C4)"


def test_a_fold_adds_the_units_that_are_printed() -> None:
    total = folded("m", ("1", "2"))
    made = book(*((child, f"C{row}") for row, child in enumerate(total.children, 4)), (total, "C6"))
    assert made.formula(total, at("C6"), TKR) == "=SUM(C4:C5)"
    assert made.basis.rows == []


def test_a_fold_takes_what_is_not_printed_from_underlag() -> None:
    total = folded("m", ("1000", "2000", "3000"))
    made = book((total.children[0], "C4"), (total, "C6"))
    assert made.formula(total, at("C6"), TKR) == "=SUM(C4,'Underlag'!G4:G5)"
    assert [(row.unit_id, row.style.unit, cell_value(row.exact, row.style)) for row in made.basis.rows] == [
        ("u1", "tkr", 2.0),
        ("u2", "tkr", 3.0),
    ]


def test_a_fold_of_one_figure_is_that_figure() -> None:
    total = folded("m", ("1000",))
    made = book((total, "C6"))
    assert made.formula(total, at("C6"), TKR) is None
    assert made.basis.rows == []


def test_a_rule_without_an_excel_function_leaves_the_value() -> None:
    total = folded("m", ("1", "2"), rule="latest")
    assert book((total, "C6")).formula(total, at("C6"), TKR) is None


def test_such_a_value_is_an_operand_from_underlag() -> None:
    total, a = folded("m", ("1", "2"), rule="latest"), figure("a", "5")
    made = book((a, "C4"))
    assert made.formula(apply(Op.SUBTRACT, (a, total)), at("C5"), TKR) == "=C4-'Underlag'!G4"
    assert made.basis.rows[0].source == "a.csv m u0, m u1"


def test_a_ratio_of_sums_has_numerators_and_denominators_on_underlag() -> None:
    found = tuple(observation("r", None, f"u{n}", numerator=str(n), denominator="10") for n in (1, 2))
    ratio = Explanation(
        bound=key("r"),
        label="r",
        unit="%",
        op=Op.FOLDED,
        rule="ratio_of_sums",
        exact=Fraction(3, 20),
        observations=found,
    )
    made = book((ratio, "C6", SHARE))
    assert made.formula(ratio, at("C6"), SHARE) == "=SUM('Underlag'!G4:G5)/SUM('Underlag'!G6:G7)"


def test_a_reported_total_is_a_plain_number_and_an_operand_like_others() -> None:
    a = figure("a", "1")
    total = evolve(rolled_up("t", (a, blank("b"))), op=Op.TOTAL, exact=Decimal(9))
    made = book((a, "C4"), (total, "C6"))
    assert made.formula(total, at("C6"), TKR) is None
    assert made.formula(apply(Op.SUBTRACT, (total, a)), at("C7"), TKR) == "=C6-C4"


@pytest.mark.parametrize(
    ("op", "formula"), [(Op.SUBTRACT, "=C4-C5"), (Op.DIVIDE, "=C4/C5"), (Op.CHANGE, "=(C4-C5)/ABS(C5)")]
)
def test_operations_refer_to_printed_operands(op: Op, formula: str) -> None:
    a, b = figure("a", "7"), figure("b", "2")
    style = TKR if op is Op.SUBTRACT else SHARE
    assert book((a, "C4"), (b, "C5")).formula(apply(op, (a, b)), at("C6"), style) == formula


@pytest.mark.parametrize(
    ("factor", "formula"),
    [("12", "=C4*12"), ("1/3", "=C4/3"), ("-1", "=-C4"), ("7/20", "=C4*0.35"), ("-2/3", "=-C4*2/3")],
)
def test_a_product_is_written_as_people_write_it(factor: str, formula: str) -> None:
    a = figure("a", "7")
    assert book((a, "C4")).formula(multiply(a, Fraction(factor)), at("C6"), TKR) == formula


def test_operands_that_are_not_printed_are_nested() -> None:
    a, b, c, d = (figure(name, value) for name, value in zip("abcd", "7291", strict=True))
    made = book((a, "C4"), (b, "C5"), (c, "C6"), (d, "C7"))
    inner = apply(Op.SUBTRACT, (c, d))
    assert made.formula(apply(Op.SUBTRACT, (a, inner)), at("C9"), TKR) == "=C4-(C6-C7)"
    assert made.formula(apply(Op.DIVIDE, (inner, apply(Op.DIVIDE, (a, b)))), at("C9"), KR) == "=(C6-C7)*1000/(C4/C5)"
    assert made.formula(apply(Op.ADD, (a, inner)), at("C9"), TKR) == "=SUM(C4,C6-C7)"
    assert made.formula(apply(Op.SUBTRACT, (a, multiply(b, Fraction(-1)))), at("C9"), TKR) == "=C4-(-C5)"


def test_one_scale_for_the_whole_sum_when_operands_share_their_unit() -> None:
    a, b = figure("a", "1000"), figure("b", "2000")
    made = book((a, "C4"), (b, "C5"))
    assert made.formula(rolled_up("t", (a, b)), at("C6", "Annat"), KR) == "=SUM('Blad'!C4:C5)*1000"


def test_operands_in_other_units_are_scaled_inside_the_sum() -> None:
    parts = [figure(name, "1000") for name in "abcd"]
    made = book((parts[0], "C4"), (parts[1], "C5"), (parts[2], "C7"), (parts[3], "C8", KR))
    assert made.formula(rolled_up("t", parts), at("C9"), KR) == "=SUM(SUM(C4:C5)*1000,C7*1000,C8)"


def test_a_blank_text_cell_in_another_unit_cannot_break_the_sum() -> None:
    a, b = blank("a"), figure("b", "1000")
    made = book((a, "C4"), (b, "C5", KR))
    assert made.formula(rolled_up("t", (a, b)), at("C6"), KR) == "=SUM(SUM(C4)*1000,C5)"


def test_a_quotient_scales_its_numerator() -> None:
    grant, people = figure("a", "1908896000"), evolve(figure("b", "245347"), unit="inv")
    made = book((grant, "C5"), (people, "C9", NumberStyle(unit="inv")))
    style = NumberStyle(unit="kr/inv")
    assert made.formula(apply(Op.DIVIDE, (grant, people)), at("C10"), style) == "=C5*1000/C9"


def test_a_share_is_held_as_a_share() -> None:
    a, b = figure("a", "1"), figure("b", "4")
    made = book((a, "C5", KR), (b, "C9", KR))
    assert made.formula(apply(Op.DIVIDE, (a, b)), at("C10"), SHARE) == "=C5/C9"
    assert cell_value(Fraction(1, 4), SHARE) == 0.25


def test_a_figure_printed_twice_is_worked_out_where_its_operands_are() -> None:
    a, b = figure("a", "1000"), figure("b", "2000")
    total = rolled_up("t", (a, b))
    made = FormulaBook(functions=FUNCTIONS)
    made.place(total, at("B2", "Först"), KR)
    for explanation, place in ((a, "C4"), (b, "C5"), (total, "C6")):
        made.place(explanation, at(place, "Bilaga 10 a"), TKR)
    assert made.formula(total, at("C6", "Bilaga 10 a"), TKR) == "=SUM(C4:C5)"
    assert made.formula(total, at("B2", "Först"), KR) == "='Bilaga 10 a'!C6*1000"


def test_a_base_figure_printed_twice_is_linked_to_its_first_place() -> None:
    a = figure("a", "1000")
    made = book((a, "C4"), (a, "C9"))
    assert (made.formula(a, at("C4"), TKR), made.formula(a, at("C9"), TKR)) == (None, "=C4")


def test_a_base_figure_asked_for_by_another_key_has_one_home() -> None:
    a = figure("a", "1000")
    same = evolve(a, bound=evolve(key("a"), version="beslutad"))
    made = book((a, "C4"), (same, "C9"))
    assert (made.formula(a, at("C4"), TKR), made.formula(same, at("C9"), KR)) == (None, "=C4*1000")


def test_a_missing_value_has_no_formula() -> None:
    a = blank("a")
    assert book((a, "C4")).formula(a, at("C4"), TKR) is None


def test_fifty_figures_from_underlag_are_live_and_fifty_one_are_not() -> None:
    for count, formula in ((50, "=SUM('Underlag'!G4:G53)"), (51, None)):
        total = folded("m", ["1"] * count)
        made = book((total, "C6"))
        assert made.formula(total, at("C6"), TKR) == formula
        assert len(made.basis.rows) == (count if formula else 0)


def test_a_range_of_many_printed_cells_is_live() -> None:
    parts = [figure(f"m{n}", "1") for n in range(80)]
    made = book(*((part, f"C{row}") for row, part in enumerate(parts, 4)))
    assert made.formula(rolled_up("t", parts), at("C90"), TKR) == "=SUM(C4:C83)"


def test_too_many_figures_take_back_only_their_own_rows() -> None:
    few, many = folded("a", ("1", "2")), folded("b", ["1"] * 40)
    made = book((few, "C4"), (many, "C5"))
    assert made.formula(few, at("C4"), TKR) == "=SUM('Underlag'!G4:G5)"
    assert made.formula(apply(Op.ADD, (folded("c", ["1"] * 20), folded("d", ["1"] * 40))), at("C6"), TKR) is None
    assert len(made.basis.rows) == 2
    assert made.formula(many, at("C5"), TKR) == "=SUM('Underlag'!G6:G45)"


def test_no_formula_where_the_parts_do_not_give_the_value() -> None:
    a, b = figure("a", "1"), figure("b", "2")
    settled = evolve(rolled_up("t", (a, b)), exact=Decimal(4))
    assert book((a, "C4"), (b, "C5"), (settled, "C6")).formula(settled, at("C6"), TKR) is None


def test_an_unknown_excel_function_is_never_written() -> None:
    total = folded("m", ("1", "2"), rule="evil")
    made = FormulaBook(functions={"evil": "WEBSERVICE"})
    made.place(total, at("C6"), TKR)
    assert made.formula(total, at("C6"), TKR) is None


def test_a_figure_on_underlag_has_one_row_however_often_it_is_used() -> None:
    a, b, c = figure("a", "1"), figure("b", "2"), figure("c", "4")
    made = book((a, "C4"), (b, "C5"))
    assert made.formula(apply(Op.SUBTRACT, (a, c)), at("D4"), TKR) == "=C4-'Underlag'!G4"
    assert made.formula(apply(Op.SUBTRACT, (b, c)), at("D5"), KR) == "=(C5-'Underlag'!G4)*1000"
    assert len(made.basis.rows) == 1
