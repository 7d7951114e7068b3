"""Code plans kept as a sheet: one row a set of code strings, one column a segment and a dimension."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from attrs import define, field, frozen

from styrmodell.errors import TextError
from styrmodell.finding import Findings
from styrmodell.io.codes import MISSING_KEY
from styrmodell.io.ledger.amount import code_cell
from styrmodell.io.ledger.codes import DATES_REVERSED, NOT_A_CODE_SET, NOT_MONEY
from styrmodell.io.ledger.heading import WORDS
from styrmodell.io.problems import BadValueError, Problems, shorten, suggestions
from styrmodell.io.sources import SourceFormat
from styrmodell.io.tables.csv_grid import csv_grid
from styrmodell.io.tables.grid import Grid
from styrmodell.io.tables.heading import normal_heading
from styrmodell.io.value_codes import DUPLICATE_COLUMN, FOREIGN_DIMENSION, UNKNOWN_COLUMN, UNKNOWN_MEASURE
from styrmodell.io.values import bool_value, date_value
from styrmodell.model.code_plan import SEGMENTS, CodePlan, CodePlanRow
from styrmodell.model.code_set import CodeSet
from styrmodell.model.ids import DimensionId, MeasureId, UnitId
from styrmodell.model.measure import MONEY, Dims, Measure
from styrmodell.source import Source

_WORDS: MappingProxyType[str, str] = MappingProxyType(
    {word: name for word, name in WORDS.items() if name in SEGMENTS}
    | {
        word: name
        for name, words in (
            ("fran", ("från", "fran", "gäller från", "from", "valid_from")),
            ("till", ("till", "gäller till", "to", "valid_to")),
            ("matt", ("matt", "mått", "measure")),
            ("enhet", ("enhet", "unit")),
            ("ie", ("ie", "i/e", "ie-kod", "i/e-kod", "ie_code")),
            ("varav", ("varav", "of_which")),
            ("not", ("not", "anteckning", "kommentar", "note", "comment")),
        )
        for word in words
    }
)
_REQUIRED = ("konto", "matt", "enhet")
_HEAD = 30


def read_code_plan(grid: Grid, measures: Mapping[MeasureId, Measure]) -> tuple[CodePlan, Findings]:
    """Read a code plan.

    Args:
        grid: The cells of its sheet or CSV file; titles may stand above the heading.
        measures: Id → measure: the unit must be kr, and the dimensions are columns.

    Returns:
        The rows without fault, in order, and every fault with its place (SM108, SM109, SM119, SM121, SM124, SM126,
        SM131, SM186, SM187, SM188). Rows with nothing in them are no rows.
    """
    reader = _Reader(grid=grid, measures=measures, problems=Problems(grid.file))
    rows = reader.rows() if reader.find() else ()
    return CodePlan(rows=tuple(rows), source=Source(file=grid.file, place=grid.sheet)), reader.problems.findings()


def code_plan_from_csv(
    data: bytes, file: str, written: SourceFormat, measures: Mapping[MeasureId, Measure]
) -> tuple[CodePlan, Findings]:
    """The same as read_code_plan for the bytes of a CSV file; what cannot be decoded or parsed is told, too."""
    grid, told = csv_grid(data, file, written)
    if grid is None:
        return CodePlan(rows=(), source=Source(file=file)), told
    plan, findings = read_code_plan(grid, measures)
    return plan, Findings.gather(told, findings)


@frozen(kw_only=True)
class _Row:
    """One row's cells, by field or "[dimension]", as text."""

    index: int
    cells: Mapping[str, object]

    def text(self, name: str) -> str:
        return code_cell(self.cells.get(name, ""))


@define(kw_only=True)
class _Reader:
    """Reads one code plan."""

    grid: Grid
    measures: Mapping[MeasureId, Measure]
    problems: Problems
    _start: int = 0
    _columns: dict[str, int] = field(factory=dict)

    def find(self) -> bool:
        """Find and understand the heading; whether rows can be read."""
        for index, row in enumerate(self.grid.rows[:_HEAD]):
            if {_WORDS.get(normal_heading(str(cell))) for cell in row}.issuperset(_REQUIRED):
                self._start = index
                break
        names = self.grid.rows[self._start] if self.grid.rows else ()
        taken = [self._column(at, str(name).strip()) for at, name in enumerate(names)]
        missing = [name for name in _REQUIRED if name not in self._columns]
        for name in missing:
            self.problems.add(MISSING_KEY, self._place(self._start), key=name)
        return all(taken) and not missing

    def _column(self, at: int, name: str) -> bool:
        """Take a heading in; a heading that is not known may be a dimension misspelt, so rows are not read."""
        dimensions = {dimension for measure in self.measures.values() for dimension in measure.dimensions}
        word = normal_heading(name)
        key = _WORDS.get(word) or (f"[{word}]" if word in dimensions else "")
        if not word:
            return True
        place = self._place(self._start, at)
        if not key:
            known = (*dict.fromkeys(_WORDS.values()), *sorted(dimensions))
            self.problems.add(UNKNOWN_COLUMN, place, **suggestions(name, known))
            return False
        if key in self._columns:
            first = str(self.grid.rows[self._start][self._columns[key]])
            self.problems.add(DUPLICATE_COLUMN, place, found=shorten(name), first=shorten(first))
            return False
        self._columns[key] = at
        return True

    def rows(self) -> list[CodePlanRow]:
        """The rows below the heading."""
        found: list[CodePlanRow] = []
        for index in range(self._start + 1, len(self.grid.rows)):
            cells = self.grid.rows[index]
            row = _Row(index=index, cells={key: cells[at] for key, at in self._columns.items() if at < len(cells)})
            if any(row.text(key) for key in self._columns):
                read = self._row(row)
                found += [read] if read is not None else []
        return found

    def _row(self, row: _Row) -> CodePlanRow | None:
        """One row, or None with all its faults told."""
        faults: list[tuple[str, BadValueError]] = []
        codes = tuple(_code_set(row, name, faults) for name in SEGMENTS)
        valid_from, valid_to = _day(row, "fran", faults), _day(row, "till", faults)
        if valid_from and valid_to and valid_to < valid_from:
            args = {"first": valid_from.isoformat(), "last": valid_to.isoformat()}
            faults.append(("till", BadValueError(DATES_REVERSED, **args)))
        measure, of_which = self._measure(row, faults), _of_which(row, faults)
        dims = self._dims(row, measure, faults) if measure else ()
        if not row.text("enhet"):
            faults.append(("enhet", BadValueError(MISSING_KEY, key="enhet")))
        for name, bad in faults:
            self.problems.add_bad(bad, self._place(row.index, self._columns[name]))
        if faults or measure is None:
            return None
        return CodePlanRow(
            codes=codes,
            measure_id=measure.id,
            unit_id=UnitId(row.text("enhet")),
            dims=dims,
            ie=row.text("ie"),
            counterparty=row.text("motpart"),
            note=row.text("not"),
            of_which=of_which,
            valid_from=valid_from,
            valid_to=valid_to,
            source=Source(file=self.grid.file, place=self._place(row.index)),
        )

    def _measure(self, row: _Row, faults: list[tuple[str, BadValueError]]) -> Measure | None:
        text = row.text("matt")
        measure = self.measures.get(MeasureId(text))
        if not text:
            faults.append(("matt", BadValueError(MISSING_KEY, key="matt")))
        elif measure is None:
            faults.append(("matt", BadValueError(UNKNOWN_MEASURE, **suggestions(text, sorted(self.measures)))))
        elif measure.unit != MONEY:
            faults.append(("matt", BadValueError(NOT_MONEY, found=shorten(text), unit=measure.unit)))
        return measure

    def _dims(self, row: _Row, measure: Measure, faults: list[tuple[str, BadValueError]]) -> Dims:
        """The members in the order the measure lists its dimensions; an empty cell is the dimension's root."""
        given = {DimensionId(key[1:-1]): row.text(key) for key in self._columns if key.startswith("[")}
        known = ", ".join(measure.dimensions) or "–"
        for name, member in given.items():
            if member and name not in measure.dimensions:
                args = {"found": shorten(member), "dimension": name, "measure": measure.id, "known": known}
                faults.append((f"[{name}]", BadValueError(FOREIGN_DIMENSION, **args)))
        return tuple((name, given[name]) for name in measure.dimensions if given.get(name))

    def _place(self, index: int, column: int | None = None) -> str:
        return self.grid.place(index, column) if self.grid.rows else ""


def _code_set(row: _Row, name: str, faults: list[tuple[str, BadValueError]]) -> CodeSet | None:
    text = row.text(name)
    if not text:
        return None
    try:
        return CodeSet.parse(text)
    except TextError:
        faults.append((name, BadValueError(NOT_A_CODE_SET, found=shorten(text))))
        return None


def _day(row: _Row, name: str, faults: list[tuple[str, BadValueError]]) -> date | None:
    cell = row.cells.get(name, "")
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    text = row.text(name).removesuffix(" 00:00:00")
    try:
        return date_value(text) if text else None
    except BadValueError as bad:
        faults.append((name, bad))
        return None


def _of_which(row: _Row, faults: list[tuple[str, BadValueError]]) -> bool:
    text = row.text("varav")
    try:
        return bool_value(text) if text else False
    except BadValueError as bad:
        faults.append(("varav", bad))
        return False
