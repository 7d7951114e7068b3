"""Load: python tests/load/run.py [--units N] [--margin M] [--memory GB] [--format F]…

Makes workspaces of an eighth, a quarter, a half and the whole of the size, each in a temporary folder, and runs check
and render on them, each in a process of its own. Prints time and memory, and how they grow from one size to the next.
No time is judged: a machine is as fast as it is. Growth is: twice as much must not take more than twice the time and
memory and a margin. Ends with 1 when it does, or when a figure of the report is not the sum of what was written.
"""

import argparse
import shutil
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Run as a file, Python looks beside it only; these need the folder above tests.
sys.path.insert(0, str(ROOT))

from tests.load.growth import Measured, faults_of, growth_text, head_text, row_text
from tests.load.measure import limit_memory, measure
from tests.load.printed import printed_sums
from tests.load.region import Size, make_workspace

_PARTS = (8, 4, 2, 1)
_UNITS = 1_000
_FORMATS = ("xlsx", "docx", "html")


def main(args: list[str] | None = None) -> int:
    """Measure the sizes; the number of faults."""
    given = _parser().parse_args(args)
    limit_memory(given.memory)
    print(head_text())
    measured: list[Measured] = []
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="styrmodell-last-") as temporary:
        for part in _PARTS:
            size = Size(units=given.units // part, measures=given.measures, months=given.months)
            folder = Path(temporary) / str(size.units)
            measured += _measured(size, folder, given.format or _FORMATS, faults)
            shutil.rmtree(folder)
    print("\n".join(("", *growth_text(measured))))
    faults += faults_of(measured, given.margin)
    print("\n".join(("", *faults)) if faults else f"\ngrowth per doubling is at most 2 × {given.margin:g}")
    return len(faults)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure check and render of large workspaces.")
    parser.add_argument("--units", type=int, default=_UNITS, help="units that report, at the whole size")
    parser.add_argument("--measures", type=int, default=Size(units=1).measures)
    parser.add_argument("--months", type=int, default=Size(units=1).months)
    parser.add_argument("--margin", type=float, default=1.25, help="how much more than twice a doubling may take")
    parser.add_argument("--memory", type=int, default=12, metavar="GB", help="address space that a process may have")
    parser.add_argument("--format", action="append", choices=_FORMATS, help="of the report; all when left out")
    return parser


def _measured(size: Size, folder: Path, formats: tuple[str, ...], faults: list[str]) -> list[Measured]:
    """Both commands on a workspace of *size*; what is not as it should be goes to *faults*."""
    workspace, out = folder / "yta", folder / "ut"
    sums = make_workspace(workspace, size)
    asked = [word for name in formats for word in ("--format", name)]
    commands = {
        "check": ("check", str(workspace)),
        "render": ("render", str(workspace), "--report", "generic.tabeller", *asked, "--out", str(out)),
    }
    found = []
    for name, command in commands.items():
        used = measure(command)
        found.append(Measured(step=name, observations=size.observations, used=used))
        print(row_text(found[-1]), flush=True)
        if used.code:
            faults.append(f"{name} of {size.observations} figures ended with {used.code}: {used.told}")
    if "xlsx" in formats and not faults:
        faults += _wrong(sums, out / "generic.tabeller.xlsx", size)
    return found


def _wrong(sums: dict[str, Decimal], path: Path, size: Size) -> list[str]:
    printed = printed_sums(path, size.periods[-1])
    wrong = [name for name, amount in sums.items() if printed.get(name) != amount]
    return [f"{name}: printed {printed.get(name)}, written {sums[name]}" for name in wrong]


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
