"""Checks of a table's parts: its size, keys, columns that are named, marks and notes."""

from collections.abc import Iterable, Iterator

from styrmodell.finding import Finding
from styrmodell.model.checks.known_names import Names, said
from styrmodell.model.checks.links import doubles
from styrmodell.model.checks.table_cells import references
from styrmodell.model.checks.table_codes import WRONG_MARK, WRONG_TABLE
from styrmodell.model.codes import DOUBLE_ID
from styrmodell.model.expression import Expression, RowRef
from styrmodell.model.period import Period
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.source import Source

# What a page can hold, and Word at all.
MAX_COLUMNS = 60
MAX_ROWS = 1_000
_LAST_YEAR = 9_999
_YEAR = "{year}"


def check_keys(spec: TableSpec, period: Period) -> Iterator[Finding]:
    """What is wrong in *spec* before anything is computed; *period* is the plan's."""
    yield from _size(spec)
    yield from doubles("rows", ((row.key, row.source) for row in spec.rows))
    yield from _columns(spec, period)
    yield from _named(spec)
    yield from _trend(spec)
    yield from _marks(spec)


def cells_of(spec: TableSpec) -> Iterator[tuple[Source, Expression]]:
    """Every expression of *spec*, with where it is written."""
    for row in spec.rows:
        yield from ((row.source, cell) for cell in (row.cell, *(one for _, one in row.by_column)) if cell is not None)
    yield from ((column.source, column.cell) for column in spec.columns if column.cell is not None)


def _wrong(spec: TableSpec, source: Source, but: tuple[str, str], wanted: tuple[str, str]) -> Finding:
    told = {"but": but[0], "but_en": but[1], "wanted": wanted[0], "wanted_en": wanted[1]}
    return WRONG_TABLE.at(source, table=spec.key, **told)


def _size(spec: TableSpec) -> Iterator[Finding]:
    rows, columns = len(spec.rows), len(spec.columns)
    if not 0 < rows <= MAX_ROWS or not 0 < columns <= MAX_COLUMNS:
        but = f"{rows} rader och {columns} kolumner", f"{rows} rows and {columns} columns"
        wanted = (
            f"1 till {MAX_ROWS} rader och 1 till {MAX_COLUMNS} kolumner",
            f"1 to {MAX_ROWS} rows and 1 to {MAX_COLUMNS} columns",
        )
        yield _wrong(spec, spec.source, but, wanted)


def _columns(spec: TableSpec, period: Period) -> Iterator[Finding]:
    """Two columns may share a key that holds "{year}" when they are of different years."""
    seen: dict[str, Column] = {}
    for column in spec.columns:
        year = _year(column, period)
        if not 0 < year <= _LAST_YEAR:
            wanted = f"ett år från 1 till {_LAST_YEAR}", f"a year from 1 to {_LAST_YEAR}"
            yield _wrong(
                spec, column.source, (f"kolumnen {column.key} är år {year}", f"{column.key} is {year}"), wanted
            )
        key = column.key.replace(_YEAR, str(year))
        if key in seen:
            yield DOUBLE_ID.at(column.source, **said("columns"), name=column.key, other=str(seen[key].source))
        seen.setdefault(key, column)


def _year(column: Column, period: Period) -> int:
    return column.period.first_year if isinstance(column.period, Period) else period.first_year + (column.period or 0)


def _named(spec: TableSpec) -> Iterator[Finding]:
    """Rows and columns that cells and rows name: there, only one, and of the right sort."""
    rows = Names("rows", (row.key for row in spec.rows))
    columns = Names("columns", (column.key for column in spec.columns))
    for row in spec.rows:
        yield from columns.dangling(row.source, *dict.fromkeys(_columns_of(row)))
    for source, cell in cells_of(spec):
        for part in dict.fromkeys(references(cell)):
            yield from (rows if isinstance(part, RowRef) else columns).dangling(source, part.key)
            if not isinstance(part, RowRef) and sum(column.key == part.key for column in spec.columns) > 1:
                but = f"kolumn({part.key}) kan vara flera kolumner", f"kolumn({part.key}) may be several columns"
                yield _wrong(spec, source, but, ("kolumner med egna nycklar", "columns with keys of their own"))
    yield from _texts(spec)


def _columns_of(row: Row) -> Iterable[str]:
    return (*row.only, *(key for key, _ in (*row.texts, *row.cell_notes, *row.by_column)))


def _texts(spec: TableSpec) -> Iterator[Finding]:
    figures = {column.key for column in spec.columns if not column.is_text}
    for row in spec.rows:
        for key in dict.fromkeys(key for key, _ in row.texts if key in figures):
            but = f"raden {row.key} har text i kolumnen {key}", f"the row {row.key} has text in the column {key}"
            wanted = "text i kolumner med is_text: ja", "text in columns with is_text: true"
            yield _wrong(spec, row.source, but, wanted)


def _trend(spec: TableSpec) -> Iterator[Finding]:
    if spec.trend is None:
        return
    figures = Names("columns", (column.key for column in spec.columns if not column.is_text))
    yield from figures.dangling(spec.source, *dict.fromkeys(spec.trend.columns))
    if len(spec.trend.columns) < 2:
        but = "utvecklingen ritas över färre än två kolumner", "the trend is drawn over fewer than two columns"
        yield _wrong(spec, spec.source, but, ("minst två kolumner i trend", "at least two columns in trend"))


def _marks(spec: TableSpec) -> Iterator[Finding]:
    noted = {note.mark for note in spec.notes if note.mark}
    used = [(row.source, (*row.notes, *(mark for _, mark in row.cell_notes))) for row in spec.rows]
    used += [(column.source, column.notes) for column in spec.columns]
    for source, marks in used:
        for mark in dict.fromkeys(mark for mark in marks if mark not in noted):
            yield WRONG_MARK.at(source, mark=mark, but="har ingen not", but_en="has no note")
    for mark in sorted(noted.difference(*(marks for _, marks in used))):
        yield WRONG_MARK.at(spec.source, mark=mark, but="används ingenstans", but_en="is used nowhere")
