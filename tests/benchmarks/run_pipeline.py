"""End to end: 100 000 figures in CSV → Word with 500 rows and Excel with 20 000 cells, and each step of it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import openpyxl
from attrs import evolve, frozen
from tests.benchmarks.editions import FUNCTIONS, SETTING, compute, make_edition, make_fold_spec
from tests.benchmarks.plain_pipeline import (
    Lines,
    add_to_ancestors,
    load_by_hand,
    load_with_cattrs,
    write_excel_by_hand,
    write_word_by_hand,
)
from tests.benchmarks.plain_word import read_table
from tests.benchmarks.region import MONTHS, ROOT, Rules, make_measures, make_units
from tests.benchmarks.run_csv import CsvFile, make_csv, read_ours
from tests.benchmarks.run_fold import RULES
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import TableSpec
from styrmodell.model.unit import Unit
from styrmodell.report.build import build_table
from styrmodell.report.document import Edition
from styrmodell.report.excel import write_excel
from styrmodell.report.table import Table
from styrmodell.report.word import write_word

Load = Callable[[bytes], list[dict[str, str]]]
_COUNT = 100_000
_FEW_ROUNDS = 3
_RULES = Rules(sums=200, ratios=0, latest=0)
_WORD, _EXCEL = (500, 5), (2_000, 10)


@frozen(kw_only=True)
class Task:
    """What both ways are given.

    Attributes:
        plan: The plan without its figures.
        word: The table for Word, as a definition; *word_lines* is the same for the plain way.
    """

    written: CsvFile
    plan: Plan
    word: TableSpec
    excel: TableSpec
    word_lines: Lines
    excel_lines: Lines

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units, for the plain way."""
        return self.plan.units


def run_pipeline(options: Options) -> Iterator[Row]:
    """The whole, then its steps one by one."""
    task = _make_task()
    _require_same_output(task)
    few = Options(rounds=min(options.rounds, _FEW_ROUNDS))
    for name, load, limit in (("rows as dicts", load_by_hand, None), ("checked objects", load_with_cattrs, 0.65)):
        yield compare(
            f"100k CSV → docx + xlsx 20k / plain, {name}",
            limit,
            make_variant(_ours, task),
            make_variant(_plain, task, load),
            few,
            note="values without formulas above 5 000 figures, imports left out",
        )
    yield from _steps(task, few)


def _steps(task: Task, options: Options) -> Iterator[Row]:
    found, rows = read_ours(task.written), load_by_hand(task.written.data)
    plan = evolve(task.plan, observations=found)
    sums = add_to_ancestors(rows, task.units)
    yield compare(
        "  of which: load",
        None,
        make_variant(read_ours, task.written),
        make_variant(load_by_hand, task.written.data),
        options,
    )
    yield compare(
        "  of which: index and 22 500 cells / all sums",
        None,
        Variant(run=lambda _: [compute(table) for table in _tables(task, plan)]),
        make_variant(add_to_ancestors, rows, task.units),
        options,
    )
    edition = make_edition(compute(_tables(task, plan)[0]))
    yield compare(
        "  of which: docx",
        None,
        make_variant(write_word, edition),
        make_variant(write_word_by_hand, sums, _head(task.word), task.word_lines),
        options,
    )
    yield compare(
        "  of which: xlsx",
        None,
        # Made anew each round: a workbook opens the figures' workings, and they stay open.
        Variant(prepare=lambda: make_edition(compute(_tables(task, plan)[1])), run=_write_excel),
        make_variant(write_excel_by_hand, sums, _head(task.excel), task.excel_lines),
        options,
    )


def _write_excel(edition: Any) -> bytes:
    assert isinstance(edition, Edition)
    return write_excel(edition, FUNCTIONS)


def _make_task() -> Task:
    units, measures = make_units(), make_measures(_RULES)
    plan = Plan(unit_id=ROOT, period=MONTHS[0], units=units, measures=measures)
    specs = [make_fold_spec(plan, *size) for size in (_WORD, _EXCEL)]
    word_lines, excel_lines = (_lines(spec) for spec in specs)
    return Task(
        written=make_csv(_COUNT, rules=_RULES, kinds=("utfall",)),
        plan=plan,
        word=specs[0],
        excel=specs[1],
        word_lines=word_lines,
        excel_lines=excel_lines,
    )


def _lines(spec: TableSpec) -> Lines:
    cells: list[Any] = [row.cell for row in spec.rows]
    periods = [str(column.period) for column in spec.columns]
    return [
        (row.label, [(cell.measure, cell.unit, period) for period in periods])
        for row, cell in zip(spec.rows, cells, strict=True)
    ]


def _head(spec: TableSpec) -> list[str]:
    return [spec.row_header, *(column.label for column in spec.columns)]


def _ours(task: Task) -> tuple[bytes, bytes]:
    word, excel = _tables(task, evolve(task.plan, observations=read_ours(task.written)))
    return write_word(make_edition(word)), write_excel(make_edition(excel), FUNCTIONS)


def _tables(task: Task, plan: Plan) -> tuple[Table, Table]:
    evaluator = Evaluator(index=build_index(plan), rules=RULES)
    return build_table(task.word, evaluator, SETTING), build_table(task.excel, evaluator, SETTING)


def _plain(task: Task, load: Load = load_by_hand) -> tuple[bytes, bytes]:
    sums = add_to_ancestors(load(task.written.data), task.units)
    word = write_word_by_hand(sums, _head(task.word), task.word_lines)
    return word, write_excel_by_hand(sums, _head(task.excel), task.excel_lines)


def _require_same_output(task: Task) -> None:
    (word, excel), (plain_word, plain_excel) = _ours(task), _plain(task)
    require_same("Word table", read_table(word), read_table(plain_word))
    require_same("Excel table", _read_figures(excel), _read_figures(plain_excel))


def _read_figures(workbook: bytes) -> list[tuple[object, ...]]:
    """The rows of the first sheet that are as wide as the table, below the headings."""
    sheet = openpyxl.load_workbook(BytesIO(workbook), data_only=True).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    first = next(place for place, row in enumerate(rows) if row[0] == "Rad") + 1
    return rows[first : first + _EXCEL[0]]
