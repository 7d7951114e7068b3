"""Charts on their sheets: under the table they draw, or on a sheet of charts."""

from collections.abc import Sequence

from styrmodell.report.excel.charts import make_chart
from styrmodell.report.excel.drawing import Drawing
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.lines import Line, top_lines
from styrmodell.report.excel.page import Pen, set_paper, write_lines, write_link
from styrmodell.report.excel.text import visible

_ROWS_A_CHART, _ROWS_ABOVE = 20, 20
_WIDTH = 720
_SHEET_WIDTH = 102.0
_DIGIT, _PADDING, _DEFAULT = 7, 5, 64
_AIR = 10
_CHARTS_A_PAGE, _SCALE = 2, 75


def insert_below(sheet: Sheet, layout: Layout, drawings: Sequence[Drawing], pen: Pen) -> None:
    """Put *drawings* below *layout*'s table, and let its print area reach round them."""
    row = layout.end_row + 1
    for drawing in drawings:
        _insert(sheet, row, drawing, pen)
        row += _ROWS_A_CHART
    if len(drawings) == 1 and len(layout.table.rows) <= _ROWS_ABOVE:
        sheet.fit_to_pages(1, 1)  # else the page would end in the midst of the chart
    if drawings:
        sheet.print_area(0, 0, row - 1, max(layout.edge, _columns_under(layout.widths)))


def write_charts(sheet: Sheet, drawings: Sequence[Drawing], pen: Pen) -> None:
    """Write the sheet of the charts whose tables the document does not print."""
    set_paper(sheet, pen.edition)
    sheet.set_column(0, 0, _SHEET_WIDTH)
    lines = tuple(top_lines(pen.edition))
    write_lines(sheet, lines, 0, (_SHEET_WIDTH,), pen.formats)
    row, breaks = len(lines), list[int]()
    for place, drawing in enumerate(drawings):
        if place and place % _CHARTS_A_PAGE == 0:
            breaks.append(row)
        sheet.set_row(row, Line(text="", look="caption").height(_SHEET_WIDTH))
        told = f"{_title(drawing, pen)} – siffrorna står på bladet {drawing.layout.sheet}"
        write_link(sheet, (row, 0), drawing.layout.sheet, pen.formats.look("link"), told)
        _insert(sheet, row + 1, drawing, pen)
        row += 1 + _ROWS_A_CHART
    # Fitted to the page's width, it would break where the page ends, through a chart.
    sheet.set_print_scale(_SCALE)
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, row - 1, 0)


def _insert(sheet: Sheet, row: int, drawing: Drawing, pen: Pen) -> None:
    title = _title(drawing, pen)
    chart = make_chart(pen.formats.workbook, drawing.plot, drawing.chart.kind, drawing.places, title)
    options = {"description": visible(drawing.chart.alt), "decorative": False, "y_offset": _AIR, "object_position": 2}
    sheet.insert_chart(row, 0, chart, options)


def _title(drawing: Drawing, pen: Pen) -> str:
    number = pen.edition.document.number_of(drawing.chart)
    return f"{number}. {drawing.chart.title}" if number else drawing.chart.title


def _columns_under(widths: Sequence[float]) -> int:
    """The last column that a chart covers."""
    pixels, column = 0.0, -1
    while pixels < _WIDTH:
        column += 1
        pixels += widths[column] * _DIGIT + _PADDING if column < len(widths) else _DEFAULT
    return column
