"""Sheets and CSV files of a workspace: which hold objects, which hold figures, and which are not read.

Objects are read at once; figures wait until every measure is known.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import PurePosixPath
from typing import Any

from attrs import define, evolve, field, frozen

from styrmodell.finding import Finding, Findings
from styrmodell.io.converter import Converters
from styrmodell.io.lists.cells import ListRow
from styrmodell.io.lists.heading import SKIP, choose_kind
from styrmodell.io.lists.key import heading_key
from styrmodell.io.lists.kind import ListKind
from styrmodell.io.lists.kinds import LIST_KINDS, list_kind
from styrmodell.io.lists.read import read_list
from styrmodell.io.problems import Problems
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.blocks import PLAIN, TableFormat, table_formats_of
from styrmodell.io.tables.find_table import FoundTable, find_table, table_findings
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.heading import field_of
from styrmodell.io.tables.names import TableNames
from styrmodell.io.tables.observations import holds_observations, table_observations
from styrmodell.io.tables.sheet_cells import ready_rows, tell_broken
from styrmodell.io.tables.sheet_rows import Skip
from styrmodell.io.workbook.codes import SKIPPED_SHEET
from styrmodell.io.workbook.read import Sheet, SheetState
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.source import Source


@frozen(kw_only=True)
class FigureTable:
    """A table of figures that is read once the measures are known."""

    grid: Grid
    format: SourceFormat
    table: TableFormat
    other_rows: tuple[int, ...] = ()


@define(kw_only=True)
class TableLoader:
    """The tables of one load.

    Attributes:
        tables: The [[tables]] blocks.
        objects: (key, objects) pairs in the order they were read; "plan" holds heads.
        figures: Tables of figures, in the order they were met.
    """

    tables: tuple[TableFormat, ...]
    converters: Converters
    objects: list[tuple[str, tuple[Any, ...]]] = field(factory=list)
    figures: list[FigureTable] = field(factory=list)
    findings: list[Finding] = field(factory=list)

    def has_block(self, file: str, sheet: str = "") -> bool:
        """Whether a [[tables]] block speaks of the sheet or CSV file."""
        return bool(table_formats_of(file, sheet, self.tables)[0])

    def take_sheet(self, sheet: Sheet, format: SourceFormat) -> None:
        """Read a sheet of a workbook; a hidden one only when a [[tables]] block asks for it."""
        if sheet.state is not SheetState.VISIBLE and not self.has_block(sheet.grid.file, sheet.name):
            self._skipped(sheet.grid, "bladet är dolt", "the sheet is hidden")
            return
        self.take(sheet.grid, format)

    def take(self, grid: Grid, format: SourceFormat) -> bool:
        """Read the tables of a sheet or CSV file; False when nothing says what it holds."""
        blocks, told = table_formats_of(grid.file, grid.sheet, self.tables)
        self.findings += told
        if not blocks:
            return self._undeclared(grid, format)
        starts = tuple(block.heading_row for block in blocks if block.heading_row is not None)
        for block in blocks:
            if not block.skip:
                others = tuple(row for row in starts if row != block.heading_row)
                self._declared(grid, format, block, others)
        return True

    def _declared(self, grid: Grid, format: SourceFormat, block: TableFormat, others: tuple[int, ...]) -> None:
        kind = list_kind(block.kind) if block.kind else None
        if kind is None and not block.kind and block.crossed is None and not block.unpivot:
            found = self._find(grid, block, others)
            kind = _kind_of(found) if found is not None and not holds_observations(found) else None
        if kind is None:
            columns = tuple((heading, "" if path == SKIP else path) for heading, path in block.columns)
            table = evolve(block, columns=columns)
            self.figures.append(FigureTable(grid=grid, format=format, table=table, other_rows=others))
            return
        found = self._find(grid, block, others, kind)
        if found is None:
            self._skipped(grid, "ingen rad som är en rubrikrad", "no row that is a heading")
        else:
            self._list(found, kind, format, block)

    def _undeclared(self, grid: Grid, format: SourceFormat) -> bool:
        """A table that only its name and headings speak of."""
        found = self._find(grid, PLAIN, ())
        if found is not None and holds_observations(found):
            self.figures.append(FigureTable(grid=grid, format=format, table=PLAIN))
            return True
        kind = _kind_of(found) if found is not None else None
        if found is not None and kind is not None:
            self._list(found, kind, format, PLAIN)
            return True
        if grid.sheet and any(any(cell != "" for cell in row) for row in grid.rows):
            self._skipped(
                grid, "varken namnet eller rubrikerna säger vad bladet håller", "neither name nor headings say"
            )
        return False

    def _find(
        self, grid: Grid, block: TableFormat, others: tuple[int, ...], kind: ListKind | None = None
    ) -> FoundTable | None:
        own = {heading_key(heading) for heading, _ in block.columns}
        known = _list_words() if kind is None else frozenset(kind.lookup)
        return find_table(
            grid,
            lambda text: _is_heading(text, known | own),
            heading_row=block.heading_row,
            heading_rows=block.heading_rows,
            other_rows=others,
        )

    def _list(self, found: FoundTable, kind: ListKind, format: SourceFormat, block: TableFormat) -> None:
        content = read_list(
            kind,
            found.headings,
            tuple(_rows(found)),
            converter=self.converters.of(format),
            source_file=found.grid.file,
            given=dict(block.values),
            # An empty text and "skip" say the same: the column is not read.
            columns={heading: path or SKIP for heading, path in block.columns},
            heading_place=_heading_place(found),
        )
        problems = Problems(found.grid.file)
        tell_broken(found.grid, found.columns, found.body, problems)
        self.objects += content.objects
        self.findings += (*content.findings, *problems.findings(), *table_findings(found, tells_totals=False))

    def _skipped(self, grid: Grid, found: str, found_en: str) -> None:
        self.findings.append(SKIPPED_SHEET.at(Source(file=grid.file, place=grid.sheet), found=found, found_en=found_en))

    def read_figures(
        self, measures: Mapping[MeasureId, Measure], names: TableNames
    ) -> tuple[tuple[Observation, ...], Findings]:
        """The observations of every table that waited."""
        read = [
            table_observations(
                table.grid,
                measures=measures,
                format=table.format,
                names=names,
                table=table.table,
                other_rows=table.other_rows,
            )
            for table in self.figures
        ]
        observations = tuple(observation for found, _ in read for observation in found)
        return observations, Findings.gather(*(told for _, told in read))


@cache
def _list_words() -> frozenset[str]:
    return frozenset(word for kind in LIST_KINDS for word in kind.lookup)


def _is_heading(text: str, words: frozenset[str]) -> bool:
    return bool(field_of(text)) or heading_key(text) in words


def _kind_of(found: FoundTable) -> ListKind | None:
    """The kind of list, by the sheet's name or the file's and by the headings."""
    grid = found.grid
    return choose_kind(grid.sheet or PurePosixPath(grid.file).stem.replace("_", " "), found.headings)


def _rows(found: FoundTable) -> Iterator[ListRow]:
    """The rows of a list: sums and lone texts among them, which its reader knows what to do with."""
    grid, columns = found.grid, found.columns
    rows = ready_rows(grid, filled=columns, figures=())
    texts = (row for row, reason in found.skipped if reason is Skip.TEXT)
    for row in sorted((*found.body, *found.totals, *texts)):
        cells = rows[row]
        yield ListRow(
            cells=tuple(cells[column] for column in columns),
            place=partial(_cell_place, found, row),
            percent=frozenset(index for index, column in enumerate(columns) if (row, column) in grid.percent),
        )


def _cell_place(found: FoundTable, row: int, index: int | None) -> str:
    columns = found.columns
    return found.grid.place(row, columns[index] if index is not None and index < len(columns) else None)


def _heading_place(found: FoundTable) -> Callable[[int | None], str]:
    return partial(_cell_place, found, found.heading_rows[-1])
