"""Movements of a ledger, sorted by its code plan: what each row of the plan takes, and what is left over."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import define, field

from styrmodell.finding import Finding
from styrmodell.io.codes import TOO_MANY
from styrmodell.io.ledger.claims import Claim, Claims
from styrmodell.io.ledger.codes import CLAIMED_TWICE, UNMAPPED, UNMAPPED_REST
from styrmodell.io.ledger.lines import Book
from styrmodell.io.ledger.period import LedgerPeriod
from styrmodell.io.ledger.reconciliation import AccountTotal, CodeTotal
from styrmodell.io.ledger.text import Span, Spans, code_text, kr_text, listed, row_count, source_of
from styrmodell.model.code_plan import CodeString
from styrmodell.source import Source

MAX_TOLD = 20
MAX_CLASHES = 500
_ZERO = Decimal(0)


@define
class Heap:
    """Amounts that belong together, in kr, and the rows they come from."""

    amount: Decimal = _ZERO
    spans: list[Span] = field(factory=list)

    def add(self, amount: Decimal, spans: Iterable[Span]) -> None:
        """Put *amount*, which stands in *spans*, on the heap."""
        self.amount += amount
        self.spans += spans

    @property
    def lines(self) -> int:
        """How many rows it is the sum of."""
        return row_count(self.spans)

    @property
    def source(self) -> Source:
        """Where they stand."""
        return source_of(self.spans)


@define
class _Account:
    lines: int = 0
    total: Decimal = _ZERO
    mapped: Decimal = _ZERO


@define(kw_only=True)
class LedgerMapping:
    """Sorts movements; run it inside model.number.exact().

    Attributes:
        taken: (rows that accept, period) → what they claim, and the amounts.
        mapped: The sum of what one row takes ("of which" rows not counted).
        unmapped: The sum of what no row takes.
        contested: The sum of what several rows would take.
    """

    claims: Claims
    taken: dict[tuple[int, LedgerPeriod], tuple[Claim, Heap]] = field(factory=dict)
    mapped: Decimal = _ZERO
    unmapped: Decimal = _ZERO
    contested: Decimal = _ZERO
    _left: dict[CodeString, Heap] = field(factory=dict)
    _clashes: dict[int, tuple[Claim, Heap, dict[CodeString, None]]] = field(factory=dict)
    _accounts: dict[str, _Account] = field(factory=dict)

    def take(self, book: Book) -> None:
        """Sort the postings of *book*, all of one ledger's months or all of its whole years."""
        taken, claims = self.taken, self.claims
        for code, postings in book.items():
            accepting = claims.accepting(code)
            total = mapped = _ZERO
            lines = 0
            for period, amount, own, before in postings:
                held = taken.get((accepting, period))
                if held is None:
                    held = taken[accepting, period] = (claims.of(accepting, period), Heap())
                claim, heap = held
                heap.amount += amount
                heap.spans += own
                if before:
                    heap.spans += before
                total += amount
                lines += own[0][3] if len(own) == 1 else row_count(own)
                if claim.row is not None:
                    mapped += amount
                if claim.row is None or claim.clashing:
                    self._leave(claim, code, amount, own)
            self._account(code[0], lines, total, mapped)

    def _account(self, name: str, lines: int, total: Decimal, mapped: Decimal) -> None:
        account = self._accounts.setdefault(name, _Account())
        account.lines += lines
        account.total += total
        account.mapped += mapped
        self.mapped += mapped

    def _leave(self, claim: Claim, code: CodeString, amount: Decimal, own: Spans) -> None:
        """Keep what no single row takes."""
        if not claim.clashing:
            self.unmapped += amount
            self._left.setdefault(code, Heap()).add(amount, own)
            return
        if claim.row is None:
            self.contested += amount
        _, heap, codes = self._clashes.setdefault(id(claim), (claim, Heap(), {}))
        heap.add(amount, own)
        codes[code] = None

    def accounts(self) -> tuple[AccountTotal, ...]:
        """What was booked on each account, in order of account."""
        return tuple(
            AccountTotal(account=name, lines=held.lines, total=held.total, mapped=held.mapped)
            for name, held in sorted(self._accounts.items())
        )

    def unmapped_codes(self) -> tuple[CodeTotal, ...]:
        """The code strings that no row takes, the largest amount first."""
        ordered = sorted(self._left.items(), key=lambda item: (-abs(item[1].amount), item[0]))
        return tuple(
            CodeTotal(code=code, lines=heap.lines, amount=heap.amount, source=heap.source) for code, heap in ordered
        )

    def findings(self) -> Iterator[Finding]:
        """What several rows claim (SM160) and what no row takes (SM161, and SM162 for all beyond the largest)."""
        clashes = sorted(self._clashes.values(), key=lambda item: -abs(item[1].amount))
        for claim, heap, codes in clashes[:MAX_CLASHES]:
            rows = listed([str(row.source) for row in claim.clashing])
            more = str(len(codes) - 1) if len(codes) > 1 else ""
            args = {"rows": rows, "code": code_text(next(iter(codes))), "more": more}
            yield CLAIMED_TWICE.at(heap.source, lines=str(heap.lines), amount=kr_text(heap.amount), **args)
        if len(clashes) > MAX_CLASHES:
            yield TOO_MANY.at(self.claims.plan.source, limit=str(MAX_CLASHES))
        codes_left = self.unmapped_codes()
        plan = self.claims.plan.source.file
        for item in codes_left[:MAX_TOLD]:
            args = {"code": code_text(item.code), "lines": str(item.lines), "amount": kr_text(item.amount)}
            yield UNMAPPED.at(item.source, plan=plan, **args)
        if rest := codes_left[MAX_TOLD:]:
            yield UNMAPPED_REST.at(
                rest[0].source,
                codes=str(len(rest)),
                lines=str(sum(item.lines for item in rest)),
                amount=kr_text(sum((item.amount for item in rest), _ZERO)),
                total=kr_text(self.unmapped),
            )
