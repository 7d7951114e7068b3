"""Text cells that Excel would take for formulas: written with an apostrophe before them, read without it."""

import re

# Full-width signs are the same to spreadsheets of some languages.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """*text* as a cell that no spreadsheet computes; only for text, never for numbers."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that guarded() wrote; any other cell stands as it is."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell
