"""The list of cells beside a Word file: which figure stands where, under which id."""

import json
from collections.abc import Iterator

from styrmodell.report.document import Edition
from styrmodell.report.table import Table
from styrmodell.report.table_text import caption_text, column_name


def write_cells(edition: Edition) -> bytes:
    """Every cell of *edition* as JSON (UTF-8), for ``<file>.cells.json``: one object a cell, in the order of ids.

    Each has *id*, *text* as printed (empty where there is no figure by nature), and the texts of its *row*,
    *column* and *table*.
    """
    entries = sorted(
        (entry for table in edition.document.tables() for entry in _entries(table)), key=lambda entry: entry["id"]
    )
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries)
    return f"[\n{lines}\n]\n".encode(errors="replace")


def _entries(table: Table) -> Iterator[dict[str, str]]:
    caption = caption_text(table)
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=False):
            yield {
                "id": cell.id,
                "text": cell.text,
                "row": row.label,
                "column": column_name(column),
                "table": caption,
            }
