"""Rows of a table → observations; with table_figure.py the one place where cells get their meaning."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from attrs import Factory, define, evolve, field

from styrmodell.csv_guard import unguarded
from styrmodell.io.filled import filled_observation
from styrmodell.io.kept import Kept, optional, required
from styrmodell.io.problems import BadValueError, shorten, suggestions
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.figure import FigureReader, FigureRule
from styrmodell.io.tables.heading import FIELDS, Cells, Heading
from styrmodell.io.tables.names import NO_NAMES, TableNames
from styrmodell.io.tables.period import row_period
from styrmodell.io.tables.remark import RemarkCount, remark_of
from styrmodell.io.value_codes import FOREIGN_DIMENSION, UNKNOWN_MEASURE
from styrmodell.io.values import date_value, kind_value
from styrmodell.model.ids import DimensionId, MeasureId, UnitId
from styrmodell.model.kind import Kind, State
from styrmodell.model.measure import Dims, Measure
from styrmodell.model.observation import Observation
from styrmodell.model.period import Period
from styrmodell.source import Source

_K = TypeVar("_K")
_V = TypeVar("_V")
_MIDNIGHT = " 00:00:00"
Pick = Callable[[Sequence[Any]], Cells]
Build = Callable[[Sequence[Any], Source], Observation]
_REPORTED = State.REPORTED  # to look it up on the class takes longer, and there are many rows


@define(kw_only=True)
class RowReader:
    """Reads the rows of one file; make one a file, since it keeps what it has read.

    Run it inside model.number.exact(): scaling must not round.

    Attributes:
        figures: Its *doubts* are warnings about rows that were read; the caller empties it.
        names: The names that may stand for ids.
        text: A cell as text; the cells of a workbook are not text.
        remarks: The values that are words; the caller tells them when the file is read.
    """

    measures: Mapping[MeasureId, Measure]
    format: SourceFormat
    names: TableNames = NO_NAMES
    text: Callable[[Any], str] = str.strip
    figures: FigureReader = field(default=Factory(lambda self: FigureReader(format=self.format), takes_self=True))
    remarks: RemarkCount = field(factory=RemarkCount)
    _readings: Kept[Any, FigureRule] = field(init=False)
    _near: Kept[str, dict[str, str]] = field(init=False)
    _units: Kept[Any, UnitId] = field(init=False)
    _periods: tuple[Kept[Any, Period], Kept[Any, Period]] = field(init=False)
    _dated: Kept[tuple[Any, Any, Any, bool], Period] = field(init=False)
    _kinds: Kept[Any, Kind] = field(init=False)
    _dates: Kept[Any, date | None] = field(init=False)
    _texts: Kept[Any, str] = field(init=False)
    _dims: Kept[Cells, Dims] = field(init=False)
    _heading: Heading | None = None
    _build: Build = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._readings = Kept(self._of_text(required(self._reading, "matt")))
        self._near = Kept(lambda text: suggestions(text, sorted(self.measures)))
        self._units = Kept(self._of_text(required(lambda text: self.names.unit(text.strip()), "enhet")))
        self._periods = (Kept(partial(self._period, "", "")), Kept(partial(self._period, "", "", is_stock=True)))
        self._dated = Kept(lambda key: self._period(*key))
        self._kinds = Kept(self._of_text(required(kind_value, "typ")))
        self._dates = Kept(self._of_text(optional(row_date)))
        self._texts = Kept(self._words)
        self._dims = Kept(self._split)

    def _words(self, cell: Any) -> str:
        """What people write, without the apostrophe that keeps Excel from taking it for a formula."""
        return unguarded(self.text(cell))

    def _of_text(self, read: Callable[[str], _V]) -> Callable[[Any], _V]:
        return lambda cell: read(self.text(cell))

    def _period(self, month: Any, year: Any, period: Any, is_stock: bool = False) -> Period:
        return row_period(self.text(period) or self.text(month), self.text(year), is_stock=is_stock)

    def read(self, heading: Heading, row: Sequence[Any], source: Source) -> Observation:
        """Read the cells of one row, followed by PADDING.

        Raises:
            BadValueError: The first thing that is wrong; faults() gives all of them.
        """
        return self.builder(heading)(row, source)

    def builder(self, heading: Heading) -> Build:
        """What reads the rows of *heading*, for many rows in turn; it holds until another heading is asked for."""
        if heading is not self._heading:
            self._heading = heading
            self._dims.clear()
            usual = heading.usual
            self._build = partial(self._full, heading) if usual is None else self._usual(usual, heading.split)
        return self._build

    def _usual(self, usual: Pick, split: Pick | None) -> Build:
        """Builds the rows of a heading that has nothing rare; all that a row needs is within reach of one function."""
        readings, (flows, stocks), units, dates = self._readings, self._periods, self._units, self._dates
        kinds, texts, dims, text, amount_of = self._kinds, self._texts, self._dims, self.text, self.figures.amount

        def build(row: Sequence[Any], source: Source) -> Observation:
            unit, measure, period, kind, value, word, per, by, note = usual(row)
            rule, state = readings[measure], _REPORTED
            amount, step = amount_of(value, rule)
            if amount is None or word:
                amount, step, _, _, state = self.figures.read(value, "", "", word, rule)
                note = self._remarked(note, source)
            return filled_observation(
                rule.measure.id,
                units[unit],
                stocks[period] if rule.is_stock else flows[period],
                kinds[kind],
                () if split is None else dims[split(row)],
                amount,
                state,
                dates[per],
                texts[by],
                step,
                text(note) if note else "",
                source,
            )

        return build

    def _full(self, heading: Heading, row: Sequence[Any], source: Source) -> Observation:
        """Builds a row of any heading."""
        cells = heading.fields(row)
        unit, measure, period, kind, version, value, over, under, word, per, day, by, note, month, year = cells
        rule, state, numerator, denominator = self._readings[measure], _REPORTED, None, None
        amount, step = self.figures.amount(value, rule)
        if amount is None or word or over or under:
            amount, step, numerator, denominator, state = self.figures.read(value, over, under, word, rule)
            note = self._remarked(note, source)
        observation = Observation(
            measure_id=rule.measure.id,
            unit_id=self._units[unit],
            period=self._period_of(month, year, period, rule),
            kind=self._kinds[kind],
            version=self._texts[version],
            dims=self._dims[heading.split(row)] if heading.split else (),
            value=amount,
            numerator=numerator,
            denominator=denominator,
            state=state,
            as_of=self._dates[per],
            reported=self._dates[day],
            reporter=self._texts[by],
            precision=step,
            comment=self._words(note) if note else "",
            source=source,
        )
        return self._with_rare(observation, heading, row) if heading.rare else observation

    def _with_rare(self, observation: Observation, heading: Heading, row: Sequence[Any]) -> Observation:
        cells: dict[str, Any] = {name: self.text(row[column]) for name, column in heading.rare}
        return evolve(observation, **cells)

    def _period_of(self, month: Any, year: Any, period: Any, rule: FigureRule) -> Period:
        if year or month:
            return self._dated[month, year, period, rule.is_stock]
        return self._periods[rule.is_stock][period]

    def _remarked(self, comment: Any, source: Source) -> str:
        """The comment of a value that may be a word."""
        text, words = self.text(comment), self.figures.words
        if words and source.place:
            self.remarks.add(words, source)
        return remark_of(words, text) if words else text

    def faults(self, heading: Heading, row: Sequence[Any]) -> list[tuple[str, BadValueError]]:
        """Everything that is wrong with a row that read() refused: (column, fault) pairs; none for a blank row."""
        if not any(self.text(cell) for cell in row[: heading.width]):
            return []
        cells = dict(zip(FIELDS, heading.fields(row), strict=True))
        found = [(name, bad) for name, read in self._readers() if (bad := _fault(read, cells[name]))]
        found = sorted([*found, *self._period_faults(cells)], key=lambda pair: FIELDS.index(pair[0]))
        found += self._member_faults(heading, row, cells["measure"])
        if not found:
            bad = _fault(lambda _: self.read(heading, row, Source()), "")
            found += [(str(bad.path[0]) if bad.path else "", bad)] if bad else []
        return [(heading.words.get(name, name), bad) for name, bad in found]

    def _readers(self) -> tuple[tuple[str, Callable[[Any], object]], ...]:
        """What each column is read by, where it can be said without the others."""
        return (
            ("unit", self._units.__getitem__),
            ("measure", self._readings.__getitem__),
            ("kind", self._kinds.__getitem__),
            ("value", self.figures.check),
            ("numerator", self.figures.check),
            ("denominator", self.figures.check),
            ("state", self.figures.states.__getitem__),
            ("as_of", self._dates.__getitem__),
            ("reported", self._dates.__getitem__),
        )

    def _period_faults(self, cells: Mapping[str, Any]) -> list[tuple[str, BadValueError]]:
        bad = _fault(lambda key: self._period(*key), (cells["month"], cells["year"], cells["period"]))
        column = "month" if self.text(cells["month"]) else "period"
        return [(str(bad.path[0]) if bad.path else column, bad)] if bad else []

    def _member_faults(self, heading: Heading, row: Sequence[Any], measure: Any) -> list[tuple[str, BadValueError]]:
        if _fault(self._readings.__getitem__, measure):
            return []
        known = self._readings[measure].measure.id
        pairs = zip(heading.dimensions, heading.members(row), strict=True)
        faults = ((name, _fault(partial(self._members, known, (name,)), (cell,))) for name, cell in pairs)
        return [(name, bad) for name, bad in faults if bad]

    def _reading(self, text: str) -> FigureRule:
        measure = self.measures.get(MeasureId(text.strip())) or self.measures.get(self.names.measure(text.strip()))
        if measure is None:
            raise BadValueError(UNKNOWN_MEASURE, **self._near[text.strip()])
        return self.figures.rule(measure)

    def _split(self, cells: Cells) -> Dims:
        """The members of a row, given the cells of its measure and of the heading's dimensions."""
        assert self._heading is not None
        return self._members(self._readings[cells[0]].measure.id, self._heading.dimensions, cells[1:])

    def _members(self, measure_id: MeasureId, dimensions: tuple[DimensionId, ...], cells: Cells) -> Dims:
        """The members in the order the measure lists its dimensions; an empty cell is the dimension's root."""
        measure = self.measures[measure_id]
        written = ((name, self.text(cell)) for name, cell in zip(dimensions, cells, strict=True))
        given = {name: self.names.member(name, text) for name, text in written if text}
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


def row_date(text: str) -> date:
    """An ISO date, or one with the midnight that programs add (SM119)."""
    return date_value(text.strip().removesuffix(_MIDNIGHT))
