"""Finding a figure in a table."""

from styrmodell.api import Cell, Table


def cell_at(table: Table, row: str, column: str) -> Cell:
    """The figure where *row* meets *column*, by their keys.

    Raises:
        KeyError: There is no figure there.
    """
    wanted = f"{table.id}/{row}/{column}"
    found = next((cell for cell in table.cells() if cell.id == wanted), None)
    if found is None:
        raise KeyError(wanted)
    return found
