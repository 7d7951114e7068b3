"""Asking a plugin: whatever it raises or prints comes back as an answer, and never further."""

from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen

from styrmodell.plugins.listening import listening

T = TypeVar("T")


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
        """What it raised, on one line: "ZeroDivisionError: division by zero"."""
        return "" if self.error is None else fault_words(self.error)


def ask(call: Callable[[], T]) -> Answer[T]:
    """Call *call*, which is a plugin's own code."""
    made, fault = None, None
    with listening() as heard:
        try:
            made = call()
        except (Exception, SystemExit) as error:  # a plugin may raise anything; the rest must work
            fault = error
    return Answer(made=made, error=fault, printed=heard.text)


def fault_words(error: BaseException) -> str:
    """Kind and message of *error* on one line; the kind alone where the message cannot be made."""
    try:
        message = str(error)
    except Exception:  # an exception of a plugin's own may fail to tell what it is
        message = ""
    kind = type(error).__name__
    return " ".join(f"{kind}: {message}".split()) if message else kind
