"""Charts and matrices as the template is given them: the drawing, its caption and where its figures stand."""

from attrs import define, field, frozen

from styrmodell.report.chart import Chart, Matrix
from styrmodell.report.html.names import Names
from styrmodell.report.html.table_view import TableView, TableWriter
from styrmodell.report.svg import chart_svg, matrix_svg
from styrmodell.report.table import Table

NO_LABEL = "–"


@frozen(kw_only=True)
class ChartView:
    """A chart.

    Attributes:
        number: "Diagram 1", empty where charts are not numbered.
        source: Id of the caption of the table whose figures it draws.
        source_name: What that table is called.
        table: That table, where it stands nowhere else: it is opened under the chart.
    """

    anchor: str
    number: str
    title: str
    svg: str
    source: str
    source_name: str
    table: TableView | None
    kind: str = "chart"


@frozen(kw_only=True)
class MatrixView:
    """A risk matrix; *items* are (label, name, where they stand)."""

    anchor: str
    number: str
    title: str
    svg: str
    items: tuple[tuple[str, str, str], ...]
    kind: str = "matrix"


@define(kw_only=True, eq=False)
class FigureWriter:
    """Lays out charts; a table that several charts draw stands under the first.

    Attributes:
        anchors: Id of a table → id of its caption, for those that are printed or stand under a chart.
        titles: The same ids of captions → what the tables are called.
    """

    names: Names
    tables: TableWriter
    anchors: dict[str, str] = field(factory=dict)
    titles: dict[str, str] = field(factory=dict)

    def chart(self, chart: Chart, number: str) -> ChartView:
        """*chart* with its figures within reach."""
        anchor = self.names.make("diagram", chart.key)
        table = None if chart.table.id in self.anchors else self._data_table(chart.table)
        source = self.anchors[chart.table.id]
        return ChartView(
            anchor=anchor,
            number=number,
            title=chart.title,
            svg=chart_svg(chart, anchor),
            source=source,
            source_name=self.titles[source],
            table=table,
        )

    def _data_table(self, table: Table) -> TableView:
        anchor = self.names.make("siffror", table.key)
        view = self.tables.table(table, anchor, "", shows_caption=True)
        self.anchors[table.id], self.titles[anchor] = anchor, view.caption
        return view

    def matrix(self, matrix: Matrix, number: str) -> MatrixView:
        """*matrix* with the names of what stands in it."""
        anchor = self.names.make("diagram", matrix.key)
        items = tuple(
            (one.label or NO_LABEL, one.name, f"{matrix.across[one.across - 1]}, {matrix.up[one.up - 1]}")
            for one in matrix.items
        )
        return MatrixView(anchor=anchor, number=number, title=matrix.title, svg=matrix_svg(matrix, anchor), items=items)
