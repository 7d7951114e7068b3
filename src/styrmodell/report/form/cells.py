"""The cells of a form's table: fields to fill in, live totals, and what is only shown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from styrmodell.model.measure import MONEY
from styrmodell.report.excel.cells import Ink, write_words
from styrmodell.report.excel.layout import Layout
from styrmodell.report.excel.page import write_text
from styrmodell.report.excel.text import shorten, visible
from styrmodell.report.form.blank_formula import references_of, unless_blank
from styrmodell.report.form.content import FormContent
from styrmodell.report.form.identity import Entry, Heading, headings
from styrmodell.report.form.inputs import Input
from styrmodell.report.form.shown import Shown
from styrmodell.report.formula.address import Address, quote_sheet
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.report.numbers import NumberStyle, unit_word
from styrmodell.report.table import Cell, ColumnKind, Table, TableRow, TextCell
from styrmodell.report.table_text import with_marks

_TITLE_LIMIT, _TEXT_LIMIT = 32, 255
_MOST = 1e15
_BASIS = quote_sheet(BASIS_SHEET)


@define(kw_only=True, eq=False)
class FormCells:
    """Writes the rows of one table of a form, and keeps what was asked for.

    Attributes:
        entries: The cells to fill in so far.
        shown: The figures' other cells so far: totals, and what is only shown.
    """

    content: FormContent
    layout: Layout
    entries: list[Entry] = field(factory=list)
    shown: list[Shown] = field(factory=list)
    _rows: Mapping[str, Heading] = field(init=False)
    _columns: tuple[Heading, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        table = self.layout.table
        named = headings(list(_row_names(table)))
        self._rows = {row.key: heading for row, heading in zip(table.rows, named, strict=True)}
        self._columns = headings([(one.group, with_marks(one.label, one.notes)) for one in table.columns])

    def write(self, ink: Ink, row: TableRow, held: Sequence[float | None], number: int) -> None:
        """Write *row*'s cells, whose known figures are *held*, in the sheet's row *number*."""
        for place, (cell, value) in enumerate(zip(row.cells, held, strict=True)):
            at = Address(sheet=self.layout.sheet, row=number, column=ink.first_column + place)
            if isinstance(cell, TextCell):
                write_words(ink, (number, at.column), cell, ink.columns[place], row.level)
            elif not isinstance(cell, Cell):
                write_text(ink.sheet, (number, at.column), cell.text, ink.pen.formats.words(ColumnKind.TEXT, row.level))
            elif (asked := self.content.inputs.get(cell.id)) is not None:
                self._ask(ink, at, cell, asked, value)
                self._note(at, cell, asked, row, place)
            else:
                formula = self._show(ink, at, cell, value, row.level) or ""
                named = {"row": self._rows[row.key], "column": self._columns[place]}
                self.shown.append(Shown(address=at, **named, formula=formula, value=None if formula else value))

    def _ask(self, ink: Ink, at: Address, cell: Cell, asked: Input, value: float | None) -> None:
        look = ink.pen.formats.entry(cell.style)
        if value is None:
            ink.sheet.write_blank(at.row, at.column, None, look)
        else:
            ink.sheet.write_number(at.row, at.column, value, look)
        ink.sheet.data_validation(at.row, at.column, at.row, at.column, number_rule(asked, cell.style))

    def _note(self, at: Address, cell: Cell, asked: Input, row: TableRow, place: int) -> None:
        self.entries.append(
            Entry(
                id=cell.id,
                address=at,
                input=asked,
                style=cell.style,
                row=self._rows[row.key],
                column=self._columns[place],
            )
        )

    def _show(self, ink: Ink, at: Address, cell: Cell, value: float | None, level: str) -> str | None:
        """A total with its formula, which is given back, or a figure that is only shown."""
        look = ink.pen.formats.figure(cell.style, level, visible(" ".join(cell.notes)) if cell.notes else "")
        formula = self._formula(ink, at, cell)
        if formula is not None:
            ink.sheet.write_formula(at.row, at.column, unless_blank(formula), look, "" if value is None else value)
        elif value is not None:
            ink.sheet.write_number(at.row, at.column, value, look)
        else:
            known = self.content.known.get(cell.id)
            write_text(ink.sheet, (at.row, at.column), known.text if known else "", ink.pen.formats.missing(level))
        return formula

    def _formula(self, ink: Ink, at: Address, cell: Cell) -> str | None:
        """The formula of a total; None where nothing on the form's own sheets is part of it."""
        working, book = cell.explanation, ink.pen.book
        if working is None or cell.is_blank:
            return None
        before = len(book.basis.rows)
        formula = book.formula(working, at, cell.style)
        if formula is None or any(not one.startswith(_BASIS) for one in references_of(formula)):
            return formula
        book.basis.cut(before)
        return None


def _row_names(table: Table) -> Iterator[tuple[str, str]]:
    """The group and text of each row; where rows have no groups, the heading they stand under is one."""
    section = ""
    for row in table.rows:
        text = with_marks(row.label, row.notes)
        if not row.cells:
            section = text
            yield "", text
        else:
            yield row.group if table.has_groups else section, text


def number_rule(asked: Input, style: NumberStyle) -> dict[str, Any]:
    """What a cell takes, and what it says when it is chosen."""
    unit = unit_word(style.unit)
    written = f"Skriv i {unit}. " if unit not in ("", "antal") else "Skriv ett tal. "
    sign = "Intäkter med plus, kostnader med minus. " if asked.measure.unit == MONEY else ""
    told = " ".join(part for part in (asked.measure.name, asked.measure.description) if part)
    role = asked.measure.reporting_owner or asked.measure.owner
    who = f"\nAnsvarig: {role}." if role else ""
    end = f"{who}\n{written}{sign}Lämna cellen tom om uppgiften saknas."
    return {
        "validate": "decimal",
        "criteria": "between",
        "minimum": -_MOST,
        "maximum": _MOST,
        "input_title": shorten(visible(asked.measure.name), _TITLE_LIMIT),
        "input_message": shorten(shorten(visible(told), max(_TEXT_LIMIT - len(end), 1)) + end, _TEXT_LIMIT),
        "error_title": "Det ska vara ett tal",
        "error_message": f"{written}Har du något att säga om uppgiften, skriv det under Kommentar på första bladet.",
    }


def shown_figures(table: Table, known: Mapping[str, Cell]) -> Iterator[list[Cell | None]]:
    """The cells of each row as they are known today."""
    for row in table.rows:
        yield [known.get(cell.id) if isinstance(cell, Cell) else None for cell in row.cells]
