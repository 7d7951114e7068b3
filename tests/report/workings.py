"""Explanations written by hand, and where they are printed, for tests of formulas."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from styrmodell.aggregation.explanation import Explanation, Op
from styrmodell.aggregation.key import Key
from styrmodell.model.kind import Kind
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.report.formula.address import Address
from styrmodell.report.formula.book import FormulaBook
from styrmodell.report.numbers import NumberStyle
from styrmodell.source import Source

YEAR = Period.year(2020)
KR = NumberStyle(unit="kr")
TKR = NumberStyle(unit="tkr", factor=Fraction(1000))
SHARE = NumberStyle(unit="%", factor=Fraction(1, 100), decimals=1)
FUNCTIONS = {"sum": "SUM"}


def key(measure: str, unit: str = "rlf") -> Key:
    return Key(measure=measure, unit=unit, period=YEAR, kind=Kind.BUDGET)


def observation(
    measure: str,
    value: str | None,
    unit: str = "rlf",
    *,
    numerator: str | None = None,
    denominator: str | None = None,
) -> Observation:
    place = f"{measure} {unit}"
    return Observation(
        measure_id=measure,
        unit_id=unit,
        period=YEAR,
        kind=Kind.BUDGET,
        value=value,
        source=Source(file="a.csv", place=place),
        numerator=numerator,
        denominator=denominator,
    )


def figure(measure: str, value: str, unit: str = "rlf") -> Explanation:
    return Explanation(
        bound=key(measure, unit),
        label=measure,
        unit="kr",
        op=Op.OBSERVED,
        rule="sum",
        exact=Decimal(value),
        observations=(observation(measure, value, unit),),
    )


def blank(measure: str, op: Op = Op.MISSING) -> Explanation:
    return Explanation(bound=key(measure), label=measure, unit="kr", op=op, rule="sum")


def rolled_up(measure: str, children: Sequence[Explanation]) -> Explanation:
    parts = tuple(children)
    return Explanation(
        bound=key(measure),
        label=measure,
        unit="kr",
        op=Op.ROLLED_UP,
        rule="sum",
        exact=sum((Fraction(child.exact) for child in parts if child.exact is not None), Fraction(0)),
        open_children=lambda: parts,
    )


def folded(measure: str, values: Sequence[str], rule: str = "sum", unit: str = "rlf") -> Explanation:
    """A fold over the units u0, u1 ... below *unit*."""
    found = tuple(observation(measure, value, f"u{place}") for place, value in enumerate(values))
    return Explanation(
        bound=key(measure, unit),
        label=measure,
        unit="kr",
        op=Op.FOLDED,
        rule=rule,
        exact=sum(map(Decimal, values), Decimal(0)) if rule == "sum" else Decimal(values[-1]),
        observations=found,
        open_children=lambda: tuple(figure(measure, value, f"u{place}") for place, value in enumerate(values)),
    )


def at(text: str, sheet: str = "Blad") -> Address:
    return Address(sheet=sheet, row=int(text[1:]) - 1, column=ord(text[0]) - ord("A"))


def book(*printed: tuple[Explanation, str] | tuple[Explanation, str, NumberStyle]) -> FormulaBook:
    made = FormulaBook(functions=FUNCTIONS)
    for explanation, place, *style in printed:
        made.place(explanation, at(place), style[0] if style else TKR)
    return made
