"""Which rows of a code plan claim a code string; quick, since a ledger has tens of thousands of them.

For each segment, the rows that let a code through are the bits of one number, kept by the code; what accepts
the whole code string is then the "and" of a few numbers. It gives what CodePlan.claims gives.
"""

from collections.abc import Iterator

from attrs import define, field, frozen

from styrmodell.io.kept import Kept
from styrmodell.io.ledger.code_index import CodeIndex
from styrmodell.io.ledger.period import LedgerPeriod
from styrmodell.model.code_plan import SEGMENTS, CodePlan, CodePlanRow, CodeString, claimants, contradictions


@frozen(kw_only=True)
class Claim:
    """What a code plan says of a code string.

    Attributes:
        row: The row that takes it; None when none does, or several would.
        parts: The "of which" rows that take it, too.
        clashing: Rows that cannot all have it.
    """

    row: CodePlanRow | None
    parts: tuple[CodePlanRow, ...]
    clashing: tuple[CodePlanRow, ...]


@define(kw_only=True)
class Claims:
    """The claims of one code plan; make one a ledger, since it keeps what it has found."""

    plan: CodePlan
    _masks: tuple[Kept[str, int], ...] = field(init=False)
    _in_force: Kept[LedgerPeriod, int] = field(init=False)
    _settled: Kept[int, Claim] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._masks = tuple(self._segment(place) for place in range(len(SEGMENTS)))
        self._in_force = Kept(self._holding)
        self._settled = Kept(self._settle)

    def accepting(self, code: CodeString) -> int:
        """The rows that accept *code* at some time, as bits."""
        account, responsibility, activity, project, counterparty = self._masks
        return account[code[0]] & responsibility[code[1]] & activity[code[2]] & project[code[3]] & counterparty[code[4]]

    def of(self, accepting: int, period: LedgerPeriod) -> Claim:
        """Who claims in *period* what *accepting* rows accept; the same object for the same claim."""
        return self._settled[accepting & self._in_force[period]]

    def _segment(self, place: int) -> Kept[str, int]:
        return Kept(CodeIndex.of([row.codes[place] for row in self.plan.rows]).accepting)

    def _holding(self, period: LedgerPeriod) -> int:
        months = period.period
        return sum(1 << index for index, row in enumerate(self.plan.rows) if row.holds_in(months))

    def _settle(self, mask: int) -> Claim:
        claiming = claimants(self.plan.rows[index] for index in _bits(mask))
        clashing = contradictions(claiming)
        against = {id(row) for row in clashing}
        sound = [row for row in claiming if id(row) not in against]
        row = next((row for row in sound if not row.of_which), None)
        return Claim(row=row, parts=tuple(row for row in sound if row.of_which), clashing=clashing)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
