"""What the report printed, read back from its workbook."""

from decimal import Decimal
from pathlib import Path

from python_calamine import CalamineWorkbook


def printed_sums(path: Path, period: str) -> dict[str, Decimal]:
    """Row label → the amount in the column of *period*, on the first sheet."""
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    head = next(row for row in rows if period in row)
    column = head.index(period)
    below = rows[rows.index(head) + 1 :]
    return {str(row[0]): Decimal(repr(row[column])) for row in below if isinstance(row[column], float)}
