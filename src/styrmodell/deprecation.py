"""Warning of what will go: a public name warns at least one minor version before it is taken away."""

import warnings
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def deprecated(*, since: str, gone: str, instead: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function warn, each time it is called, that it will go.

    Args:
        since: The version that first warns, "0.2".
        gone: The version in which it is taken away, "0.3".
        instead: What to use: "new_name()".

    Raises:
        ValueError: It would go without a minor version that warns.
    """
    if _minor(gone) <= _minor(since):
        raise ValueError(f"what warns since {since} may go in a later minor version, not in {gone}")

    def mark(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def warned(*args: P.args, **kwargs: P.kwargs) -> R:
            warn_deprecated(f"{function.__qualname__}()", since=since, gone=gone, instead=instead, depth=3)
            return function(*args, **kwargs)

        return warned

    return mark


def warn_deprecated(name: str, *, since: str, gone: str, instead: str, depth: int = 3) -> None:
    """Warn that *name*, which may be an argument or a field, will go.

    Args:
        depth: How many calls up the one stands who is to change; 3 is the caller of the function that calls this.
    """
    text = f"`{name}` is deprecated since styrmodell {since} and goes in {gone}; use `{instead}`"
    warnings.warn(text, DeprecationWarning, stacklevel=depth)


def _minor(version: str) -> tuple[int, int]:
    major, minor = version.split(".")[:2]
    return int(major), int(minor)
