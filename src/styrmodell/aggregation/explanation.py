"""Explanations: a value with its working, opened one level at a time."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any

from attrs import define, field

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.key import Bound
from styrmodell.aggregation.rule import Item
from styrmodell.finding import Finding, Findings
from styrmodell.model.ids import UnitId
from styrmodell.model.number import Exact, as_decimal, exact
from styrmodell.model.observation import Observation
from styrmodell.model.status import Counts, Status
from styrmodell.source import Source


class Op(Enum):
    """How a value came about. The value is the Swedish word people read."""

    OBSERVED = "rapporterat"
    OWN = "enhetens eget värde"
    ITEMS = "poster"
    SETTLED = "fastställt"
    UNALLOCATED = "ofördelat"
    FOLDED = "enheter"
    ROLLED_UP = "delar"
    TOTAL = "rapporterad total"
    STANDING = "rapporterat, för definitionen saknas underlag"
    NET = "efter eliminering"
    ELIMINATED = "eliminerade interna poster"
    PERIODS = "perioder"
    SUM_OF_PERIODS = "summa av perioder"
    LAST_PERIOD = "sista perioden"
    MEAN_OF_PERIODS = "medel av perioder"
    DIFFERENCE_OF_PERIODS = "skillnad mellan ackumulerade värden"
    ADD = "summa"
    SUBTRACT = "skillnad"
    MULTIPLY = "produkt"
    DIVIDE = "kvot"
    CHANGE = "förändring"
    MISSING = "saknas"
    NOT_APPLICABLE = "ej aktuellt"
    NOT_THERE = "enheten fanns inte då"

    # Asked of every figure of every table: Enum's own is a function in Python.
    __hash__ = object.__hash__


_NOBODYS: Mapping[str, str] = MappingProxyType({})
# What somebody wrote, and no sum of what stands below it.
AS_WRITTEN = (Op.OBSERVED, Op.OWN, Op.SETTLED, Op.TOTAL, Op.STANDING)


def _no_children() -> tuple["Explanation", ...]:
    return ()


def _nobody() -> tuple[UnitId, ...]:
    return ()


@define(kw_only=True, eq=False)
class Explanation:
    """A value with its working.

    Attributes:
        bound: What it is a value of: the bound expression.
        label: What people call it ("Ekonomisk redovisning, SUMMA VERKSAMHET, Netto, 2020 budget").
        unit: The unit *exact* is in: "kr", "%" (a share of one), "m2".
        op: How the value came about.
        rule: Key of the rule that combined, or the operation's name.
        exact: The value, unrounded; None when missing or not applicable, or no figure.
        status: The value of a rule that gives a status.
        counts: The value of a rule that tells how many have each status.
        coverage: How much of what was expected is in it, and how old it is.
        state: The rule's state, for combining further up; None where there is none.
        observations: The figures it was folded from, when it is a fold or one figure.
        items: The same with weights, shares and targets, where the rule saw them so.
        lacking_months: Of a flow, the months of its period for which nobody has reported, counted from its first; None
            for what is no flow.
        mean_of: Of a mean over time, the months for which somebody told, and of how many months it is the mean.
        stale: Whether some figure is too old, by how often the measure is to be reported.
        names: Unit → its name, for telling who is missing.
        own_findings: What is doubtful in this very step.
        factor: For a product, the plain number.
        decimals: How many its measure is printed with; None where nobody said.
        is_told_blank: Whether somebody reported that there is nothing to report: no figure, but no blank by nature.
    """

    bound: Bound
    label: str
    unit: str
    op: Op
    rule: str
    exact: Exact | None = None
    status: Status | None = None
    counts: Counts = ()
    coverage: Coverage = Coverage()
    state: Any = None
    observations: Sequence[Observation] = ()
    items: Sequence[Item] | None = None
    lacking_months: frozenset[int] | None = None
    mean_of: tuple[frozenset[int], int] | None = None
    stale: bool = False
    names: Mapping[str, str] = field(default=_NOBODYS, repr=False)
    own_findings: tuple[Finding, ...] = ()
    factor: Exact | None = None
    decimals: int | None = None
    is_told_blank: bool = False
    open_children: Callable[[], tuple["Explanation", ...]] = field(default=_no_children, repr=False)
    open_missing: Callable[[], tuple[UnitId, ...]] = field(default=_nobody, repr=False)

    @property
    def cell(self) -> str:
        """The value's cell id outside reports; empty for a step that is no measure."""
        return self.bound.cell

    @property
    def number(self) -> Decimal | None:
        """The value as a Decimal of at most 28 digits, in *unit*."""
        return as_decimal(self.exact)

    @property
    def is_applicable(self) -> bool:
        """Whether there could be a figure at all."""
        return self.op not in (Op.NOT_APPLICABLE, Op.NOT_THERE)

    @cached_property
    def children(self) -> tuple["Explanation", ...]:
        """What it was made of, one level; blank operands included."""
        # Opened long after the value was asked for, maybe under a caller's own rounding.
        with exact():
            return self.open_children()

    @cached_property
    def missing(self) -> tuple[UnitId, ...]:
        """Units that were expected to report and did not."""
        if self.open_missing is not _nobody or not self.children:
            return self.open_missing()
        return tuple(dict.fromkeys(unit for child in self.children for unit in child.missing))

    @property
    def missing_names(self) -> tuple[str, ...]:
        """The same units by the names that people know them by."""
        return tuple(dict.fromkeys(self._name(unit) for unit in self.missing))

    def _name(self, unit: UnitId) -> str:
        if unit in self.names:
            return self.names[unit]
        return next((child._name(unit) for child in self.children if unit in child.missing), unit)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where its figures were written, each place once, in order."""
        if len(self.observations) == 1:
            return (self.observations[0].source,)
        if self.observations or self.open_missing is not _nobody:
            return tuple(dict.fromkeys([observation.source for observation in self.observations]))
        return tuple(dict.fromkeys(source for child in self.children for source in child.sources))

    @cached_property
    def findings(self) -> Findings:
        """What is doubtful here and in the steps below; folds are not opened for it."""
        below = () if self.observations else self.children
        return Findings.gather(self.own_findings, *(child.findings for child in below))
