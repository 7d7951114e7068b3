"""Writing a file so that the old one is whole until the new one stands in its place."""

import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_TRIES = 8
_PAUSE_SECONDS = 0.25


def write_atomic(path: Path, data: bytes) -> None:
    """Write *data* to a temporary name beside *path*, then move it there.

    A file held open by Excel refuses to be replaced on Windows; it is tried again for two seconds.

    Raises:
        OSError: It cannot be written; what was there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".styrmodell-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _set_mode(temporary)
        _replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _set_mode(temporary: str) -> None:
    """Give the file the mode any new file gets: mkstemp makes it readable by its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    Path(temporary).chmod(0o666 & ~mask)


def _replace(temporary: str, path: Path) -> None:
    for remaining in reversed(range(_TRIES)):
        try:
            Path(temporary).replace(path)
        except PermissionError:
            if not remaining:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return
