"""Values for scripts and texts: a figure with its coverage and age."""

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.model.number import Exact, as_decimal
from styrmodell.report.numbers import format_figure, make_style
from styrmodell.report.table import NOT_REPORTED


@frozen(kw_only=True)
class Value:
    """One figure, unrounded.

    Attributes:
        cell: Its cell id.
        number: In *unit*; money in kr, a share as a part of one. None is missing, never zero.
        unit: "kr", "%", "m2", "kr/inv".
        reported: Figures that came, of those expected.
        expected: Figures that were expected.
        oldest: Earliest as-of date among them.
        newest: Latest as-of date.
        estimated: Whether any is estimated or carried forward.
        decimals: How many decimals it prints with.
    """

    cell: str
    number: Decimal | None
    unit: str
    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    estimated: bool = False
    decimals: int | None = None
    exact: Exact | None = None

    def text(self, lang: str = "sv") -> str:
        """The figure as printed: "−1 661 635 000 kr", "87,7 %", "ej rapporterat"."""
        if self.exact is None:
            return "not reported" if lang == "en" else NOT_REPORTED
        printed = format_figure(self.exact, make_style(self.unit, "", self.decimals))
        return printed if self.unit in ("", "%", "antal") else f"{printed}\u00a0{self.unit}"


def make_value(explanation: Explanation, *, cell: str = "", decimals: int | None = None) -> Value:
    """The figure of *explanation*, without its working."""
    coverage = explanation.coverage
    return Value(
        cell=cell or explanation.cell,
        number=as_decimal(explanation.exact),
        unit=explanation.unit,
        reported=coverage.reported,
        expected=coverage.expected,
        oldest=coverage.oldest,
        newest=coverage.newest,
        estimated=coverage.estimated,
        decimals=decimals,
        exact=explanation.exact,
    )


def columns_of(values: tuple[Value, ...]) -> dict[str, list[Any]]:
    """Plain columns of *values*, one list a field, for a data frame; numbers have at most ten decimals."""
    return {
        "cell": [value.cell for value in values],
        "number": [None if value.number is None else round(value.number, 10) for value in values],
        "unit": [value.unit for value in values],
        "reported": [value.reported for value in values],
        "expected": [value.expected for value in values],
        "oldest": [value.oldest for value in values],
        "newest": [value.newest for value in values],
        "estimated": [value.estimated for value in values],
    }
