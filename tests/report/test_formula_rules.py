"""The functions of Excel that the built-in rules name: over printed units, blank ones among them, and over Underlag."""

from fractions import Fraction

import pytest
from tests.report.workings import KR, YEAR, at

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.key import Place
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.model.expression import ref
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.report.formula.book import FormulaBook

FUNCTIONS = {rule.key: rule.excel for rule in BUILT_IN if rule.excel is not None}
VALUES = {"sum": 9, "mean": Fraction(9, 2), "min": 3, "max": 6}


def explained(rule: str, *units: str) -> list[Explanation]:
    """The values of *rule* at *units*, where a has 3, b nothing and c 6."""
    plan = Plan(
        unit_id="r",
        period=Period.year(2020),
        units=(Unit(id="r", name="R"), *(Unit(id=name, name=name, parent_id="r") for name in "abc")),
        measures=(Measure(id="m", name="M", unit="kr", rule=rule, expected=("a", "b", "c")),),
        observations=(
            Observation(measure_id="m", unit_id="a", period=YEAR, value=3),
            Observation(measure_id="m", unit_id="c", period=YEAR, value=6),
        ),
    )
    evaluator = Evaluator(index=build_index(plan), rules={known.key: known for known in BUILT_IN})
    return [evaluator.explain(ref("m"), Place(unit=unit, period=YEAR)) for unit in units]


def formula(rule: str, *printed: str) -> str | None:
    """The formula of r in C9, when *printed* units stand in C4 and down."""
    total, *parts = explained(rule, "r", *printed)
    assert total.exact == VALUES[rule]
    book = FormulaBook(functions=FUNCTIONS)
    for row, part in enumerate(parts, 4):
        book.place(part, at(f"C{row}"), KR)
    book.place(total, at("C9"), KR)
    return book.formula(total, at("C9"), KR)


@pytest.mark.parametrize(("rule", "function"), [("sum", "SUM"), ("min", "MIN"), ("max", "MAX")])
def test_printed_units_are_one_range_with_the_blank_one_left_in_it(rule: str, function: str) -> None:
    assert formula(rule, "a", "b", "c") == f"={function}(C4:C6)"


def test_a_mean_is_of_the_figures_and_not_of_what_the_units_show() -> None:
    assert formula("mean", "a", "c") == "=AVERAGE(C4:C5)"
    assert formula("mean", "a", "b", "c") == "=AVERAGE(C4,C6)", "b may come to show the mean of several"


@pytest.mark.parametrize(("rule", "function"), FUNCTIONS.items())
def test_figures_that_are_printed_nowhere_stand_on_underlag(rule: str, function: str) -> None:
    assert formula(rule) == f"={function}('Underlag'!G4:G5)"


@pytest.mark.parametrize("rule", ["median", "count", "latest"])
def test_a_rule_without_a_function_is_written_as_its_value(rule: str) -> None:
    total, *parts = explained(rule, "r", "a", "c")
    book = FormulaBook(functions=FUNCTIONS)
    for place, shown in zip(("C4", "C5", "C9"), (*parts, total), strict=True):
        book.place(shown, at(place), KR)
    assert total.exact is not None
    assert book.formula(total, at("C9"), KR) is None
