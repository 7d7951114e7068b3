"""The cells of a form that are not filled in: its totals with their formulas, and what is only shown."""

from attrs import frozen

from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.workbook.read import Workbook
from styrmodell.report.form.shown import SHOWN_HEADINGS, SHOWN_SHEET
from styrmodell.session.collect.names import Name, name_of


@frozen(kw_only=True)
class ShownCell:
    """A figure's cell that is locked.

    Attributes:
        cell: Where it stood when the form was made: "F8".
        formula: What it was worked out with then; empty where it is only shown.
        value: What a cell that is only shown held, in the printed unit; None for nothing.
    """

    sheet: str
    cell: str
    row: Name
    column: Name
    formula: str
    value: float | None

    @property
    def what(self) -> str:
        """The cell in words: its row and column."""
        return f"{self.row.text}, {self.column.shown}"


def read_shown(book: Workbook) -> tuple[ShownCell, ...]:
    """What the form's second hidden sheet tells; nothing where there is none, as in forms made before there was."""
    rows = next((sheet.grid.rows for sheet in book.sheets if sheet.name == SHOWN_SHEET), ())
    if not rows or tuple(map(cell_text, rows[0])) != SHOWN_HEADINGS:
        return ()
    found = (_shown([*row, *[""] * (len(SHOWN_HEADINGS) - len(row))]) for row in rows[1:])
    return tuple(one for one in found if one is not None)


def _shown(row: list[object]) -> ShownCell | None:
    sheet, cell, *rest = map(cell_text, row)
    try:
        row_name, column_name = name_of(rest[0:4]), name_of(rest[4:8])
    except ValueError:
        return None
    value = row[len(SHOWN_HEADINGS) - 1]
    return ShownCell(
        sheet=sheet,
        cell=cell,
        row=row_name,
        column=column_name,
        formula=rest[8],
        value=float(value) if isinstance(value, int | float) else None,
    )
