"""Rows of a table → observations; with table_figure.py the one place where cells get their meaning."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from attrs import define, field

from styrmodell.io.kept import Kept, optional, required
from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.sources import SourceFormat
from styrmodell.io.table_figure import FigureReader, FigureRule
from styrmodell.io.table_heading import FIELDS, Cells, Heading
from styrmodell.io.value_codes import FOREIGN_DIMENSION, UNKNOWN_MEASURE
from styrmodell.io.values import date_value, kind_value, period_value
from styrmodell.model.ids import DimensionId, MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

_K = TypeVar("_K")


@define(kw_only=True)
class RowReader:
    """Reads the rows of one file; make one a file, since it keeps what it has read.

    Run it inside model.number.exact(): scaling must not round.

    Attributes:
        figures: Its *doubts* are warnings about rows that were read; the caller empties it.
    """

    measures: Mapping[MeasureId, Measure]
    format: SourceFormat
    figures: FigureReader = field(init=False)
    _readings: Kept[str, FigureRule] = field(init=False)
    _near: Kept[str, dict[str, str]] = field(init=False)
    _units: Kept[str, UnitId] = field(init=False)
    _periods: Kept[str, Period] = field(init=False)
    _kinds: Kept[str, Kind] = field(init=False)
    _dates: Kept[str, date | None] = field(init=False)
    _texts: Kept[str, str] = field(init=False)
    _dims: Kept[tuple[MeasureId, Cells], Dims] = field(init=False)
    _heading: Heading | None = None

    def __attrs_post_init__(self) -> None:
        self.figures = FigureReader(format=self.format)
        self._readings = Kept(required(self._reading, "matt"))
        self._near = Kept(lambda text: suggestions(text, sorted(self.measures)))
        self._units = Kept(required(lambda text: UnitId(text.strip()), "enhet"))
        self._periods = Kept(required(period_value, "period"))
        self._kinds = Kept(required(kind_value, "typ"))
        self._dates = Kept(optional(date_value))
        self._texts = Kept(str.strip)
        self._dims = Kept(lambda key: self._members(key[0], self._heading.dimensions if self._heading else (), key[1]))

    def read(self, heading: Heading, row: Sequence[str], source: Source) -> Observation:
        """Read the cells of one row, followed by PADDING.

        Raises:
            BadValueError: The first thing that is wrong; faults() gives all of them.
        """
        if heading is not self._heading:
            self._heading = heading
            self._dims.clear()
        unit, measure, period, kind, version, value, over, under, word, per, reported, by, comment = heading.fields(row)
        reading = self._readings[measure]
        measure_id = reading.measure.id
        numerator = denominator = None
        amount, step = self.figures.amount(value, reading)
        state = State.REPORTED
        if amount is None or word or over or under:
            amount, step, numerator, denominator, state = self.figures.read(value, over, under, word, reading)
        return Observation(
            measure_id=measure_id,
            unit_id=self._units[unit],
            period=self._periods[period],
            kind=self._kinds[kind],
            version=self._texts[version],
            dims=self._dims[measure_id, heading.members(row)] if heading.dimensions else (),
            value=amount,
            numerator=numerator,
            denominator=denominator,
            state=state,
            as_of=self._dates[per],
            reported=self._dates[reported],
            reporter=self._texts[by],
            precision=step,
            comment=comment.strip() if comment else "",
            source=source,
        )

    def faults(self, heading: Heading, row: Sequence[str]) -> list[tuple[str, BadValueError]]:
        """Everything that is wrong with a row that read() refused: (column, fault) pairs; none for a blank row."""
        if not any(cell.strip() for cell in row[: heading.width]):
            return []
        cells = dict(zip(FIELDS, heading.fields(row), strict=True))
        found = [(name, bad) for name, read in self._readers() if (bad := _fault(read, cells[name]))]
        found += self._member_faults(heading, row, cells["measure"])
        if not found:
            bad = _fault(lambda _: self.read(heading, row, Source()), "")
            found += [(str(bad.path[0]) if bad.path else "", bad)] if bad else []
        return [(heading.words.get(name, name), bad) for name, bad in found]

    def _readers(self) -> tuple[tuple[str, Callable[[str], object]], ...]:
        """What each column is read by, where it can be said without the others."""
        return (
            ("unit", self._units.__getitem__),
            ("measure", self._readings.__getitem__),
            ("period", self._periods.__getitem__),
            ("kind", self._kinds.__getitem__),
            ("value", self.figures.number),
            ("numerator", self.figures.number),
            ("denominator", self.figures.number),
            ("state", self.figures.states.__getitem__),
            ("as_of", self._dates.__getitem__),
            ("reported", self._dates.__getitem__),
        )

    def _member_faults(self, heading: Heading, row: Sequence[str], measure: str) -> list[tuple[str, BadValueError]]:
        if measure.strip() not in self.measures:
            return []
        known = self._readings[measure].measure.id
        pairs = zip(heading.dimensions, heading.members(row), strict=True)
        faults = ((name, _fault(partial(self._members, known, (name,)), (cell,))) for name, cell in pairs)
        return [(name, bad) for name, bad in faults if bad]

    def _reading(self, text: str) -> FigureRule:
        measure = self.measures.get(MeasureId(text.strip()))
        if measure is None:
            raise BadValueError(UNKNOWN_MEASURE, **self._near[text.strip()])
        return self.figures.rule(measure)

    def _members(self, measure_id: MeasureId, dimensions: tuple[DimensionId, ...], cells: Cells) -> Dims:
        """The members in the order the measure lists its dimensions; an empty cell is the dimension's root."""
        measure = self.measures[measure_id]
        given = {name: cell.strip() for name, cell in zip(dimensions, cells, strict=True) if cell.strip()}
        for name, member in given.items():
            if name not in measure.dimensions:
                known = ", ".join(measure.dimensions) or "–"
                args = {"found": shorten(member), "dimension": name, "measure": measure_id, "known": known}
                raise BadValueError(FOREIGN_DIMENSION, **args).below(name)
        return tuple((name, given[name]) for name in measure.dimensions if name in given)


def _fault(read: Callable[[_K], object], cell: _K) -> BadValueError | None:
    try:
        read(cell)
    except BadValueError as bad:
        return bad
    return None
