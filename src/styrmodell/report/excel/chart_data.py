"""The sheet Diagramdata: what charts and courses draw that stands in no table as it is drawn.

Words among figures would be drawn as zero; here they are #N/A, which is a gap.
"""

from collections.abc import Sequence
from typing import TypeAlias

from attrs import define, field, frozen

from styrmodell.report.chart import ChartKind
from styrmodell.report.excel.chart_series import WATERFALL, DrawnSeries, Part, drawn_series
from styrmodell.report.excel.charts import SeriesPlace
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.names import CHART_DATA_SHEET
from styrmodell.report.excel.page import Pen, set_paper, write_text
from styrmodell.report.formula.address import Address, Range, reference
from styrmodell.report.numbers import NumberStyle
from styrmodell.report.plot import Plot

_PURPOSE = "Det som diagrammen ritar, hämtat ur tabellerna; #SAKNAS! är en lucka."
_FIRST_ROW = 3
_WIDTHS = (36.0, 16.0)
_MISSING = "#N/A"
_VALUE, _START, _END = 1, 2, 3
# Columns of a waterfall: its figure, where the bar starts and ends, and the pieces that are stacked.
_STEP_HEADINGS = ("Värde", "Från", "Till")


@frozen(kw_only=True)
class _Formula:
    text: str
    value: float | None
    style: NumberStyle


_Item: TypeAlias = str | _Formula


@define(kw_only=True, eq=False)
class ChartData:
    """The rows of the sheet, in the order they were asked for."""

    rows: list[tuple[_Item, ...]] = field(factory=list)
    _headings: set[int] = field(factory=set)

    def course(self, name: str, cells: Sequence[Address], values: Sequence[float | None], style: NumberStyle) -> Range:
        """A row that repeats *cells*, for a line through figures of which some are missing."""
        row = self._next
        figures = (_copied(cell, value, style) for cell, value in zip(cells, values, strict=True))
        self.rows.append((name, *figures))
        return self._at(row, 1), self._at(row, len(cells))

    def block(
        self, plot: Plot, kind: ChartKind, title: str, cells: Sequence[Sequence[Address | None]]
    ) -> tuple[SeriesPlace, ...]:
        """A block of a chart's series, one a column; *cells* are where each point's figure stands in a table."""
        drawn = drawn_series(plot, kind)
        self._heading((title, *(series.name for series in drawn)))
        first = self._next
        for point, name in enumerate(plot.categories):
            figures = (
                _copied(places[point], series.values[point], plot.style)
                for series, places in zip(drawn, cells, strict=True)
            )
            self.rows.append((name, *figures))
        return self._places(drawn, first, 1)

    def steps(self, plot: Plot, title: str, cells: Sequence[Address | None]) -> tuple[SeriesPlace, ...]:
        """A block of a waterfall: its figures, and the pieces its bars are stacked of."""
        drawn = drawn_series(plot, ChartKind.WATERFALL)
        self._heading((title, *_STEP_HEADINGS, *(series.name for series in drawn)))
        first = self._next
        scale = 100 if plot.style.percent else 1
        for point, (step, cell) in enumerate(zip(plot.steps, cells, strict=True)):
            row = first + point
            start, end = step.start / scale, step.end / scale
            before = "0" if step.is_total or not point else self._at(row - 1, _END).text
            texts = (
                _nothing_when_missing(cell),
                f"={before}",
                f"={self._at(row, _START).text}+{self._at(row, _VALUE).text}",
            )
            values = (end - start if not step.is_total else end, start, end)
            own = [
                _Formula(text=text, value=value, style=plot.style) for text, value in zip(texts, values, strict=True)
            ]
            pieces = (
                _Formula(text=self._piece(part, row, step.is_total), value=series.values[point], style=plot.style)
                for part, series in zip(WATERFALL, drawn, strict=True)
            )
            self.rows.append((step.name, *own, *pieces))
        return self._places(drawn, first, 1 + len(_STEP_HEADINGS))

    def _piece(self, part: Part, row: int, is_total: bool) -> str:
        """The formula of one stacked piece of the bar in *row*."""
        start, end = self._at(row, _START).text, self._at(row, _END).text
        if is_total or part is Part.LEVEL:
            return f"={end}" if is_total and part is Part.LEVEL else "=0"
        low, high = f"MIN({start},{end})", f"MAX({start},{end})"
        if part is Part.GROUND:
            return f"=MAX(0,{low})+MIN(0,{high})"
        is_rise = part in (Part.RISE, Part.RISE_BELOW)
        above = part in (Part.RISE, Part.FALL)
        size = f"MAX(0,{high})-MAX(0,{low})" if above else f"MIN(0,{low})-MIN(0,{high})"
        return f"=IF({end}{'>=' if is_rise else '<'}{start},{size},0)"

    @property
    def _next(self) -> int:
        return _FIRST_ROW + len(self.rows)

    def _heading(self, texts: tuple[str, ...]) -> None:
        self._headings.add(len(self.rows))
        self.rows.append(texts)

    def _at(self, row: int, column: int) -> Address:
        return Address(sheet=CHART_DATA_SHEET, row=row, column=column)

    def _places(self, drawn: Sequence[DrawnSeries], first: int, column: int) -> tuple[SeriesPlace, ...]:
        last = self._next - 1
        return tuple(
            SeriesPlace(
                name=self._at(first - 1, at),
                categories=(self._at(first, 0), self._at(last, 0)),
                values=(self._at(first, at), self._at(last, at)),
            )
            for at, _ in enumerate(drawn, column)
        )

    def write(self, sheet: Sheet, pen: Pen) -> None:
        """Write all of it."""
        look = pen.formats.look
        set_paper(sheet, pen.edition)
        sheet.set_landscape()
        write_text(sheet, (0, 0), CHART_DATA_SHEET, look("list title"))
        write_text(sheet, (1, 0), _PURPOSE, look("list purpose"))
        sheet.set_column(0, 0, _WIDTHS[0])
        sheet.set_column(1, max((len(row) for row in self.rows), default=2), _WIDTHS[1])
        for number, row in enumerate(self.rows):
            is_heading = number in self._headings
            for column, item in enumerate(row):
                place = (_FIRST_ROW + number, column)
                if isinstance(item, str):
                    name = ("number header" if column else "header") if is_heading else "paragraph"
                    write_text(sheet, place, item, look(name))
                else:
                    value = _MISSING if item.value is None else item.value
                    sheet.write_formula(*place, item.text, pen.formats.figure(item.style, "list"), value)


def _copied(cell: Address | None, value: float | None, style: NumberStyle) -> _Formula:
    """A formula that takes the figure of *cell*, or says that there is none."""
    if cell is None:
        return _Formula(text="=NA()", value=None, style=style)
    text = reference((cell, cell), CHART_DATA_SHEET)
    return _Formula(text=f"=IF(ISNUMBER({text}),{text},NA())", value=value, style=style)


def _nothing_when_missing(cell: Address | None) -> str:
    if cell is None:
        return "=0"
    text = reference((cell, cell), CHART_DATA_SHEET)
    return f"=IF(ISNUMBER({text}),{text},0)"
