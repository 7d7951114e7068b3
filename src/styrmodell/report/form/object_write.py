"""Writing a sheet that asks for objects: headings, a row for each that is known, and empty rows for new ones."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from attrs import frozen

from styrmodell.report.excel.choices import Choices
from styrmodell.report.excel.formats import Format, Sheet
from styrmodell.report.excel.lines import Line, text_height
from styrmodell.report.excel.page import Pen, set_paper, write_lines, write_text
from styrmodell.report.excel.text import shorten, visible
from styrmodell.report.form.object_sheet import ID_LABEL, Content, Entry, FormColumn, ObjectSheet

# Rows may be put in, columns made wider; all else that is locked stays as it is.
_ALLOWED = {"format_columns": True, "format_rows": True, "insert_rows": True}
_WIDTHS = {
    Entry.LONG: 44.0,
    Entry.LINES: 44.0,
    Entry.TEXT: 26.0,
    Entry.WORDS: 24.0,
    Entry.WORD: 22.0,
    Entry.SHOWN: 30.0,
    Entry.DAY: 13.0,
    Entry.MARK: 13.0,
    Entry.MONEY: 14.0,
    Entry.NUMBER: 12.0,
    Entry.WHOLE: 14.0,
}
_ID_WIDTH, _LEAST_HEIGHT, _TEXT_HEIGHT, _HEADER_AIR = 20.0, 18.0, 60.0, 6.0
_TITLE_LIMIT, _TEXT_LIMIT = 32, 255
_MOST = 1e15
_FIRST_DAY = date(1900, 1, 1)
_SHORT, _SHORT_WIDTH, _ROOMY, _FEW = ("nr", "number"), 8.0, 80.0, 4
_TALL = (Entry.LONG, Entry.LINES)
_HEADING, _A3 = 4, 8
_LOOKS = {
    Entry.DAY: "day field",
    Entry.MARK: "mark field",
    Entry.MONEY: "number field",
    Entry.NUMBER: "number field",
    Entry.WHOLE: "number field",
    Entry.SHOWN: "shown",
}
_ADD = "Nya läggs till på de tomma raderna; rader får infogas. Lämna Id tomt på en ny rad, och ta inte bort rader."
_KEEP = "Lämna raderna där de är; en rad som tas bort stryker ingenting."


@frozen(kw_only=True)
class Written:
    """Where the rows of a sheet stand, from 0: the column that tells which are filled in, first and last row."""

    column: int
    first_row: int
    last_row: int


def write_object_sheet(sheet: Sheet, asked: ObjectSheet, whose: str, pen: Pen, choices: Choices) -> Written:
    """Write it, locked but for what is filled in; gives where its rows stand."""
    set_paper(sheet, pen.edition)
    sheet.set_paper(_A3)
    sheet.set_landscape()
    widths = (_ID_WIDTH, *(_width(column, len(asked.columns)) for column in asked.columns))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    lines = (
        Line(text=asked.title, look="title"),
        Line(text=whose, look="heading 3"),
        Line(text=f"Fyll i de gula cellerna. {_ADD if asked.may_add else _KEEP}", look="last fact"),
    )
    write_lines(sheet, lines, 0, widths[: min(len(widths), 5)], pen.formats)
    _write_headings(sheet, asked, widths, pen)
    first, last = _HEADING + 1, _HEADING + max(len(asked.rows) + asked.blank, 1)
    for row in range(first, last + 1):
        _write_row(sheet, asked, row, widths, pen)
    for place, column in enumerate(asked.columns, 1):
        if column.entry is not Entry.SHOWN:
            sheet.data_validation(first, place, last, place, entry_rule(column, choices))
    sheet.freeze_panes(first, 1)
    sheet.print_area(0, 0, last, len(asked.columns))
    sheet.repeat_rows(_HEADING)
    sheet.protect("", _ALLOWED)
    filled = [at for at, one in enumerate(asked.columns, 1) if one.entry is not Entry.SHOWN] or [1]
    sheet.set_selection(first, filled[0], first, filled[0])
    named = (at for at in filled if asked.columns[at - 1].key == "name")
    return Written(column=next(named, filled[0]), first_row=first, last_row=last)


def _width(column: FormColumn, beside: int) -> float:
    """How wide *column* is: numbers of objects are short, and a text alone has room."""
    if column.key in _SHORT:
        return _SHORT_WIDTH
    return _ROOMY if column.entry in _TALL and beside <= _FEW else _WIDTHS[column.entry]


def _write_headings(sheet: Sheet, asked: ObjectSheet, widths: tuple[float, ...], pen: Pen) -> None:
    labels = (ID_LABEL, *(column.label for column in asked.columns))
    sheet.set_row(_HEADING, text_height(zip(labels, widths, strict=True)) + _HEADER_AIR)
    entries = (Entry.SHOWN, *(column.entry for column in asked.columns))
    for place, (label, entry) in enumerate(zip(labels, entries, strict=True)):
        look = "number header" if entry.is_number() else "mark header" if entry is Entry.MARK else "word header"
        write_text(sheet, (_HEADING, place), label, pen.formats.look(look))


def _write_row(sheet: Sheet, asked: ObjectSheet, row: int, widths: tuple[float, ...], pen: Pen) -> None:
    place = row - _HEADING - 1
    known = asked.rows[place] if place < len(asked.rows) else None
    contents = [known.cells.get(column.key) if known is not None else None for column in asked.columns]
    texts = [(str(one), width) for one, width in zip(contents, widths[1:], strict=True) if isinstance(one, str)]
    least = _TEXT_HEIGHT if not asked.may_add and any(one.entry in _TALL for one in asked.columns) else _LEAST_HEIGHT
    sheet.set_row(row, max(text_height(texts), least))
    write_text(sheet, (row, 0), known.id if known is not None else "", pen.formats.look("shown"))
    for at, (column, content) in enumerate(zip(asked.columns, contents, strict=True), 1):
        _write_cell(sheet, (row, at), content, pen.formats.look(_LOOKS.get(column.entry, "field")))


def _write_cell(sheet: Sheet, place: tuple[int, int], content: Content, look: Format) -> None:
    if isinstance(content, date):
        sheet.write_datetime(*place, datetime.combine(content, time.min), look)
    elif isinstance(content, Decimal | int):
        sheet.write_number(*place, float(content), look)
    else:
        write_text(sheet, place, content or "", look)


def entry_rule(column: FormColumn, choices: Choices) -> dict[str, Any]:
    """What a column takes, and what its cells say when they are chosen."""
    title = shorten(visible(column.label), _TITLE_LIMIT)
    told = shorten(visible(" ".join(part for part in (column.told, _written(column)) if part)), _TEXT_LIMIT)
    rule: dict[str, Any] = {"validate": "any", "input_title": title, "input_message": told}
    if column.entry is Entry.DAY:
        rule |= {"validate": "date", "criteria": ">=", "value": _FIRST_DAY, "error_title": "Det ska vara ett datum"}
        rule |= {"error_message": "Skriv datumet som 2020-09-30."}
    elif column.entry is Entry.WHOLE:
        rule |= {"validate": "integer", "criteria": ">=", "value": 0, "error_title": "Det ska vara ett heltal"}
    elif column.entry.is_number():
        rule |= {"validate": "decimal", "criteria": "between", "minimum": -_MOST, "maximum": _MOST}
        rule |= {"error_title": "Det ska vara ett tal", "error_message": "Skriv bara talet, utan kr och utan text."}
    elif column.words and column.entry is not Entry.WORDS:
        rule |= {"validate": "list", "source": choices.source(column.words), "error_title": title}
        rule |= {"error_message": "Välj ett av orden i listan."}
    return rule


def _written(column: FormColumn) -> str:
    """How it is written, where that is not plain."""
    if column.entry is Entry.DAY:
        return "Skriv ett datum, som 2020-09-30."
    if column.entry is Entry.WORDS and column.words:
        return f"Orden är {', '.join(column.words)}."
    return "Lämna cellen tom om uppgiften saknas." if column.entry.is_number() else ""
