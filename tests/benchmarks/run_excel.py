"""Writing workbooks: our writer against the very same calls of XlsxWriter, made directly."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import xlsxwriter
from tests.benchmarks.editions import FUNCTIONS, compute, make_edition, make_figures, make_formulas
from tests.benchmarks.recording import make_script, record
from tests.benchmarks.region import Rules, make_plan
from tests.benchmarks.timing import Options, Row, Variant, compare, make_variant, require_same

from styrmodell.report.document import MOST_EXPLAINED, Edition
from styrmodell.report.excel import write_excel
from styrmodell.report.table import Table

_COLUMNS = 10
# 5 000 figures have Härledning and may have formulas; above that they are values alone.
_ROWS, _MANY_ROWS = (500, 800), 10_000
_FORMULA_ROWS = 1_000
_FORMULA_PLAN = 20_000


def run_excel(options: Options) -> Iterator[Row]:
    """Reported figures already computed, then formulas; whole workbooks, Härledning and all."""
    for rows in (*_ROWS, _MANY_ROWS) if options.large else _ROWS:
        yield from _plain_figures(rows, options)
    yield from _formulas(options)


def _plain_figures(rows: int, options: Options) -> Iterator[Row]:
    table = compute(make_figures(rows, _COLUMNS))
    edition = make_edition(table)
    script = make_script(record(lambda: _write(edition)))
    require_same("workbook", _write(edition), script.play())
    is_explained = rows * _COLUMNS <= MOST_EXPLAINED
    yield compare(
        f"xlsx, {rows * _COLUMNS} figures computed / same calls",
        1.2 if is_explained else None,
        make_variant(_write, edition),
        make_variant(script.play),
        options,
        note=f"{script.recording.cells} cells, with those of Härledning where it is",
    )
    yield compare(
        f"xlsx, {rows * _COLUMNS} figures / a bare sheet of them",
        # Values alone are what one writes by hand, exact numbers made into floats and all.
        None if is_explained else 1.2,
        make_variant(_write, edition),
        make_variant(_write_bare, table),
        options,
        note="what the look, and Härledning where it is, cost",
    )


def _formulas(options: Options) -> Iterator[Row]:
    plan = make_plan(_FORMULA_PLAN, Rules(sums=50, ratios=0, latest=0))
    edition = make_edition(compute(make_formulas(plan, _FORMULA_ROWS)))
    script = make_script(record(lambda: _write(edition)))
    require_same("workbook with formulas", _write(edition), script.play())
    formulas = sum(call.name == "write_formula" for call in script.recording.calls)
    note = f"{formulas} formulas, {script.recording.cells} cells"
    direct = make_variant(script.play)
    yield compare(
        "xlsx, formulas, computed before / same calls",
        None,
        make_variant(_write, edition),
        direct,
        options,
        note,
    )
    fresh = Variant(prepare=lambda: make_edition(make_formulas(plan, _FORMULA_ROWS)), run=_write)
    yield compare("xlsx, computed and formula cells / same calls", 3, fresh, direct, options, note)


def _write(edition: Any) -> bytes:
    assert isinstance(edition, Edition)
    return write_excel(edition, FUNCTIONS)


def _write_bare(table: Table) -> bytes:
    """The table alone, as one writes it by hand: labels and numbers in one format."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        look = workbook.add_format({"num_format": "#,##0"})
        for number, row in enumerate(table.rows, 1):
            sheet.write_string(number, 0, row.label)
            for column, cell in enumerate(row.cells, 1):
                sheet.write_number(number, column, float(cell.figure or 0), look)
    return target.getvalue()
