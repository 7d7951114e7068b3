"""Commands run within bounds: what each came to, and what it took."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import field, frozen

SERVER = Path(__file__).with_name("server.py")
ROOT = SERVER.parents[2]
# Ends a child that hangs, and one that grows: far above what any case is held to.
KILLED_AFTER = 180
ADDRESS_SPACE = 3_000
_CODE = re.compile(r"^(SM\d{3}|[a-z-]+\.\d+) (?:fel|varning|upplysning)\b", re.MULTILINE)


@frozen(kw_only=True)
class Bounds:
    """What a command may take: ceilings, not measurements. Memory is that of the whole process at its peak."""

    seconds: int = 30
    megabytes: int = 250


BOUNDS = Bounds()


@frozen(kw_only=True)
class Outcome:
    """What a command came to; *exit* is minus the signal that ended it."""

    exit: int
    stdout: str = field(repr=False)
    stderr: str
    seconds: float
    cpu: float
    megabytes: float

    @property
    def codes(self) -> set[str]:
        """The codes of all findings it told, but of patterns that mean no file."""
        return set(_CODE.findall(self.stdout + self.stderr)) - {"SM110"}

    def require_within(self, bounds: Bounds) -> None:
        """Fail unless it ended by itself, told no fault of the program and kept to *bounds*."""
        assert self.exit >= 0, f"ended by signal {-self.exit} after {self.seconds} s"
        assert self.exit != 70
        assert "Traceback" not in self.stderr
        assert self.seconds <= bounds.seconds
        assert self.megabytes <= bounds.megabytes


@frozen(kw_only=True)
class Program:
    """The program, ready to be run many times."""

    process: "subprocess.Popen[str]"

    def run(self, folder: Path, *args: str | Path) -> Outcome:
        """Run the command line with *args* in *folder*, which gets its outputs as files."""
        order = {
            "args": [str(arg) for arg in args],
            "folder": str(folder),
            "seconds": KILLED_AFTER,
            "megabytes": ADDRESS_SPACE,
        }
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return Outcome(**json.loads(self.process.stdout.readline()))


@contextmanager
def open_program() -> Iterator[Program]:
    """The program, loaded once; Linux and macOS only."""
    process = subprocess.Popen(
        [sys.executable, str(SERVER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        yield Program(process=process)
    finally:
        process.communicate()


TOML = '[workspace]\nformat = 1\nname = "Fientlig"\nas_of = 2020-12-01\nfiles = ["plan.yaml", {files}]\n{more}'
PLAN = """plan: {unit: rlf, period: "2020"}
units: [{id: rlf, name: RLF, level: förvaltning}]
measures: [{id: area, name: Area, unit: m2}, {id: pengar, name: Pengar, unit: kr}]
"""


def write_workspace(folder: Path, files: Mapping[str, bytes | str], *, more: str = "", plan: str = PLAN) -> Path:
    """A small sound workspace in *folder*, with *files* among its own."""
    named: Sequence[str] = [name for name in files if name != "styrmodell.toml"]
    toml = TOML.format(files=", ".join(json.dumps(name) for name in named), more=more)
    for name, content in {"styrmodell.toml": toml, "plan.yaml": plan, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
