"""Code plans (kodplaner): which accounts and cost centres make up which measure, from which day."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from styrmodell.model.code_set import CodeSet
from styrmodell.model.ids import MeasureId, UnitId
from styrmodell.model.measure import Dims
from styrmodell.model.period import Period
from styrmodell.source import Source

# The parts of a code string (kodsträng), in this order everywhere.
SEGMENTS = ("konto", "ansvar", "verksamhet", "projekt", "motpart")
ANY: tuple[CodeSet | None, ...] = (None,) * len(SEGMENTS)

CodeString = tuple[str, ...]


@frozen(kw_only=True)
class CodePlanRow:
    """One row of a code plan: a set of code strings, and what they are figures of.

    Attributes:
        codes: One set a segment, in the order of SEGMENTS; None takes any code, an empty one too.
        measure_id: The measure that the amounts belong to; its unit is kr.
        dims: The members, in the order the measure lists its dimensions.
        ie: The internal/external code of what is taken ("0", "2"), as the region writes it; empty when not told.
        counterparty: The counterparties it takes, as written; empty for any.
        of_which: True for a part of what another row takes ("varav avskrivningar"): its figures are
            observations of their own, but no money beside the other row's.
        valid_from: First day it holds; None for always.
        valid_to: Last day it holds; None for still.
    """

    codes: tuple[CodeSet | None, ...] = ANY
    measure_id: MeasureId = field(converter=MeasureId)
    unit_id: UnitId = field(converter=UnitId)
    dims: Dims = ()
    ie: str = ""
    counterparty: str = ""
    note: str = ""
    of_which: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    source: Source = field(default=Source(), eq=False)

    def __attrs_post_init__(self) -> None:
        if len(self.codes) != len(SEGMENTS):
            raise ValueError(f"a row has one code set a segment: {len(SEGMENTS)}, not {len(self.codes)}")

    @property
    def rests(self) -> int:
        """How many of its segments are "övriga": what others leave over."""
        return sum(codes is not None and codes.is_rest for codes in self.codes)

    def holds_in(self, period: Period) -> bool:
        """Whether it holds on some day of *period*; a ledger tells no days within a month."""
        return (self.valid_from is None or self.valid_from <= period.last_day) and (
            self.valid_to is None or self.valid_to >= period.first_day
        )

    def accepts(self, code: CodeString) -> bool:
        """Whether *code* lies within its sets; "övriga" accepts every code, others may come before it."""
        return all(accepts(codes, part) for codes, part in zip(self.codes, code, strict=True))


@frozen(kw_only=True)
class CodePlan:
    """A code plan (kodplan)."""

    rows: tuple[CodePlanRow, ...]
    source: Source = field(default=Source(), eq=False)

    def claims(self, code: CodeString, period: Period) -> tuple[CodePlanRow, ...]:
        """The rows that claim *code* in *period*: one when the plan is sound, beside those that are "of which".

        Args:
            code: One code a segment, in the order of SEGMENTS; empty where the ledger has none.
            period: A month, or the year of a budget that is not spread over months.

        Returns:
            In the plan's order; none for a code that is not mapped, several when the plan contradicts itself.
        """
        return claimants(row for row in self.rows if row.holds_in(period) and row.accepts(code))


def accepts(codes: CodeSet | None, code: str) -> bool:
    """Whether one segment's set lets *code* through; None and the rest let all through."""
    # "30A0" lies between "3000" and "3999" as text; a range holds digits only.
    return codes is None or codes.is_rest or (code.isascii() and code.isdigit() and codes.contains(code))


def claimants(accepting: Iterable[CodePlanRow]) -> tuple[CodePlanRow, ...]:
    """Of the rows that accept a code string, those that claim it.

    "Övriga" takes what no other row of the same measure takes: of a measure's rows, those with
    the fewest "övriga" come first. Rows of different measures do not give way to each other.
    """
    rows = tuple(accepting)
    fewest: dict[tuple[MeasureId, bool], int] = {}
    for row in rows:
        space = (row.measure_id, row.of_which)
        fewest[space] = min(row.rests, fewest.get(space, row.rests))
    return tuple(row for row in rows if row.rests == fewest[row.measure_id, row.of_which])


def contradictions(claiming: Iterable[CodePlanRow]) -> tuple[CodePlanRow, ...]:
    """The rows that cannot all have the same code string: two of them, or two "of which" of one measure."""
    rows = tuple(claiming)
    found = [row for row in rows if not row.of_which]
    clashing = found if len(found) > 1 else []
    for measure in dict.fromkeys(row.measure_id for row in rows if row.of_which):
        same = [row for row in rows if row.of_which and row.measure_id == measure]
        clashing += same if len(same) > 1 else []
    return tuple(clashing)
