"""CSV files of observations, one row a value; made for hundreds of thousands of rows."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from attrs import frozen

from styrmodell.batch import paused_collector
from styrmodell.finding import Finding, Findings
from styrmodell.io.filled import filled_source
from styrmodell.io.input_file import open_file, read_text
from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.heading import PADDING, Heading, count_known, field_of, read_heading
from styrmodell.io.tables.names import NO_NAMES, TableNames
from styrmodell.io.tables.row import RowReader
from styrmodell.io.value_codes import BROKEN_CSV, CELL_COUNT
from styrmodell.model.ids import DimensionId, MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation

_DELIMITERS = (";", "\t", ",")
_HEAD_BYTES = 16_384
_BLANK = " ;,\t\r\n"


class _Lines(Protocol):
    """What csv.reader gives; its class has no public name."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...


def read_csv(
    path: Path, file: str, format: SourceFormat, measures: Mapping[MeasureId, Measure]
) -> tuple[tuple[Observation, ...], Findings]:
    """Read a CSV file of observations.

    Args:
        path: Where it lies.
        file: Its path relative to the workspace, for sources and findings.
        format: Encoding, notation, scale, sign and delimiter.
        measures: Id → measure: the unit and the dimensions decide how a row is read.

    Returns:
        The observations without fault in the file's order, money in kr and per cent as shares of one; and every
        fault (SM1xx) with row and column. Never raises for content.
    """
    opened = open_file(path, file)
    if isinstance(opened, Finding):
        return (), Findings((opened,))
    return csv_observations(opened.data, file, format, measures)


def is_flat(data: bytes, format: SourceFormat) -> bool:
    """Whether the first row that is not blank is the heading of one row a figure: unit and measure are among it."""
    head = data[:_HEAD_BYTES].decode(format.encoding, "replace").lstrip("\ufeff")
    line = next((line for line in io.StringIO(head) if line.strip(_BLANK)), "")
    return any({"unit", "measure"} <= {field_of(name) for name in _split(line, mark)} for mark in _DELIMITERS)


def csv_observations(
    data: bytes,
    file: str,
    format: SourceFormat,
    measures: Mapping[MeasureId, Measure],
    names: TableNames = NO_NAMES,
) -> tuple[tuple[Observation, ...], Findings]:
    """The same as read_csv for bytes that were already read; *names* may stand for ids in the cells."""
    text, told = read_text(data, file, format.encoding)
    if text is None:
        return (), told
    reader = _Reader(
        file=file,
        dimensions=frozenset(name for measure in measures.values() for name in measure.dimensions),
        rows=RowReader(measures=measures, format=format, names=names),
        problems=Problems(file),
    )
    with paused_collector(), exact():
        observations = reader.observations(text)
    reader.rows.remarks.tell(reader.problems)
    return tuple(observations), reader.problems.findings()


@frozen(kw_only=True)
class _Reader:
    file: str
    dimensions: frozenset[DimensionId]
    rows: RowReader
    problems: Problems

    def observations(self, text: str) -> list[Observation]:
        """All rows that can be read; what stops the csv module is told with its row."""
        found: list[Observation] = []
        lines = csv.reader(
            io.StringIO(text, newline=""), delimiter=self.rows.format.delimiter or self._delimiter(text), strict=True
        )
        try:
            names, start = _first_row(lines)
            heading, faults = read_heading(names, self.dimensions)
            for column, bad in faults:
                self.problems.add_bad(bad, f"rad {start} kolumn {column}")
            if heading is not None:
                self._body(lines, heading, found)
        except csv.Error as error:
            self.problems.add(BROKEN_CSV, f"rad {lines.line_num}", found=shorten(str(error)))
        return found

    def _body(self, lines: _Lines, heading: Heading, found: list[Observation]) -> None:
        """The loop over the rows; a row that spans lines is placed at its first."""
        file, width, build, append = self.file, heading.width, self.rows.builder(heading), found.append
        doubts = self.rows.figures.doubts
        end = lines.line_num
        for row in lines:
            start, end = end + 1, lines.line_num
            if len(row) != width and not self._fitted(row, width, start):
                continue
            row.extend(PADDING)
            try:
                append(build(row, filled_source(file, f"rad {start}")))
            except BadValueError:
                self._tell(self.rows.faults(heading, row), start)
                if self.problems.is_full:
                    return
            if doubts:
                self._tell([(heading.words.get(name, name), bad) for name, bad in doubts], start)
                doubts.clear()

    def _fitted(self, row: list[str], width: int, line: int) -> bool:
        """Whether *row* has its cells, once empty ones at the end are taken off; blank rows are no rows."""
        if not any(cell.strip() for cell in row):
            return False
        count = len(row)
        while len(row) > width and not row[-1].strip():
            row.pop()
        if len(row) == width:
            return True
        self.problems.add(CELL_COUNT, f"rad {line}", found=str(count), expected=str(width))
        return False

    def _tell(self, faults: list[tuple[str, BadValueError]], line: int) -> None:
        for column, bad in faults:
            self.problems.add_bad(bad, f"rad {line} kolumn {column}" if column else f"rad {line}")

    def _delimiter(self, text: str) -> str:
        """The delimiter that gives the most known headings; the first of equals."""
        heading = next((line for line in io.StringIO(text) if line.strip()), "")
        return max(_DELIMITERS, key=lambda mark: count_known(_split(heading, mark), self.dimensions))


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _first_row(lines: _Lines) -> tuple[list[str], int]:
    """The first row that is not blank, and its line."""
    end = 0
    for row in lines:
        start, end = end + 1, lines.line_num
        if any(cell.strip() for cell in row):
            return row, start
    return [], 1
