"""Fuzz the readers: python tests/fuzz/run.py [NAME…] [--count N] [--start S] [--jobs J].

Every input is made from its number, so that a fault is found again with --start NUMBER --count 1. What a reader may do
with a spoiled input is to read it or to tell what is wrong; an exception, a long wait or much memory is a fault.
Ends with 1 when there are any.
"""

import argparse
import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Run as a file, Python looks beside it only; these need the folder above tests.
sys.path.insert(0, str(ROOT))

from tests.fuzz.targets import READERS
from tests.fuzz.trial import Fault, Tally, try_numbers

_PART = 2_500
_SHOWN = 400


def main(args: list[str] | None = None) -> int:
    """Fuzz the targets named, or all; the number of those that have faults."""
    parser = argparse.ArgumentParser(description="Fuzz the readers of styrmodell.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(READERS)}; all when left out")
    parser.add_argument("--count", type=int, default=2_000, help="inputs a target")
    parser.add_argument("--start", type=int, default=0, help="number of the first input")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    given = parser.parse_args(args)
    if unknown := set(given.names) - set(READERS):
        parser.error(f"no target called {', '.join(sorted(unknown))}")
    faults: list[Fault] = []
    print(
        f"{'target':<13}{'inputs':>8}{'told':>8}{'not':>8}{'mean ms':>9}{'slowest ms':>11}{'peak MB':>8}{'faults':>7}"
    )
    for tally in _tallies(given.names or list(READERS), given):
        print(_line(tally), flush=True)
        faults += tally.faults
    for fault in sorted(faults, key=lambda fault: (fault.target, fault.number)):
        print(f"\n{fault.target} {fault.number}: {fault.what}\n  {fault.data[:_SHOWN]!r} ({len(fault.data)} bytes)")
    return 1 if faults else 0


def try_part(name: str, numbers: range) -> Tally:
    """One part of a target, in a process of its own."""
    return try_numbers(name, READERS[name], numbers)


def _tallies(names: list[str], given: argparse.Namespace) -> Iterator[Tally]:
    """The figures of each target, as it is done; each part has a new process, so that its memory is its own."""
    end = given.start + given.count
    parts = {name: [range(n, min(n + _PART, end)) for n in range(given.start, end, _PART)] for name in names}
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(given.jobs, mp_context=context, max_tasks_per_child=1) as pool:
        waiting = {pool.submit(try_part, name, part): name for name in names for part in parts[name]}
        sums = {name: Tally(target=name) for name in names}
        left = {name: len(parts[name]) for name in names}
        for done in as_completed(waiting):
            name = waiting[done]
            sums[name].add(done.result())
            left[name] -= 1
            if not left[name]:
                yield sums[name]


def _line(tally: Tally) -> str:
    mean = 1000 * tally.seconds / max(tally.inputs, 1)
    silent = tally.inputs - tally.told - len(tally.faults)
    return (
        f"{tally.target:<13}{tally.inputs:>8}{tally.told:>8}{silent:>8}{mean:>9.1f}{1000 * tally.slowest:>11.0f}"
        f"{tally.megabytes:>8.0f}{len(tally.faults):>7}   slowest: {tally.slowest_number}"
    )


if __name__ == "__main__":
    sys.exit(main())
