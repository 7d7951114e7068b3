"""Values for scripts and texts: a figure with its coverage and age."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import field, frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.aggregation.until import tells_until
from styrmodell.model.number import Exact, as_decimal
from styrmodell.model.observation import Observation
from styrmodell.model.status import Counts, Status, status_word
from styrmodell.report.numbers import format_figure, make_style, with_unit
from styrmodell.report.table import NOT_REPORTED

_LAST_DECIMAL = Decimal("1E-10")
_ROOMY = Context(prec=100)


@frozen(kw_only=True)
class Value:
    """One figure, unrounded.

    Attributes:
        cell: Its cell id.
        number: In *unit*; money in kr, a share as a part of one. None is missing, never zero.
        unit: "kr", "%", "m2", "kr/inv".
        reported: How many figures came, of those expected.
        expected: How many figures were expected.
        oldest: Earliest as-of date among them.
        newest: Latest as-of date.
        estimated: Whether any is estimated or carried forward.
        carried: How many are from an earlier time, carried forward.
        stale: Whether any is too old, by how often the measure is to be reported.
        missing: Units that were expected to report and did not, by name.
        status: How it stands to its target; also the value of a rule that gives a status. None without a target.
        counts: The value of a rule that tells how many have each status.
        key: What it is a value of; None for an expression.
        exact: The figure with all its digits, a third as a third.
        working: How it came about, so that a document it is printed in can tell.
    """

    cell: str
    number: Decimal | None
    unit: str
    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    estimated: bool = False
    carried: int = 0
    stale: bool = False
    missing: tuple[str, ...] = ()
    status: Status | None = None
    counts: Counts = ()
    key: Key | None = None
    exact: Exact | None = None
    working: Explanation | None = field(default=None, eq=False, repr=False)

    @property
    def until(self) -> date | None:
        """The last day that the one who is furthest behind tells of; None where the measure says no frequency."""
        return None if self.working is None else tells_until(self.working)

    @property
    def comments(self) -> tuple[str, ...]:
        """What was said of the newest figures it rests on: texts as they were reported, each once."""
        found = [one for one in _figures(self.working) if one.comment]
        newest = max((one.period.last for one in found), default=0)
        return tuple(dict.fromkeys(one.comment for one in found if one.period.last == newest))

    @property
    def decimals(self) -> int | None:
        """How many its measure is printed with where nobody says otherwise; None where the measure does not say."""
        return None if self.working is None else self.working.decimals

    def text(self, lang: str = "sv", *, decimals: int | None = None) -> str:
        """The figure as printed: "−1 661 635 000 kr", "87,7 %", "ej rapporterat".

        Args:
            lang: "sv" or "en": the language of words; numbers are printed in Swedish in both.
            decimals: How many; None takes the measure's, and where it says none no decimals, and one for a share.
        """
        if self.counts:
            return ", ".join(f"{count} {_word(status, lang)}" for status, count in self.counts)
        if self.exact is None and self.status is not None and self.reported:
            return _word(self.status, lang)
        if self.exact is None:
            return "not reported" if lang == "en" else NOT_REPORTED
        wanted = self.decimals if decimals is None else decimals
        return with_unit(format_figure(self.exact, make_style(self.unit, "", wanted)), self.unit)


def _figures(working: Explanation | None) -> Iterator[Observation]:
    """The figures that a value rests on, all the way down."""
    waiting = [] if working is None else [working]
    while waiting:
        step = waiting.pop()
        yield from step.observations
        waiting.extend(reversed(step.children))


class Values(tuple[Value, ...]):
    """An ordered, immutable collection of values."""

    __slots__ = ()

    def columns(self) -> dict[str, list[Any]]:
        """Plain columns, field → list, for a data frame.

        "number" has at most ten decimals, since frames hold decimals of one scale; "rounded" tells where the value
        has more, and "exact" has it whole, as text ("1/3"). Frames that hold 38 digits (polars) have no room for
        10^28 and more beside decimals: there too "exact" has the value.
        """
        keys = [value.key for value in self]
        return {
            "cell": [value.cell for value in self],
            "measure": [key.measure if key else "" for key in keys],
            "unit_id": [key.unit if key else "" for key in keys],
            "period": [key.period.text if key else "" for key in keys],
            "kind": [key.kind.value if key else "" for key in keys],
            "number": [_for_frame(value.number) for value in self],
            "rounded": [_for_frame(value.number) != value.exact for value in self],
            "exact": ["" if value.exact is None else _plain(value.exact) for value in self],
            "unit": [value.unit for value in self],
            "reported": [value.reported for value in self],
            "expected": [value.expected for value in self],
            "oldest": [value.oldest for value in self],
            "newest": [value.newest for value in self],
            "estimated": [value.estimated for value in self],
            "carried": [value.carried for value in self],
            "stale": [value.stale for value in self],
            "status": [value.status.value if value.status else "" for value in self],
        }

    def write_csv(self, path: str | PathLike[str]) -> None:
        """Write the columns as CSV in the file *path*: UTF-8, comma, decimal point; missing is empty.

        Raises:
            OSError: It cannot be written.
        """
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
    if number is None or number == number.to_integral_value():
        return number if number is None else Decimal(int(number))
    # The usual context would refuse what has more than 28 digits with its ten decimals.
    return number.quantize(_LAST_DECIMAL, context=_ROOMY).normalize(_ROOMY)


def _plain(exact: Exact) -> str:
    """All of a value as text: "1234.5", or "1/3" where no decimals would do; Fraction(text) reads it back."""
    fraction = Fraction(exact)
    number = as_decimal(exact)
    return f"{number:f}" if number is not None and Fraction(number) == fraction else str(fraction)


def _word(status: Status, lang: str) -> str:
    return status.value.replace("_", " ") if lang == "en" else status_word(status)


def make_value(explanation: Explanation, *, cell: str = "", status: Status | None = None) -> Value:
    """The figure of *explanation*, without its working; *status* is how it stands to its target."""
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
        carried=coverage.carried,
        stale=explanation.stale,
        missing=explanation.missing_names,
        status=status or explanation.status,
        counts=explanation.counts,
        key=explanation.bound if isinstance(explanation.bound, Key) else None,
        exact=explanation.exact,
        working=explanation,
    )
