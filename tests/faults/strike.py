"""A fault at the n-th thing that a process does to its files.

Counted are opening for writing, writing, fsync, chmod, renaming, removing, and making and removing a folder. An audit
hook sees the calls just before they are made; writes and fsync, which have no audit event, go through a stand-in. A
write that is struck writes half.
"""

import errno
import os
import sys
from collections.abc import Callable
from io import BufferedWriter
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

KILLED = 137
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CALLS = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "os.link", "os.symlink"}
# What a full disk refuses; moving and removing go on working.
_GROWS = {"open", "write", "fsync", "os.mkdir"}


@frozen
class Fault:
    """What happens.

    Attributes:
        kind: "kill" ends the process there and then; "full" is a disk that is full from then on; "denied" is a file
            that another program holds open: what would be put in the place of the file *name* is refused.
    """

    kind: str
    at: int = 0
    name: str = ""


@define(eq=False)
class Strike:
    """Counts what the process does below *root*, and strikes."""

    root: Path
    fault: Fault
    events: list[tuple[str, str]] = field(factory=list)

    def install(self) -> None:
        """Begin; it cannot be taken away again, so only in a process of its own."""
        sys.addaudithook(self._heard)
        real_fsync, real_fdopen = os.fsync, os.fdopen

        def fsync(handle: int) -> None:
            self._count("fsync")
            real_fsync(handle)

        def fdopen(handle: int, *args: Any, **kwargs: Any) -> Any:
            stream = real_fdopen(handle, *args, **kwargs)
            return _HalfWriter(stream, self._count) if isinstance(stream, BufferedWriter) else stream

        os.fsync, os.fdopen = fsync, fdopen

    def _heard(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if not isinstance(path, int) and flags & _WRITING and self._is_below(path):
                self._count("open")
        elif event in _CALLS and self._is_below(args[0]):
            self._count(event, os.fsdecode(args[1]) if event == "os.rename" else "")

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | bytes | os.PathLike) and self.root in Path(os.fsdecode(path)).absolute().parents

    def _count(self, event: str, target: str = "", half: Callable[[], object] = lambda: None) -> None:
        self.events.append((event, Path(target).name))
        number, fault = len(self.events), self.fault
        if fault.kind == "kill" and number == fault.at:
            half()
            os._exit(KILLED)
        if fault.kind == "full" and number >= fault.at > 0 and event in _GROWS:
            half()
            raise OSError(errno.ENOSPC, "No space left on device")
        if fault.kind == "denied" and event == "os.rename" and Path(target).name == fault.name:
            raise PermissionError(errno.EACCES, "The process cannot access the file", target)


class _HalfWriter:
    """A stream whose write may be struck when half is written."""

    def __init__(self, stream: BufferedWriter, count: Callable[..., None]) -> None:
        self._stream, self._count_event = stream, count

    def write(self, data: bytes) -> int:
        def half() -> None:
            self._stream.write(data[: len(data) // 2])
            self._stream.flush()

        self._count_event("write", half=half)
        return self._stream.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __enter__(self) -> "_HalfWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
