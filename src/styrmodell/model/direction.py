"""Which way a measure is good: it is stored, for it cannot be read from a bare number."""

from enum import Enum


class Direction(Enum):
    """Whether higher values are better, lower values are, or those near the target."""

    HIGHER = "higher"
    LOWER = "lower"
    NEAR = "near"


DIRECTION_WORDS: tuple[tuple[str, Direction], ...] = (
    ("högre är bättre", Direction.HIGHER),
    ("lägre är bättre", Direction.LOWER),
    ("nära målet är bäst", Direction.NEAR),
)


def direction_word(direction: Direction) -> str:
    """The Swedish words for *direction* ("högre är bättre")."""
    return next(word for word, known in DIRECTION_WORDS if known is direction)
