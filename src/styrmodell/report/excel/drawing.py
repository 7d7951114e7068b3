"""From charts and courses to the cells they are drawn through: those of their table where they can be."""

from collections.abc import Mapping, Sequence

from attrs import define, field, frozen

from styrmodell.report.chart import Chart, ChartKind
from styrmodell.report.excel.chart_data import ChartData
from styrmodell.report.excel.charts import SeriesPlace
from styrmodell.report.excel.layout import Layout
from styrmodell.report.formula.address import Address, Range, ranges
from styrmodell.report.plot import Plot, plot_of, printed_value
from styrmodell.report.table import Cell, ColumnKind, TrendCell
from styrmodell.report.table_text import column_name, with_marks

_PER_CENT = 100


@frozen(kw_only=True)
class Drawing:
    """A chart with its figures and where they stand; *is_beside* its printed table, else on a sheet of charts."""

    chart: Chart
    plot: Plot
    places: tuple[SeriesPlace, ...]
    layout: Layout


@define(kw_only=True, eq=False)
class Drawer:
    """Finds the cells that charts and courses are drawn through; what stands in no table gets rows in *data*."""

    layouts: Mapping[str, Layout]
    data: ChartData = field(factory=ChartData)

    def drawing(self, chart: Chart) -> Drawing:
        """*chart* with its places."""
        plot, layout = plot_of(chart), self.layouts[chart.table.id]
        return Drawing(chart=chart, plot=plot, places=self._places(chart, plot, layout), layout=layout)

    def _places(self, chart: Chart, plot: Plot, layout: Layout) -> tuple[SeriesPlace, ...]:
        cells = [[_place(layout, row, at) for at in chart.drawn_columns] for row in _row_places(chart)]
        if chart.kind is ChartKind.WATERFALL:
            return self.data.steps(plot, chart.title, [cell for line in cells for cell in line])
        lines = [list(line) for line in zip(*cells, strict=True)] if chart.by_column else cells
        whole = all(point.value is not None for series in plot.series for point in series.points)
        if whole and _is_as_printed(chart):
            places = _in_table(chart, layout, lines)
            if places is not None:
                return places
        return self.data.block(plot, chart.kind, chart.title, lines)

    def courses(self, layout: Layout) -> dict[str, Range]:
        """Cell id of each course in *layout* → the cells it is drawn through."""
        if not any(column.kind is ColumnKind.TREND for column in layout.table.columns):
            return {}
        at = {figure.cell.id: figure.address for figure in layout.figures}
        found = dict[str, Range]()
        for row in layout.table.rows:
            for course in (cell for cell in row.cells if isinstance(cell, TrendCell) and not cell.is_blank):
                places = [at[point.id] for point in course.points if point.id in at]
                if len(places) == len(course.points):
                    found[course.id] = self._course(row.label, course.points, places)
        return found

    def _course(self, name: str, points: Sequence[Cell], places: Sequence[Address]) -> Range:
        joined = ranges(places)
        if len(joined) == 1 and all(point.figure is not None for point in points):
            return joined[0]
        styles = [point.style for point in points if point.figure is not None]
        return self.data.course(name, places, [_in_cell(point) for point in points], styles[0])


def _in_cell(cell: Cell) -> float | None:
    """A figure as its cell holds it: a share as a share."""
    value = printed_value(cell)
    return value / _PER_CENT if value is not None and cell.style.percent else value


def _row_places(chart: Chart) -> list[int]:
    """Places of the rows drawn."""
    drawn = set(map(id, chart.drawn_rows))
    return [place for place, row in enumerate(chart.table.rows) if id(row) in drawn]


def _place(layout: Layout, row: int, column: int) -> Address:
    return Address(sheet=layout.sheet, row=layout.first_row + row, column=layout.first_column + column)


def _is_as_printed(chart: Chart) -> bool:
    """Whether names in the table's own cells say what the chart says: no groups above them, no marks behind."""
    columns = [chart.table.columns[place] for place in chart.drawn_columns]
    plain_columns = all(with_marks(column.label, column.notes) == column_name(column) != "" for column in columns)
    return plain_columns and all(row.label and not row.notes for row in chart.drawn_rows)


def _in_table(chart: Chart, layout: Layout, lines: Sequence[Sequence[Address]]) -> tuple[SeriesPlace, ...] | None:
    """The table's own cells, where each series and the categories stand in one piece."""
    labels = [
        Address(sheet=layout.sheet, row=layout.first_row + at, column=layout.label_column) for at in _row_places(chart)
    ]
    heads = [
        Address(sheet=layout.sheet, row=layout.header_row, column=layout.first_column + place)
        for place in chart.drawn_columns
    ]
    names, categories = (heads, labels) if chart.by_column else (labels, heads)
    joined = [ranges(line) for line in (categories, *lines)]
    if any(len(found) != 1 for found in joined):
        return None
    (shared,), *values = joined
    return tuple(
        SeriesPlace(name=name, categories=shared, values=found[0]) for name, found in zip(names, values, strict=True)
    )
