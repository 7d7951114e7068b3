"""Hearing what plugins print: stdout is for the data that was asked for, so what a plugin prints is told instead.

Only the thread that listens is heard; what other threads print goes where it would have gone.
"""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, TextIO, cast

from attrs import define

_EAR: ContextVar[TextIO | None] = ContextVar("ear", default=None)
# sys.stdout is one for the whole process: whoever changes it holds this.
_CHANGING = Lock()


@define(kw_only=True)
class Heard:
    """What was printed while somebody listened; known when they have stopped."""

    text: str = ""


@define(kw_only=True, eq=False)
class _Switch:
    """Stands in for sys.stdout while anybody listens: each thread writes to its own ear, or where it always did."""

    original: TextIO
    listeners: int = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(_EAR.get() or self.original, name)


@contextmanager
def listening() -> Iterator[Heard]:
    """Hear what is printed on stdout inside the block; of several that listen in each other the outermost hears it.

    What is printed by the operating system's own means (subprocesses, C code) is not heard.
    """
    heard = Heard()
    if _EAR.get() is not None:
        yield heard
        return
    data = io.BytesIO()
    ear = io.TextIOWrapper(data, encoding="utf-8", errors="replace", newline="", write_through=True)
    switch = _begin()
    token = _EAR.set(ear)
    try:
        yield heard
    finally:
        _EAR.reset(token)
        _end(switch)
        heard.text = data.getvalue().decode("utf-8", "replace")


def _begin() -> _Switch:
    with _CHANGING:
        # typed as Any: to the type checker stdout is a TextIO and never a switch.
        current: Any = sys.stdout
        switch = current if isinstance(current, _Switch) else _Switch(original=current)
        switch.listeners += 1
        sys.stdout = cast(TextIO, switch)
        return switch


def _end(switch: _Switch) -> None:
    with _CHANGING:
        switch.listeners -= 1
        current: Any = sys.stdout
        if not switch.listeners and current is switch:
            sys.stdout = switch.original
