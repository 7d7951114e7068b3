"""Coverage and age: what travels upward beside every state."""

from datetime import date

from attrs import frozen


def _earliest(left: date | None, right: date | None) -> date | None:
    return right if left is None else left if right is None else min(left, right)


def _latest(left: date | None, right: date | None) -> date | None:
    return right if left is None else left if right is None else max(left, right)


@frozen(kw_only=True)
class Coverage:
    """How many figures were expected and came, and how old they are.

    Attributes:
        reported: Expected figures that came.
        expected: Figures that were expected; what is not applicable is outside.
        oldest: The earliest as-of date among them; None when none is dated.
        newest: The latest.
        estimated: Whether any is estimated or carried forward.
    """

    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    estimated: bool = False

    @property
    def is_full(self) -> bool:
        """Whether all that was expected came."""
        return self.reported == self.expected

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(
            reported=self.reported + other.reported,
            expected=self.expected + other.expected,
            oldest=_earliest(self.oldest, other.oldest),
            newest=_latest(self.newest, other.newest),
            estimated=self.estimated or other.estimated,
        )
