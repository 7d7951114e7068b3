"""From a table definition to a table: ids, styles and lazy cells."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from attrs import define, evolve, field, frozen

from styrmodell.aggregation.arithmetic import most_decimals
from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Place
from styrmodell.batch import paused_collector
from styrmodell.model.expression import Change, ColumnRef, Expression, Quotient, Ref, RowRef
from styrmodell.model.kind import Kind
from styrmodell.model.measure import MONEY
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.numbers import NumberStyle, make_style
from styrmodell.report.spec_check import problems_of
from styrmodell.report.table import (
    NEW_MEASURE,
    NOT_REPORTED,
    Cell,
    ColumnKind,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    TextCell,
    TrendCell,
)

_TREND = "utveckling"


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
    problems = tuple(problems_of(spec))
    if problems:
        raise ValueError(f"table {spec.key!r}: {'; '.join(problems)}")
    with paused_collector():
        return _Builder(spec=spec, evaluator=evaluator, setting=setting).table()


@define(kw_only=True, eq=False)
class _Builder:
    spec: TableSpec
    evaluator: Evaluator
    setting: Setting
    rows: Mapping[str, Row] = field(init=False)
    columns: Mapping[str, Column] = field(init=False)
    # A table has thousands of cells, and few places and ways of printing them.
    _places: dict[int, Place] = field(factory=dict)
    _ids: tuple[tuple[Column, str], ...] = field(init=False)
    # One for all cells: a method asked for is made anew each time.
    _asked: Callable[[Expression, Place], Explanation] = field(init=False)
    _styles: dict[tuple[str, str, int | None, bool], NumberStyle] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.rows = {row.key: row for row in self.spec.rows}
        # Keys with "{year}" may be shared by two years; a reference to such a key is refused by _problems.
        self.columns = {column.key: column for column in self.spec.columns}
        self._asked = self.evaluator.explain
        self._ids = tuple((column, self._dated(column, column.key)) for column in self.spec.columns)

    def table(self) -> Table:
        spec = self.spec
        return Table(
            id=f"{self.setting.prefix}/{spec.key}",
            key=spec.key,
            caption=spec.caption,
            row_header=spec.row_header,
            columns=(*(self._column(column) for column in spec.columns), *self._trend_column()),
            rows=tuple(self._row(row) for row in spec.rows),
            unit="" if spec.scale == "unit" else spec.scale,
            notes=spec.notes,
            group_header=spec.group_header,
            sheet=spec.sheet,
        )

    def _trend_column(self) -> tuple[TableColumn, ...]:
        trend = self.spec.trend
        return () if trend is None else (TableColumn(key=_TREND, label=trend.label, kind=ColumnKind.TREND),)

    def _column(self, column: Column) -> TableColumn:
        return TableColumn(
            key=self._dated(column, column.key),
            label=self._dated(column, column.label),
            group=self._dated(column, column.group),
            notes=column.notes,
            kind=ColumnKind.TEXT if column.is_text else ColumnKind.FIGURE,
        )

    def _dated(self, column: Column, text: str) -> str:
        return text.replace("{year}", str(self._period(column).first_year))

    def _period(self, column: Column) -> Period:
        if isinstance(column.period, Period):
            return column.period
        return self.setting.period.shift(column.period or 0)

    def _row(self, row: Row) -> TableRow:
        cells = () if row.cell is None and not row.texts and not row.by_column else tuple(self._cells(row))
        return TableRow(key=row.key, label=row.label, level=row.level, notes=row.notes, cells=cells, group=row.group)

    def _cells(self, row: Row) -> Iterator[TableCell]:
        start = f"{self.setting.prefix}/{self.spec.key}/{row.key}/"
        cells = [self._cell(row, column, f"{start}{name}") for column, name in self._ids]
        yield from cells
        if self.spec.trend is not None:
            over = self.spec.trend.columns
            pairs = zip(self.spec.columns, cells, strict=True)
            points = tuple(cell for column, cell in pairs if column.key in over and isinstance(cell, Cell))
            yield TrendCell(id=f"{self.setting.prefix}/{self.spec.key}/{row.key}/{_TREND}", points=points)

    def _cell(self, row: Row, column: Column, name: str) -> Cell | TextCell:
        notes = tuple([mark for key, mark in row.cell_notes if key == column.key]) if row.cell_notes else ()
        if column.is_text:
            return TextCell(id=name, text=dict(row.texts).get(column.key, ""), notes=notes)
        expression = self._expression(row, column)
        is_here = (row.cell is not None or expression is not column.cell) and (not row.only or column.key in row.only)
        return Cell(
            id=name,
            style=self._style(row, column, expression),
            open=self._opener(row, column, expression) if is_here else None,
            notes=notes,
            absent=self._absent(expression, column),
        )

    def _opener(self, row: Row, column: Column, expression: Expression | None) -> Callable[[], Explanation]:
        """What gives a cell's figure; where it is one of the plan, without a way over the table."""
        if isinstance(expression, Ref):
            return partial(self._asked, expression, self._place(column))
        return partial(self._explain, row, column)

    @staticmethod
    def _expression(row: Row, column: Column) -> Expression | None:
        """What stands where *row* meets *column*: what the row says of that column, else the column's, else its own."""
        own = next((cell for key, cell in row.by_column if key == column.key), None) if row.by_column else None
        return own or column.cell or row.cell

    def _absent(self, expression: Expression | None, column: Column) -> str:
        """What stands where there is no figure: a measure that was not measured yet is new, and nothing is late."""
        measure = self.evaluator.index.measures.get(expression.measure) if isinstance(expression, Ref) else None
        since = measure.since if measure is not None else None
        return NEW_MEASURE if since is not None and self._period(column).last < since.first else NOT_REPORTED

    def _explain(self, row: Row, column: Column) -> Explanation:
        expression = self._expression(row, column)
        if expression is None:
            raise ValueError(f"table {self.spec.key!r}: the heading row {row.key!r} holds no figures")

        def outer(reference: RowRef | ColumnRef) -> Explanation:
            if isinstance(reference, RowRef):
                return self._explain(self.rows[reference.key], column)
            return self._explain(row, self.columns[reference.key])

        return self.evaluator.explain(expression, self._place(column), outer)

    def _place(self, column: Column) -> Place:
        place = self._places.get(id(column))  # not its key: two years may share one
        if place is None:
            place = self._places[id(column)] = Place(
                unit=self.setting.unit,
                period=self._period(column),
                kind=column.kind or Kind.OUTCOME,
                version=column.version,
                dims=column.dims,
            )
        return place

    def _followed(
        self, expression: Expression | None, row: Row, column: Column
    ) -> tuple[Expression | None, Row, Column]:
        """Where *expression* leads that is but a reference to another row or column of the table, and its cell."""
        if isinstance(expression, RowRef):
            other_row = self.rows[expression.key]
            return self._followed(self._expression(other_row, column), other_row, column)
        if isinstance(expression, ColumnRef):
            other = self.columns[expression.key]
            return self._followed(self._expression(row, other), row, other)
        return expression, row, column

    def _unit(self, expression: Expression | None, row: Row, column: Column) -> str:
        """The unit a cell's figure will be in, told from the definition without computing it."""
        expression, row, column = self._followed(expression, row, column)
        if isinstance(expression, Ref):
            measure = self.evaluator.index.measures.get(expression.measure)
            return measure.unit if measure else ""
        if expression is None or isinstance(expression, Change):
            return "%" if expression else ""
        units = [self._unit(operand, row, column) for operand in expression.operands()]
        if not isinstance(expression, Quotient):
            return units[0]
        return "%" if units[0] == units[1] else "/".join(units)

    def _decimals(self, expression: Expression | None, row: Row, column: Column) -> int | None:
        """How many the measure is printed with; None where no measure says, and for a quotient, which is none of it."""
        expression, row, column = self._followed(expression, row, column)
        if isinstance(expression, Ref):
            measure = self.evaluator.index.measures.get(expression.measure)
            return measure.decimals if measure else None
        if expression is None or isinstance(expression, Change | Quotient):
            return None
        return most_decimals(self._decimals(operand, row, column) for operand in expression.operands())

    def _style(self, row: Row, column: Column, expression: Expression | None) -> NumberStyle:
        unit, signed = self._unit(expression, row, column), row.signed or column.signed
        scale = self.spec.scale if unit in (MONEY, "") else ""
        said = self.spec.decimals if row.decimals is None else row.decimals
        decimals = self._decimals(expression, row, column) if said is None else said
        asked = (unit, row.unit or scale, decimals, signed)
        found = self._styles.get(asked)
        if found is None:
            found = self._styles[asked] = evolve(make_style(*asked[:3]), signed=signed)
        return found
