"""The hidden sheet of objects: which sheets ask for them, their columns, and what each row held when it was sent."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.text import visible
from styrmodell.report.form.object_sheet import Content, ObjectSheet

OBJECT_IDENTITY = "styrmodell objekt"
OBJECT_FORMAT = "1"
SHEET_WORD, COLUMN_WORD, ROW_WORD = "blad", "kolumn", "rad"
MAY_ADD = "ja"


def write_object_identity(sheet: Sheet, sheets: Sequence[tuple[str, ObjectSheet]]) -> None:
    """Write it: for each sheet a line, below it a line a column, and a line a row with what its cells hold."""
    sheet.very_hidden()
    sheet.protect()
    sheet.write_string(0, 0, OBJECT_IDENTITY)
    sheet.write_string(0, 1, OBJECT_FORMAT)
    lines = (line for name, asked in sheets for line in _lines(name, asked))
    for row, line in enumerate(lines, 1):
        for column, content in enumerate(line):
            if isinstance(content, float):
                sheet.write_number(row, column, content)
            elif content:
                sheet.write_string(row, column, visible(content))


def _lines(name: str, asked: ObjectSheet) -> Iterator[tuple[str | float, ...]]:
    yield SHEET_WORD, name, asked.kind, MAY_ADD if asked.may_add else ""
    for column in asked.columns:
        yield COLUMN_WORD, column.key, column.label, column.entry.value
    for row in asked.rows:
        yield ROW_WORD, row.id, *(held(row.cells.get(column.key)) for column in asked.columns)


def held(content: Content) -> str | float:
    """What a cell holds of *content*, a day as text."""
    if content is None:
        return ""
    if isinstance(content, date):
        return content.isoformat()
    return float(content) if isinstance(content, Decimal | int) else content
