"""A command run as a user runs it, and what none may do: end as a bug, show a traceback, hang, or lose a report."""

import contextlib
import io
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen
from hypothesis import HealthCheck, Phase, settings

from styrmodell.cli.exit_code import ExitCode
from styrmodell.cli.main import run

# A few in the ordinary suite, where they guard; the session fuzz_laws looks further. What fails is not shrunk: each try
# is a whole run of commands, and the texts that a command ended with are told.
LAW = settings(
    max_examples=int(os.environ.get("STYRMODELL_FUZZ_EXAMPLES", "3")),
    phases=(Phase.explicit, Phase.generate),
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
_SECONDS = 120
# A report, a file or a plugin's answer that failed: the run goes on, but something raised.
_FAILED = ("SM401", "SM404", "SM448", "SM502", "SM508", "Traceback")


@frozen(kw_only=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str
    seconds: float


def command(*args: object) -> Ended:
    """Run a command, hold it to what none may do, and give what it said."""
    out, err = io.StringIO(), io.StringIO()
    begun = time.perf_counter()
    with _at_most(_SECONDS), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([*map(str, args), "--lang", "sv"])
    ended = Ended(code=code, out=out.getvalue(), err=err.getvalue(), seconds=time.perf_counter() - begun)
    said = f"{ended.out}\n{ended.err}"
    assert code in (ExitCode.OK, ExitCode.FINDINGS, ExitCode.USAGE, ExitCode.CANNOT_READ), f"{code}\n{said}"
    assert not any(word in said for word in _FAILED), said
    assert code == ExitCode.OK or said.strip(), "a fault that nobody was told of"
    return ended


@contextlib.contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Stop what hangs with a traceback of where it stands; Windows has no such alarm."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"still running after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """A workspace of *files*."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
