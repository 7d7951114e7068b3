"""The other sheet that nobody sees: the figures that are only shown, and what each total is made of.

A total that somebody types over is told when the form comes back, and so is a figure beside the form's own rows.
"""

from collections.abc import Iterable

from attrs import frozen

from styrmodell.report.excel.formats import Sheet
from styrmodell.report.excel.text import visible
from styrmodell.report.form.identity import Heading
from styrmodell.report.formula.address import Address

SHOWN_SHEET = "styrmodell summor"
SHOWN_HEADINGS = (
    "blad", "cell", "radgrupp", "rad", "rad nr", "rad av", "kolumngrupp", "kolumn", "kolumn nr", "kolumn av", "formel",
    "värde",
)  # fmt: skip


@frozen(kw_only=True)
class Shown:
    """A figure's cell that is not filled in.

    Attributes:
        formula: As the sheet would write it were no part missing; empty where the figure is only shown.
        value: What the cell holds then, in the printed unit; None for nothing, and for a total.
    """

    address: Address
    row: Heading
    column: Heading
    formula: str = ""
    value: float | None = None


def write_shown(sheet: Sheet, cells: Iterable[Shown]) -> None:
    """Write them as text, a row each."""
    sheet.very_hidden()
    sheet.protect()
    for column, text in enumerate(SHOWN_HEADINGS):
        sheet.write_string(0, column, text)
    for row, cell in enumerate(cells, 1):
        for column, text in enumerate(_texts(cell)):
            if text:
                sheet.write_string(row, column, visible(text))
        if cell.value is not None:
            sheet.write_number(row, len(SHOWN_HEADINGS) - 1, cell.value)


def _texts(cell: Shown) -> tuple[str, ...]:
    row, column = cell.row, cell.column
    return (
        cell.address.sheet,
        cell.address.text,
        *(row.group, row.text, str(row.number), str(row.count)),
        *(column.group, column.text, str(column.number), str(column.count)),
        cell.formula,
    )
