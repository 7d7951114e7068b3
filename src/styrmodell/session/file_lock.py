"""A lock on an open file, which the system lets go of when the process ends, however it ends."""

import errno
import sys

# What file systems answer that have no locks: a run there goes on as if it were alone.
_NO_LOCKS = frozenset(
    {errno.ENOLCK, errno.ENOSYS, errno.EINVAL, *(getattr(errno, name, 0) for name in ("ENOTSUP", "EOPNOTSUPP"))}
)

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def try_lock(handle: int) -> bool:
    """Whether the open file *handle* is this run's alone now; at once, without waiting."""
    try:
        _lock(handle)
    except OSError as error:
        return error.errno in _NO_LOCKS
    return True
