"""Doubt at the figure itself: what is partial, carried forward, estimated or contradicted gets a mark and a note."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from string import ascii_lowercase
from typing import TypeAlias

from attrs import define, evolve

from styrmodell.aggregation.coverage import Coverage
from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.key import Key
from styrmodell.finding import Finding, Severity
from styrmodell.model.table_spec import Note
from styrmodell.report.document import Document, FlowBlock
from styrmodell.report.flow import Listing, Prose, Run, map_runs
from styrmodell.report.table import Cell, Table, TableCell, TableRow

# What contradicts a figure from outside its working: a stated figure that differs, say.
Contradictions: TypeAlias = Callable[[Cell], Iterable[Finding]]
_MOST_NAMED = 5
# A reader sees which figure it is; the id is for the section Iakttagelser.
_CELL_ID = re.compile(r" \((?:value/|[a-z0-9-]+\.[a-z0-9-]+@)[^)]*\)")
_PARTIAL, _OLD, _CONTRADICTED = "ofullständigt underlag", "äldre eller uppskattade uppgifter", "motsägs av underlaget"


def mark_doubts(document: Document, contradictions: Contradictions) -> Document:
    """*document* with a mark at every doubtful figure and its note under the table; a footnote in running text.

    Figures doubtful for one reason share a mark. A table with more reasons than there are letters says only of
    which kind each is; the section Iakttagelser and the working of each figure tell the rest.
    """
    return evolve(document, blocks=tuple(_marked(block, contradictions) for block in document.flow))


def _marked(block: FlowBlock, contradictions: Contradictions) -> FlowBlock:
    if isinstance(block, Table):
        return _marked_table(block, contradictions)

    def noted(runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(run if run.figure is None else _noted(run, run.figure, contradictions) for run in runs)

    return map_runs(block, noted) if isinstance(block, Prose | Listing) else block


def _noted(run: Run, figure: Cell, contradictions: Contradictions) -> Run:
    told = "; ".join(text for _, text in _doubts(figure, contradictions))
    return evolve(run, note=(*run.note, Run(text=f"{told[:1].upper()}{told[1:]}."))) if told else run


def _marked_table(table: Table, contradictions: Contradictions) -> Table:
    found = {cell.id: told for cell in table.cells() if (told := tuple(_doubts(cell, contradictions)))}
    if not found:
        return table
    marks = _marks(table, found)
    marker = _Marker(found=found, marks=marks)
    notes = tuple(Note(mark=mark, text=f"{text[:1].upper()}{text[1:]}.") for text, mark in marks.items())
    return evolve(table, rows=tuple(marker.row(row) for row in table.rows), notes=(*table.notes, *notes))


def _marks(table: Table, found: Mapping[str, tuple[tuple[str, str], ...]]) -> dict[str, str]:
    """Reason → mark, in the order of the table; letters that somebody already uses as marks are left to them."""
    taken = {note.mark for note in table.notes}
    free = [f"{letter})" for letter in ascii_lowercase if f"{letter})" not in taken]
    reasons = list(dict.fromkeys(text for told in found.values() for _, text in told))
    if len(reasons) > len(free):
        reasons = list(dict.fromkeys(kind for told in found.values() for kind, _ in told))
    return dict(zip(reasons, free, strict=False))


@define(kw_only=True, eq=False)
class _Marker:
    found: Mapping[str, tuple[tuple[str, str], ...]]
    marks: Mapping[str, str]

    def row(self, row: TableRow) -> TableRow:
        if not any(cell.id in self.found for cell in row.cells):
            return row
        return evolve(row, cells=tuple(self.cell(cell) for cell in row.cells))

    def cell(self, cell: TableCell) -> TableCell:
        told = self.found.get(cell.id)
        if told is None or not isinstance(cell, Cell):
            return cell
        marks = dict.fromkeys(self.marks.get(text) or self.marks[kind] for kind, text in told)
        working = cell.explanation
        return evolve(cell, open=lambda: working, notes=(*cell.notes, *marks)) if working is not None else cell


def _doubts(cell: Cell, contradictions: Contradictions) -> Iterator[tuple[str, str]]:
    """(kind, reason) of each doubt about a figure that is printed."""
    working = cell.explanation
    if working is None or (working.exact is None and cell.status is None):
        return
    coverage = working.coverage
    if not coverage.is_full:
        yield _PARTIAL, f"{coverage.reported} av {coverage.expected} uppgifter har kommit{_missing(working)}"
    if coverage.estimated or working.stale:
        yield _OLD, ", ".join(_age(coverage, stale=working.stale))
    against = (*working.findings, *contradictions(cell))
    for one in dict.fromkeys(f for f in against if f.code.severity is not Severity.NOTE):
        title = one.code.title.sv
        yield _CONTRADICTED, f"{title[:1].lower()}{title[1:]}: {_CELL_ID.sub('', one.found())}"


def _missing(working: Explanation) -> str:
    own = working.bound.unit if isinstance(working.bound, Key) else ""
    if set(working.missing) == {own}:
        return ""  # the unit itself reported other parts: its name says nothing of which ones are missing
    names = working.missing_names
    more = len(names) - _MOST_NAMED
    told = ", ".join(names[:_MOST_NAMED]) + (f" och {more} till" if more > 0 else "")
    return f"; saknas: {told}" if told else ""


def _age(coverage: Coverage, *, stale: bool) -> Iterator[str]:
    if stale:
        yield "inaktuell uppgift"
    for count, one, some in (
        (coverage.carried, "framförd", "framförda"),
        (coverage.estimates, "uppskattad", "uppskattade"),
    ):
        if count:
            yield one if coverage.reported == 1 else f"{some} uppgifter ingår"
    day = coverage.oldest if stale else coverage.newest
    if day is not None:
        yield f"senast uppdaterad {day.isoformat()}"
