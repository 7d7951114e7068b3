"""The columns of a table that has its figures side by side: what each holds, and which column holds the labels."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from styrmodell.io.problems import BadValueError, Problems
from styrmodell.io.tables.blocks import TableFormat
from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.io.tables.find_table import FoundTable
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.label_reader import LabelReader
from styrmodell.io.tables.names import folded
from styrmodell.io.tables.sheet_cells import ready_rows
from styrmodell.io.tables.sheet_columns import FIGURES, column_name
from styrmodell.io.tables.sheet_heading import GROUP_MARK
from styrmodell.io.value_codes import UNKNOWN_COLUMN
from styrmodell.model.ids import DimensionId


@frozen(kw_only=True)
class SpreadColumns:
    """The columns of a spread table.

    Attributes:
        fields: What a figure's heading fills.
        figures: Column with figures → the texts of *fields*.
        plain: Column → the field or dimension it holds for its row.
        labels: The column of labels; None where all columns have headings that say what they are.
    """

    fields: tuple[str, ...]
    figures: Mapping[int, tuple[str, ...]]
    plain: Mapping[int, str]
    labels: int | None = None


def spread_heading_test(readers: tuple[LabelReader, ...], is_plain: Callable[[str], bool]) -> Callable[[str], bool]:
    """Whether a text is a heading of a spread table, whole ("Utfall 2018 | Besök") or one row of it."""

    def is_known(text: str) -> bool:
        parts = text.split(GROUP_MARK)
        if len(parts) == len(readers) and all(map(LabelReader.knows, readers, parts)):
            return True
        return is_plain(text) or (len(parts) == 1 and any(reader.knows(text) for reader in readers if reader.holds))

    return cache(is_known)  # the same words stand in many columns, and rows are looked at more than once


def crossed_columns(
    found: FoundTable, readers: tuple[LabelReader, ...], table: TableFormat, problems: Problems
) -> SpreadColumns:
    """The columns of a crossed table; a heading that cannot be read is told at its cell."""
    labels = _label_column(found)
    skipped = {folded(text) for text, name in table.columns if not name}
    figures: dict[int, tuple[str, ...]] = {}
    for column, text in zip(found.columns, found.headings, strict=True):
        if column == labels or folded(text) in skipped or folded(text.rpartition(GROUP_MARK)[2]) in skipped:
            continue
        try:
            read = _parts(readers, text)
        except BadValueError as bad:
            problems.add_bad(bad, found.grid.place(found.heading_rows[-1], column))
        else:
            figures.update({column: read} if read is not None else {})
    fields = tuple(name for reader in readers for name in reader.fields)
    return SpreadColumns(fields=fields, figures=MappingProxyType(figures), plain=MappingProxyType({}), labels=labels)


def _parts(readers: tuple[LabelReader, ...], text: str) -> tuple[str, ...] | None:
    """What the rows of a heading say together; None when one of them is not to be read."""
    parts = text.split(GROUP_MARK)
    if len(parts) != len(readers):
        known = GROUP_MARK.join(reader.holds or "–" for reader in readers)
        raise BadValueError(UNKNOWN_COLUMN, found=text, known=known, near="")
    read = [reader.read(part) for reader, part in zip(readers, parts, strict=True)]
    if any(texts is None for texts in read):
        return None
    return tuple(text for texts in read if texts is not None for text in texts)


def _label_column(found: FoundTable) -> int:
    """The first column that holds anything in the rows."""
    rows = found.grid.rows
    filled = (column for row in found.body for column, cell in enumerate(rows[row]) if not is_blank(cell))
    return min(filled, default=0)


def unpivoted_columns(
    found: FoundTable,
    reader: LabelReader,
    table: TableFormat,
    dimensions: frozenset[DimensionId],
    problems: Problems,
) -> SpreadColumns:
    """The columns of a table whose unknown headings are read by *reader*."""
    plain: dict[int, str] = {}
    figures: dict[int, tuple[str, ...]] = {}
    for column, text in zip(found.columns, found.headings, strict=True):
        name = column_name(text, dimensions, reader.names, table.columns)
        if name is not None and name not in FIGURES:
            plain.update({column: name} if name else {})
            continue
        try:
            read = reader.read(cell_text(text))
        except BadValueError as bad:
            problems.add_bad(bad, found.grid.place(found.heading_rows[-1], column))
        else:
            figures.update({column: read} if read is not None else {})
    return SpreadColumns(fields=reader.fields, figures=MappingProxyType(figures), plain=MappingProxyType(plain))


def spread_rows(grid: Grid, columns: SpreadColumns) -> Sequence[Sequence[Any]]:
    """The rows of *grid* made ready; merged labels are filled down."""
    labels = () if columns.labels is None else (columns.labels,)
    return ready_rows(grid, (*labels, *columns.plain), columns.figures)
