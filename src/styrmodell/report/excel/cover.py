"""The sheet Innehåll: what the workbook is, what its sheets hold, and what its signs mean."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from styrmodell.model.status import Status
from styrmodell.report.document import Edition
from styrmodell.report.edition_text import origin_text
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.lines import Line, text_height, title_lines
from styrmodell.report.excel.page import Pen, set_paper, write_lines, write_link, write_text
from styrmodell.report.status_mark import status_mark
from styrmodell.report.table import ColumnKind, Table
from styrmodell.report.table_text import remarks

_WIDTHS = (36.0, 56.0)
_HEADER_HEIGHT = 26.0
_SHEETS_HEADING, _HOLDS_HEADING = "Blad", "Innehåll"
_SIGNS_HEADING = "Tecken"


@frozen(kw_only=True)
class SheetEntry:
    """A sheet in the list: its name, and what it holds."""

    name: str
    holds: str


def write_cover(sheet: Sheet, entries: Sequence[SheetEntry], tables: Sequence[Table], pen: Pen) -> None:
    """Write title, head data, the list of *entries*, and the signs that *tables* use."""
    edition, formats = pen.edition, pen.formats
    set_paper(sheet, edition)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    lines = tuple(_lines(edition))
    write_lines(sheet, lines, 0, _WIDTHS, formats)
    row = len(lines)
    for word, content in _facts(edition):
        write_text(sheet, (row, 0), word, formats.look("fact name"))
        write_text(sheet, (row, 1), content, formats.look("fact"))
        sheet.set_row(row, text_height(((content, _WIDTHS[1]),)))
        row += 1
    row = _write_entries(sheet, entries, row, pen)
    row = _write_signs(sheet, tables, row, pen)
    write_lines(sheet, (Line(text=origin_text(edition), look="first note"),), row, _WIDTHS, formats)
    sheet.print_area(0, 0, row, len(_WIDTHS) - 1)


def _lines(edition: Edition) -> Iterator[Line]:
    yield from title_lines(edition)
    if edition.document.head.subtitle:
        yield Line(text=edition.document.head.subtitle, look="subtitle")


def _facts(edition: Edition) -> Iterator[tuple[str, str]]:
    head = edition.document.head
    told = (
        ("Diarienummer", head.dnr),
        ("Organ", head.body),
        ("Paragraf", head.paragraph),
        ("Datum", head.dated.isoformat() if head.dated else ""),
        *head.facts,
    )
    yield from ((word, content) for word, content in told if content)
    if not head.facts:
        yield "Enhet och period", f"{edition.unit_name} {edition.period.text}".strip()


def _write_entries(sheet: Sheet, entries: Sequence[SheetEntry], row: int, pen: Pen) -> int:
    """The sheets with links; gives the row below."""
    sheet.set_row(row, _HEADER_HEIGHT)
    for column, text in enumerate((_SHEETS_HEADING, _HOLDS_HEADING)):
        write_text(sheet, (row, column), text, pen.formats.look("header"))
    for number, entry in enumerate(entries, row + 1):
        write_link(sheet, (number, 0), entry.name, pen.formats.look("link"))
        write_text(sheet, (number, 1), entry.holds, pen.formats.look("fact"))
        sheet.set_row(number, text_height(((entry.holds, _WIDTHS[1]),)))
    return row + 1 + len(entries)


def _write_signs(sheet: Sheet, tables: Sequence[Table], row: int, pen: Pen) -> int:
    """Status symbols in use, and what plus and minus mean; gives the row below."""
    marks, told = _statuses(tables), dict.fromkeys(text for table in tables for text in remarks(table))
    if not marks and not told:
        return row
    sheet.set_row(row, _HEADER_HEIGHT)
    write_text(sheet, (row, 0), _SIGNS_HEADING, pen.formats.look("header"))
    sheet.write_blank(row, 1, None, pen.formats.look("header"))
    row += 1
    for status in marks:
        mark = status_mark(status)
        write_text(sheet, (row, 0), mark.text, pen.formats.words(ColumnKind.STATUS, "list", mark.tone))
        row += 1
    write_lines(sheet, [Line(text=text, look="note") for text in told], row, _WIDTHS, pen.formats)
    return row + len(told)


def _statuses(tables: Sequence[Table]) -> list[Status]:
    """The statuses that *tables* print, in their own order."""
    used = {cell.status for table in tables for row in table.rows for cell in row.cells}
    return [status for status in Status if status in used]
