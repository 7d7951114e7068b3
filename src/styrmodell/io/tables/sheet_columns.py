"""Which column of a sheet's table is what, when its rows are observations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.tables.blocks import PLAIN, Pairs, TableFormat
from styrmodell.io.tables.find_table import FoundTable
from styrmodell.io.tables.heading import PADDING, Heading, field_of, read_heading
from styrmodell.io.tables.names import TableNames, folded
from styrmodell.io.tables.sheet_heading import GROUP_MARK
from styrmodell.io.value_codes import DUPLICATE_COLUMN
from styrmodell.model.ids import DimensionId, MeasureId
from styrmodell.model.measure import Measure

IDENTITY = ("unit", "measure", "period", "kind", "version", "month", "year")
FIGURES = ("value", "numerator", "denominator")


def dimensions_of(measures: Mapping[MeasureId, Measure]) -> frozenset[DimensionId]:
    """Every dimension that some measure lists."""
    return frozenset(name for measure in measures.values() for name in measure.dimensions)


def column_name(text: str, dimensions: frozenset[DimensionId], names: TableNames, columns: Pairs = ()) -> str | None:
    """What a heading means: a field, a dimension, "" for a column that is not to be read, None when it is unknown.

    The whole "Grupp | Rubrik" goes before the last part of it, and what *columns* says before everything.
    """
    given = {folded(heading): name for heading, name in columns}
    for label in (text, text.rpartition(GROUP_MARK)[2]):
        key = folded(label)
        if key in given:
            return given[key]
        if field := field_of(label) or field_of(key):
            return field
        dimension = names.dimensions.find(label) or key
        if dimension in dimensions:
            return dimension
    return None


def heading_test(
    measures: Mapping[MeasureId, Measure], names: TableNames, table: TableFormat = PLAIN
) -> Callable[[str], bool]:
    """Whether a text is the heading of a column of observations; for find_table."""
    dimensions = dimensions_of(measures)
    return lambda text: column_name(text, dimensions, names, table.columns) is not None


@frozen(kw_only=True)
class SheetColumns:
    """The columns of a table that was understood.

    Attributes:
        heading: Of the sheet's columns, then those that have one value for all rows.
        width: Number of the sheet's columns.
        padding: What is put after the cells of every row.
    """

    heading: Heading
    width: int
    padding: tuple[Any, ...]

    def column(self, names: Sequence[str]) -> int | None:
        """The sheet's column of the first of *names* that it has."""
        found = (self.heading.columns.get(name) for name in names)
        return next((column for column in found if column is not None and column < self.width), None)

    def used(self) -> frozenset[int]:
        """All columns of the sheet that are read."""
        return frozenset(column for column in self.heading.columns.values() if column < self.width)


def sheet_columns(
    found: FoundTable,
    measures: Mapping[MeasureId, Measure],
    names: TableNames,
    table: TableFormat,
    problems: Problems,
) -> SheetColumns | None:
    """Understand the heading of *found*; what is wrong is told at its cell.

    Returns:
        The columns; None when rows cannot be read without what is missing.
    """
    dimensions, width = dimensions_of(measures), found.grid.width()
    words = [""] * width
    for column, text in zip(found.columns, found.headings, strict=True):
        name = column_name(text, dimensions, names, table.columns)
        words[column] = text if name is None else name
    words += [name for name, _ in table.values]
    _tell_twice(found, words, width, problems)
    heading, faults = read_heading(words, dimensions, has_gaps=True)
    first = {shorten(text): index for index, text in reversed(tuple(enumerate(words[:width])))} if faults else {}
    for word, bad in faults:
        if bad.code is not DUPLICATE_COLUMN:  # told above, by the headings as they stand in the sheet
            problems.add_bad(bad, found.grid.place(found.heading_rows[-1], first.get(word)))
    if heading is None:
        return None
    return SheetColumns(heading=heading, width=width, padding=(*(value for _, value in table.values), *PADDING))


def _tell_twice(found: FoundTable, words: list[str], width: int, problems: Problems) -> None:
    """Two columns for the same field; a month beside a period counts as one."""
    shown = dict(zip(found.columns, found.headings, strict=True))
    first: dict[str, str] = {}
    for column, word in enumerate(words):
        key = (field_of(word) or word).replace("month", "period")
        written = shorten(shown.get(column, word))
        if key and key in first:
            bad = BadValueError(DUPLICATE_COLUMN, found=written, first=first[key])
            problems.add_bad(bad, found.grid.place(found.heading_rows[-1], column if column < width else None))
        first.setdefault(key, written)
