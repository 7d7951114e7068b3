"""Run benchmarks: python tests/benchmarks/run.py [NAME…] [--rounds N] [--large] [--json FILE].

Each line is a step done our way and the plain way in turn, in one process, with a check that both gave the same.
No time fails a run: times are for reading.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(args: list[str] | None = None) -> None:
    """Run the benchmarks named, or all."""
    # Run as a file, Python looks beside it only; these need the folder above tests.
    sys.path.insert(0, str(ROOT))
    from tests.benchmarks.printing import facts_text, head_text, row_text, write_json
    from tests.benchmarks.steps import BENCHMARKS
    from tests.benchmarks.timing import Options, Row

    parser = argparse.ArgumentParser(description="Measure each step against the plain way to do it.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}; all when left out")
    parser.add_argument("--rounds", type=int, default=Options().rounds, help="how often each variant is timed")
    parser.add_argument("--large", action="store_true", help="the slow sizes too")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every round of every line")
    given = parser.parse_args(args)
    unknown = set(given.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"no benchmark called {', '.join(sorted(unknown))}")
    options = Options(rounds=given.rounds, large=given.large)
    rows: list[Row] = []
    print(head_text())
    for name in given.names or BENCHMARKS:
        for row in BENCHMARKS[name](options):
            print(row_text(row), flush=True)
            rows.append(row)
    print(f"\n{facts_text()}")
    if given.json is not None:
        write_json(given.json, rows)


if __name__ == "__main__":
    main()
