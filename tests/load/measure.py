"""What a command takes: time, processor time and memory of a process of its own."""

import os
import resource
import subprocess
import sys
import tempfile
from time import perf_counter

from attrs import frozen

_TOLD = 400
_GB = 1 << 30


@frozen(kw_only=True)
class Used:
    """What a process took.

    Attributes:
        wall: Seconds by the clock.
        cpu: Seconds of processor time, its own and the system's for it.
        memory: The greatest resident size, MB.
        code: What it ended with.
        told: The end of what it wrote on stderr.
    """

    wall: float
    cpu: float
    memory: float
    code: int
    told: str


def limit_memory(gigabytes: int) -> None:
    """Let neither this process nor those it starts have more than so much address space: others use the machine too."""
    resource.setrlimit(resource.RLIMIT_AS, (gigabytes * _GB, gigabytes * _GB))


def measure(command: tuple[str, ...]) -> Used:
    """Run styrmodell with *command*.

    Its memory is what the system noted for that very process. A process is born with the greatest size of the one that
    started it: this one must stay small.
    """
    with tempfile.TemporaryFile() as told:
        start = perf_counter()
        process = subprocess.Popen(
            (sys.executable, "-m", "styrmodell", *command), stdout=subprocess.DEVNULL, stderr=told
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)  # it is waited for: subprocess need not
        told.seek(0)
        words = told.read().decode("utf-8", "replace")[-_TOLD:].strip()
    # In kB on Linux; macOS tells bytes.
    memory = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    return Used(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=memory,
        code=process.returncode,
        told=words,
    )
