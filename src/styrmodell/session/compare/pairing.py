"""Two lists without what stands in both: what is left is what differs."""

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


def unequal(old: Sequence[_T], new: Sequence[_T]) -> tuple[list[_T], list[_T]]:
    """What stands only in *old* and what stands only in *new*, in order; the same thing twice counts twice."""
    if list(old) == list(new):
        return [], []
    come, gone = list(new), list[_T]()
    for one in old:
        if one in come:
            come.remove(one)
        else:
            gone.append(one)
    return gone, come
