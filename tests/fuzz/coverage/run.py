"""Fuzz by coverage: python tests/fuzz/coverage/run.py [NAME…] [--seconds S] [--folder DIR].

atheris (libFuzzer) changes inputs and keeps those that reach code no other input did. It starts from the examples; with
--folder, what was found is kept and the next run goes on from there. Ends with 1 when a target raised, hung or took too
much memory, and prints the input.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[3]
# Run as a file, Python looks beside it only; these need the folder above tests.
sys.path.insert(0, str(ROOT))

from tests.fuzz.coverage.corpus import lay_corpus, write_words
from tests.fuzz.coverage.targets import COVERAGE_TARGETS

_SLOW_SECONDS = 10
_MEGABYTES = 2_048
_ONE = Path(__file__).with_name("one.py")
_STATISTIC = re.compile(r"^stat::(\w+):\s+(\d+)$", re.MULTILINE)
_COVERED = re.compile(r"\bcov: (\d+)")
_SHOWN = 4_000


@frozen(kw_only=True)
class Search:
    """How the search of one target went.

    Attributes:
        runs: Inputs tried.
        units: Inputs that reached something new.
        covered: Places in the code that were reached.
        fault: What was raised and the input, or "".
    """

    runs: int
    units: int
    covered: int
    fault: str


def main(args: list[str] | None = None) -> int:
    """Search the targets named, or all; 1 when some have faults."""
    parser = argparse.ArgumentParser(description="Fuzz styrmodell by coverage.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(COVERAGE_TARGETS)}; all when left out")
    parser.add_argument("--seconds", type=int, default=60, help="time for each target")
    parser.add_argument("--folder", type=Path, help="where inputs are kept; without it they go")
    given = parser.parse_args(args)
    if unknown := set(given.names) - set(COVERAGE_TARGETS):
        parser.error(f"no target called {', '.join(sorted(unknown))}")
    home = given.folder or Path(tempfile.mkdtemp(prefix="styrmodell-atheris-"))
    print(f"{'target':<14}{'seeds':>7}{'inputs':>10}{'new':>7}{'covered':>9}{'faults':>8}")
    faults = []
    for name in given.names or COVERAGE_TARGETS:
        seeds, search = _search(name, home / name, given.seconds)
        counts = f"{search.runs:>10}{search.units:>7}{search.covered:>9}{bool(search.fault):>8}"
        print(f"{name:<14}{seeds:>7}{counts}", flush=True)
        if search.fault:
            faults.append(f"\n{name}\n{search.fault}")
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def _search(name: str, folder: Path, seconds: int) -> tuple[int, Search]:
    """Number of seeds, and what came of them."""
    target = COVERAGE_TARGETS[name]
    inputs = [data[: target.most] for data in target.seeds()]
    seeds = lay_corpus(folder / "seeds", inputs)
    write_words(folder / "words", inputs)
    for part in ("found", "faults"):
        (folder / part).mkdir(exist_ok=True)
    options = {
        "max_total_time": seconds,
        "max_len": target.most,
        "timeout": _SLOW_SECONDS,
        "rss_limit_mb": _MEGABYTES,
        "dict": folder / "words",
        "artifact_prefix": f"{folder / 'faults'}/",
        "print_final_stats": 1,
    }
    command = (sys.executable, str(_ONE), name, *(f"-{key}={value}" for key, value in options.items()))
    log = folder / "log"
    with log.open("wb") as out:
        paths = (str(folder / "found"), str(folder / "seeds"))
        ended = subprocess.run([*command, *paths], check=False, stdout=out, stderr=subprocess.STDOUT)
    return seeds, _read_log(log.read_text(encoding="utf-8", errors="replace"), ended.returncode, folder / "faults")


def _read_log(text: str, code: int, faults: Path) -> Search:
    counts = dict(_STATISTIC.findall(text))
    covered = _COVERED.findall(text)
    return Search(
        runs=int(counts.get("number_of_executed_units", 0)),
        units=int(counts.get("new_units_added", 0)),
        covered=int(covered[-1]) if covered else 0,
        fault=_fault(text, faults) if code else "",
    )


def _fault(text: str, faults: Path) -> str:
    """The traceback as libFuzzer told it, and the input in full."""
    start = max(text.find(" === Uncaught"), text.find("==ERROR"), 0)
    newest = max(faults.iterdir(), key=lambda path: path.stat().st_mtime, default=None)
    shown = f"\ninput {newest}: {newest.read_bytes()!r}" if newest is not None else ""
    return text[start : start + _SHOWN] + shown


if __name__ == "__main__":
    sys.exit(main())
