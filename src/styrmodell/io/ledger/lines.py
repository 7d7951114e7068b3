"""The rows of one ledger file, summed by code string and period as they are read."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from attrs import define, field

from styrmodell.errors import TextError
from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.kept import Kept
from styrmodell.io.ledger.amount import amount_reader, code_cell
from styrmodell.io.ledger.codes import NOT_A_LEDGER_PERIOD, TEXT_ROWS, TOTAL_DIFFERS
from styrmodell.io.ledger.format import LedgerFormat
from styrmodell.io.ledger.heading import LedgerHeading
from styrmodell.io.ledger.period import LedgerPeriod
from styrmodell.io.ledger.text import Spans, difference, listed, row_text
from styrmodell.io.problems import BadValueError, Problems, shorten
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.heading import normal_heading
from styrmodell.io.value_codes import CELL_COUNT
from styrmodell.model.code_plan import CodeString

Row = Sequence[object]
# A period, an amount in kr with income +, the rows that were booked, and those of the balance before.
Posting = tuple[LedgerPeriod, Decimal, Spans, Spans]
Book = dict[CodeString, list[Posting]]
# Sum so far in the file's scale and sign, index of the first row and of the last, number of rows.
_Pile = tuple[Decimal, int, int, int]
_TOTAL = re.compile(r"\s*(?:summa|totalt?|s:a|sum|grand total)\b", re.IGNORECASE)
_ZERO = Decimal(0)


@define(kw_only=True)
class LedgerLines:
    """Reads the rows below one heading; make one a file or sheet, and run it inside model.number.exact().

    Attributes:
        line_of: Index of a row → its number in the file, as people count.
        unread: Rows that are not in the total, each told.
        months: Which months there are, as LedgerPeriod counts them.
    """

    file: str
    sheet: str
    heading: LedgerHeading
    format: LedgerFormat
    written: SourceFormat
    problems: Problems
    line_of: Callable[[int], int]
    unread: int = 0
    months: set[int] = field(factory=set)
    _marks: set[Decimal] = field(factory=lambda: {_ZERO})
    _mark: Decimal = _ZERO
    _piles: dict[tuple[object, ...], dict[object, _Pile]] = field(factory=dict)
    _texts: list[str] = field(factory=list)

    def read(self, rows: Iterable[Row], start: int) -> None:
        """Sum *rows*, the first of which has the index *start*; faults are told, totals rows compared."""
        all_piles, at, width = self._piles, self.heading.amount, self.heading.width
        code_of, period_of = self.heading.code, self.heading.period
        amount_of = amount_reader(self.written.notation)
        total = _ZERO
        for index, cells in enumerate(rows, start):
            row = cells if len(cells) == width else self._fitted(cells, index)
            if row is None:
                continue
            try:
                amount = amount_of(row[at])
            except BadValueError as bad:
                self._refused(row, index, bad)
                continue
            code = code_of(row)
            piles = all_piles.get(code)
            if piles is None:
                if not self._is_booked(row, index, amount, total):
                    continue
                piles = all_piles[code] = {}
            total += amount
            period = period_of(row)
            pile = piles.get(period)
            if pile is None:
                piles[period] = (amount, index, index, 1)
            else:
                piles[period] = (pile[0] + amount, pile[1], index, pile[3] + 1)

    def post(self, book: Book) -> None:
        """Put what was booked into *book*, in kr with income +."""
        factor, line_of, place = self.written.money_factor(), self.line_of, (self.file, self.sheet)
        codes: Kept[object, str] = Kept(code_cell)
        periods: Kept[object, LedgerPeriod | None] = Kept(self._period)
        unreadable: dict[object, list[_Pile]] = {}
        for key, piles in self._piles.items():
            code = tuple([codes[part] for part in self.heading.full_code(key)])
            postings = book.setdefault(code, [])
            for written, (amount, first, last, rows) in piles.items():
                period = periods[written]
                if period is None:
                    unreadable.setdefault(written, []).append((amount, first, last, rows))
                else:
                    line = line_of(first)
                    span = (place, line, line if first == last else line_of(last), rows)
                    postings.append((period, amount * factor, (span,), ()))
        self.months = {period.month for period in periods.values() if period is not None}
        for written, found in unreadable.items():
            self._unreadable(written, found)
        if self._texts:
            self.problems.add(TEXT_ROWS, self.sheet, found=listed(self._texts), count=str(len(self._texts)))

    def _period(self, written: object) -> LedgerPeriod | None:
        period, year = self._period_texts(written)
        if year and not (year.isascii() and year.isdigit() and len(year) == 4):
            return None
        try:
            return LedgerPeriod.parse(period, int(year) if year else self.format.year)
        except TextError:
            return None

    def _period_texts(self, written: object) -> tuple[str, str]:
        """Period and year as text; the year is empty where it has no column."""
        if isinstance(written, tuple):
            return _period_text(written[0]), _period_text(written[1])
        return _period_text(written), ""

    def _unreadable(self, written: object, piles: Sequence[_Pile]) -> None:
        """Tell a period that cannot be read once, for all its rows."""
        rows = sum(pile[3] for pile in piles)
        self.unread += rows
        first = min(pile[1] for pile in piles)
        found = " ".join(text for text in self._period_texts(written) if text)
        place = f"{self._place(first)} kolumn {self.heading.words['period']}"
        self.problems.add(NOT_A_LEDGER_PERIOD, place, found=shorten(found), lines=str(rows))

    def _place(self, index: int) -> str:
        return row_text(self.sheet, self.line_of(index))

    def _fitted(self, row: Row, index: int) -> Row | None:
        """*row* with as many cells as the heading; None for a blank one, or one that has cells too many."""
        cells = list(row)
        while cells and _is_blank(cells[-1]):
            cells.pop()
        if not cells:
            return None
        width = self.heading.width
        if len(cells) > width:
            self.unread += 1
            self.problems.add(CELL_COUNT, self._place(index), found=str(len(row)), expected=str(width))
            return None
        return cells + [""] * (width - len(cells))

    def _refused(self, row: Row, index: int, bad: BadValueError) -> None:
        """A row whose amount cannot be read: blank, a heading repeated, a line of text, or a fault."""
        filled = [str(cell) for cell in row if not _is_blank(cell)]
        amount = row[self.heading.amount]
        if not filled or normal_heading(str(amount)) == normal_heading(self.heading.words["belopp"]):
            return
        if len(filled) == 1 and _is_blank(amount):
            self._texts.append(f'{self._place(index)} "{shorten(filled[0])}"')
            return
        self.unread += 1
        self.problems.add_bad(bad, f"{self._place(index)} kolumn {self.heading.words['belopp']}")

    def _is_booked(self, row: Row, index: int, amount: Decimal, total: Decimal) -> bool:
        """Whether a row with a new key is an entry: it may be a total of those above, or lack its account."""
        account = code_cell(row[self.heading.account])
        if account[:1].isdigit():
            return True
        if any(_TOTAL.match(cell) for cell in row if isinstance(cell, str)):
            self._compare(index, amount, total)
            return False
        if not account:
            self.unread += 1
            place = f"{self._place(index)} kolumn {self.heading.words['konto']}"
            self.problems.add(MISSING_KEY, place, key=self.heading.words["konto"])
        return bool(account)

    def _compare(self, index: int, control: Decimal, total: Decimal) -> None:
        """A totals row is the sum of all rows above it, or of those since another totals row."""
        if total - control not in self._marks:
            since = min((_ZERO, self._mark), key=lambda mark: abs(total - mark - control))
            name = {"control_name": "summaraden", "control_name_en": "the totals row"}
            self.problems.add(TOTAL_DIFFERS, self._place(index), **name, **difference(total - since, control))
        self._mark = total
        self._marks.add(total)


def _is_blank(cell: object) -> bool:
    return isinstance(cell, str) and not cell.strip()


def _period_text(cell: object) -> str:
    """A period's cell as text; Excel makes 2024-01 a date, the first of the month."""
    if isinstance(cell, date | datetime):
        return cell.isoformat().removesuffix("T00:00:00")
    return code_cell(cell)
