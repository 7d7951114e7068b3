"""The sheet Härledning: every printed figure, how it was worked out, from which places, and how old it is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import define, field

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation
from styrmodell.report.excel.formats import Format, Sheet
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.lists import Amount, Columns, Field, finish_list, start_list, write_fields
from styrmodell.report.excel.names import DERIVATION_SHEET
from styrmodell.report.excel.page import Pen
from styrmodell.report.formula.address import Address, column_letters
from styrmodell.report.formula.basis import BASIS_FIRST_ROW
from styrmodell.report.formula.places import cell_value
from styrmodell.report.numbers import NumberStyle
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
    row = _Row(sheet=sheet, pen=pen)
    number = BASIS_FIRST_ROW - 1
    for number, (name_of_sheet, address, cell, name, value) in enumerate(figures, BASIS_FIRST_ROW):
        working, cell_id, unit = cell.explanation, cell.id, cell.style.unit
        assert working is not None
        how, covered, missing, source = _told(working)
        if value is not None and not missing and _is_usual(cell_id, name_of_sheet, address, name, unit, how, source):
            row.write(number, (cell_id, name_of_sheet, address, name), unit, (how, covered, source))
            row.write_figure(number, value, cell.style, working.coverage)
            continue
        amount = cell.text if value is None else Amount(value, cell.style)
        days = working.coverage.oldest, working.coverage.newest
        told: Sequence[Field] = (how, covered, missing, source, *days)
        write_fields(sheet, _COLUMNS, number, (cell_id, name_of_sheet, address, name, amount, unit, *told), pen.formats)
    return number


def _is_usual(cell_id: str, sheet: str, address: str, name: str, unit: str, how: str, source: str) -> bool:
    """Whether every text fits its column and is plain: then nothing is wrapped, cut or replaced."""
    whole = f"{cell_id}{sheet}{address}{name}{unit}{how}{source}"
    return (
        len(cell_id) <= _ID_WIDTH
        and len(sheet) <= _SHEET_WIDTH
        and len(name) <= _NAME_WIDTH
        and len(unit) <= _NARROW
        and len(how) <= _HOW_WIDTH
        and len(source) <= _SOURCE_WIDTH
        and "<" not in whole
        and whole.isprintable()
    )


@define(kw_only=True, eq=False)
class _Row:
    """Writes a usual row with as few steps as there are cells."""

    sheet: Sheet
    pen: Pen
    _look: Format = field(init=False)
    _day: Format = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._look, self._day = self.pen.formats.look("cell"), self.pen.formats.look("date")

    def write(self, number: int, first: tuple[str, ...], unit: str, last: tuple[str, str, str]) -> None:
        """The texts: id, sheet, address and name; the unit; how, what came and where from."""
        write, look = self.sheet.write_string, self._look
        for column, text in enumerate(first):
            if text:
                write(number, column, text, look)
        if unit:
            write(number, 5, unit, look)
        how, covered, source = last
        write(number, 6, how, look)
        if covered:
            write(number, 7, covered, look)
        if source:
            write(number, 9, source, look)

    def write_figure(self, number: int, value: float, style: NumberStyle, coverage: Coverage) -> None:
        """The figure and the days it is of."""
        self.sheet.write_number(number, 4, value, self.pen.formats.figure(style, "list"))
        for column, day in ((10, coverage.oldest), (11, coverage.newest)):
            if day is not None:
                self.sheet.write_datetime(number, column, day, self._day)


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
