"""The rows below a heading: which are data, totals, notes, headings again, or another table."""

import re
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import islice
from operator import itemgetter

from attrs import define, field

from styrmodell.io.kept import Kept
from styrmodell.io.tables.cell_text import is_blank
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.sheet_heading import HeadingBlock, looks_like_heading, texts_of

_TOTAL = re.compile(
    r"\s*(?:(?:(?:del|total|slut)?summa|s:a|totalt|total)(?![\w-])|(?:årets )?resultat(?:\s*\d{1,2}\))?\s*\Z)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\s*(?:(?:källa|källor|not|noter|anm|anmärkning|obs)\b\.?\s*:|\*+\)?\s*\w|\d{1,2}\)\s*\w)", re.IGNORECASE
)
_FIGURE = re.compile(r"(?=\D*\d)[\s\d.,+\-−–‐()%]+\Z|[-–—−.…xX\s]+\Z")
_SEARCHED = 50


class Skip(Enum):
    """Why a row is not data."""

    TITLE = "titel"
    HEADING = "rubrik igen"
    NOTE = "not"
    TEXT = "text"
    OTHER = "annan tabell"


def is_total_label(text: str) -> bool:
    """Whether a row so labelled is a total ("Summa", "S:a", "TOTALT …", "RESULTAT 15)")."""
    return _TOTAL.match(text) is not None


@define(kw_only=True)
class RowSorter:
    """Sorts the rows below one heading.

    Attributes:
        stop: The row at which another table is known to begin; None for none.
        other: The row at which another table was found to begin.
    """

    grid: Grid
    block: HeadingBlock
    is_known: Callable[[str], bool]
    stop: int | None = None
    body: list[int] = field(factory=list)
    totals: list[int] = field(factory=list)
    skipped: list[tuple[int, Skip]] = field(factory=list)
    other: int | None = None
    _headings: list[list[str]] = field(init=False)
    _special: Kept[object, bool] = field(init=False)
    _after_blank: set[int] = field(factory=set)

    def __attrs_post_init__(self) -> None:
        self._headings = [_trimmed(texts_of(row, self.grid)) for row in self.block.rows]
        firsts = {text for row in self._headings for text in row}
        self._special = Kept(lambda label: _is_special(label, firsts))

    def sort(self) -> None:
        """Sort all rows below the heading. Most tables hold nothing but data, and one look at each label tells."""
        start, end = self.block.rows[-1] + 1, self.stop if self.stop is not None else len(self.grid.rows)
        labels = self._labels(start, end)
        if "" not in labels and not any(map(self._special.__getitem__, labels)):
            self.body += range(start, end)
        else:
            self._sort_each(start, end)
        self._take_notes()

    def _labels(self, start: int, end: int) -> set[object]:
        """What the rows begin with; nothing, as in a blank row, where one is too short to say."""
        label = itemgetter(self._label_column())
        try:
            return set(map(label, islice(self.grid.rows, start, end)))
        except IndexError:
            return {""}

    def _sort_each(self, start: int, end: int) -> None:
        """What most rows need is one look at their first cell."""
        rows, special, append = self.grid.rows, self._special, self.body.append
        column, was_blank = self._label_column(), False
        for index in range(start, end):
            row = rows[index]
            label = row[column] if column < len(row) else ""
            if not was_blank and label != "" and not special[label]:
                append(index)
                continue
            filled = [cell for cell in row if not is_blank(cell)]
            if filled and self._unusual(index, filled, was_blank):
                break
            was_blank = not filled

    def _label_column(self) -> int:
        """The first column that holds anything just below the heading."""
        start = self.block.rows[-1] + 1
        rows = self.grid.rows[start : start + _SEARCHED]
        return min((column for row in rows for column, cell in enumerate(row) if not is_blank(cell)), default=0)

    def _unusual(self, index: int, filled: list[object], was_blank: bool) -> bool:
        """Sort a row by all its cells; gives whether the table has ended."""
        texts = _trimmed(texts_of(index, self.grid))
        if texts in self._headings:
            self._take_titles()
            self.skipped.append((index, Skip.HEADING))
        elif was_blank and looks_like_heading(texts, self.is_known):
            self._end(index)
            return True
        elif _is_total(filled):
            self.totals.append(index)
        elif len(filled) == 1 and _NOTE.match(str(filled[0])):
            self.skipped.append((index, Skip.NOTE))
        else:
            if was_blank:
                self._after_blank.add(index)
            self.body.append(index)
        return False

    def _end(self, index: int) -> None:
        """Another table begins: what stands from here is not read, nor are its titles part of this one."""
        self.other = index
        self._take_titles()
        rest = (row for row in range(index, len(self.grid.rows)) if any(not is_blank(c) for c in self.grid.rows[row]))
        self.skipped += [(row, Skip.OTHER) for row in rest]

    def _take_titles(self) -> None:
        while self.body and self._is_lone_text(self.body[-1]):
            self.skipped.append((self.body.pop(), Skip.TITLE))

    def _take_notes(self) -> None:
        """Lone texts at the end, below a blank row, are notes."""
        if len(self.block.headings) < 2:
            return
        count = 0
        while count < len(self.body) and self._is_lone_text(self.body[-1 - count]):
            count += 1
        if first := next((n for n in range(count, 0, -1) if self.body[-n] in self._after_blank), 0):
            self.skipped += [(row, Skip.TEXT) for row in self.body[-first:]]
            del self.body[-first:]

    def _is_lone_text(self, index: int) -> bool:
        filled = [cell for cell in self.grid.rows[index] if not is_blank(cell)]
        return len(filled) == 1 and type(filled[0]) is str


def _is_special(label: object, headings: set[str]) -> bool:
    """Whether a row that begins with *label* must be looked at whole."""
    if type(label) is not str:
        return False
    text = " ".join(label.split())
    return not text or text in headings or _TOTAL.match(text) is not None or _NOTE.match(text) is not None


def _is_total(filled: Sequence[object]) -> bool:
    """Whether a row is a total's label and figures, and nothing else."""
    label, *rest = filled
    return type(label) is str and is_total_label(label) and bool(rest) and all(map(is_figure, rest))


def is_figure(cell: object) -> bool:
    """Whether a cell holds a number, or a mark that stands for one."""
    if type(cell) is str:
        return _FIGURE.match(cell) is not None
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _trimmed(texts: list[str]) -> list[str]:
    while texts and not texts[-1]:
        texts.pop()
    return texts
