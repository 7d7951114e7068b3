"""A document as a notebook shows it: titles, texts and tables in plain HTML; the full page is the report as html."""

from collections.abc import Iterable, Iterator
from html import escape

from styrmodell.report.flow import Heading, Listing, Prose, Run
from styrmodell.report.table import Table, TableRow


def preview_html(title: str, flow: Iterable[object]) -> str:
    """The parts of *flow* under *title*; all text is escaped, charts and page breaks are left out."""
    return "".join([f"<h1>{escape(title)}</h1>", *(piece for block in flow for piece in _block(block))])


def _block(block: object) -> Iterator[str]:
    if isinstance(block, Heading):
        level = min(block.level + 1, 6)
        yield f"<h{level}>{escape(block.text)}</h{level}>"
    elif isinstance(block, Prose):
        yield f"<p>{_runs(block.runs)}</p>"
    elif isinstance(block, Listing):
        tag = "ol" if block.is_ordered else "ul"
        items = (f"<li>{_runs(item.runs)}{''.join(map(''.join, map(_block, item.lists)))}</li>" for item in block.items)
        yield f"<{tag}>{''.join(items)}</{tag}>"
    elif isinstance(block, Table):
        heads = "".join(
            f"<th scope='col'>{escape(label)}</th>" for label in (block.row_header, *(c.label for c in block.columns))
        )
        rows = "".join(map(_row, block.rows))
        caption = f"<caption>{escape(block.caption)}</caption>"
        yield f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(row: TableRow) -> str:
    cells = "".join(f"<td>{escape(cell.text)}</td>" for cell in row.cells)
    return f"<tr><th scope='row'>{escape(row.label)}</th>{cells}</tr>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(escape(run.figure.text if run.figure is not None else run.text) for run in runs)
