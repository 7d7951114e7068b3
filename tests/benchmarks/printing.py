"""The table of a run, and on what it was measured."""

import json
import platform
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.benchmarks.timing import Row

_PACKAGES = (
    "styrmodell",
    "attrs",
    "cattrs",
    "click",
    "docxtpl",
    "Jinja2",
    "lxml",
    "python-docx",
    "PyYAML",
    "XlsxWriter",
)
_STEP, _GOAL, _RATIO, _TIME = 54, 9, 22, 12


def head_text() -> str:
    """The headings."""
    words = f"{'step':<{_STEP}}{'goal':<{_GOAL}}{'ratio (min–max)':<{_RATIO}}{'ours ms':>{_TIME}}{'plain ms':>{_TIME}}"
    return f"{words}   met  note"


def row_text(row: Row) -> str:
    """One line: step, goal, ratio as the median of the rounds' ratios, milliseconds of both."""
    met = {True: "yes", False: "NO", None: ""}[row.is_met]
    plain = _ms(row.plain) if row.plain else ""
    return (
        f"{row.step:<{_STEP}}{_goal(row):<{_GOAL}}{_ratio(row.ratios):<{_RATIO}}{_ms(row.ours):>{_TIME}}{plain:>{_TIME}}"
        f"   {met:<3}  {row.note}"
    ).rstrip()


def _goal(row: Row) -> str:
    if row.limit is None:
        return ""
    return f"≤ {row.limit:g} {row.unit}" if row.per else f"≤ {row.limit:g}×"


def _ratio(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})" if ratios else ""


def _ms(times: Sequence[float]) -> str:
    middle = median(times)
    return f"{middle:.2f}" if middle < 10 else f"{middle:.0f}"


def facts() -> dict[str, str]:
    """Versions of Python and of the packages measured: what the ratios depend on, whatever the machine."""
    known = {"python": f"{platform.python_implementation()} {platform.python_version()}", "system": platform.system()}
    return known | {name: version(name) for name in _PACKAGES}


def facts_text() -> str:
    """The same on one line."""
    return ", ".join(f"{name} {text}" for name, text in facts().items())


def write_json(path: Path, rows: Iterable[Row]) -> None:
    """Write every round of every row, for comparing runs."""
    path.write_text(json.dumps({"facts": facts(), "rows": list(_data(rows))}, indent=1, ensure_ascii=False), "utf-8")


def _data(rows: Iterable[Row]) -> Iterator[dict[str, object]]:
    for row in rows:
        yield {
            "step": row.step,
            "limit": row.limit,
            "figure": row.figure,
            "per": row.per,
            "ratios": row.ratios,
            "ours_ms": row.ours,
            "plain_ms": row.plain,
            "note": row.note,
        }
