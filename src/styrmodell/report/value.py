"""Values for scripts and texts: a figure with its coverage and age."""

import csv
from datetime import date
from decimal import Decimal
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.model.number import Exact, as_decimal
from styrmodell.report.numbers import format_figure, make_style, with_unit
from styrmodell.report.table import NOT_REPORTED

_FRAME_DECIMALS = 10


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
        key: What it is a value of; None for an expression.
        exact: The figure with all its digits, a third as a third.
    """

    cell: str
    number: Decimal | None
    unit: str
    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    estimated: bool = False
    key: Key | None = None
    exact: Exact | None = None

    def text(self, lang: str = "sv", *, decimals: int | None = None) -> str:
        """The figure as printed: "−1 661 635 000 kr", "87,7 %", "ej rapporterat"."""
        if self.exact is None:
            return "not reported" if lang == "en" else NOT_REPORTED
        return with_unit(format_figure(self.exact, make_style(self.unit, "", decimals)), self.unit)


class Values(tuple[Value, ...]):
    """An ordered, immutable collection of values."""

    __slots__ = ()

    def columns(self) -> dict[str, list[Any]]:
        """Plain columns, one list a field, for a data frame; numbers have at most ten decimals."""
        keys = [value.key for value in self]
        return {
            "cell": [value.cell for value in self],
            "measure": [key.measure if key else "" for key in keys],
            "unit_id": [key.unit if key else "" for key in keys],
            "period": [key.period.text if key else "" for key in keys],
            "kind": [key.kind.value if key else "" for key in keys],
            "number": [_for_frame(value.number) for value in self],
            "unit": [value.unit for value in self],
            "reported": [value.reported for value in self],
            "expected": [value.expected for value in self],
            "oldest": [value.oldest for value in self],
            "newest": [value.newest for value in self],
            "estimated": [value.estimated for value in self],
        }

    def write_csv(self, path: str | PathLike[str]) -> None:
        """Write the columns as CSV: UTF-8, comma, decimal point; missing is empty."""
        columns = self.columns()
        with Path(path).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(zip(*columns.values(), strict=True))

    def _repr_html_(self) -> str:
        rows = "".join(f"<tr><td>{escape(v.cell)}</td><td>{escape(v.text())}</td></tr>" for v in self)
        return f"<table><tbody>{rows}</tbody></table>"


def _for_frame(number: Decimal | None) -> Decimal | None:
    """At most ten decimals: frames hold Decimals of one scale, and a third has no end."""
    if number is None or number == round(number, 0):
        return number if number is None else Decimal(int(number))
    return round(number, _FRAME_DECIMALS).normalize()


def make_value(explanation: Explanation, *, cell: str = "") -> Value:
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
        key=explanation.bound if isinstance(explanation.bound, Key) else None,
        exact=explanation.exact,
    )
