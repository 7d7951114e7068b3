"""Totals that stand in a table are compared with their rows, and never read as values."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.tables.codes import TOTAL_DIFFERS
from styrmodell.io.tables.figure import FigureRule
from styrmodell.io.tables.row import RowReader
from styrmodell.model.measure import SHARE
from styrmodell.model.number_text import Notation
from styrmodell.model.observation import Observation

_HALF = Decimal("0.5")
_NOTHING = Decimal(0)
_SUM = "sum"


@frozen(kw_only=True)
class Total:
    """A total as it stands in a table.

    Attributes:
        cell: Its figure.
        place: Where that stands.
    """

    label: str
    cell: Any
    place: str

    def tell(self, groups: Iterable[Sequence[Observation]], reader: RowReader, problems: Problems) -> None:
        """Tell the total when none of *groups* gives it (SM165); run it inside model.number.exact().

        A group is the rows that it may be of: those since the total before, or all above. It can be summed when
        its rows are of measures with one unit that are summed, and all have a value: the total of a column of per
        cents means nothing.
        """
        usable = [group for group in groups if group and all(part.value is not None for part in group)]
        rule = _rule(reader, [part for group in usable for part in group])
        if rule is None:
            return
        try:
            value, step = reader.figures.amount(self.cell, rule)
        except BadValueError as bad:
            problems.add_bad(bad, self.place)
            return
        other = _differing(value, step or _NOTHING, usable) if value is not None else None
        if value is not None and other is not None:
            factor, notation = rule.factor or 1, reader.format.notation
            written = {"found": _shown(value / factor, notation), "sum": _shown(other / factor, notation)}
            problems.add(TOTAL_DIFFERS, self.place, label=shorten(self.label), **written)


def _rule(reader: RowReader, parts: Sequence[Observation]) -> FigureRule | None:
    """How a total is read: as its rows; None when they cannot be summed."""
    measures = {part.measure_id: reader.measures[part.measure_id] for part in parts}.values()
    if len({measure.unit for measure in measures}) != 1:
        return None
    first = next(iter(measures))
    is_summed = first.unit != SHARE and all(measure.rule == _SUM for measure in measures)
    return reader.figures.rule(first) if is_summed else None


def _differing(total: Decimal, step: Decimal, groups: Sequence[Sequence[Observation]]) -> Decimal | None:
    """The sum of the first group when none gives *total*, so near as half a step of each written figure."""
    sums: list[Decimal] = []
    for group in groups:
        found = sum((part.value for part in group if part.value is not None), _NOTHING)
        steps = sum((part.precision or _NOTHING for part in group), step)
        if abs(found - total) <= _HALF * steps:
            return None
        sums.append(found)
    return sums[0] if sums else None


def _shown(value: Decimal, notation: Notation) -> str:
    """*value* as it would be written in the file."""
    text = format(value.normalize() if value else _NOTHING, "f")
    return text.replace(".", ",") if notation is Notation.SV else text


def total_groups(body: Sequence[int], totals: Sequence[int], total: int) -> tuple[tuple[int, ...], ...]:
    """The rows that the total in row *total* may be of, in a table without sections: since the one before, or all."""
    last = max((row for row in totals if row < total), default=-1)
    above = tuple(row for row in body if row < total)
    return tuple(row for row in above if row > last), above
