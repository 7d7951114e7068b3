"""How much memory a fold of all cells takes: whole processes, at their greatest."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import Options, Row

_ROOT = Path(__file__).resolve().parents[2]
_COUNTS = (100_000, 1_000_000)
_SCRIPT = """
import re, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.benchmarks.region import EVERY_RULE, make_plan
from tests.benchmarks.run_fold import fold_bulk
plan = make_plan(int(sys.argv[2]), EVERY_RULE)
before = time.process_time()
cells = sum(len(rows) for _, rows in fold_bulk(plan)) if sys.argv[3] == "fold" else 0
spent = time.process_time() - before
# Not getrusage: a process is born with the greatest size of the one that started it.
most = re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())
print(spent * 1000, cells, int(most[1]) / 1024)
"""


def run_memory(options: Options) -> Iterator[Row]:
    """The greatest resident size of a process that folds, beside that of one that only has the plan."""
    if sys.platform != "linux":
        return  # elsewhere the system tells it in other ways, or not at all
    for count in _COUNTS if options.large else _COUNTS[:1]:
        _, _, bare = _measure(count, "plan")
        spent, cells, folded = _measure(count, "fold")
        note = f"{folded:.0f} MB for {cells:.0f} cells kept; the plan alone {bare:.0f} MB"
        yield Row(step=f"memory of a fold of {count // 1000}k figures", limit=None, ours=(spent,), note=note)


def _measure(count: int, what: str) -> tuple[float, float, float]:
    """Milliseconds, cells and megabytes."""
    command = (sys.executable, "-c", _SCRIPT, str(_ROOT), str(count), what)
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.split()
    return float(told[0]), float(told[1]), float(told[2])
