"""A cell of a workbook → the text that would stand there in a file."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

_WHOLE = 1e15


def cell_text(cell: Any) -> str:
    """What stands in *cell*.

    Returns:
        Text without surrounding space; a number in plain notation, without decimals when it is whole; an ISO date,
        with the time only when it is not midnight; "ja" or "nej".
    """
    if type(cell) is str:
        return cell.strip()
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < _WHOLE else str(Decimal(repr(float(cell))))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell).strip()


def is_blank(cell: Any) -> bool:
    """Whether nothing stands in *cell*."""
    return cell is None or (type(cell) is str and not cell.strip())
