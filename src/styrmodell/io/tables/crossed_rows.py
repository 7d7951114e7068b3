"""The rows of a crossed table: data, totals, sections, and text."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from attrs import define, field, frozen

from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.problems import BadValueError, Problems
from styrmodell.io.tables.cell_text import cell_text, is_blank
from styrmodell.io.tables.find_table import FoundTable
from styrmodell.io.tables.label_reader import LabelReader
from styrmodell.io.tables.names import TableNames, folded
from styrmodell.io.tables.spread_columns import SpreadColumns, spread_rows

# Labels of a total that can only mean the whole.
_WHOLE = frozenset(("summa", "totalt", "total", "s:a", "summa totalt", "totalsumma"))


class RowKind(Enum):
    """What a row with figures is."""

    DATA = "data"
    TOTAL = "total"


@frozen(kw_only=True)
class CrossedRow:
    """A row that was understood.

    Attributes:
        key: The texts of the fields that rows and sections hold; None for a total that is not known by name.
        section: Number of the section it stands in, from 0.
        leaves: For a total that is a member with parts, the leaves it is the sum of.
    """

    index: int
    kind: RowKind
    label: str = ""
    key: tuple[str, ...] | None = None
    section: int = 0
    leaves: frozenset[str] = frozenset()


@define(kw_only=True)
class CrossedRows:
    """Understands the rows of one crossed table.

    Attributes:
        labels: Reads the labels of rows.
        headed: Reads the labels of sections; None where labels without figures are text.
    """

    found: FoundTable
    columns: SpreadColumns
    labels: LabelReader
    headed: LabelReader | None
    names: TableNames
    problems: Problems
    _rows: Sequence[Sequence[Any]] = ()
    _section: tuple[str, ...] | None = None
    _number: int = 0
    _pending: tuple[int, str] | None = None
    _texts: list[int] = field(factory=list)

    def read(self) -> tuple[CrossedRow, ...]:
        """All rows in order; what cannot be understood is told at its label and left out."""
        self._rows = spread_rows(self.found.grid, self.columns)
        self._section = ("",) * len(self.headed.fields) if self.headed else ()
        totals = frozenset(self.found.totals)
        found: list[CrossedRow] = []
        for index in sorted((*self.found.body, *totals)):
            row = self._row(index, index in totals)
            if row is not None:
                found.append(row)
        if self._pending is not None:
            self._texts.append(self._pending[0])
        return tuple(found)

    @property
    def texts(self) -> tuple[int, ...]:
        """Rows of text, known once read() is done."""
        return tuple(self._texts)

    def _row(self, index: int, is_total: bool) -> CrossedRow | None:
        row = self._rows[index]
        label = cell_text(row[self.columns.labels]) if self.columns.labels is not None else ""
        if all(is_blank(row[column]) for column in self.columns.figures):
            self._without_figures(index, label)
            return None
        self._open_section()
        if self._section is None and not is_total:
            self._texts.append(index)
            return None
        try:
            return self._understood(index, label, is_total)
        except BadValueError as bad:
            self.problems.add_bad(bad, self.found.grid.place(index, self.columns.labels))
            return None

    def _without_figures(self, index: int, label: str) -> None:
        """A section is only known by the rows below it; a label with none is text."""
        if self._pending is not None:
            self._texts.append(self._pending[0])
            self._pending = None
        if self.headed is None or self._names_row(label):
            self._texts.append(index)
        elif label:
            self._pending = (index, label)

    def _names_row(self, label: str) -> bool:
        """Whether *label* is that of a row, whose figures are all blank."""
        try:
            return self.labels.read(label) is not None
        except BadValueError:
            return False

    def _open_section(self) -> None:
        if self._pending is None or self.headed is None:
            return
        index, label = self._pending
        self._pending, self._number = None, self._number + 1
        try:
            self._section = self.headed.read(label)
        except BadValueError as bad:
            self._section = None
            self.problems.add_bad(bad, self.found.grid.place(index, self.columns.labels))
        if self._section is None:
            self._texts.append(index)

    def _understood(self, index: int, label: str, is_total: bool) -> CrossedRow | None:
        if not label:
            raise BadValueError(MISSING_KEY, key=self.labels.holds)
        try:
            read = self.labels.read(label)
        except BadValueError:
            if not is_total:
                raise
            return self._total(index, label, self._whole(label))
        if read is None:
            self._texts.append(index)
            return None
        leaves = self.names.totals.get((self.labels.holds, read[0]), frozenset()) if read else frozenset()
        if leaves:
            return self._total(index, label, read, leaves)
        key = (*read, *(self._section or ()))
        return CrossedRow(index=index, kind=RowKind.DATA, label=label, key=key, section=self._number)

    def _whole(self, label: str) -> tuple[str, ...] | None:
        """An empty member for "Summa" over the members of a dimension: its root."""
        is_member = self.labels.holds in self.names.members
        return ("",) if is_member and folded(label) in _WHOLE else None

    def _total(
        self, index: int, label: str, read: tuple[str, ...] | None, leaves: frozenset[str] = frozenset()
    ) -> CrossedRow:
        key = None if read is None or self._section is None else (*read, *self._section)
        kind = RowKind.TOTAL
        return CrossedRow(index=index, kind=kind, label=label, key=key, section=self._number, leaves=leaves)


def group_rows(rows: Sequence[CrossedRow], total: CrossedRow) -> tuple[tuple[int, ...], ...]:
    """The rows that *total* may be the sum of, likeliest first.

    A member with parts is the sum of its leaves, where all of them stand in its section; other totals are of the
    rows since the total before, of those of their section, or of all above.
    """
    above = [row for row in rows if row.index < total.index]
    data = [row for row in above if row.kind is RowKind.DATA]
    here = [row for row in data if row.section == total.section]
    if total.leaves:
        found = {row.key[0]: row.index for row in rows if _is_part(row, total) and row.key}
        return (tuple(found.values()),) if len(found) == len(total.leaves) else ()
    last = max((row.index for row in above if row.kind is RowKind.TOTAL), default=-1)
    since = [row for row in data if row.index > last]
    return tuple(tuple(row.index for row in group) for group in (since, here, data))


def _is_part(row: CrossedRow, total: CrossedRow) -> bool:
    is_near = row.kind is RowKind.DATA and row.section == total.section
    return is_near and row.key is not None and row.key[0] in total.leaves
