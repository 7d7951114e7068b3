"""From a table definition to a table: ids, styles and lazy cells."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from attrs import define, field, frozen

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.model.expression import Change, ColumnRef, Expression, Quotient, Ref, RowRef
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MONEY
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.numbers import NumberStyle, make_style
from styrmodell.report.table import Cell, Table, TableColumn, TableRow


@frozen(kw_only=True)
class Setting:
    """Where a table stands: which report, for whom and when."""

    report: str
    unit: str
    period: Period

    @property
    def prefix(self) -> str:
        """The first part of the cell ids: "report@unit@period"."""
        return f"{self.report}@{self.unit}@{self.period.text.lower()}"


def build_table(spec: TableSpec, evaluator: Evaluator, setting: Setting) -> Table:
    """Make *spec*'s table. Its cells compute themselves when asked.

    Raises:
        ValueError: The definition is wrong in itself: double keys, unknown references, a mark without a note.
    """
    problems = tuple(_problems(spec))
    if problems:
        raise ValueError(f"table {spec.key!r}: {'; '.join(problems)}")
    return _Builder(spec=spec, evaluator=evaluator, setting=setting).table()


@define(kw_only=True, eq=False)
class _Builder:
    spec: TableSpec
    evaluator: Evaluator
    setting: Setting
    rows: Mapping[str, Row] = field(init=False)
    columns: Mapping[str, Column] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.rows = {row.key: row for row in self.spec.rows}
        # Keys with "{year}" may be shared by two years; a reference to such a key is refused by _problems.
        self.columns = {column.key: column for column in self.spec.columns}

    def table(self) -> Table:
        spec = self.spec
        return Table(
            id=f"{self.setting.prefix}/{spec.key}",
            key=spec.key,
            caption=spec.caption,
            row_header=spec.row_header,
            columns=tuple(self._column(column) for column in spec.columns),
            rows=tuple(self._row(row) for row in spec.rows),
            unit="" if spec.scale == "unit" else spec.scale,
            notes=spec.notes,
        )

    def _column(self, column: Column) -> TableColumn:
        return TableColumn(
            key=self._dated(column, column.key),
            label=self._dated(column, column.label),
            group=self._dated(column, column.group),
            notes=column.notes,
        )

    def _dated(self, column: Column, text: str) -> str:
        return text.replace("{year}", str(self._period(column).first_year))

    def _period(self, column: Column) -> Period:
        if isinstance(column.period, Period):
            return column.period
        return self.setting.period.shift(column.period or 0)

    def _row(self, row: Row) -> TableRow:
        cells = () if row.cell is None else tuple(self._cell(row, column) for column in self.spec.columns)
        return TableRow(key=row.key, label=row.label, level=row.level, notes=row.notes, cells=cells)

    def _cell(self, row: Row, column: Column) -> Cell:
        expression = column.cell or row.cell
        is_here = not row.only or column.key in row.only
        return Cell(
            id=f"{self.setting.prefix}/{self.spec.key}/{row.key}/{self._dated(column, column.key)}",
            style=self._style(row, self._unit(expression, row, column)),
            open=partial(self._explain, row, column) if is_here else None,
        )

    def _explain(self, row: Row, column: Column) -> Explanation:
        expression = column.cell or row.cell
        if expression is None:
            raise ValueError(f"table {self.spec.key!r}: the heading row {row.key!r} holds no figures")

        def outer(reference: RowRef | ColumnRef) -> Explanation:
            if isinstance(reference, RowRef):
                return self._explain(self.rows[reference.key], column)
            return self._explain(row, self.columns[reference.key])

        return self.evaluator.explain(expression, self._place(column), outer)

    def _place(self, column: Column) -> Place:
        return Place(
            unit=self.setting.unit,
            period=self._period(column),
            kind=column.kind or Kind.OUTCOME,
            version=column.version,
            dims=column.dims,
        )

    def _unit(self, expression: Expression | None, row: Row, column: Column) -> str:
        """The unit a cell's figure will be in, told from the definition without computing it."""
        if isinstance(expression, Ref):
            measure = self.evaluator.index.measures.get(expression.measure)
            return measure.unit if measure else ""
        if isinstance(expression, RowRef):
            return self._unit(self.rows[expression.key].cell, self.rows[expression.key], column)
        if isinstance(expression, ColumnRef):
            other = self.columns[expression.key]
            return self._unit(other.cell or row.cell, row, other)
        if expression is None or isinstance(expression, Change):
            return "%" if expression else ""
        units = [self._unit(operand, row, column) for operand in expression.operands()]
        if not isinstance(expression, Quotient):
            return units[0]
        return "%" if units[0] == units[1] else "/".join(units)

    def _style(self, row: Row, unit: str) -> NumberStyle:
        scale = self.spec.scale if unit in (MONEY, "") else ""
        decimals = self.spec.decimals if row.decimals is None else row.decimals
        return make_style(unit, row.unit or scale, decimals)


def _problems(spec: TableSpec) -> Iterator[str]:
    rows, columns = [row.key for row in spec.rows], [column.key for column in spec.columns]
    yield from (f"row {key!r} twice" for key in sorted(set(rows)) if rows.count(key) > 1)
    # Two years may share a key that holds "{year}"; what must differ is the cell id it becomes.
    placed = [(column.key, str(column.period) if "{year}" in column.key else "") for column in spec.columns]
    yield from (f"column {pair[0]!r} twice" for pair in sorted(set(placed)) if placed.count(pair) > 1)
    yield from _unknown(spec, rows, columns)
    yield from _circles(spec)
    yield from _marks(spec)


def _unknown(spec: TableSpec, rows: Sequence[str], columns: Sequence[str]) -> Iterator[str]:
    for row in spec.rows:
        yield from (f"row {row.key!r} names the unknown column {key!r}" for key in row.only if key not in columns)
    cells = [row.cell for row in spec.rows] + [column.cell for column in spec.columns]
    for expression in (cell for cell in cells if cell is not None):
        for part in _parts(expression):
            known = rows if isinstance(part, RowRef) else columns
            if part.key not in known:
                yield f"a reference to the unknown {part.key!r}"
            elif known.count(part.key) > 1:
                yield f"a reference to {part.key!r}, which names several columns"


def _parts(expression: Expression) -> Iterator[RowRef | ColumnRef]:
    if isinstance(expression, RowRef | ColumnRef):
        yield expression
    for operand in expression.operands():
        yield from _parts(operand)


def _circles(spec: TableSpec) -> Iterator[str]:
    """Rows that lead back to themselves, and columns likewise."""
    for what, things in (("row", spec.rows), ("column", spec.columns)):
        links = {thing.key: {part.key for part in _parts(thing.cell)} for thing in things if thing.cell is not None}
        for key in links:
            reached, front = set[str](), links[key]
            while front - reached:
                reached |= front
                front = set().union(*(links.get(name, set()) for name in front))
            if key in reached:
                yield f"{what} {key!r} leads back to itself"


def _marks(spec: TableSpec) -> Iterator[str]:
    """Every mark has a note, and every note with a mark is used."""
    used = {mark for row in spec.rows for mark in row.notes} | {mark for col in spec.columns for mark in col.notes}
    noted = {note.mark for note in spec.notes if note.mark}
    yield from (f"the mark {mark!r} has no note" for mark in sorted(used - noted))
    yield from (f"the note {mark!r} is used nowhere" for mark in sorted(noted - used))
