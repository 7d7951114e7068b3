"""Writing a million plain cells: how much memory the whole process takes at its greatest."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import Options, Row

_ROWS = 100_000
_GOAL_MB = 40
_SCRIPT = """
import re, sys, time
from datetime import date
from decimal import Decimal
from pathlib import Path
from styrmodell.report.excel.plain_book import PlainSheet, stream_sheets
headings = ("Enhet", "Mått", "Period", *(f"Värde {n}" for n in range(6)), "Dag")
def rows(count):
    day = date(2026, 1, 31)
    for n in range(count):
        figures = (Decimal(n * 7 + k) / 4 for k in range(6))
        yield (f"Enhet {n % 3000}", f"Mått {n % 200}", f"2025-{n % 12 + 1:02}", *figures, day)
before = time.process_time()
count = int(sys.argv[2])
sheet = PlainSheet(name="Data", headings=headings, rows=rows(count))
stream_sheets(sys.argv[1], [sheet], title="Data", created=date(2026, 1, 31))
spent = time.process_time() - before
# Not getrusage: a process is born with the greatest size of the one that started it.
most = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(spent, int(most[1]) / 1024)
"""


def run_plain_book(options: Options) -> Iterator[Row]:
    """Megabytes of a process that streams rows to a file, and of one that only has what it takes to begin."""
    if sys.platform != "linux":
        return  # elsewhere the system tells it in other ways, or not at all
    count = _ROWS if options.large else _ROWS // 10
    with TemporaryDirectory() as folder:
        _, bare = _measure(folder, 0)
        spent, most = _measure(folder, count)
    yield Row(
        step=f"xlsx plain {_cells(count)}: RSS MB",
        limit=_GOAL_MB,
        ours=(most,),
        per=1,
        unit="MB",
        note=f"in {spent:.1f} s; an empty sheet {bare:.1f} MB",
    )


def _cells(rows: int) -> str:
    return "1M" if rows == _ROWS else f"{rows // 100}k"


def _measure(folder: str, count: int) -> tuple[float, float]:
    """Seconds and megabytes."""
    command = (sys.executable, "-c", _SCRIPT, str(Path(folder, "data.xlsx")), str(count))
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split()
    return float(told[0]), float(told[1])
