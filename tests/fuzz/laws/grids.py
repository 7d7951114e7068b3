"""Tables: any headings that are known or not, any cells that belong there or not, as CSV and as a sheet."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.fuzz.laws.trees import hostile_texts

from styrmodell.io.lists.kinds import LIST_KINDS
from styrmodell.io.tables.heading import COLUMNS, RARE_COLUMNS

Grid = list[list[Any]]
SHEETS = ("Utfall", *(kind.sheets[0] for kind in LIST_KINDS))
_FIGURES = tuple(word for _, words in (*COLUMNS, *RARE_COLUMNS) for word in words)
_CELLS = (
    "u", "v", "m", "g", "risk-1", "projekt-1", "atgard-1", "utfall", "budget", "2020", "2020-T1", "jan 2020",
    "2020-08-31", "1 234,5", "1234.5", "−5", "39,2 %", "1e3", "-", "x", "ja",
    "saknas", "Nämnden § 1", "2; 3", "", "", "",
)  # fmt: skip
_DELIMITERS, _ENCODINGS = (";", ",", "\t"), ("utf-8", "utf-8-sig", "cp1252", "utf-16")


def _headings(sheet: str) -> SearchStrategy[str]:
    """What the sheet's headings may be: its own, those of figures, and any text."""
    own = [word for kind in LIST_KINDS if sheet in kind.sheets for _, words in kind.headings for word in words]
    return st.sampled_from((*own, *_FIGURES)) | hostile_texts()


def _cells() -> SearchStrategy[Any]:
    return st.sampled_from(_CELLS) | hostile_texts()


@st.composite
def grids(draw: DrawFn, sheet: str, *, typed: bool = False) -> Grid:
    """A heading and rows, now and then of another width; *typed* has numbers, days and truth values too."""
    width = draw(st.integers(1, 8))
    heading = draw(st.lists(_headings(sheet), min_size=width, max_size=width))
    cells = _cells() | _typed() if typed else _cells()
    rows = draw(st.lists(st.lists(cells, min_size=max(0, width - 1), max_size=width + 1), max_size=8))
    above = draw(st.lists(st.lists(_cells(), max_size=3), max_size=2))
    return [*above, heading, *rows]


def _typed() -> SearchStrategy[Any]:
    days = st.dates(min_value=date(1900, 3, 1), max_value=date(2200, 1, 1))
    return (
        st.booleans()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.integers(-(10**12), 10**12)
        | days.map(lambda day: datetime(day.year, day.month, day.day))
        | st.sampled_from(("=1/0", "=SUM(A1:B2)"))
    )


@st.composite
def csv_files(draw: DrawFn, sheet: str) -> bytes:
    """A grid as a CSV file of some kind."""
    out = io.StringIO(newline="")
    delimiter = draw(st.sampled_from(_DELIMITERS))
    csv.writer(out, delimiter=delimiter).writerows(draw(grids(sheet)))
    return out.getvalue().encode(draw(st.sampled_from(_ENCODINGS)), "replace")


@st.composite
def workbooks(draw: DrawFn, sheets: Sequence[str] = SHEETS) -> bytes:
    """One to three sheets of such grids, some cells of them merged."""
    names = draw(st.lists(st.sampled_from(sheets), min_size=1, max_size=3, unique_by=str.casefold))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name in names:
            page = book.add_worksheet(name[:31])
            for number, cells in enumerate(draw(grids(name, typed=True))):
                for column, cell in enumerate(cells):
                    _fill(page, number, column, cell, day)
            if draw(st.booleans()):
                page.merge_range(1, 0, 2, 1, draw(_cells()))
    return out.getvalue()


def _fill(page: Any, row: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, datetime):
        page.write_datetime(row, column, cell, day)
    elif isinstance(cell, str) and not cell.startswith("="):
        page.write_string(row, column, cell)
    else:
        page.write(row, column, cell)
