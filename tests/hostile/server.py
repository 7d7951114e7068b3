"""Runs commands of the program one at a time, each in a child with bounds of its own: python tests/hostile/server.py.

Reads one order a line on stdin and answers each with one line on stdout, both JSON. The program is loaded once; a child
is a fork of it, so that an order costs what its work costs. Linux and macOS only: Windows has neither fork nor bounds.
"""

import json
import os
import resource
import signal
import sys
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from time import perf_counter
from typing import Any

from styrmodell.cli.main import main, run
from styrmodell.report.engines import docx_engine, docxtpl_engine, jinja_engine, lxml_engine, xlsxwriter_engine

_WARM = (
    ("styrmodell.toml", '[workspace]\nformat = 1\nname = "X"\nas_of = 2020-01-01\nfiles = ["*.yaml"]\n'),
    ("plan.yaml", "plan: {unit: rlf, period: 2020}\nunits: [{id: rlf, name: RLF}]\n"),
)


def run_order(order: dict[str, Any]) -> dict[str, Any]:
    """Run one command in a child; its exit code, or minus the signal that ended it, what it said and what it took."""
    began = perf_counter()
    child = os.fork()
    if not child:
        _be_child(order)
    _, status, used = os.wait4(child, 0)
    folder = Path(order["folder"])
    return {
        "exit": os.waitstatus_to_exitcode(status),
        "stdout": (folder / "stdout").read_text("utf-8", "replace"),
        "stderr": (folder / "stderr").read_text("utf-8", "replace"),
        "seconds": round(perf_counter() - began, 3),
        "cpu": round(used.ru_utime + used.ru_stime, 3),
        "megabytes": round(used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024), 1),
    }


def _be_child(order: dict[str, Any]) -> None:
    """Never returns. The alarm ends a child that waits, the bound of address space one that grows."""
    bound = order["megabytes"] * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(order["seconds"])
    for name, number in (("stdout", 1), ("stderr", 2)):
        os.dup2(os.open(Path(order["folder"]) / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.chdir(order["folder"])
    code = 1
    try:
        main(order["args"])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        sys.stdout.flush()
        os._exit(code)


def _warm() -> None:
    """Load what commands load when they are first used, plugins among it, so that no child has to."""
    for load in (docx_engine, docxtpl_engine, jinja_engine, lxml_engine, xlsxwriter_engine):
        load()
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        for name, text in _WARM:
            (Path(folder) / name).write_text(text, encoding="utf-8")
        run(["check", folder])


def serve() -> None:
    """Answer orders until stdin ends."""
    _warm()
    for line in sys.stdin:
        print(json.dumps(run_order(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
