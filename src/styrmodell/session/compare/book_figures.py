"""The figures of a delivered workbook: by cell id, or by the headings they stand under."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from styrmodell.io.tables.grid import Grid
from styrmodell.report.excel.names import TEXT_SHEET
from styrmodell.report.numbers import NumberStyle
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


def derived_figures(derivation: Grid, grids: Mapping[str, Grid]) -> Figures:
    """Figures by cell id: what the sheet itself holds goes before what Härledning says it held."""
    head = next((at for at, row in enumerate(derivation.rows) if row and row[0] == _FIRST_COLUMN), None)
    if head is None:
        return {}
    columns = {str(name): at for at, name in enumerate(derivation.rows[head])}
    found: Figures = {}
    for row in derivation.rows[head + 1 :]:
        told = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        cell = str(told[_FIRST_COLUMN])
        if cell:
            found[cell] = _derived(told, derivation.file, grids)
    return found


def newest_day(derivation: Grid) -> date | None:
    """The day of the newest figure that Härledning names."""
    days = [held for row in derivation.rows for held in row if isinstance(held, date)]
    return max((day.date() if isinstance(day, datetime) else day for day in days), default=None)


def _derived(told: Mapping[str, object], file: str, grids: Mapping[str, Grid]) -> BookFigure:
    sheet, place = str(told.get("Blad", "")), str(told.get("Cell", ""))
    stated = told.get("Värde", "")
    printed = _at(grids[sheet], place) if sheet in grids and sheet != TEXT_SHEET and place else None
    held = stated if printed in (None, "") else printed
    value = _number(held)
    return BookFigure(
        sheet=sheet,
        label=str(told.get("Uppgift", "")),
        value=value,
        text="" if value is not None else str(held),
        unit=str(told.get("Skrivs i", "")),
        source=Source(file=file, place=f"{sheet}!{place}"),
    )


def _at(grid: Grid, place: str) -> object:
    letters = place.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    row, column = int(place[len(letters) :]) - 1 - grid.first_row, column - 1 - grid.first_column
    inside = 0 <= row < len(grid.rows) and 0 <= column < len(grid.rows[row])
    return grid.rows[row][column] if inside else None


def _number(held: object) -> Decimal | None:
    """A number of a cell with the digits Excel shows; truth values and days are none."""
    if isinstance(held, bool) or not isinstance(held, int | float):
        return None
    return Decimal(repr(held)).normalize() + 0


def labelled_figures(grids: Iterable[Grid]) -> Figures:
    """Figures by sheet, row label and column heading; a second under the same headings is numbered."""
    found: Figures = {}
    for grid in grids:
        for figure in _labelled(grid):
            name, count = f"{figure.sheet}/{figure.label}", 2
            while name in found:
                name, count = f"{figure.sheet}/{figure.label} ({count})", count + 1
            found[name] = figure
    return found


def _labelled(grid: Grid) -> Iterator[BookFigure]:
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
            yield BookFigure(
                sheet=grid.sheet,
                label=", ".join(text for text in (label, headings.get(column, "")) if text),
                value=value,
                unit="%" if (at, column) in grid.percent else "",
                source=Source(file=grid.file, place=grid.place(at, column)),
            )


def _is_text(held: object) -> bool:
    return isinstance(held, str | date) and bool(str(held).strip())
