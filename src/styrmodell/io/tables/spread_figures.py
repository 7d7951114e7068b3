"""The figures of a table that has them side by side → observations, each read as a row of its own."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import define, field, frozen

from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.tables.blocks import TableFormat
from styrmodell.io.tables.cell_text import is_blank
from styrmodell.io.tables.codes import UNKNOWN_NAME
from styrmodell.io.tables.find_table import FoundTable
from styrmodell.io.tables.heading import PADDING, Heading, field_of, read_heading
from styrmodell.io.tables.row import RowReader
from styrmodell.io.tables.sheet_cells import tell_broken
from styrmodell.io.tables.sheet_doubts import SheetDoubts
from styrmodell.io.tables.sheet_figure import SheetFigures
from styrmodell.io.tables.spread_columns import SpreadColumns, spread_rows
from styrmodell.model.observation import Observation
from styrmodell.source import Source

STATED = "tryckt"
Cell = tuple[int, int]


@frozen(kw_only=True)
class SpreadRow:
    """A row of figures.

    Attributes:
        cells: What holds for all its figures, in the order of the row's fields.
        state: A word for their state; empty for reported.
    """

    index: int
    cells: tuple[Any, ...]
    state: str = ""


@define(kw_only=True)
class SpreadFigures:
    """Reads the figures of one table; run it inside model.number.exact().

    Attributes:
        fields: What the cells of a row hold.
        given: What holds for the whole table.
        rows: The cells, made ready for reading.
    """

    found: FoundTable
    columns: SpreadColumns
    fields: tuple[str, ...]
    given: tuple[str, ...]
    heading: Heading
    reader: RowReader
    problems: Problems
    rows: Sequence[Sequence[Any]] = field(init=False)
    _doubts: SheetDoubts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.rows = spread_rows(self.found.grid, self.columns)
        self._doubts = SheetDoubts(problems=self.problems)

    @classmethod
    def make(
        cls,
        found: FoundTable,
        columns: SpreadColumns,
        table: TableFormat,
        fields: tuple[str, ...],
        problems: Problems,
        reader: RowReader,
    ) -> "SpreadFigures | None":
        """Put the fields of the block, the headings and the rows together; None, told, when some are missing."""
        names = (*(field_of(name) or name for name, _ in table.values), *columns.fields, *fields)
        state = () if "state" in names else ("state",)
        dimensions = frozenset(name for measure in reader.measures.values() for name in measure.dimensions)
        heading, faults = read_heading((*names, *state, "value"), dimensions)
        for _, bad in faults:
            problems.add_bad(bad, found.grid.place(found.heading_rows[-1]))
        if heading is None:
            return None
        given = tuple(value for _, value in table.values)
        return cls(
            found=found, columns=columns, fields=fields, given=given, heading=heading, reader=reader, problems=problems
        )

    def read(self, rows: Iterable[SpreadRow]) -> dict[Cell, Observation]:
        """The figures of *rows* that can be read, by row and column; a blank cell is no figure."""
        read: dict[Cell, Observation] = {}
        indexes: list[int] = []
        for row in rows:
            indexes.append(row.index)
            for column, texts in self.columns.figures.items():
                if not is_blank(self.rows[row.index][column]):
                    read.update(self._one(row, column, texts))
                if self.problems.is_full:
                    return read
        tell_broken(self.found.grid, self._used(), indexes, self.problems)
        return read

    def _used(self) -> frozenset[int]:
        labels = () if self.columns.labels is None else (self.columns.labels,)
        return frozenset((*self.columns.figures, *self.columns.plain, *labels))

    def _one(self, row: SpreadRow, column: int, texts: tuple[str, ...]) -> Iterator[tuple[Cell, Observation]]:
        cells = self._cells(row, column, texts)
        place = self.found.grid.place(row.index, column)
        try:
            yield (
                (row.index, column),
                self.reader.read(self.heading, cells, Source(file=self.problems.file, place=place)),
            )
        except BadValueError:
            for name, bad in self.reader.faults(self.heading, cells):
                self.problems.add_bad(bad, self._place(row.index, column, name))
        for name, bad in self.reader.figures.doubts:
            self._doubts.add(name, bad, place)
        self.reader.figures.doubts.clear()

    def _cells(self, row: SpreadRow, column: int, texts: tuple[str, ...]) -> tuple[Any, ...]:
        value = self.rows[row.index][column]
        has_state = len(self.given) + len(texts) + len(row.cells) + 1 == self.heading.width
        state = () if has_state else (row.state,)
        return (*self.given, *texts, *row.cells, *state, value, *PADDING)

    def _place(self, row: int, column: int, name: str) -> str:
        """Where a field of a figure was written: in the heading, in the row's own cell, or in the figure's."""
        grid = self.found.grid
        if name in self.columns.fields:
            return grid.place(self.found.heading_rows[-1], column)
        plain = next((place for place, known in self.columns.plain.items() if known == name), None)
        if plain is not None or name in self.fields:
            return grid.place(row, self.columns.labels if plain is None else plain)
        return grid.place(row, column)

    def refuse_label(self, row: int, label: str) -> None:
        """Tell a total that no member is called."""
        args = {"found": shorten(label), "what": "en medlem", "what_en": "a member", "known": "–", "near": ""}
        self.problems.add(UNKNOWN_NAME, self.found.grid.place(row, self.columns.labels), **args)

    def tell(self) -> None:
        """What is told once a table: words, doubtful shares, and numbers that are text."""
        self.reader.remarks.tell(self.problems)
        self._doubts.tell()
        figures = self.reader.figures
        if isinstance(figures, SheetFigures) and figures.text_numbers:
            self._doubts.tell_texts(self.found, self.rows, self.columns.figures, figures)
