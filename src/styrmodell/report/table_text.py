"""What a table says beside its figures: caption, names of columns, marks, and how well its figures are founded."""

from collections.abc import Iterable, Iterator, Sequence

from styrmodell.report.numbers import NBSP
from styrmodell.report.rounding import ROUNDING_REMARK, differs_by_rounding
from styrmodell.report.table import Cell, Table, TableColumn, TableRow

_WIDE_COLUMNS = 7
_MOST_NAMED = 8
_UNIT_WORDS = {"tkr": "tusental kronor", "mnkr": "miljoner kronor", "kr": "kronor"}


def caption_text(table: Table) -> str:
    """The caption, with the printed unit after it where the caption does not say it."""
    said = table.caption.lower()
    known = (table.unit.lower(), _UNIT_WORDS.get(table.unit, table.unit).lower())
    if not table.unit or any(word in said for word in known):
        return table.caption
    return f"{table.caption}, {table.unit}" if table.caption else table.unit


def with_marks(text: str, marks: Iterable[str]) -> str:
    """*text* with its footnote marks after it, kept on its line: "Primärvård 1)"."""
    return NBSP.join(part for part in (text, *marks) if part)


def column_name(column: TableColumn) -> str:
    """The column with its group: "Budget 2020 Netto"."""
    return " ".join(part for part in (column.group, column.label) if part)


def is_wide(tables: Sequence[Table]) -> bool:
    """Whether any of *tables* needs the page on its side."""
    return any(len(table.columns) > _WIDE_COLUMNS for table in tables)


def remarks(table: Table) -> tuple[str, ...]:
    """What readers must know of the figures: which are founded on a part, which are estimated, and rounding."""
    named = tuple(_named_cells(table))
    partial = [f"{name} ({_reported(cell)})" for name, cell in named if _is_partial(cell)]
    estimated = [f"{name}{_updated(cell)}" for name, cell in named if _is_estimated(cell)]
    lines = (("Ofullständigt underlag: ", partial), ("Uppskattade eller framförda värden ingår: ", estimated))
    told = tuple(f"{word}{_listed(names)}." for word, names in lines if names)
    return (*told, ROUNDING_REMARK) if differs_by_rounding(table) else told


def _named_cells(table: Table) -> Iterator[tuple[str, Cell]]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            if isinstance(cell, Cell) and (_is_partial(cell) or _is_estimated(cell)):
                yield cell_name(row, column_name(column)), cell


def cell_name(row: TableRow, column: str) -> str:
    """What people call a cell, given its column's name: "SUMMA VERKSAMHET, Budget 2020 Netto"."""
    return f"{row.label}, {column}" if row.label and column else row.label or column


def _is_partial(cell: Cell) -> bool:
    """Whether a figure stands there although not all that was expected came."""
    working = cell.explanation
    return working is not None and working.exact is not None and not working.coverage.is_full


def _is_estimated(cell: Cell) -> bool:
    working = cell.explanation
    return working is not None and working.exact is not None and working.coverage.estimated


def _reported(cell: Cell) -> str:
    assert cell.explanation is not None
    coverage = cell.explanation.coverage
    return f"{coverage.reported} av {coverage.expected}"


def _updated(cell: Cell) -> str:
    assert cell.explanation is not None
    newest = cell.explanation.coverage.newest
    return f" (senast uppdaterad {newest.isoformat()})" if newest else ""


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return "; ".join(names[:_MOST_NAMED]) + (f"; och {more} till" if more > 0 else "")
