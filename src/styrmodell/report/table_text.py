"""What a table says beside its figures: caption, names of columns, marks, and how well its figures are founded."""

from collections.abc import Sequence

from styrmodell.model.number import money_factor
from styrmodell.report.numbers import NBSP
from styrmodell.report.rounding import ROUNDING_REMARK, differs_by_rounding
from styrmodell.report.table import Cell, Table, TableColumn, TableRow

_WIDE_COLUMNS = 7
MONEY_LEGEND = "Avvikelser i kronor: + är bättre än jämförelsen, \u2212 är sämre."
OTHER_LEGEND = "+ är högre än jämförelsen, \u2212 är lägre."
_UNIT_WORDS = {
    "tkr": ("tusental kronor", "1.000-tal kr", "1 000-tal kr"),
    "mnkr": ("miljoner kronor", "miljoner kr"),
    "kr": ("kronor",),
}


def caption_text(table: Table) -> str:
    """The caption, with the printed unit after it where the caption does not say it."""
    said = table.caption.lower()
    known = (table.unit.lower(), *_UNIT_WORDS.get(table.unit, ()))
    if not table.unit or any(word in said for word in known):
        return table.caption
    return f"{table.caption}, {table.unit}" if table.caption else table.unit


def with_marks(text: str, marks: Sequence[str]) -> str:
    """*text* with its footnote marks after it, kept on its line: "Primärvård 1)"."""
    return NBSP.join([part for part in (text, *marks) if part]) if marks else text


def column_name(column: TableColumn) -> str:
    """The column with its group: "Budget 2020 Netto"."""
    return f"{column.group} {column.label}" if column.group and column.label else column.group or column.label


def is_wide(tables: Sequence[Table]) -> bool:
    """Whether any of *tables* needs the page on its side."""
    return any(len(table.columns) > _WIDE_COLUMNS for table in tables)


def remarks(table: Table) -> tuple[str, ...]:
    """What readers must know of the figures as a whole: what their signs mean, and rounding."""
    signed = [cell for cell in table.cells() if cell.style.signed and cell.figure is not None]
    legend = (table.signs or _sign_legend(signed),) if signed else ()
    return (*legend, ROUNDING_REMARK) if differs_by_rounding(table) else legend


def _sign_legend(signed: Sequence[Cell]) -> str:
    """In kronor plus is better, whatever is compared; of other measures the sign says nothing of good and bad."""
    is_money = [money_factor(cell.style.unit) is not None for cell in signed]
    if not any(is_money):
        return f"Avvikelser: {OTHER_LEGEND}"
    return MONEY_LEGEND if all(is_money) else f"{MONEY_LEGEND} Andra avvikelser: {OTHER_LEGEND}"


def cell_name(row: TableRow, column: str) -> str:
    """What people call a cell, given its column's name: "SUMMA VERKSAMHET, Budget 2020 Netto"."""
    return f"{row.label}, {column}" if row.label and column else row.label or column
