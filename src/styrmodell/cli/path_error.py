"""Paths on the command line that cannot be used: in the words of those who wrote them."""

from styrmodell.errors import ReadError, RenderError, StyrmodellError
from styrmodell.finding import Text


class PathError(StyrmodellError):
    """No path was given where one is needed: wrong use.

    Attributes:
        words: What is wrong and what to do about it, on one line.
    """

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


class UnreadablePathError(PathError, ReadError):
    """There is nothing to read at the path."""


class UnwritablePathError(PathError, RenderError):
    """Nothing can be written at the path."""
