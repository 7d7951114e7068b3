"""Ledgers (huvudböcker): extracts of rows → observations by a code plan, reconciled to the last öre."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import define, field, frozen

from styrmodell.batch import paused_collector
from styrmodell.finding import Finding, Findings
from styrmodell.io.ledger.budget import check_periodisation
from styrmodell.io.ledger.claims import Claims
from styrmodell.io.ledger.codes import CLOSING_REFUSED, COLUMNS_DIFFER, TOTAL_DIFFERS
from styrmodell.io.ledger.figures import ledger_observations
from styrmodell.io.ledger.file import LedgerFile, LedgerInput
from styrmodell.io.ledger.format import FIELDS, Amounts, Closing, LedgerFormat
from styrmodell.io.ledger.lines import Book
from styrmodell.io.ledger.mapping import LedgerMapping
from styrmodell.io.ledger.period import CLOSING_MONTH, WHOLE_YEAR
from styrmodell.io.ledger.reconciliation import Reconciliation
from styrmodell.io.ledger.series import Differences
from styrmodell.io.ledger.text import Spans, difference, joined, kr_text, listed, row_count, source_of
from styrmodell.io.problems import Problems
from styrmodell.model.code_plan import SEGMENTS, CodePlan
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.number import exact
from styrmodell.model.observation import Observation
from styrmodell.source import Source

_ZERO = Decimal(0)


@frozen(kw_only=True)
class LedgerContent:
    """What a ledger gave.

    Attributes:
        observations: One for each measure, unit, set of members, counterparty, I/E code and period of the code plan,
            in kr with income +.
        reconciliation: Of the ledger's months; of its whole years when it has no months.
        year_reconciliation: Of the whole years of a ledger that has months, too: the same budget told twice.
        findings: SM1xx.
    """

    observations: tuple[Observation, ...] = ()
    reconciliation: Reconciliation = Reconciliation()
    year_reconciliation: Reconciliation | None = None
    findings: Findings = Findings()


def read_ledger(
    inputs: Iterable[LedgerInput], format: LedgerFormat, plan: CodePlan, measures: Mapping[MeasureId, Measure]
) -> LedgerContent:
    """Read the files of one ledger and sort their amounts by the code plan.

    Args:
        inputs: All files of the ledger: accumulated amounts are differenced across them.
        format: What the amounts are; where closing entries go; kind, version and days of the observations.
        plan: Which code strings make up which measure.
        measures: Id → measure: those that are summed get items, and a year's budget is compared with its months.

    Returns:
        The observations, exact, and the reconciliation: what became observations, what no row or several rows of the
        plan take and what has no month sum to the ledger's own total. Faults are findings; never raises for content.
    """
    reading = _Reading(format=format, plan=plan)
    with paused_collector(), exact():
        for given in inputs:
            reading.take(given)
        return reading.content(measures)


@define(kw_only=True)
class _Reading:
    """A ledger under way."""

    format: LedgerFormat
    plan: CodePlan
    _book: Book = field(factory=dict)
    _numbers: set[int] = field(factory=set)
    _factor: Decimal | None = None
    _unread: int = 0
    _columns: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = field(factory=dict)
    _findings: list[Finding] = field(factory=list)

    def take(self, given: LedgerInput) -> None:
        """Read one file."""
        file = LedgerFile(given=given, format=self.format, problems=Problems(given.file))
        file.read()
        self._factor = self._factor or given.written.money_factor()
        if file.lines is not None:
            file.lines.post(self._book)
            self._numbers |= file.lines.months
            self._unread += file.lines.unread
            heading = file.lines.heading
            columns = heading.ignored, tuple(name for name in self._asked() if name not in heading.segments)
            self._columns.setdefault(columns, []).append(given.file)
        self._unread += not file.is_whole
        self._findings += (*file.told, *file.problems.findings())

    def content(self, measures: Mapping[MeasureId, Measure]) -> LedgerContent:
        """All that was read, as one frozen value."""
        self._tell_columns()
        months, years = self._parted(self._book, WHOLE_YEAR)
        total, placed, unplaced = self._months_apart(months)
        claims = Claims(plan=self.plan)
        parts = LedgerMapping(claims=claims), LedgerMapping(claims=claims)
        parts[0].take(placed)
        parts[1].take(years)
        sums = self._reconciliation(parts[0], months, total, unplaced)
        year_sums = self._reconciliation(parts[1], years, _sum(years), _ZERO) if years else None
        if year_sums is not None and not months:
            sums, year_sums = year_sums, None
        taken = ((period, *held) for part in parts for (_, period), held in part.taken.items())
        observations = tuple(ledger_observations(taken, self.plan, self.format, measures))
        for part in parts:
            self._findings += part.findings()
        self._compare(sums)
        if year_sums is not None:
            self._compare(year_sums)
        self._findings += check_periodisation(observations, measures)
        return LedgerContent(
            observations=observations,
            reconciliation=sums,
            year_reconciliation=year_sums,
            findings=Findings.gather(self._findings),
        )

    def _months_apart(self, months: Book) -> tuple[Decimal, Book, Decimal]:
        """The ledger's total, what was booked in each month, and the sum of what no month can be given."""
        total, unplaced = _ZERO, _ZERO
        if self.format.amounts is Amounts.ACCUMULATED:
            differences = Differences()
            differences.take(months)
            self._findings += differences.findings()
            total, months, unplaced = differences.total, differences.book, differences.unplaced
        else:
            total = _sum(months)
        if self.format.closing is Closing.REFUSE:
            months, refused = self._parted(months, CLOSING_MONTH)
            unplaced += self._refuse(refused)
        return total, months, unplaced

    def _parted(self, book: Book, month: int) -> tuple[Book, Book]:
        """*book* without the periods of the number *month*, and those alone."""
        if month not in self._numbers:
            return book, {}
        rest: Book = {}
        apart: Book = {}
        for code, postings in book.items():
            for posting in postings:
                (apart if posting[0].month == month else rest).setdefault(code, []).append(posting)
        return rest, apart

    def _refuse(self, refused: Book) -> Decimal:
        """Tell closing entries that should not be there; their sum."""
        amount = _sum(refused)
        if refused:
            spans = _spans(refused)
            args = {"lines": str(row_count(spans)), "amount": kr_text(amount)}
            self._findings.append(CLOSING_REFUSED.at(source_of(spans), **args))
        return amount

    def _reconciliation(self, part: LedgerMapping, rows: Book, total: Decimal, unplaced: Decimal) -> Reconciliation:
        """Where the amounts of *rows*, as they were read, went."""
        control = self.format.control_total
        return Reconciliation(
            total=total,
            mapped=part.mapped,
            unmapped=part.unmapped,
            contested=part.contested,
            unplaced=unplaced,
            lines=sum(span[3] for postings in rows.values() for posting in postings for span in posting[2]),
            unread=self._unread,
            control_total=None if control is None else control * (self._factor or 1),
            by_account=part.accounts(),
            unmapped_codes=part.unmapped_codes(),
        )

    def _compare(self, found: Reconciliation) -> None:
        """Tell when the rows do not sum to the declared total, in the files' scale and sign."""
        if found.control_total in (None, found.total):
            return
        assert self.format.control_total is not None
        name = {"control_name": "control_total", "control_name_en": "control_total"}
        written = difference(found.total / (self._factor or 1), self.format.control_total)
        self._findings.append(TOTAL_DIFFERS.at(self.format.source, **name, **written))

    def _asked(self) -> list[str]:
        """The segments that the code plan asks about."""
        return [name for at, name in enumerate(SEGMENTS) if any(row.codes[at] is not None for row in self.plan.rows)]

    def _tell_columns(self) -> None:
        """Columns that are not used or missing, once for all files that have the same."""
        for (ignored, missing), files in self._columns.items():
            if ignored or missing:
                source = Source(file=files[0], place=f"och {len(files) - 1} till" if len(files) > 1 else "")
                args = {"ignored": listed(ignored), "missing": listed(missing), "known": ", ".join(FIELDS)}
                args["between"] = "; " if ignored and missing else ""
                self._findings.append(COLUMNS_DIFFER.at(source, **args))


def _sum(book: Book) -> Decimal:
    return sum((posting[1] for postings in book.values() for posting in postings), _ZERO)


def _spans(book: Book) -> Spans:
    """The rows that were booked, one span a file."""
    return joined(span for postings in book.values() for posting in postings for span in posting[2])
