"""The rows below the heading of a list: which are objects, and which are headings, sums or empty form rows."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from attrs import define, field

from styrmodell.io.lists.cells import ListRow
from styrmodell.io.lists.codes import SKIPPED_ROWS
from styrmodell.io.lists.heading import Role
from styrmodell.io.lists.key import heading_key
from styrmodell.io.lists.money import Tally, tally
from styrmodell.io.lists.row import RowReader
from styrmodell.io.problems import shorten

Skipped = tuple[str, str]
_NUMBERS = frozenset(("id", "nr", "project_nr"))
_SUM = re.compile(r"(?:summa|s:a|totalt)\b|total\s*\Z")
_ELSEWHERE = re.compile(r"\(\s*spec\b[^()]*\b(?:nedan|ovan|bil|bilaga|blad|flik|separat)\b")
_SECTION = re.compile(r"(?:förvaltning|område|verksamhet|avdelning|enhet)\s*:\s*(?P<name>\S.*)\Z", re.IGNORECASE)
_ZERO = re.compile(r"[0\s.,]*\Z")
_TOTALS = (("kostnad", "kostnad"), ("invest", "investering"))
_SUM_POSTS = ("sa", "summa")
_SHOWN = 6


class RowSort(Enum):
    """What a row is; the value is what people are told when it is skipped."""

    OBJECT = "objekt"
    EMPTY = "tom"
    NUMBER_ONLY = "bara ett nummer"
    SECTION = "rubrik"
    ELSEWHERE = "specificeras på annan plats"
    TOTAL = "summa"


@define(kw_only=True)
class ListBody:
    """Sorts the rows of one list, and checks its sums.

    Attributes:
        skipped: (place, reason) of rows that are no objects; wholly empty rows are not told.
    """

    reader: RowReader
    post_column: int | None = None
    skipped: list[Skipped] = field(factory=list)
    _all: dict[tuple[str, int], Tally] = field(factory=dict)
    _recent: dict[tuple[str, int], Tally] = field(factory=dict)
    _section: str = ""
    _sections: dict[int, str] = field(factory=dict)

    def objects(self, rows: Iterable[ListRow]) -> Iterator[ListRow]:
        """The rows that are objects, in order."""
        for row in rows:
            if self.reader.problems.is_full:
                return
            sort = self.sort(row)
            if sort is RowSort.OBJECT:
                self._count(row, self._post(row))
                self._check_own_sums(row)
                self._sections[id(row)] = self._section
                yield row
            else:
                self._skip(row, sort)

    def section_of(self, row: ListRow) -> str:
        """The heading inside the table that stands nearest above an object's row; empty for none."""
        return self._sections.get(id(row), "")

    def sort(self, row: ListRow) -> RowSort:
        """What *row* is."""
        texts = [self._text(row, column) for column in range(len(row.cells))]
        filled = [column for column, text in enumerate(texts) if text]
        if not filled:
            return RowSort.EMPTY
        first = texts[filled[0]]
        if self._is_total(row, first):
            return RowSort.TOTAL
        if self._has_amounts and any(_ELSEWHERE.search(texts[column].casefold()) for column in filled):
            return RowSort.ELSEWHERE
        if self._says_something(row):
            return RowSort.OBJECT
        if len(filled) == 1 and not _is_number(first):
            return RowSort.SECTION
        return RowSort.NUMBER_ONLY

    @property
    def _has_amounts(self) -> bool:
        return bool(self.reader.match.of(Role.AMOUNT))

    def _text(self, row: ListRow, column: int) -> str:
        return row.text(column, self.reader.notation)

    def _post(self, row: ListRow) -> str:
        return "" if self.post_column is None else heading_key(self._text(row, self.post_column))

    def _is_total(self, row: ListRow, first: str) -> bool:
        if self._post(row) in _SUM_POSTS:
            return False
        word = first.casefold().rstrip(":").strip()
        return _SUM.match(word) is not None and (self._has_amounts or " " not in word)

    def _says_something(self, row: ListRow) -> bool:
        """Whether a field, a mark or an amount is filled in: not a number alone, and not noughts without a name."""
        if self._post(row) and self.post_column is not None:
            return True
        for column in self.reader.match.columns:
            text = self._text(row, column.index)
            if column.role in (Role.MARK, Role.RATING) and text:
                return True
            if column.role is Role.AMOUNT and not _ZERO.match(text):
                return True
            if column.role is Role.FIELD and column.path not in _NUMBERS and text and not _SECTION.match(text):
                return True
        return False

    def _skip(self, row: ListRow, sort: RowSort) -> None:
        if sort is RowSort.EMPTY:
            return
        first = next(text for column in range(len(row.cells)) if (text := self._text(row, column)))
        if sort is RowSort.SECTION:
            match = _SECTION.match(first)
            self._section = match["name"] if match else first
        elif sort is RowSort.TOTAL:
            self._check_total(row, first)
        elif sort is RowSort.ELSEWHERE:
            self._count(row, "")
        reason = sort.value if sort is RowSort.NUMBER_ONLY else f'{sort.value} "{shorten(first)}"'
        self.skipped.append((row.place(None), reason))

    def _count(self, row: ListRow, post: str) -> None:
        """Add the row's amounts to the sums that rows of totals are compared with; lines S:a are sums themselves."""
        if post in _SUM_POSTS:
            return
        for column in self.reader.match.of(Role.AMOUNT):
            for sums in (self._all, self._recent):
                key = (post, column.index)
                sums.setdefault(key, Tally(notation=self.reader.notation)).add(self._text(row, column.index))

    def _check_own_sums(self, row: ListRow) -> None:
        amounts = tuple(column.index for column in self.reader.match.of(Role.AMOUNT))
        for column in self.reader.match.of(Role.SUM):
            self._compare(row, column.index, self._tally(row, column.parts or amounts))

    def _tally(self, row: ListRow, columns: Iterable[int]) -> Tally:
        return tally((self._text(row, column) for column in columns), self.reader.notation)

    def _check_total(self, row: ListRow, label: str) -> None:
        """Compare a row of sums with the rows above it: all of them, or those since the sums before."""
        wanted = next((post for word, post in _TOTALS if word in label.casefold()), "")
        for column in self.reader.match.of(Role.AMOUNT):
            stated = self._text(row, column.index)
            if self._of_posts(self._recent, column.index, wanted).differs(stated):
                self._compare(row, column.index, self._of_posts(self._all, column.index, wanted))
        self._recent.clear()

    def _of_posts(self, sums: dict[tuple[str, int], Tally], column: int, wanted: str) -> Tally:
        """The sum of a column over the lines of one post, or of all."""
        made = Tally(notation=self.reader.notation)
        for (post, index), part in sums.items():
            if index == column and (not post or not wanted or post.startswith(wanted[:3])):
                made.merge(part)
        return made

    def _compare(self, row: ListRow, column: int, parts: Tally) -> None:
        stated = self._text(row, column)
        if parts.differs(stated):
            self.reader.tell_sum(row, column, stated, parts.total)

    def compare_posts(self, row: ListRow, lines: list[ListRow]) -> None:
        """Compare a line S:a with the lines of the same object."""
        for column in self.reader.match.of(Role.AMOUNT):
            texts = (self._text(line, column.index) for line in lines)
            self._compare(row, column.index, tally(texts, self.reader.notation))

    def tell_skipped(self) -> None:
        """Say in one finding which rows were no objects (SM178)."""
        if self.skipped:
            places: dict[str, list[str]] = {}
            for place, reason in self.skipped:
                places.setdefault(reason, []).append(place)
            shown = [f"{reason} ({_listed(found)})" for reason, found in places.items()]
            text = "; ".join(shown[:_SHOWN]) + (" …" if len(shown) > _SHOWN else "")
            self.reader.problems.add(SKIPPED_ROWS, self.skipped[0][0], count=str(len(self.skipped)), found=text)


def _listed(places: list[str]) -> str:
    return places[0] if len(places) == 1 else f"{len(places)} st, {places[0]} till {places[-1]}"


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[\d\s.,]+", text) is not None
