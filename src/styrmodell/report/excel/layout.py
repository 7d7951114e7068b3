"""Where everything stands on a table's sheet, and how wide it is, before the first cell is written."""

from collections.abc import Iterable, Iterator
from math import ceil

from attrs import evolve, frozen

from styrmodell.report.document import Edition
from styrmodell.report.excel.names import FINDINGS_SHEET, range_names, sheet_names
from styrmodell.report.formula.address import Address
from styrmodell.report.formula.places import cell_value
from styrmodell.report.table import Cell, Table, TableCell, TableRow
from styrmodell.report.table_text import caption_text, remarks, with_marks

_LABEL_LIMIT = 45
_LABEL_LEAST = 16
_COLUMN_LEAST = 10
_COLUMN_MOST = 24
_ONE_LINE = 13
LINE_HEIGHT = 15.0
_BODY_HEIGHT = 17.0
_MOST_HEIGHT = 405.0
_AIR_IN_HEADER = 5.0
_SIZES = {"title": 1.45, "caption": 1.1, "note": 0.92, "first note": 0.92}
_AIR = {"notice": 7.0, "appendix": 8.0, "title": 4.0, "last fact": 9.0, "caption": 11.0, "first note": 9.0}
# A column's width counts digits; letters and spaces are narrower on the whole.
_LETTERS_A_DIGIT = 1.1


@frozen(kw_only=True)
class Line:
    """A line of text over the whole width, above or below a table; *look* names its format."""

    text: str
    look: str


@frozen(kw_only=True)
class Layout:
    """A table on its sheet. Rows and columns are counted from 0.

    Attributes:
        range_name: The defined name of the table's range.
        widths: Widths of the columns in characters, labels first.
    """

    table: Table
    sheet: str
    range_name: str
    top: tuple[Line, ...]
    bottom: tuple[Line, ...]
    widths: tuple[float, ...]

    @property
    def header_row(self) -> int:
        """The row of the column headings; groups stand in the row above it."""
        return len(self.top) + bool(self.table.groups)

    @property
    def first_row(self) -> int:
        """The first row of the table's body."""
        return self.header_row + 1

    @property
    def last_row(self) -> int:
        """The last row of the table's body."""
        return self.header_row + len(self.table.rows)

    @property
    def last_column(self) -> int:
        """The last column."""
        return len(self.table.columns)

    def places(self) -> Iterator[tuple[Address, Cell]]:
        """Every cell with where it stands."""
        for row_number, row in enumerate(self.table.rows, self.first_row):
            for column, cell in enumerate(row.cells, 1):
                if isinstance(cell, Cell):
                    yield Address(sheet=self.sheet, row=row_number, column=column), cell

    def line_height(self, line: Line) -> float:
        """The height of a merged line, which Excel does not fit by itself."""
        size = _SIZES.get(line.look, 1.0)
        lines = wrapped_lines(line.text, sum(self.widths) * _LETTERS_A_DIGIT / size)
        return min(lines * LINE_HEIGHT * size + _AIR.get(line.look, 0.0), _MOST_HEIGHT)

    def header_height(self, texts: Iterable[tuple[str, int, int]]) -> float:
        """The height of a row of headings, given (text, first column, columns it spans) of each."""
        lines = (wrapped_lines(text, sum(self.widths[first : first + span])) for text, first, span in texts)
        return max(lines) * LINE_HEIGHT + _AIR_IN_HEADER

    def body_height(self, row: TableRow) -> float:
        """The height of a row of the table: that of its label."""
        if row.level == "heading":
            return _BODY_HEIGHT + _AIR_IN_HEADER
        label = with_marks(row.label, row.notes)
        return (wrapped_lines(label, self.widths[0]) - 1) * LINE_HEIGHT + _BODY_HEIGHT


def list_height(texts: Iterable[tuple[str, float]]) -> float:
    """The height of a row of wrapped (text, column width) pairs; Excel takes no row above 409."""
    lines = max((wrapped_lines(text, width * _LETTERS_A_DIGIT) for text, width in texts), default=1)
    return min(lines * LINE_HEIGHT, _MOST_HEIGHT)


def wrapped_lines(text: str, width: float) -> int:
    """How many lines *text* takes in a column *width* characters wide."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(_lines_of(line, width) for line in text.split("\n"))


def _lines_of(line: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
        if used > width:
            extra = ceil(used / width) - 1
            lines, used = lines + extra, used - extra * width
    return lines


def lay_out(edition: Edition) -> tuple[Layout, ...]:
    """Lay out every table of *edition*, one sheet a table. Computes every cell."""
    tables = edition.document.tables()
    names = zip(tables, sheet_names(edition.document), range_names(tables), strict=True)
    return tuple(
        Layout(
            table=table,
            sheet=sheet,
            range_name=range_name,
            top=_top(edition, table),
            bottom=tuple(_bottom_lines(table)),
            widths=(_label_width(table), *(_column_width(table, index) for index in range(len(table.columns)))),
        )
        for table, sheet, range_name in names
    )


def _top(edition: Edition, table: Table) -> tuple[Line, ...]:
    """The lines above a table. Where no caption parts it from the facts, the last of them has air below."""
    lines = tuple(top_lines(edition))
    if edition.document.shows_caption(table):
        return (*lines, Line(text=caption_text(table) or table.key, look="caption"))
    *first, last = lines
    return (*first, evolve(last, look="last fact") if last.look == "fact" else last)


def is_marked_draft(edition: Edition) -> bool:
    """Whether the document carries the word UTKAST: the plan is no decision, or its figures hold errors."""
    return edition.draft or bool(edition.findings.errors())


def top_lines(edition: Edition) -> Iterator[Line]:
    """What stands at the top of every sheet: draft and doubt, appendix, title, facts."""
    notice = _notice(edition)
    if notice:
        yield Line(text=notice, look="notice")
    head = edition.document.head
    if head.appendix:
        yield Line(text=head.appendix, look="appendix")
    yield Line(text=edition.document.title, look="title")
    for word, content in head.facts:
        yield Line(text=f"{word}: {content}" if word else content, look="fact")


def _notice(edition: Edition) -> str:
    count = len(edition.findings)
    told = f"{count} iakttagelse{'r' * (count > 1)} om siffrorna, se bladet {FINDINGS_SHEET}" if count else ""
    return " – ".join(part for part in ("UTKAST" if is_marked_draft(edition) else "", told) if part)


def _bottom_lines(table: Table) -> Iterator[Line]:
    texts = [f"{note.mark} {note.text}".strip() for note in table.notes]
    for number, text in enumerate((*texts, *remarks(table))):
        yield Line(text=text, look="note" if number else "first note")


def _label_width(table: Table) -> float:
    labels = [with_marks(row.label, row.notes) for row in table.rows if row.level != "heading"]
    longest = max((len(label) for label in labels), default=0)
    return float(min(_LABEL_LIMIT, max(_LABEL_LEAST, len(table.row_header), longest) + 1))


def _column_width(table: Table, index: int) -> float:
    column = table.columns[index]
    label = with_marks(column.label, column.notes)
    words = [label] if len(label) <= _ONE_LINE else label.split(" ")
    cells = (row.cells[index] for row in table.rows if index < len(row.cells))
    widest = max((printed_width(cell) for cell in cells), default=0)
    return float(min(_COLUMN_MOST, max(_COLUMN_LEAST, widest, *(1.1 * len(word) for word in words)) + 2))


def printed_width(cell: TableCell) -> int:
    """About how many characters a cell prints."""
    marks = sum(len(mark) + 1 for mark in cell.notes)
    if cell.is_blank:
        return marks
    if not isinstance(cell, Cell):
        return len(cell.text) + marks
    exact = cell.explanation.exact if cell.explanation is not None else None
    if exact is None:
        return len(cell.text) + marks
    number = cell_value(exact, cell.style) * (100 if cell.style.percent else 1)
    return len(f"{number:,.{cell.style.decimals}f}") + cell.style.percent + marks
