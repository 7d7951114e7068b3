"""A total of the savings plan: the lines of a unit, a category, a feasibility or an origin, or all of them."""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.savings.action_reader import WORDS
from styrmodell.aggregation.savings.line import Column, Figure, Line
from styrmodell.aggregation.savings.line_builder import are_comparable
from styrmodell.aggregation.savings.savings_codes import DEVIATION_INCOMPLETE
from styrmodell.aggregation.savings.sums import added, difference, missing, share
from styrmodell.finding import Finding
from styrmodell.source import Source


@frozen(kw_only=True, eq=False)
class ColumnTotal:
    """A column's total.

    Attributes:
        explanation: The sum of what there is, in kr, with its working.
        reported: How many of the lines told their figure, whole.
        expected: How many lines it is a total of.
    """

    explanation: Explanation
    reported: int
    expected: int


@frozen(kw_only=True, eq=False)
class Total:
    """The totals of some lines, each action counted once.

    Attributes:
        key: The unit's id, or the group's member of the dimension "objekt"; empty for the total of all.
        lines: The lines it is a total of.
        columns: A total for every column.
        deviation: Forecast less target; missing unless the same actions have both, with how many do.
        left: Target less outcome; missing unless the same actions have both.
        reached: Outcome over target, a share of one; missing as *left* is.
    """

    key: str
    name: str
    lines: tuple[Line, ...]
    columns: tuple[tuple[Column, ColumnTotal], ...]
    deviation: Explanation
    left: Explanation
    reached: Explanation

    def part(self, column: Column) -> ColumnTotal:
        """The total of *column*."""
        return next(part for known, part in self.columns if known is column)

    def explanation(self, column: Column) -> Explanation:
        """The sum of *column* with its working."""
        return self.part(column).explanation


def make_total(lines: Iterable[Line], *, key: str = "", name: str = "", source: Source | None = None) -> Total:
    """Add the counted ones of *lines*.

    Args:
        source: Where it is told that the deviation cannot be computed; None tells nothing.
    """
    counted = tuple(line for line in lines if line.is_counted)
    columns = tuple((column, _part(counted, column, name)) for column in Column)
    known = {column: part.explanation for column, part in columns}
    deviation = _compared(counted, Column.FORECAST, f"{name}, avvikelse", source)
    left = _compared(counted, Column.OUTCOME, f"{name}, kvar till målet", None)
    reached = _compared(counted, Column.OUTCOME, f"{name}, del av målet", None)
    target, outcome = known[Column.TARGET], known[Column.OUTCOME]
    return Total(
        key=key,
        name=name,
        lines=counted,
        columns=columns,
        deviation=deviation or difference(known[Column.FORECAST], target, f"{name}, avvikelse"),
        left=left or difference(target, outcome, f"{name}, kvar till målet"),
        reached=reached or share(outcome, target, f"{name}, del av målet"),
    )


def _part(lines: tuple[Line, ...], column: Column, name: str) -> ColumnTotal:
    figures = [line.figure(column) for line in lines]
    return ColumnTotal(
        explanation=added((figure.explanation for figure in figures), f"{name}, {WORDS[column]}"),
        reported=sum(figure.is_known and figure.is_whole for figure in figures),
        expected=len(figures),
    )


def _compared(lines: tuple[Line, ...], other: Column, label: str, source: Source | None) -> Explanation | None:
    """A missing value where the lines cannot be compared with their targets; None where all of them can."""
    pairs = [(line.figure(Column.TARGET), line.figure(other)) for line in lines]
    told = [pair for pair in pairs if any(figure.is_known for figure in pair)]
    both = sum(are_comparable(*pair) for pair in told)
    if told and both == len(told):
        return None
    findings: tuple[Finding, ...] = ()
    if source is not None and told:
        findings = (DEVIATION_INCOMPLETE.at(source, **_said(told, label, both)),)
    return missing(label, reported=both, expected=len(told), findings=findings)


def _said(told: list[tuple[Figure, Figure]], label: str, both: int) -> dict[str, str]:
    known = sum(other.is_known and other.is_whole for _, other in told)
    return {"name": label, "both": str(both), "known": str(known), "count": str(len(told))}
