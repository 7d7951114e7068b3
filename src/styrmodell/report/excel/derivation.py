"""The sheet Härledning: every printed figure, how it was worked out, from which places, and how old it is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from styrmodell.aggregation.explanation import Explanation
from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.lists import Amount, Columns, Field, finish_list, start_list, write_fields
from styrmodell.report.excel.names import DERIVATION_SHEET
from styrmodell.report.excel.page import Pen
from styrmodell.report.formula.address import Address, column_letters
from styrmodell.report.formula.basis import BASIS_FIRST_ROW
from styrmodell.report.formula.places import cell_value
from styrmodell.report.source_text import source_text
from styrmodell.report.table import Cell
from styrmodell.report.table_text import cell_name, column_name

# Sheet, address, the cell, its name, and the number it holds.
_Printed: TypeAlias = tuple[str, str, Cell, str, float | None]

_MAX_NAMED = 10
_ID_WIDTH, _SHEET_WIDTH, _NAME_WIDTH, _HOW_WIDTH, _SOURCE_WIDTH = 60, 22, 48, 18, 60
_NARROW = 8
_COLUMNS: Columns = (
    ("Cell-id", _ID_WIDTH), ("Blad", _SHEET_WIDTH), ("Cell", _NARROW), ("Uppgift", _NAME_WIDTH), ("Värde", 18),
    ("Skrivs i", 10), ("Så räknat", _HOW_WIDTH), ("Täckning", 11), ("Saknas", 24), ("Källor", _SOURCE_WIDTH),
    ("Äldsta uppgift", 17), ("Senaste uppgift", 17),
)  # fmt: skip
DERIVATION_WIDTH = len(_COLUMNS)


def write_derivation(sheet: Sheet, layouts: Iterable[Layout], prose: Iterable[tuple[Address, Cell]], pen: Pen) -> None:
    """List every printed figure: what it is, how it was worked out, from which places, and how old it is."""
    purpose = "Varje siffra i dokumentet: hur den räknats fram, varifrån den kommer och hur gammal den är."
    start_list(sheet, DERIVATION_SHEET, purpose, _COLUMNS, pen)
    finish_list(sheet, _COLUMNS, _write_rows(sheet, _printed(layouts, prose), pen))


def _printed(layouts: Iterable[Layout], prose: Iterable[tuple[Address, Cell]]) -> Iterator[_Printed]:
    """The figures of tables, then those of running text; who prints one again in words is not told twice."""
    met = set[str]()
    for layout in layouts:
        met.update([cell.id for cell in layout.table.cells()])
        yield from _printed_in(layout)
    for address, cell in prose:
        if cell.id not in met and not cell.is_blank:
            name = cell.explanation.label if cell.explanation is not None else ""
            exact = None if cell.explanation is None else cell.explanation.exact
            value = None if exact is None else cell_value(exact, cell.style)
            yield address.sheet, address.text, cell, name, value


def _printed_in(layout: Layout) -> Iterator[_Printed]:
    names = [column_name(column) for column in layout.table.columns]
    letters = [column_letters(layout.first_column + place) for place, _ in enumerate(names)]
    rows, first_row, first_column, sheet = layout.table.rows, layout.first_row, layout.first_column, layout.sheet
    for figure in layout.figures:
        cell, address = figure.cell, figure.address
        if figure.value is not None or not cell.is_blank:
            row, place = address.row, address.column - first_column
            name = cell_name(rows[row - first_row], names[place])
            yield sheet, f"{letters[place]}{row + 1}", cell, name, figure.value


def _write_rows(sheet: Sheet, figures: Iterable[_Printed], pen: Pen) -> int:
    """Write *figures*; gives the last row. It has ten times the cells of the tables: what is usual costs least."""
    write, write_number, write_datetime = sheet.write_string, sheet.write_number, sheet.write_datetime
    figure, look, day = pen.formats.figure, pen.formats.look("cell"), pen.formats.look("date")
    number = BASIS_FIRST_ROW - 1
    for number, (name_of_sheet, address, cell, name, value) in enumerate(figures, BASIS_FIRST_ROW):
        working, cell_id, style = cell.explanation, cell.id, cell.style
        assert working is not None
        how, covered, missing, source = _told(working)
        unit, coverage = style.unit, working.coverage
        whole = f"{cell_id}{name_of_sheet}{address}{name}{unit}{how}{covered}{missing}{source}"
        if (
            value is None
            or missing
            or len(cell_id) > _ID_WIDTH
            or len(name_of_sheet) > _SHEET_WIDTH
            or len(name) > _NAME_WIDTH
            or len(unit) > _NARROW
            or len(how) > _HOW_WIDTH
            or len(source) > _SOURCE_WIDTH
            or "<" in whole
            or not whole.isprintable()
        ):
            amount = cell.text if value is None else Amount(value, style)
            fields: Sequence[Field] = (
                cell_id, name_of_sheet, address, name, amount, unit, how, covered, missing, source,
                coverage.oldest, coverage.newest,
            )  # fmt: skip
            write_fields(sheet, _COLUMNS, number, fields, pen.formats)
            continue
        write(number, 0, cell_id, look)
        write(number, 1, name_of_sheet, look)
        write(number, 2, address, look)
        if name:
            write(number, 3, name, look)
        write_number(number, 4, value, figure(style, "list"))
        if unit:
            write(number, 5, unit, look)
        write(number, 6, how, look)
        if covered:
            write(number, 7, covered, look)
        if source:
            write(number, 9, source, look)
        if coverage.oldest is not None:
            write_datetime(number, 10, coverage.oldest, day)
        if coverage.newest is not None:
            write_datetime(number, 11, coverage.newest, day)
    return number


def _told(working: Explanation) -> tuple[str, str, str, str]:
    """How it was worked out, what of it came, who is missing, and where it was written."""
    coverage = working.coverage
    reported, expected = coverage.reported, coverage.expected
    return (
        working.op.value,
        f"{reported} av {expected}" if expected else "",
        "" if reported == expected else _named(working.missing),
        source_text(working.sources),
    )


def _named(units: Sequence[str]) -> str:
    rest = len(units) - _MAX_NAMED
    return ", ".join(units[:_MAX_NAMED]) + (f" och {rest} till" if rest > 0 else "")
