"""Finding the cells of a form again by the text of their rows and columns: an inserted row moves every address."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import define, field, frozen

from styrmodell.io.tables.cell_text import cell_text
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.read import Sheet
from styrmodell.session.collect.form_file import Field, FormFile
from styrmodell.session.collect.names import Name
from styrmodell.session.collect.shown import ShownCell

_NO_SHEET = ("inget blad med det namnet, eller med dess rader", "no sheet of that name, or with its rows")
_NO_ROW = ("ingen rad, eller flera, med den texten", "no row, or several, with that text")
_NO_COLUMN = ("ingen kolumn, eller flera, med den rubriken", "no column, or several, with that heading")


@frozen(kw_only=True)
class Found:
    """Where a cell is: its sheet's grid, and indexes in it."""

    grid: Grid
    row: int
    column: int

    @property
    def place(self) -> str:
        """The cell as people call it: "Bilaga 10 a!D12"."""
        return self.grid.place(self.row, self.column)

    @property
    def value(self) -> object:
        """What stands in it; "" for nothing."""
        cells = self.grid.rows[self.row]
        return cells[self.column] if self.column < len(cells) else ""


@frozen(kw_only=True)
class Lost:
    """Why a cell is not found, and what was looked for: a sheet, a row or a column; in Swedish and English."""

    sheet: str
    found: str
    found_en: str
    expected: str
    expected_en: str


@define(kw_only=True, eq=False)
class _SheetTexts:
    """The rows and columns of one sheet, for the fields that stood on it.

    Attributes:
        labels: The column in which most of the rows' texts stand; -1 where none do.
        heads: The row in which most of the columns' headings stand; -1 where none do.
    """

    grid: Grid
    row_names: frozenset[Name]
    column_names: frozenset[Name]
    labels: int = field(init=False)
    heads: int = field(init=False)
    _filled: Mapping[tuple[int, int], str] = field(init=False)
    _row_score: int = field(init=False)
    _column_score: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._filled = dict(self._merged())
        height, width = len(self.grid.rows), self.grid.width()
        rows, columns = ({name.text for name in names} for names in (self.row_names, self.column_names))
        self.labels, self._row_score = _best({c: len(rows & self._down(c)) for c in range(width)})
        self.heads, self._column_score = _best({r: len(columns & self._across(r)) for r in range(height)})

    @property
    def score(self) -> int:
        """How much of what was asked for is here; 0 where rows or columns are not."""
        return self._row_score + self._column_score if self._row_score and self._column_score else 0

    def row(self, name: Name) -> int | None:
        """The row of *name*; None where it is not the one it must be."""
        texts = [(row, self.text(row, self.labels)) for row in range(self.heads + 1, len(self.grid.rows))]
        same = [row for row, text in texts if text == name.text]
        return self._one(same, name, [row for row in same if name.group in self._row_groups(row)], self.row_names)

    def column(self, name: Name) -> int | None:
        """The column of *name*; None where it is not the one it must be."""
        texts = [(column, self.text(self.heads, column)) for column in range(self.grid.width())]
        same = [column for column, text in texts if text == name.text and column != self.labels]
        in_group = [column for column in same if self._column_group(column) == name.group]
        return self._one(same, name, in_group, self.column_names)

    def text(self, row: int, column: int) -> str:
        """The text of a cell, of a merged one the first's, on one line."""
        if (row, column) in self._filled:
            return self._filled[row, column]
        cells = self.grid.rows[row] if 0 <= row < len(self.grid.rows) else ()
        return _plain(cells[column]) if 0 <= column < len(cells) else ""

    def _one(self, same: list[int], name: Name, in_group: list[int], names: frozenset[Name]) -> int | None:
        """The *number*th of *count* in its group, when there are just as many; nothing is guessed.

        A text that the form has once, and the sheet too, is known without its group.
        """
        is_lone = len([other for other in names if other.text == name.text]) == 1
        tried = (in_group, same) if is_lone and name.count == 1 else (in_group,) if name.group else (same, in_group)
        return next((places[name.number - 1] for places in tried if len(places) == name.count), None)

    def _row_groups(self, row: int) -> tuple[str, str]:
        """What stands before a row's text, and the nearest text above it that is the heading of rows."""
        known = {name.group for name in self.row_names} - {""}
        above = (self.text(place, self.labels) for place in range(row - 1, self.heads, -1))
        return self.text(row, self.labels - 1) if self.labels > 0 else "", next((t for t in above if t in known), "")

    def _column_group(self, column: int) -> str:
        """The heading over a column: its own, or that of the nearest column to the left that has one."""
        if self.heads < 1:
            return ""
        above = (self.text(self.heads - 1, place) for place in range(column, self.labels, -1))
        return next((text for text in above if text), "")

    def _merged(self) -> Iterable[tuple[tuple[int, int], str]]:
        for (top, left), (bottom, right) in self.grid.merged:
            cells = self.grid.rows[top]
            text = _plain(cells[left]) if left < len(cells) else ""
            yield from (((r, c), text) for r in range(top, bottom + 1) for c in range(left, right + 1))

    def _down(self, column: int) -> set[str]:
        return {_plain(row[column]) for row in self.grid.rows if column < len(row)}

    def _across(self, row: int) -> set[str]:
        return {_plain(cell) for cell in self.grid.rows[row]}


def _best(scores: Mapping[int, int]) -> tuple[int, int]:
    """The first place with the highest score, and the score; -1 and 0 where none has any."""
    best = max(scores, key=lambda place: (scores[place], -place), default=-1)
    return (best, scores[best]) if best >= 0 and scores[best] else (-1, 0)


def _plain(cell: object) -> str:
    return " ".join(cell_text(cell).split())


@define(kw_only=True, eq=False)
class Locator:
    """Finds the cells of one form."""

    form: FormFile

    _doubles: dict[str, tuple[str, str]] = field(factory=dict)

    def find(self, wanted: Field | ShownCell) -> Found | Lost:
        """Where *wanted* is now, or why it cannot be told."""
        texts = self._sheets.get(wanted.sheet)
        if (double := self._doubles.get(wanted.sheet)) is not None:
            return _lost(wanted, double, ("bladet", "the sheet"), wanted.sheet)
        if texts is None:
            return _lost(wanted, _NO_SHEET, ("bladet", "the sheet"), wanted.sheet)
        row, column = texts.row(_plain_name(wanted.row)), texts.column(_plain_name(wanted.column))
        if row is None:
            return _lost(wanted, _NO_ROW, ("raden", "the row"), wanted.row.shown)
        if column is None:
            return _lost(wanted, _NO_COLUMN, ("kolumnen", "the column"), wanted.column.shown)
        return Found(grid=texts.grid, row=row, column=column)

    def sheets(self) -> Mapping[str, Grid]:
        """The grid of each of the form's sheets that was found, by the name it was made with."""
        return {name: texts.grid for name, texts in self._sheets.items() if name not in self._doubles}

    @cached_property
    def _sheets(self) -> Mapping[str, _SheetTexts]:
        """The sheet each of the form's sheets is now: by its name, else the one that holds most of its texts."""
        found: dict[str, _SheetTexts] = {}
        free = {sheet.name: sheet for sheet in self.form.sheets}
        for name in dict.fromkeys(one.sheet for one in self.form.fields):
            others = [sheet for key, sheet in free.items() if key not in self._names]
            own = [free[name]] if name in free else others
            scored = [texts for sheet in own if (texts := self._texts(name, sheet)).score]
            if not scored:
                continue
            found[name] = best = max(scored, key=lambda texts: texts.score)
            rivals = (self._texts(name, sheet) for sheet in others if sheet.grid is not best.grid)
            if (rival := next((one for one in rivals if one.score and self._differ(name, best, one)), None)) is None:
                free.pop(best.grid.sheet, None)
            else:
                names = best.grid.sheet, rival.grid.sheet
                self._doubles[name] = (
                    "två sådana blad med olika siffror, {} och {}".format(*names),
                    "two such sheets with different figures, {} and {}".format(*names),
                )
        return found

    def _differ(self, name: str, one: _SheetTexts, other: _SheetTexts) -> bool:
        """Whether most of the cells of the sheet *name* are on both sheets, and do not say the same."""
        fields = [asked for asked in self.form.fields if asked.sheet == name]
        pairs = [(_at(one, asked), there) for asked in fields if (there := _at(other, asked)) is not None]
        return 2 * len(pairs) > len(fields) and any(
            here is not None and cell_text(here.value) != cell_text(there.value) for here, there in pairs
        )

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(one.sheet for one in self.form.fields)

    def _texts(self, name: str, sheet: Sheet) -> _SheetTexts:
        every: tuple[Field | ShownCell, ...] = (*self.form.fields, *self.form.shown)
        cells = [one for one in every if one.sheet == name]
        rows, columns = (_plain_name(one.row) for one in cells), (_plain_name(one.column) for one in cells)
        return _SheetTexts(grid=sheet.grid, row_names=frozenset(rows), column_names=frozenset(columns))


def _at(texts: _SheetTexts, wanted: Field | ShownCell) -> Found | None:
    row, column = texts.row(_plain_name(wanted.row)), texts.column(_plain_name(wanted.column))
    return None if row is None or column is None else Found(grid=texts.grid, row=row, column=column)


def _plain_name(name: Name) -> Name:
    return Name(group=_plain(name.group), text=_plain(name.text), number=name.number, count=name.count)


def _lost(wanted: Field | ShownCell, reason: tuple[str, str], what: tuple[str, str], name: str) -> Lost:
    return Lost(
        sheet=wanted.sheet,
        found=reason[0],
        found_en=reason[1],
        expected=f"{what[0]} {name}",
        expected_en=f"{what[1]} {name}",
    )
