"""The rows of a sheet's table → observations, one a row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from styrmodell.batch import paused_collector
from styrmodell.finding import Findings
from styrmodell.io.filled import filled_source
from styrmodell.io.problems import BadValueError, Problems
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import PLAIN, TableFormat
from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.io.tables.find_table import FoundTable, table_findings
from styrmodell.io.tables.names import NO_NAMES, TableNames
from styrmodell.io.tables.ratio_place import RatioPlaces
from styrmodell.io.tables.row import RowReader
from styrmodell.io.tables.sheet_cells import place_parts, ready_rows, tell_broken
from styrmodell.io.tables.sheet_columns import FIGURES, SheetColumns, sheet_columns
from styrmodell.io.tables.sheet_doubts import SheetDoubts
from styrmodell.io.tables.sheet_figure import SheetFigures
from styrmodell.io.tables.totals import Total, total_groups
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation

_GIVEN_ONCE = frozenset((*FIGURES, "comment"))


def sheet_observations(
    found: FoundTable,
    *,
    measures: Mapping[MeasureId, Measure],
    format: SourceFormat,
    names: TableNames = NO_NAMES,
    table: TableFormat = PLAIN,
) -> tuple[tuple[Observation, ...], Findings]:
    """Read a table whose headings are those of the CSV files, in any order.

    Args:
        found: The table; of a sheet or of a CSV file.
        measures: Id → measure: the unit and the dimensions decide how a row is read.
        format: Notation of figures that are text, scale and sign.
        names: The names that may stand for ids.
        table: Which columns and values its [[tables]] block gives.

    Returns:
        The observations without fault in the sheet's order, money in kr and per cent as shares of one, each with its
        cell as place; and every fault with its cell. Never raises for content.
    """
    problems = Problems(found.grid.file)
    columns = sheet_columns(found, measures, names, table, problems)
    observations: list[Observation] = []
    if columns is not None:
        reader = make_reader(found, measures, format, names)
        reading = _Reading(found=found, columns=columns, reader=reader, problems=problems)
        with paused_collector(), exact():
            observations += reading.observations()
            reading.tell(observations)
    return tuple(observations), Findings.gather(table_findings(found), problems.findings())


def make_reader(
    found: FoundTable, measures: Mapping[MeasureId, Measure], format: SourceFormat, names: TableNames
) -> RowReader:
    """A reader of rows for one table: the cells of a workbook are numbers and dates, those of a file are text."""
    if not found.grid.sheet:
        return RowReader(measures=measures, format=format, names=names)
    figures = SheetFigures(format=format)
    return RowReader(measures=measures, format=format, names=names, text=cell_text, figures=figures)


@define(kw_only=True)
class _Reading:
    """The reading of one table under way.

    Attributes:
        rows: The cells, made ready for reading.
        before: What the place of a row's value begins with.
        numbers: What it ends with, by the row's index.
        ratios: The places of rows that are a numerator and a denominator.
    """

    found: FoundTable
    columns: SheetColumns
    reader: RowReader
    problems: Problems
    rows: Sequence[Sequence[Any]] = field(init=False)
    before: str = field(init=False)
    numbers: Sequence[int] = field(init=False)
    ratios: RatioPlaces | None = field(init=False)
    doubts: SheetDoubts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.doubts = SheetDoubts(problems=self.problems)
        named = self.columns.heading.columns.items()
        filled = {column for name, column in named if name not in _GIVEN_ONCE}
        figures = {column for name, column in named if name in FIGURES}
        self.rows = ready_rows(self.found.grid, filled, figures)
        self.before, self.numbers = place_parts(self.found.grid, self.columns.column(FIGURES))
        self.ratios = RatioPlaces.of(self.found.grid, self.columns)

    def observations(self) -> Iterator[Observation]:
        """The rows that can be read."""
        rows, padding, heading = self.rows, self.columns.padding, self.columns.heading
        file, before, numbers, doubts = self.found.grid.file, self.before, self.numbers, self.reader.figures.doubts
        build, ratios = self.reader.builder(heading), self.ratios
        for index in self._body():
            cells = [*rows[index], *padding]
            ratio = None if ratios is None else ratios.place(index, cells)
            source = filled_source(file, ratio or f"{before}{numbers[index]}")
            try:
                yield build(cells, source)
            except BadValueError:
                self._tell(self.reader.faults(heading, cells), index)
                if self.problems.is_full:
                    return
            if doubts:
                self._doubt(index)

    def _body(self) -> Sequence[int]:
        grid, body = self.found.grid, self.found.body
        if not grid.errors and not grid.uncomputed:
            return body
        broken = tell_broken(grid, self.columns.used(), body, self.problems)
        return [index for index in body if index not in broken]

    def _tell(self, faults: list[tuple[str, BadValueError]], index: int) -> None:
        by_word = {word: name for name, word in self.columns.heading.words.items()}
        for word, bad in faults:
            self.problems.add_bad(bad, self._place(index, by_word.get(word, word)))

    def _place(self, index: int, name: str) -> str:
        """The cell of a field; the row where it has no column."""
        return self.found.grid.place(index, self.columns.column((name,)))

    def _doubt(self, index: int) -> None:
        for name, bad in self.reader.figures.doubts:
            self.doubts.add(name, bad, self._place(index, name))
        self.reader.figures.doubts.clear()

    def tell(self, observations: Sequence[Observation]) -> None:
        """What is told once a table: words, doubtful shares, numbers that are text, and totals."""
        self.reader.remarks.tell(self.problems)
        self.doubts.tell()
        figures = self.reader.figures
        if isinstance(figures, SheetFigures) and figures.text_numbers:
            self._tell_texts()
        column = self.columns.column(("value",))
        if self.found.totals and column is not None:
            by_row = self._by_row(observations)
            for total in self.found.totals:
                self._check_total(total, column, by_row)

    def _check_total(self, row: int, column: int, by_row: Mapping[int, Observation]) -> None:
        """A row that could not be read leaves the total uncompared."""
        cells = self.rows[row]
        if is_blank(cells[column]):
            return
        groups = total_groups(self.found.body, self.found.totals, row)
        known = [[by_row[index] for index in group] for group in groups if all(index in by_row for index in group)]
        label = next(cell_text(cell) for cell in cells if not is_blank(cell))
        total = Total(label=label, cell=cells[column], place=self.found.grid.place(row, column))
        total.tell(known, self.reader, self.problems)

    def _by_row(self, observations: Sequence[Observation]) -> dict[int, Observation]:
        """Those that stand in the column of values, by row; a ratio is in no sum."""
        places = {observation.source.place: observation for observation in observations}
        pairs = ((index, places.get(f"{self.before}{self.numbers[index]}")) for index in self.found.body)
        return {index: observation for index, observation in pairs if observation is not None}

    def _tell_texts(self) -> None:
        for name in FIGURES:
            column = self.columns.column((name,))
            if column is not None:
                self.doubts.tell_texts(self.found, self.rows, (column,), self.reader.figures)
