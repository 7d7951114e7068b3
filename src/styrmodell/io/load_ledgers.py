"""The ledgers of a workspace: their files, their code plan, and what became of every krona."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field, frozen

from styrmodell.finding import Finding
from styrmodell.io.codes import NO_FILES
from styrmodell.io.ledger.file import LedgerInput
from styrmodell.io.ledger.format import LedgerFormat, ledger_of
from styrmodell.io.ledger.read import read_ledger
from styrmodell.io.ledger.read_code_plan import code_plan_from_csv, read_code_plan
from styrmodell.io.ledger.reconciliation import Reconciliation
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.grid import Grid
from styrmodell.io.workbook.read import Workbook
from styrmodell.model.code_plan import CodePlan
from styrmodell.model.ids import MeasureId
from styrmodell.model.measure import Measure
from styrmodell.model.observation import Observation
from styrmodell.source import Source


@frozen(kw_only=True)
class LedgerResult:
    """What became of one [[ledgers]] block.

    Attributes:
        pattern: Which files.
        reconciliation: Where the amounts went.
        year_reconciliation: The same for rows that speak of a whole year; None when there are none.
    """

    pattern: str
    reconciliation: Reconciliation
    year_reconciliation: Reconciliation | None = None


@define(kw_only=True)
class LedgerLoader:
    """The ledgers of one load.

    Attributes:
        results: One for each ledger that was read.
    """

    formats: tuple[LedgerFormat, ...]
    results: list[LedgerResult] = field(factory=list)
    findings: list[Finding] = field(factory=list)
    _inputs: dict[LedgerFormat, list[LedgerInput]] = field(factory=dict)
    _plans: dict[str, tuple[bytes | Workbook, SourceFormat]] = field(factory=dict)

    def wants(self, file: str) -> bool:
        """Whether *file* is part of a ledger, or a code plan."""
        return self._ledger(file) is not None or any(item.code_plan == file for item in self.formats)

    def _ledger(self, file: str) -> LedgerFormat | None:
        return ledger_of(file, self.formats)[0]

    def take(self, file: str, content: bytes | Workbook, written: SourceFormat) -> None:
        """Keep a file that wants() is true for until the measures are known."""
        if any(item.code_plan == file for item in self.formats):
            self._plans[file] = (content, written)
            return
        ledger, told = ledger_of(file, self.formats)
        self.findings += told
        parts: tuple[bytes | Grid, ...] = (content,) if isinstance(content, bytes) else _grids(content)
        if ledger is not None:
            held = self._inputs.setdefault(ledger, [])
            held += (LedgerInput(file=file, content=part, written=written) for part in parts)

    def read(self, measures: Mapping[MeasureId, Measure]) -> tuple[Observation, ...]:
        """The observations of all ledgers; results and findings are kept."""
        found: list[Observation] = []
        for ledger in self.formats:
            plan = self._plan(ledger, measures)
            inputs = self._inputs.get(ledger, [])
            if plan is None or not inputs:
                continue
            content = read_ledger(inputs, ledger, plan, measures)
            found += content.observations
            self.findings += content.findings
            self.results.append(
                LedgerResult(
                    pattern=ledger.pattern,
                    reconciliation=content.reconciliation,
                    year_reconciliation=content.year_reconciliation,
                )
            )
        return tuple(found)

    def _plan(self, ledger: LedgerFormat, measures: Mapping[MeasureId, Measure]) -> CodePlan | None:
        held: Any = self._plans.get(ledger.code_plan)
        if held is None:
            self.findings.append(NO_FILES.at(ledger.source, found=ledger.code_plan))
            return None
        content, written = held
        if isinstance(content, bytes):
            plan, told = code_plan_from_csv(content, ledger.code_plan, written, measures)
        else:
            grid = _sheet(content, ledger.sheet)
            if grid is None:
                self.findings.append(
                    NO_FILES.at(Source(file=ledger.code_plan), found=f"{ledger.code_plan} {ledger.sheet}".strip())
                )
                return None
            plan, told = read_code_plan(grid, measures)
        self.findings += told
        return plan


def _grids(book: Workbook) -> tuple[Grid, ...]:
    return tuple(sheet.grid for sheet in book.sheets)


def _sheet(book: Workbook, name: str) -> Grid | None:
    """The named sheet, or the first."""
    grids = _grids(book)
    return next((grid for grid in grids if not name or grid.sheet.casefold() == name.casefold()), None)
