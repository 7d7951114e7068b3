"""Every fault at every point: python tests/faults/run.py [--most N] [--kind KIND]... [COMMAND]...

Prints a table of how many points were tried and how many broke a promise, and what was broken.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from attrs import asdict

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.at_once import PAIRS
from tests.faults.at_once import outcomes as at_once
from tests.faults.commands import COMMANDS
from tests.faults.trial import Outcome, Trial

KINDS = ("kill", "full", "denied")


def tried(trial: Trial, commands: list[str], kinds: list[str], most: int) -> list[Outcome]:
    """All outcomes of faults."""
    outcomes = []
    for name in commands:
        for kind in kinds:
            print(f"{name}: {kind}", file=sys.stderr, flush=True)
            outcomes += trial.outcomes(name, kind, most)
    return outcomes


def table(outcomes: list[Outcome]) -> str:
    """A row a command: points tried and points survived, for each kind."""
    kinds = list(dict.fromkeys(one.kind for one in outcomes))
    lines = ["| kommando | " + " | ".join(kinds) + " |", "|---|" + "---|" * len(kinds)]
    for name in dict.fromkeys(one.command for one in outcomes):
        cells = []
        for kind in kinds:
            own = [one for one in outcomes if (one.command, one.kind) == (name, kind)]
            cells.append(f"{sum(not one.broken for one in own)} av {len(own)}")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    """Try, print, and end with 1 where a promise was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("commands", nargs="*", default=list(COMMANDS))
    parser.add_argument("--most", type=int, default=0, help="points of each command; 0 is all")
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--times", type=int, default=20, help="how often each pair runs at once")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    os.environ.update(LC_ALL="C.UTF-8", LANG="")
    with tempfile.TemporaryDirectory(prefix="fel-") as base:
        trial = Trial(Path(base) / "prov")
        outcomes = tried(trial, asked.commands or list(COMMANDS), asked.kind or list(KINDS), asked.most)
        pairs = {name: list(at_once(trial, name, asked.times)) for name in PAIRS}
    if asked.json:
        print(json.dumps({"outcomes": [asdict(one) for one in outcomes], "pairs": pairs}))
        return 0
    return tell(outcomes, pairs)


def tell(outcomes: list[Outcome], pairs: dict[str, list[tuple[str, ...]]]) -> int:
    """Print what was broken and the table; whether anything was."""
    broken = [(f"{one.command}, {one.kind} {one.at} ({one.event})", one.broken) for one in outcomes if one.broken]
    broken += [(name, wrong) for name, times in pairs.items() for wrong in times if wrong]
    for place, promises in broken:
        print(f"{place}: {'; '.join(promises)[:1500]}")
    print(table(outcomes))
    for name, times in pairs.items():
        print(f"| {name} | {sum(not wrong for wrong in times)} av {len(times)} |")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
