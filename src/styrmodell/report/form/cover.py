"""The first sheet of a form: what it is, how it is filled in, and the fields where a unit signs it off."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.lines import Line, text_height
from styrmodell.report.excel.page import Pen, set_paper, write_lines, write_link, write_text
from styrmodell.report.form.content import FormHead
from styrmodell.report.form.identity import Entry
from styrmodell.report.form.object_sheet import ObjectSheet
from styrmodell.report.form.object_write import Written
from styrmodell.report.formula.address import column_letters, quote_sheet, ranges, reference

COVER_SHEET = "Formulär"
UNIT_WORD, ROLE_WORD, DAY_WORD, DONE_WORD, COMMENT_WORD = "Enhet", "Roll", "Datum", "Klarmarkering", "Kommentar"
DONE_CHOICES = ("Ja", "Nej")
_WIDTHS = (24.0, 50.0, 14.0, 14.0)
_TALL, _COMMENT_HEIGHT, _FIELD_HEIGHT = 26.0, 62.0, 21.0
# Excel takes no more arguments than this to one function.
_MOST_ARGUMENTS = 255
_STEPS = (
    "1. Gå till bladen nedan och fyll i de gula cellerna. Tabbtangenten hoppar till nästa gula cell.",
    "2. Siffror som redan står i gula celler är de som är kända i dag. Ändra dem som inte stämmer.",
    "3. Lämna en cell tom om uppgiften saknas. Skriv aldrig 0 för något som inte är känt.",
    "4. Summor räknas av sig själva. De är låsta.",
    "5. På blad med en rad för var sak: lägg till nya på de tomma raderna. En rad som tas bort stryker ingenting.",
    "6. Fyll i rutan Lämna in, spara och skicka tillbaka filen. Det gör inget om den får ett annat namn.",
)
_TOLD = {
    ROLE_WORD: ("Din roll, som controller eller områdeschef. Skriv inget namn.", "field"),
    DAY_WORD: ("Dagen då uppgifterna är färdiga, som 2019-09-02.", "day field"),
    DONE_WORD: ("Ja när uppgifterna är färdiga och godkända, annars Nej.", "field"),
    COMMENT_WORD: ("Det som den som läser siffrorna behöver veta.", "field"),
}


@frozen(kw_only=True)
class TableEntry:
    """A sheet of the form.

    Attributes:
        holds: What it is.
        asked: How many cells, or objects, there are to fill in.
        counted: What counts those that are filled in: a formula's body, empty where there is none.
        known: How many are known already.
    """

    sheet: str
    holds: str
    asked: int
    counted: str
    known: int


def table_entry(sheet: str, holds: str, entries: Sequence[Entry]) -> TableEntry:
    """A sheet with cells for figures."""
    cells = [reference(one, COVER_SHEET) for one in ranges([entry.address for entry in entries])]
    counted = f"COUNT({','.join(cells)})" if cells and len(cells) <= _MOST_ARGUMENTS else ""
    known = sum(entry.input.known is not None for entry in entries)
    return TableEntry(sheet=sheet, holds=holds, asked=len(entries), counted=counted, known=known)


def rows_entry(sheet: str, asked: ObjectSheet, where: Written) -> TableEntry:
    """A sheet with a row for each object; the rows that have something in the first column to fill in are counted."""
    letters = column_letters(where.column)
    area = f"{quote_sheet(sheet)}!${letters}${where.first_row + 1}:${letters}${where.last_row + 1}"
    key = asked.columns[where.column - 1].key
    known = sum(row.cells.get(key) is not None for row in asked.rows)
    holds = f"{asked.title}: en rad för var och en"
    return TableEntry(sheet=sheet, holds=holds, asked=len(asked.rows), counted=f"COUNTA({area})", known=known)


def write_form_cover(sheet: Sheet, head: FormHead, title: str, tables: Sequence[TableEntry], pen: Pen) -> None:
    """Write it, from the title down to the key of colours."""
    set_paper(sheet, pen.edition)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    lines = (Line(text=f"Formulär: {head.unit_name}", look="title"), Line(text=title, look="subtitle"))
    write_lines(sheet, lines, 0, _WIDTHS, pen.formats)
    row = len(lines) + 1
    for word, text in _facts(head):
        write_text(sheet, (row, 0), word, pen.formats.look("fact name"))
        write_text(sheet, (row, 1), text, pen.formats.look("fact"))
        sheet.set_row(row, text_height(((text, _WIDTHS[1]),)))
        row += 1
    write_lines(sheet, [Line(text="Så gör du", look="heading 2")], row, _WIDTHS, pen.formats)
    write_lines(sheet, [Line(text=text, look="fact") for text in _STEPS], row + 1, _WIDTHS, pen.formats)
    row = _write_tables(sheet, tables, row + 2 + len(_STEPS), pen)
    row = _write_sign_off(sheet, row + 1, pen)
    row = _write_key(sheet, row + 1, pen)
    sheet.print_area(0, 0, row, len(_WIDTHS) - 1)


def _facts(head: FormHead) -> Iterator[tuple[str, str]]:
    yield UNIT_WORD, head.unit_name
    yield "Period", head.period.text
    if head.due is not None:
        yield "Lämnas in senast", head.due.isoformat()
    if head.roles:
        yield "Fylls i av", ", ".join(head.roles)


def _write_tables(sheet: Sheet, tables: Sequence[TableEntry], row: int, pen: Pen) -> int:
    """The tables with links, how many cells each has and how many are filled in; gives the row below."""
    sheet.set_row(row, _TALL)
    for column, text in enumerate(("Blad", "Innehåll", "Att fylla i", "Ifyllda")):
        write_text(sheet, (row, column), text, pen.formats.look("number header" if column > 1 else "header"))
    for number, table in enumerate(tables, row + 1):
        write_link(sheet, (number, 0), table.sheet, pen.formats.look("link"))
        write_text(sheet, (number, 1), table.holds, pen.formats.look("fact"))
        sheet.set_row(number, text_height(((table.holds, _WIDTHS[1]),)))
        sheet.write_number(number, 2, table.asked, pen.formats.look("count"))
        if table.counted:
            sheet.write_formula(number, 3, f"={table.counted}", pen.formats.look("count"), table.known)
    return row + 1 + len(tables)


def _write_sign_off(sheet: Sheet, row: int, pen: Pen) -> int:
    """The fields to sign off in; gives the row below."""
    sheet.set_row(row, _TALL)
    write_text(sheet, (row, 0), "Lämna in", pen.formats.look("header"))
    for column in range(1, len(_WIDTHS)):
        sheet.write_blank(row, column, None, pen.formats.look("header"))
    for number, (word, (told, look)) in enumerate(_TOLD.items(), row + 1):
        sheet.set_row(number, _COMMENT_HEIGHT if word == COMMENT_WORD else _FIELD_HEIGHT)
        write_text(sheet, (number, 0), word, pen.formats.look("fact name"))
        if word == COMMENT_WORD:
            sheet.merge_range(number, 1, number, len(_WIDTHS) - 1, "", pen.formats.look(look))
        sheet.write_blank(number, 1, None, pen.formats.look(look))
        sheet.data_validation(number, 1, number, 1, _rule(word, told))
    return row + 1 + len(_TOLD)


def _rule(word: str, told: str) -> dict[str, Any]:
    rule: dict[str, Any] = {"validate": "any", "input_title": word, "input_message": told}
    if word == DONE_WORD:
        rule |= {"validate": "list", "source": list(DONE_CHOICES), "error_message": "Välj Ja eller Nej."}
    return rule


def _write_key(sheet: Sheet, row: int, pen: Pen) -> int:
    """What the colours mean; gives its last row."""
    write_text(sheet, (row, 0), "Gul cell", pen.formats.look("field example"))
    write_text(sheet, (row, 1), "fylls i", pen.formats.look("fact"))
    write_text(sheet, (row + 1, 0), "Vit cell", pen.formats.look("fact"))
    write_text(sheet, (row + 1, 1), "räknas ut eller visas bara; den är låst", pen.formats.look("fact"))
    return row + 1


def is_cover(name: str) -> bool:
    """Whether a sheet has the first sheet's name."""
    return quote_sheet(name).casefold() == quote_sheet(COVER_SHEET).casefold()
