"""Streams that cannot be written: closed by whoever started the run, a reader that went away, a full disk."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO


class LostStream(io.StringIO):
    """Stands where stdout or stderr was.

    Attributes:
        is_lost: Whether data that somebody asked for went nowhere. A reader that went away (`| head`) has what it
            wanted.
    """

    encoding = "utf-8"

    def __init__(self, *, is_lost: bool = False) -> None:
        super().__init__()
        self.is_lost = is_lost

    def write(self, text: str) -> int:
        """Take *text*, and note that it is lost; bytes are refused, as by any stream of text."""
        super().write(text[:0])
        self.is_lost = self.is_lost or bool(text)
        return len(text)


class _NoReader(LostStream):
    """Nobody wants what is written here."""

    def write(self, text: str) -> int:
        return super().write(text[:0])


def give_up(stream: TextIO, *, is_lost: bool) -> LostStream:
    """What is written to from now on instead of *stream*; what it still holds is dropped."""
    with suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
    return LostStream(is_lost=True) if is_lost else _NoReader()


@contextmanager
def standing_streams() -> Iterator[None]:
    """Let there be a stdout and a stderr while the block runs, although they were closed from outside."""
    _keep_numbers()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = before[0] or LostStream(), before[1] or LostStream()
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _keep_numbers() -> None:
    """Take the numbers of closed streams, so that no file of ours gets one of them and what is meant for a stream."""
    while (null := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(null)
