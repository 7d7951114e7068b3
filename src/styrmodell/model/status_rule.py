"""How a goal's status comes from those of its measures and of the goals below it."""

from enum import Enum
from fractions import Fraction

from attrs import Factory, field, frozen

_HALF = Fraction(1, 2)
_ALL = Fraction(1)


class StatusChoice(Enum):
    """WORST is the worst below; SHARE how many are reached, each alike; WEIGHTED the same with the links' weights."""

    WORST = "worst"
    SHARE = "share"
    WEIGHTED = "weighted"


STATUS_CHOICE_WORDS: tuple[tuple[str, StatusChoice], ...] = (
    ("sämst", StatusChoice.WORST),
    ("andel", StatusChoice.SHARE),
    ("viktad", StatusChoice.WEIGHTED),
)


@frozen(kw_only=True)
class StatusRule:
    """How a goal is judged. A share is of what could be judged; nearly reached counts as half when weighted.

    Attributes:
        by: Which way.
        met: The share from which the goal is reached, as a part of one; WORST has no use for it.
        close: The share from which it is nearly reached; half when left out, or *met* where that is less.

    Raises:
        ValueError: Not 0 ≤ *close* ≤ *met* ≤ 1.
    """

    by: StatusChoice = StatusChoice.WORST
    met: Fraction = field(default=_ALL)
    close: Fraction = field(default=Factory(lambda self: min(_HALF, self.met), takes_self=True))

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.close <= self.met <= 1:
            raise ValueError(f"0 ≤ close ≤ met ≤ 1, not close {self.close} and met {self.met}")
