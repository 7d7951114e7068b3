"""Tables for a terminal: columns of one width."""

from collections.abc import Collection, Iterator, Sequence


def table_lines(rows: Sequence[Sequence[str]], *, right: Collection[int]) -> Iterator[str]:
    """Lines of a table with two spaces between columns.

    Args:
        rows: Cells, the heading first; all rows have as many.
        right: Indexes of the columns that are aligned to the right.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if index in right else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
