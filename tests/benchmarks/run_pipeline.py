"""End to end: 100 000 figures in a file → Word with 500 rows and Excel with 20 000 cells, and each step of it."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import openpyxl
from attrs import evolve, frozen
from tests.benchmarks.editions import FUNCTIONS, SETTING, compute, make_edition, make_fold_spec
from tests.benchmarks.plain_fold import fold_by_hand
from tests.benchmarks.plain_pipeline import (
    Figures,
    Lines,
    add_to_ancestors,
    load_csv,
    load_json,
    write_excel_by_hand,
    write_word_by_hand,
)
from tests.benchmarks.plain_word import read_table
from tests.benchmarks.region import MONTHS, ROOT, Rules, make_measures, make_units
from tests.benchmarks.run_csv import make_csv
from tests.benchmarks.run_csv import read_ours as read_our_csv
from tests.benchmarks.run_fold import RULES
from tests.benchmarks.run_json import make_json, read_by_hand
from tests.benchmarks.run_json import read_ours as read_our_json
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same, spend_in_turn

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.batch import paused_collector
from styrmodell.model.kind import Kind
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan
from styrmodell.model.table_spec import TableSpec
from styrmodell.model.unit import Unit
from styrmodell.report.build import build_table
from styrmodell.report.document import Edition
from styrmodell.report.excel import write_excel
from styrmodell.report.table import Table
from styrmodell.report.word import write_word

_COUNT = 100_000
_FEW_ROUNDS = 3
# How much of the hand-written way the design lets each part take: objects, fold, docx, xlsx.
_PARTS = (1.3, 1.25, 0.55, 1.2)
# The way compared with keeps no source, coverage, age or working of any figure. The design's goal is 0.65 of it; its
# own goals for the parts make 1.08–1.26, as the line below the whole tells: docs/explanation/hastighet.md.
_WHOLE = 1.08
_RULES = Rules(sums=200, ratios=0, latest=0)
_WORD, _EXCEL = (500, 5), (2_000, 10)


@frozen(kw_only=True)
class Task:
    """What both ways are given.

    Attributes:
        read: Reads the figures as we do.
        read_plainly: Reads them in the plain way.
        plan: The plan without its figures.
        word: The table for Word, as a definition; *word_lines* is the same for the plain way.
    """

    read: Callable[[], tuple[Observation, ...]]
    read_plainly: Callable[[], Figures]
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
    """The whole from a saved plan, its steps one by one, and the whole from CSV."""
    few = Options(rounds=min(options.rounds, _FEW_ROUNDS))
    saved = make_json(_COUNT, rules=_RULES, kinds=(Kind.OUTCOME,))
    task = _make_task(lambda: read_our_json(saved), lambda: load_json(saved))
    yield _whole(task, few, "JSON", _WHOLE)
    yield _part_goals(task, saved, few)
    yield from _steps(task, few)
    written = make_csv(_COUNT, rules=_RULES, kinds=("utfall",))
    yield _whole(_make_task(lambda: read_our_csv(written), lambda: load_csv(written.data)), few, "CSV", None)


def _whole(task: Task, options: Options, name: str, limit: float | None) -> Row:
    _require_same_output(task)
    return compare(
        f"100k {name} → docx + xlsx 20k / plain",
        limit,
        make_variant(_ours, task),
        make_variant(_plain, task),
        options,
        note="values without formulas above 5 000 figures, imports left out",
    )


def _part_goals(task: Task, saved: bytes, options: Options) -> Row:
    """What the design's own goals for the parts make as a whole: each part by hand, times what it may take of that."""
    plan = evolve(task.plan, observations=read_by_hand(saved))
    months = {place[2] for _, places in task.excel_lines for place in places}
    asked = evolve(plan, observations=tuple(one for one in plan.observations if one.period.text in months))
    sums = add_to_ancestors(task.read_plainly(), task.units)
    folded = fold_by_hand(asked)
    places = [place for _, line in task.excel_lines for place in line]
    found = [folded.get((measure, period, unit), (None,))[0] for measure, unit, period in places]
    require_same("cells by hand", found, [sums.get(place) for place in places])
    *parts, plain = spend_in_turn(
        options.rounds,
        make_variant(read_by_hand, saved),
        make_variant(fold_by_hand, asked),
        make_variant(write_word_by_hand, sums, _head(task.word), task.word_lines),
        make_variant(write_excel_by_hand, sums, _head(task.excel), task.excel_lines),
        make_variant(_plain, task),
    )
    goals = tuple(
        sum(goal * spent for goal, spent in zip(_PARTS, spends, strict=True)) for spends in zip(*parts, strict=True)
    )
    return Row(
        step="  the design's goals for its parts, added up / plain",
        limit=None,
        ours=goals,
        plain=plain,
        note="1.3 × objects by hand, 1.25 × fold of the months asked, 0.55 × docxtpl, 1.2 × XlsxWriter",
    )


def _steps(task: Task, options: Options) -> Iterator[Row]:
    plan, figures = evolve(task.plan, observations=task.read()), task.read_plainly()
    sums = add_to_ancestors(figures, task.units)
    yield compare(
        "  of which: load",
        None,
        Variant(run=lambda _: task.read()),
        Variant(run=lambda _: task.read_plainly()),
        options,
    )
    yield compare(
        "  of which: index and 22 500 cells / all sums",
        None,
        Variant(run=lambda _: _computed(task, plan)),
        make_variant(add_to_ancestors, figures, task.units),
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


def _computed(task: Task, plan: Plan) -> list[Table]:
    with paused_collector():  # as a render does
        return [compute(table) for table in _tables(task, plan)]


def _write_excel(edition: Any) -> bytes:
    assert isinstance(edition, Edition)
    return write_excel(edition, FUNCTIONS)


def _make_task(read: Callable[[], tuple[Observation, ...]], read_plainly: Callable[[], Figures]) -> Task:
    plan = Plan(unit_id=ROOT, period=MONTHS[0], units=make_units(), measures=make_measures(_RULES))
    specs = [make_fold_spec(plan, *size) for size in (_WORD, _EXCEL)]
    word_lines, excel_lines = (_lines(spec) for spec in specs)
    return Task(
        read=read,
        read_plainly=read_plainly,
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
    word, excel = _computed(task, evolve(task.plan, observations=task.read()))
    return write_word(make_edition(word)), write_excel(make_edition(excel), FUNCTIONS)


def _tables(task: Task, plan: Plan) -> tuple[Table, Table]:
    evaluator = Evaluator(index=build_index(plan), rules=RULES)
    return build_table(task.word, evaluator, SETTING), build_table(task.excel, evaluator, SETTING)


def _plain(task: Task) -> tuple[bytes, bytes]:
    sums = add_to_ancestors(task.read_plainly(), task.units)
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
