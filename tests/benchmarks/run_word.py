"""Writing Word and HTML: our writer against docxtpl's loop over table rows."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.editions import compute, make_edition, make_figures
from tests.benchmarks.plain_word import read_table, write_by_template
from tests.benchmarks.timing import Options, Row, compare, make_variant, require_same, spend_in_turn

from styrmodell.api import load
from styrmodell.report.html import write_html
from styrmodell.report.table import Table
from styrmodell.report.word import write_word

ROOT = Path(__file__).parents[2]
_FIGURES = 5
_GOALS = ((500, 0.55), (5_000, 0.22))
_LARGE = (20_000, 0.13)


def run_word(options: Options) -> Iterator[Row]:
    """A table of one label and five figures a row, computed before."""
    for rows, limit in (*_GOALS, _LARGE) if options.large else _GOALS:
        table = compute(make_figures(rows, _FIGURES))
        edition, texts = make_edition(table), printed(table)
        require_same("Word table", read_table(write_word(edition)), texts)
        require_same("docxtpl's table", read_table(write_by_template(texts)), texts)
        yield compare(
            f"docx, {rows} rows × {_FIGURES + 1} / docxtpl",
            limit,
            make_variant(write_word, edition),
            make_variant(write_by_template, texts),
            options,
        )
    if options.large:
        yield _growth(options)


def _growth(options: Options) -> Row:
    large, small = (make_edition(compute(make_figures(rows, _FIGURES))) for rows in (_LARGE[0], _GOALS[1][0]))
    return compare(
        "docx growth: 20 000 / 5 000 rows",
        5,
        make_variant(write_word, large),
        make_variant(write_word, small),
        options,
        note="ours at both sizes",
    )


def run_html(options: Options) -> Iterator[Row]:
    """The same 500 rows as HTML; nothing to compare with."""
    table = compute(make_figures(_GOALS[0][0], _FIGURES))
    edition = make_edition(table)
    written = write_html(edition).decode()
    require_same("last row in HTML", table.rows[-1].label in written, True)
    (spent,) = spend_in_turn(options.rounds, make_variant(write_html, edition))
    yield Row(
        step=f"html, {_GOALS[0][0]} rows × {_FIGURES + 1}", limit=None, ours=spent, note=f"{len(written) // 1000} kB"
    )


def printed(table: Table) -> list[list[str]]:
    """The texts of *table*, headings first."""
    head = [table.row_header, *(column.label for column in table.columns)]
    return [head, *([row.label, *(cell.text for cell in row.cells)] for row in table.rows)]


def run_activities(options: Options) -> Iterator[Row]:
    """The example with 731 activities: its report of them all, eight tables of words, computed before."""
    publisher = load(ROOT / "examples" / "jamtland-harjedalen-fiktiv-2024").require().publisher
    spec = publisher.spec("jamtland-harjedalen.aktiviteter")
    (instance,) = publisher.instances(spec)
    edition = publisher.edition(spec, *instance)
    tables = edition.document.tables()
    texts = [printed(tables[0])[0], *(row for table in tables for row in printed(table)[1:])]
    require_same("activities", len(texts) - 1, 731)
    yield compare(
        f"docx, 731 activities × {len(texts[0])} / docxtpl, one table",
        _GOALS[0][1],
        make_variant(write_word, edition),
        make_variant(write_by_template, texts),
        options,
    )
