"""Editions to write: large tables of figures, reported or computed."""

from datetime import date

from tests.benchmarks.region import MONTHS, ROOT, make_full_plan
from tests.benchmarks.run_fold import RULES

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.model.expression import column, ref, row, total
from styrmodell.model.kind import Kind
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import Column, Row, TableSpec
from styrmodell.report.build import Setting, build_table
from styrmodell.report.document import Document, Edition
from styrmodell.report.table import Table

FUNCTIONS = {rule.key: rule.excel for rule in RULES.values() if rule.excel is not None}
_BLOCK = 20
SETTING = Setting(report="prov.region", unit=ROOT, period=MONTHS[0])


def make_edition(*tables: Table) -> Edition:
    """*tables* as a document about to be written."""
    return Edition(
        report=SETTING.report,
        document=Document(title="Region", blocks=tables),
        unit_name="Regionen",
        period=SETTING.period,
        as_of=date(2026, 1, 31),
    )


def compute(table: Table) -> Table:
    """*table* with every cell computed."""
    for cell in table.cells():
        assert cell.explanation is not None
    return table


def make_figures(rows: int, columns: int) -> Table:
    """Reported figures only: each cell is one observation of one unit."""
    plan = make_full_plan(rows, columns)
    first = plan.observations[::columns]
    lines = (
        Row(key=f"r{number}", label=f"Rad {number}", cell=ref(observation.measure_id, unit=observation.unit_id))
        for number, observation in enumerate(first)
    )
    return _table(plan, tuple(lines), _months(columns))


def make_fold_spec(plan: Plan, rows: int, columns: int, units: int = 10) -> TableSpec:
    """Sums over the units below: rows are measures by unit, columns months."""
    known, measures = plan.units[:units], plan.measures
    lines = tuple(
        Row(
            key=f"r{number}",
            label=f"{known[number % units].name}, {measures[number // units].name}",
            cell=ref(measures[number // units].id, unit=known[number % units].id),
        )
        for number in range(rows)
    )
    return _spec(lines, _months(columns))


def make_formulas(plan: Plan, rows: int) -> Table:
    """Blocks of sums with a total below each, and two columns computed from the others."""
    lines: list[Row] = []
    while len(lines) < rows:
        number = len(lines)
        parts = [
            Row(
                key=f"r{number + place}",
                label=f"Rad {number + place}",
                cell=ref(plan.measures[(number + place) % len(plan.measures)].id, unit=plan.units[place % 9].id),
            )
            for place in range(_BLOCK - 1)
        ]
        whole = Row(key=f"t{number}", label="Summa", level="total", cell=total(row(part.key) for part in parts))
        lines += [*parts, whole]
    months = _months(3)
    first, second = months[0].key, months[1].key
    difference = Column(key="skillnad", label="Skillnad", cell=column(second) - column(first))
    share = Column(key="andel", label="Andel", cell=column(second) / column(first))
    return _table(plan, tuple(lines), (*months, difference, share))


def _months(count: int) -> tuple[Column, ...]:
    return tuple(
        Column(key=f"m{number}", label=MONTHS[number].text, period=MONTHS[number], kind=Kind.OUTCOME)
        for number in range(count)
    )


def _table(plan: Plan, rows: tuple[Row, ...], columns: tuple[Column, ...]) -> Table:
    evaluator = Evaluator(index=build_index(plan), rules=RULES)
    return build_table(_spec(rows, columns), evaluator, SETTING)


def _spec(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> TableSpec:
    return TableSpec(key="tabell", caption="Tabell", row_header="Rad", rows=rows, columns=columns, scale="tkr")
