"""A risk matrix as a grid of cells, with what stands in it listed beneath."""

from styrmodell.report.chart import Matrix
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.lines import LINE_HEIGHT, Line, text_height, top_lines
from styrmodell.report.excel.page import Pen, set_paper, write_lines, write_text
from styrmodell.report.table import ColumnKind

_SIDE, _SQUARE = 28.0, 18.0
_HEIGHT = 45.0


def write_matrix(sheet: Sheet, matrix: Matrix, pen: Pen) -> None:
    """Write *matrix* on *sheet*: consequence downwards from the greatest, likelihood across."""
    set_paper(sheet, pen.edition)
    sheet.set_landscape()
    widths = (_SIDE, *(_SQUARE for _ in matrix.across))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    number = pen.edition.document.number_of(matrix)
    caption = f"{number}. {matrix.title}" if number else matrix.title
    lines = (*top_lines(pen.edition), Line(text=caption, look="caption"), Line(text=matrix.alt, look="note"))
    write_lines(sheet, lines, 0, widths, pen.formats)
    below = _write_grid(sheet, matrix, len(lines), pen)
    last = _write_items(sheet, matrix, below, widths, pen)
    sheet.repeat_rows(len(lines))
    sheet.repeat_columns(0)
    sheet.freeze_panes(len(lines) + 1, 1)
    sheet.print_area(0, 0, last, len(widths) - 1)


def _write_grid(sheet: Sheet, matrix: Matrix, top: int, pen: Pen) -> int:
    """The heading and the squares; gives the row below them."""
    look = pen.formats.look
    corner = f"{matrix.up_title} \u2193  {matrix.across_title} \u2192"
    heads = (corner, *(matrix.step(step, word) for step, word in enumerate(matrix.across, 1)))
    sheet.set_row(top, text_height((head, _SQUARE) for head in heads[1:]) + LINE_HEIGHT / 2)
    for column, head in enumerate(heads):
        write_text(sheet, (top, column), head, look("scale foot" if column else "scale"))
    row = top + 1
    for up in range(len(matrix.up), 0, -1):
        squares = [
            ", ".join(item.label for item in matrix.at(across, up)) for across in range(1, len(matrix.across) + 1)
        ]
        sheet.set_row(row, max(_HEIGHT, text_height((text, _SQUARE) for text in squares)))
        write_text(sheet, (row, 0), matrix.step(up, matrix.up[up - 1]), look("scale"))
        for across, text in enumerate(squares, 1):
            tone = matrix.tone(across, up)
            write_text(sheet, (row, across), text, pen.formats.words(ColumnKind.MARK, "square", tone))
        row += 1
    return row


def _write_items(sheet: Sheet, matrix: Matrix, top: int, widths: tuple[float, ...], pen: Pen) -> int:
    """What stands in the squares, one a line; gives the last row."""
    row = top
    for place, item in enumerate(matrix.items):
        where = f"{matrix.across_title.lower()} {item.across}, {matrix.up_title.lower()} {item.up}"
        line = Line(text=f"{item.label} {item.name} ({where})", look="note" if place else "first note")
        write_lines(sheet, (line,), row, widths, pen.formats)
        row += 1
    return row - 1
