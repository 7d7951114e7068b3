"""Accumulated amounts → amounts of each month: this month less the one before, within the year.

A code string that is not there before its first month had nothing booked. One that was there and is gone,
and a month that no row speaks of, leave amounts that cannot be placed in a month: they are told, never guessed.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.io.ledger.codes import CODE_GONE, MONTH_MISSING
from styrmodell.io.ledger.lines import Book, Posting
from styrmodell.io.ledger.period import LedgerPeriod
from styrmodell.io.ledger.text import Spans, code_text, kr_text, source_of
from styrmodell.model.code_plan import CodeString

_ZERO = Decimal(0)
_SHOWN_CODES = 5
_Series = dict[LedgerPeriod, tuple[Decimal, Spans]]
# Two months of the ledger between which something is missing; None before the year's first.
_Hole = tuple[LedgerPeriod | None, LedgerPeriod]


@define(kw_only=True)
class _Lost:
    """Code strings that cannot be followed across the same hole."""

    codes: list[CodeString] = field(factory=list)
    spans: Spans = ()
    balance: Decimal = _ZERO
    unplaced: Decimal = _ZERO

    def add(self, code: CodeString, spans: Spans, balance: Decimal, unplaced: Decimal) -> None:
        self.codes.append(code)
        self.spans = self.spans or spans
        self.balance += balance
        self.unplaced += unplaced


@define(kw_only=True)
class Differences:
    """What becomes of accumulated amounts; run it inside model.number.exact().

    Attributes:
        book: Of each code string, what was booked in each month.
        total: The last balance of every code string and year.
        unplaced: The part of *total* that no month could be given.
    """

    book: Book = field(factory=dict)
    total: Decimal = _ZERO
    unplaced: Decimal = _ZERO
    _gaps: dict[_Hole, _Lost] = field(factory=dict)
    _gone: dict[_Hole, _Lost] = field(factory=dict)

    def take(self, book: Book) -> None:
        """Difference all of *book*, which is the whole of a ledger."""
        years: dict[int, dict[CodeString, _Series]] = {}
        for code, postings in book.items():
            for period, amount, spans, _ in postings:
                series = years.setdefault(period.year, {}).setdefault(code, {})
                held = series.get(period)
                series[period] = (amount, spans) if held is None else (held[0] + amount, held[1] + spans)
        for _, codes in sorted(years.items()):
            months = sorted({period for series in codes.values() for period in series})
            for code, series in codes.items():
                self.total += series[max(series)][0]
                self.book.setdefault(code, []).extend(self._follow(code, series, months))

    def _follow(self, code: CodeString, series: _Series, months: Sequence[LedgerPeriod]) -> Iterator[Posting]:
        """One code string through all *months* of the year that the ledger speaks of."""
        balance = _ZERO
        rows: Spans = ()
        last: LedgerPeriod | None = None
        before: LedgerPeriod | None = None
        gap: _Hole | None = None
        gone: _Hole | None = None
        for month in months:
            if month.month != (before.month if before else 0) + 1:
                gap = gap or (before, month)
            before = month
            if month not in series:
                # Nothing booked so far is a balance that is known: nought.
                gap = gap if balance else None
                gone = gone or ((last, month) if balance else None)
                continue
            amount, spans = series[month]
            if gone or gap:
                self._lose(gone, gap, code, spans, balance, amount - balance)
            else:
                yield month, amount - balance, spans, rows
            balance, rows, last, gap, gone = amount, spans, month, None, None
        if gone:
            self._lose(gone, None, code, rows, balance, _ZERO)

    def _lose(
        self,
        gone: _Hole | None,
        gap: _Hole | None,
        code: CodeString,
        spans: Spans,
        balance: Decimal,
        unplaced: Decimal,
    ) -> None:
        self.unplaced += unplaced
        if gone:
            self._gone.setdefault(gone, _Lost()).add(code, spans, balance, unplaced)
        elif gap:
            self._gaps.setdefault(gap, _Lost()).add(code, spans, balance, unplaced)

    def findings(self) -> list[Finding]:
        """SM180 for each missing month, SM181 for the code strings that vanish between the same two months."""
        gaps = [_gap(before, later, lost) for (before, later), lost in self._gaps.items()]
        return gaps + [_vanished(str(last), month, lost) for (last, month), lost in self._gone.items()]


def _gap(before: LedgerPeriod | None, later: LedgerPeriod, lost: _Lost) -> Finding:
    first = LedgerPeriod(year=later.year, month=before.month + 1 if before else 1)
    end = LedgerPeriod(year=later.year, month=later.month - 1)
    found = str(first) if first == end else f"{first}–{end}"
    return MONTH_MISSING.at(source_of(lost.spans), found=found, later=str(later), amount=kr_text(lost.unplaced))


def _vanished(last: str, month: LedgerPeriod, lost: _Lost) -> Finding:
    more = len(lost.codes) - _SHOWN_CODES
    return CODE_GONE.at(
        source_of(lost.spans),
        code="; ".join(code_text(code) for code in lost.codes[:_SHOWN_CODES]),
        more=str(more) if more > 0 else "",
        balance=kr_text(lost.balance),
        last=last,
        gone=str(month),
        amount=kr_text(lost.unplaced) if lost.unplaced else "",
    )
