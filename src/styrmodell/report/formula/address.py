"""Addresses in a workbook: cells, the ranges they form, and how a formula writes them."""

from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

_LETTERS = 26


@frozen(kw_only=True, cache_hash=True)
class Address:
    """A cell of a workbook.

    Attributes:
        row: Counted from 0.
        column: Counted from 0.
    """

    sheet: str
    row: int
    column: int

    @property
    def text(self) -> str:
        """The address inside its sheet: "C5"."""
        return f"{column_letters(self.column)}{self.row + 1}"


Range = tuple[Address, Address]


def column_letters(column: int) -> str:
    """The letters over a column counted from 0: "A", "Z", "AA"."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def quote_sheet(sheet: str) -> str:
    """A sheet's name as a formula writes it, always quoted."""
    return "'" + sheet.replace("'", "''") + "'"


def reference(cells: Range, sheet: str) -> str:
    """*cells* as a formula on *sheet* writes them: "C5", "C5:C9", "'Bilaga 10 a'!C5:C9"."""
    first, last = cells
    text = first.text if first == last else f"{first.text}:{last.text}"
    return text if first.sheet == sheet else f"{quote_sheet(first.sheet)}!{text}"


def absolute(cells: Range) -> str:
    """*cells* as they are written where no cell asks: "'Bilaga 10 a'!$C$5:$C$9"."""
    texts = [f"${column_letters(cell.column)}${cell.row + 1}" for cell in dict.fromkeys(cells)]
    return f"{quote_sheet(cells[0].sheet)}!{':'.join(texts)}"


def ranges(addresses: Sequence[Address]) -> list[Range]:
    """Join *addresses* to as few ranges as they form, each of one column or one row.

    An address that stands twice is kept twice: a figure added to itself counts double.

    Returns:
        The ranges, in the order in which their first address was given.
    """
    once = list(dict.fromkeys(addresses))
    down, across = _joined(once, vertical=True), _joined(once, vertical=False)
    best = across if len(across) < len(down) else down
    if len(once) == len(addresses):
        return best
    return best + ranges(_again(addresses))


def _again(addresses: Iterable[Address]) -> list[Address]:
    """Each address without its first occurrence."""
    seen: set[Address] = set()
    again = []
    for address in addresses:
        if address in seen:
            again.append(address)
        seen.add(address)
    return again


def _joined(addresses: list[Address], *, vertical: bool) -> list[Range]:
    """Runs of at least two along the one direction first; what is left alone, along the other."""
    order = {address: place for place, address in enumerate(addresses)}
    runs = _runs(addresses, _down if vertical else _across)
    alone = [run[0] for run in runs if len(run) == 1]
    joined = [run for run in runs if len(run) > 1] + _runs(alone, _across if vertical else _down)
    joined.sort(key=lambda run: min(order[address] for address in run))
    return [(run[0], run[-1]) for run in joined]


def _down(address: Address) -> tuple[str, int, int]:
    return (address.sheet, address.column, address.row)


def _across(address: Address) -> tuple[str, int, int]:
    return (address.sheet, address.row, address.column)


def _runs(addresses: Iterable[Address], along: Callable[[Address], tuple[str, int, int]]) -> list[list[Address]]:
    """Neighbours in the direction *along* sorts by."""
    found: list[list[Address]] = []
    for address in sorted(addresses, key=along):
        sheet, line, place = along(address)
        if found and along(found[-1][-1]) == (sheet, line, place - 1):
            found[-1].append(address)
        else:
            found.append([address])
    return found
