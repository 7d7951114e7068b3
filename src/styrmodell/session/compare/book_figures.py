"""The figures of a delivered workbook: by cell id, or by the headings they stand under."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from styrmodell.io.tables.grid import Grid, letters
from styrmodell.report.excel.names import TEXT_SHEET
from styrmodell.report.numbers import NumberStyle
from styrmodell.session.compare.book_places import NOWHERE, Told, find_sheets, held_at, spot_of
from styrmodell.session.compare.figures import with_decimals
from styrmodell.source import Source

_FIRST_COLUMN = "Cell-id"
_LARGE = 1000


@frozen(kw_only=True)
class BookFigure:
    """A figure of a workbook, in the unit its cell is written in; a share in % is a part of one.

    Attributes:
        value: None where words stand instead.
        text: Those words ("ej rapporterat").
        label: Its row and column, in words.
    """

    sheet: str
    label: str
    value: Decimal | None = None
    text: str = ""
    unit: str = ""
    source: Source

    def style(self, *values: Decimal | None) -> NumberStyle:
        """How it prints: large figures without decimals, shares with one, others with those they have."""
        if self.unit == "%":
            return NumberStyle(unit="%", factor=Fraction(1, 100), decimals=1)
        known = [value for value in values if value is not None]
        plain = NumberStyle(unit=self.unit)
        return plain if any(abs(value) >= _LARGE for value in known) else with_decimals(plain, *known)


Figures = dict[str, BookFigure]


def told_figures(derivation: Grid) -> tuple[tuple[Told, str], ...]:
    """The figures that Härledning tells, each with the unit it is written in."""
    head = next((at for at, row in enumerate(derivation.rows) if row and row[0] == _FIRST_COLUMN), None)
    if head is None:
        return ()
    columns = {str(name): at for at, name in enumerate(derivation.rows[head])}
    rows = (
        {name: row[at] if at < len(row) else "" for name, at in columns.items()} for row in derivation.rows[head + 1 :]
    )
    return tuple((_told(row), str(row.get("Skrivs i", ""))) for row in rows if row[_FIRST_COLUMN])


def _told(row: Mapping[str, object]) -> Told:
    return Told(
        cell=str(row[_FIRST_COLUMN]),
        sheet=str(row.get("Blad", "")),
        spot=spot_of(str(row.get("Cell", ""))),
        label=str(row.get("Uppgift", "")),
        value=row.get("Värde", ""),
    )


@frozen(kw_only=True)
class Derived:
    """The figures of a workbook by cell id, and how sure their places are.

    Attributes:
        moved: Sheets that have another name, or whose figures stand elsewhere than they were written.
        lost: Sheets that are gone: of their figures there is only what Härledning says.
        covered: (sheet, row, column) of every cell that is one of them.
    """

    figures: Figures
    moved: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    covered: frozenset[tuple[str, int, int]] = frozenset()


def derived_figures(derivation: Grid, grids: Mapping[str, Grid]) -> Derived:
    """Figures by cell id: what the sheet itself holds goes before what Härledning says it held."""
    told = told_figures(derivation)
    sheets = find_sheets((one for one, _ in told if _is_placed(one)), grids)
    figures: Figures = {}
    covered: set[tuple[str, int, int]] = set()
    for one, unit in told:
        place = sheets.get(one.sheet) if _is_placed(one) else None
        if place is None or place.grid is None:
            figures[one.cell] = _figure(one, unit, one.value, Source(file=derivation.file, place=one.sheet))
            continue
        spot = place.spots.get(one.cell)
        if spot is None:
            continue
        held = held_at(place.grid, spot)
        covered.add((place.grid.sheet, *spot))
        source = Source(file=derivation.file, place=f"{place.grid.sheet}!{letters(spot[1])}{spot[0] + 1}")
        figures[one.cell] = _figure(one, unit, one.value if held in (None, "") else held, source)
    return Derived(
        figures=figures,
        moved=tuple(sheet for sheet, place in sheets.items() if place.grid is not None and place.is_moved),
        lost=tuple(sheet for sheet, place in sheets.items() if place.grid is None),
        covered=frozenset(covered),
    )


def _is_placed(one: Told) -> bool:
    return one.spot != NOWHERE and one.sheet != TEXT_SHEET


def newest_day(derivation: Grid) -> date | None:
    """The day of the newest figure that Härledning names."""
    days = [held for row in derivation.rows for held in row if isinstance(held, date)]
    return max((day.date() if isinstance(day, datetime) else day for day in days), default=None)


def _figure(one: Told, unit: str, held: object, source: Source) -> BookFigure:
    value = _number(held)
    return BookFigure(
        sheet=one.sheet,
        label=one.label,
        value=value,
        text="" if value is not None else str(held),
        unit=unit,
        source=source,
    )


def _number(held: object) -> Decimal | None:
    """A number of a cell with the digits Excel shows; truth values and days are none."""
    if isinstance(held, bool) or not isinstance(held, int | float):
        return None
    return Decimal(repr(held)).normalize() + 0


def labelled_figures(grids: Iterable[Grid], known: Container[tuple[str, int, int]] = ()) -> Figures:
    """Figures by sheet, row label and column heading; a second under the same headings is numbered.

    Args:
        known: (sheet, row, column) of cells, from 0, that are left out.
    """
    found: Figures = {}
    for grid in grids:
        for figure in _labelled(grid, known):
            name, count = f"{figure.sheet}/{figure.label}", 2
            while name in found:
                name, count = f"{figure.sheet}/{figure.label} ({count})", count + 1
            found[name] = figure
    return found


def _labelled(grid: Grid, known: Container[tuple[str, int, int]]) -> Iterator[BookFigure]:
    headings: dict[int, str] = {}
    fresh = False
    for at, row in enumerate(grid.rows):
        numbers = {column: value for column, held in enumerate(row) if (value := _number(held)) is not None}
        words = {column: str(held).strip() for column, held in enumerate(row) if _is_text(held)}
        if not numbers:
            if len(words) > 1:  # one text alone is a heading of rows, and the columns' headings stand
                headings, fresh = {**headings, **words} if fresh else words, True
            continue
        fresh = False
        label = " ".join(words[column] for column in sorted(words) if column < min(numbers))
        for column, value in numbers.items():
            if (grid.sheet, grid.first_row + at, grid.first_column + column) in known:
                continue
            yield BookFigure(
                sheet=grid.sheet,
                label=", ".join(text for text in (label, headings.get(column, "")) if text),
                value=value,
                unit="%" if (at, column) in grid.percent else "",
                source=Source(file=grid.file, place=grid.place(at, column)),
            )


def _is_text(held: object) -> bool:
    return isinstance(held, str | date) and bool(str(held).strip())
