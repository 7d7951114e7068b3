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
        estimates: How many of those that came are estimated.
        carried: How many of those that came are from an earlier time, carried forward.
        lagging: The day of the last figure of the one who is furthest behind: what tells whether anything is stale.
            Earlier months of a sum over a year do not count. None where nobody asked.
    """

    reported: int = 0
    expected: int = 0
    oldest: date | None = None
    newest: date | None = None
    estimates: int = 0
    carried: int = 0
    lagging: date | None = None

    @property
    def is_full(self) -> bool:
        """Whether all that was expected came."""
        return self.reported == self.expected

    @property
    def estimated(self) -> bool:
        """Whether any figure is estimated or carried forward."""
        return bool(self.estimates or self.carried)

    def __add__(self, other: "Coverage") -> "Coverage":
        return Coverage(
            reported=self.reported + other.reported,
            expected=self.expected + other.expected,
            oldest=_earliest(self.oldest, other.oldest),
            newest=_latest(self.newest, other.newest),
            estimates=self.estimates + other.estimates,
            carried=self.carried + other.carried,
            lagging=_earliest(self.lagging, other.lagging),
        )
