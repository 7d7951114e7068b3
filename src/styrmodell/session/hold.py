"""Holding a folder: one run at a time writes there, and what a killed run left half done goes."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBUSY
from pathlib import Path

from styrmodell.session.file_lock import try_lock
from styrmodell.session.write import PREFIX

LOCK, BEGUN = f"{PREFIX}lock", f"{PREFIX}begun"
# Ours, and no half-written file: the lock, and the record of what a run had begun to replace.
OWN_NAMES = (LOCK, BEGUN)
# A minute: more than most runs take.
_TRIES, _PAUSE_SECONDS = 240, 0.25


class BusyError(OSError):
    """Another run writes in the folder, and did not end while this one waited."""

    def __init__(self, folder: Path) -> None:
        super().__init__(EBUSY, "another run writes in the folder", str(folder))


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold *folder*, which is made when needed, while the block writes in it.

    Files that a killed run wrote under a temporary name are removed first: nobody else is writing them. A folder that
    was made here and in which nothing was written goes again.

    Raises:
        BusyError: Another run held it for a minute.
        OSError: It cannot be made or written in.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = _take(folder)
        try:
            _tidy(folder)
            yield
        finally:
            _release(folder / LOCK, handle)
    finally:
        if is_new:
            with suppress(OSError):
                folder.rmdir()  # it goes only when it is empty


def _take(folder: Path) -> int:
    for remaining in reversed(range(_TRIES)):
        handle = _open(folder / LOCK)
        if try_lock(handle) and _is_at(folder / LOCK, handle):
            return handle
        os.close(handle)
        if remaining:
            time.sleep(_PAUSE_SECONDS)
    raise BusyError(folder)


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, os.O_RDONLY)  # a colleague's run left it


def _is_at(path: Path, handle: int) -> bool:
    """Whether the locked file still is the one at *path*: whoever held it before may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _release(path: Path, handle: int) -> None:
    with suppress(OSError):
        path.unlink()
    os.close(handle)
    if os.name == "nt":  # an open file cannot be removed there
        with suppress(OSError):
            path.unlink()


def _tidy(folder: Path) -> None:
    """Remove what killed runs left under temporary names."""
    for path in folder.glob(f"{PREFIX}*"):
        if path.name in OWN_NAMES:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
