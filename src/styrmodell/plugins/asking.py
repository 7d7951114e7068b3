"""Asking a plugin: whatever it raises or prints comes back as an answer, and never further."""

import sys
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from traceback import walk_tb
from typing import Generic, TypeVar

from attrs import frozen

from styrmodell.plugins.listening import listening

T = TypeVar("T")
MOST_THINGS = 100_000
# Between us and a plugin's own code there may be pluggy and the standard library, as when a module is imported.
_NOT_PLUGINS = sys.stdlib_module_names | {"pluggy", "styrmodell"}


@frozen(kw_only=True)
class Answer(Generic[T]):
    """What came of asking a plugin.

    Attributes:
        made: What it gave; None when it raised.
        error: What it raised; sys.exit counts as a fault, Ctrl+C does not and is raised as always.
        printed: What it printed on stdout meanwhile.
    """

    made: T | None = None
    error: BaseException | None = None
    printed: str = ""

    @property
    def words(self) -> str:
        """What it raised, and where, on one line: "ZeroDivisionError: division by zero (report.py:12)"."""
        return "" if self.error is None else fault_words(self.error)


def ask(call: Callable[[], T]) -> Answer[T]:
    """Call *call*, which is a plugin's own code."""
    made, fault = None, None
    with listening() as heard:
        try:
            made = call()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # a plugin may raise anything; the rest must work
            fault = error
    return Answer(made=made, error=fault, printed=heard.text)


def bounded(things: Iterable[T]) -> tuple[T, ...]:
    """All of *things*, which a plugin gives.

    Raises:
        OverflowError: There are more than anybody means: a generator without an end would take all memory.
    """
    found = tuple(islice(things, MOST_THINGS + 1))
    if len(found) > MOST_THINGS:
        raise OverflowError(f"gave more than {MOST_THINGS} things")
    return found


def fault_words(error: BaseException) -> str:
    """Kind and message of *error* and its place in the plugin, on one line; no message where it cannot be made."""
    try:
        message = str(error)
    except Exception:  # an exception of a plugin's own may fail to tell what it is
        message = ""
    kind, place = type(error).__name__, _place_of(error)
    words = " ".join(f"{kind}: {message}".split()) if message else kind
    return f"{words} ({place})" if place else words


def _place_of(error: BaseException) -> str:
    """The last line of the plugin's own code that led to *error*, "report.py:12"; empty where none did.

    The plugin is the first that is called and is neither ours nor Python's: what it uses in its turn is not its own.
    """
    calls = [
        (str(frame.f_globals.get("__name__", "")).partition(".")[0], frame, line)
        for frame, line in walk_tb(error.__traceback__)
    ]
    own = next((package for package, _, _ in calls if package not in _NOT_PLUGINS), "")
    lines = [(frame.f_code.co_filename, line) for package, frame, line in calls if own and package == own]
    return f"{Path(lines[-1][0]).name}:{lines[-1][1]}" if lines else ""
