"""Writing a file so that the old one is whole until the new one stands in its place."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EILSEQ
from pathlib import Path

# What is not whole yet is hidden, and no input of a workspace.
PREFIX = ".styrmodell-"
_TRIES = 8
_PAUSE_SECONDS = 0.25


def write_atomic(path: Path, data: bytes) -> None:
    """Write *data* to a temporary name beside *path*, then move it there; the folder must be held (hold()).

    A file held open by Excel refuses to be replaced on Windows; it is tried again for two seconds.

    Raises:
        OSError: It cannot be written; what was there before is untouched.
    """
    _require_encodable(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _set_mode(temporary, 0o666)
        _replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a temporary folder beside *path* to write in; it is moved there when the block ends.

    Whatever stops the block leaves nothing at *path*: only a hidden temporary folder, when the process was killed.

    Raises:
        OSError: It cannot be made or moved; when something stands at *path* it is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = tempfile.mkdtemp(prefix=PREFIX, dir=path.parent)
    try:
        yield Path(temporary)
        _set_mode(temporary, 0o777)
        _replace(temporary, path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        with suppress(OSError):
            path.parent.rmdir()  # it goes only when it is empty
        raise


def _require_encodable(path: Path) -> None:
    """A computer in another encoding than UTF-8 has names that it cannot write: that is its fault, and no bug."""
    try:
        os.fsencode(path)
    except UnicodeEncodeError as error:
        raise OSError(EILSEQ, "the name does not fit the encoding of file names", ascii(str(path))) from error


def _set_mode(temporary: str, mode: int) -> None:
    """Give what is new the mode any other gets: it is made for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    Path(temporary).chmod(mode & ~mask)


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
