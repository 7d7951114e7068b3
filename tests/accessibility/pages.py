"""The pages that are looked at: every report and index of every example, every kind of block, charts hard to draw."""

from pathlib import Path

from attrs import evolve
from tests.report.editions import FINDINGS, edition
from tests.report.rich_editions import rich_edition
from tests.report.svg_examples import charts, risk_matrix

from styrmodell.api import load
from styrmodell.report.document import Contents, Edition, Paragraph
from styrmodell.report.flow import Heading
from styrmodell.report.html import write_html
from styrmodell.report.table import Cell, Table, TableCell
from styrmodell.session.run import Order, plan_jobs, run_jobs

ROOT = Path(__file__).parents[2]
# Its figures cannot be read: that is what it shows.
_FAULTY = "felaktig-arbetsbok"
EXAMPLES = tuple(sorted(path.name for path in (ROOT / "examples").iterdir() if path.is_dir() and path.name != _FAULTY))
DRAWN = "svårt-att-rita"
SOURCES = (*EXAMPLES, DRAWN)


def write_pages(source: str, folder: Path) -> tuple[Path, ...]:
    """Write the pages of an example, its index among them; or the hard charts and a page with every kind of block."""
    if source == DRAWN:
        paths = (folder / "diagram.html", folder / "rik.html")
        for path, edition_of in zip(paths, (drawn_edition(), rich_edition()), strict=True):
            path.write_bytes(write_html(edition_of))
        return paths
    workspace = load(ROOT / "examples" / source)
    run_jobs(workspace, plan_jobs(workspace, Order(formats=("html",))), folder)
    return tuple(sorted(folder.glob("*.html")))


def drawn_edition() -> Edition:
    """An edition with every chart of the examples, lists, notes and a draft's findings."""
    text = (
        "# Inledning\n\nText med **vikt**, en [länk](https://example.org) och en not^[Så är det.].\n\n- ett\n  - två\n"
    )
    small = edition(draft=True, findings=FINDINGS)
    own = tuple(evolve(chart, key=name, table=_named(chart.table, name)) for name, chart in charts().items())
    blocks = (Contents(), Paragraph(markdown=text), Heading(text="Diagram"), *own, risk_matrix())
    document = evolve(small.document, blocks=(*blocks, *small.document.blocks), cover=True, numbered=True)
    return evolve(small, document=document)


def _named(table: Table, name: str) -> Table:
    """A copy of *table* with ids of its own: the examples share theirs."""
    rows = tuple(evolve(row, cells=tuple(_cell(cell, name) for cell in row.cells)) for row in table.rows)
    return evolve(table, id=f"{table.id}-{name}", rows=rows)


def _cell(cell: TableCell, name: str) -> TableCell:
    working = cell.explanation
    assert isinstance(cell, Cell)
    return evolve(cell, id=f"{name}/{cell.id}", open=lambda: working)
