"""Names in a workbook: sheets and ranges."""

import re
from collections.abc import Iterable

from styrmodell.model.ids import slug
from styrmodell.report.document import Document
from styrmodell.report.excel.text import shorten, visible
from styrmodell.report.formula.basis import BASIS_SHEET
from styrmodell.report.table import Table

CONTENTS_SHEET = "Innehåll"
CHARTS_SHEET = "Diagram"
CHART_DATA_SHEET = "Diagramdata"
DERIVATION_SHEET = "Härledning"
FINDINGS_SHEET = "Iakttagelser"
ACKNOWLEDGED_SHEET = "Kvitterade iakttagelser"
LISTS_SHEET = "Listor"
TEXT_SHEET = "Text"
RESERVED = (
    BASIS_SHEET,
    CONTENTS_SHEET,
    CHARTS_SHEET,
    CHART_DATA_SHEET,
    DERIVATION_SHEET,
    FINDINGS_SHEET,
    ACKNOWLEDGED_SHEET,
    LISTS_SHEET,
    TEXT_SHEET,
    "History",
    "Historik",
)
_SHEET_LIMIT = 31
_UNSAFE = re.compile(r"[\[\]:*?/\\\s\x00-\x1f\x7f-\x9f\ufffd]+")


def sheet_wishes(document: Document) -> list[str]:
    """What the sheets of the tables, then of the chart's own tables, would be called: the appendix or the caption."""
    tables = document.tables()
    alone = document.head.appendix if len(tables) == 1 else ""
    printed = [alone or table.sheet or table.caption or table.key for table in tables]
    return printed + [table.caption or table.key for table in document.chart_tables()]


def unique_sheet_names(wishes: Iterable[str]) -> tuple[str, ...]:
    """Make *wishes* safe; what is taken gets " (2)", " (3)" after it.

    Every name is safe in Excel: at most 31 characters, none of []:*?/\\, no apostrophe at an end, none twice.
    """
    taken = {name.casefold() for name in RESERVED}
    names: list[str] = []
    for wish in wishes:
        stem = _safe(wish)
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            tail = f" ({number})"
            name = _safe(stem, _SHEET_LIMIT - len(tail)) + tail
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _safe(text: str, limit: int = _SHEET_LIMIT) -> str:
    cleaned = _UNSAFE.sub(" ", visible(text)).strip(" '")
    return shorten(cleaned, limit).strip(" '") or "Tabell"


def range_names(tables: Iterable[Table]) -> tuple[str, ...]:
    """A name for each table's range: "tabell_ekonomi"; what is taken gets "_2" after it."""
    names: list[str] = []
    for table in tables:
        stem = "tabell_" + re.sub(r"[^a-z0-9_]", "_", slug(table.key))[:200]
        name, number = stem, 1
        while name in names:
            number += 1
            name = f"{stem}_{number}"
        names.append(name)
    return tuple(names)
