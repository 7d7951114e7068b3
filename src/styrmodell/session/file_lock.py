"""A lock on an open file, which the system lets go of when the process ends, however it ends."""

import errno
from importlib import import_module
from os import name as system
from typing import Any

# What file systems answer that have no locks: a run there goes on as if it were alone.
_NO_LOCKS = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.EINVAL, *(getattr(errno, name, 0) for name in ("ENOTSUP", "EOPNOTSUPP"))}
)
# Each system has its own module of the standard library, and lacks the other's.
_LOCKS: Any = import_module("msvcrt" if system == "nt" else "fcntl")


def _lock(handle: int) -> None:
    if system == "nt":
        _LOCKS.locking(handle, _LOCKS.LK_NBLCK, 1)
    else:
        _LOCKS.flock(handle, _LOCKS.LOCK_EX | _LOCKS.LOCK_NB)


def try_lock(handle: int) -> bool:
    """Whether the open file *handle* is this run's alone now; at once, without waiting."""
    try:
        _lock(handle)
    except OSError as error:
        return error.errno in _NO_LOCKS
    return True
