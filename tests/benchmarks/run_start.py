"""The command line's start: whole processes."""

import subprocess
import sys
import time
from collections.abc import Iterator

from tests.benchmarks.timing import Clock, Options, Row, compare, make_variant, require_same

_OURS = (sys.executable, "-m", "styrmodell", "--help")
_PLAIN = (sys.executable, "-c", "import click")
_LEAST_ROUNDS = 15


def run_start(options: Options) -> Iterator[Row]:
    """`styrmodell --help` against a process that imports click and nothing else."""
    help_text = _run(_OURS)
    require_same("--help names the command render", "render" in help_text, True)
    _run(_PLAIN)
    row = compare(
        "start: --help / import click",
        1.3,
        make_variant(_run, _OURS),
        make_variant(_run, _PLAIN),
        Options(rounds=max(options.rounds, _LEAST_ROUNDS)),
        clock=_children_clock(),
    )
    yield Row(
        step=row.step,
        limit=row.limit,
        ours=row.ours,
        plain=row.plain,
        note=f"fastest {min(row.ours):.0f} / {min(row.plain):.0f} ms",
    )


def _run(command: tuple[str, ...]) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", errors="replace").stdout


def _children_clock() -> Clock:
    """Processor time of ended children where the system tells it finely, else the time of day."""
    if sys.platform == "win32":
        return time.perf_counter
    import resource

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    return spent
