"""Rules: how the figures of many units become one, as data."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeAlias, TypeVar

from attrs import field, frozen

from styrmodell.finding import Text
from styrmodell.model.observation import Observation
from styrmodell.model.status import Counts, Status
from styrmodell.model.target import Target

S = TypeVar("S")
WHOLE = Fraction(1)
_NONE = Fraction(0)
Lowered: TypeAlias = Decimal | Fraction | Status | Counts | None


def _same(unit: str) -> str:
    return unit


@frozen(kw_only=True)
class Item:
    """What a rule lifts: an observation, with what the rule says it needs beside it.

    Attributes:
        weight: The figure of the measure's weight for the same unit and time; None where none was reported.
        target: What the unit was to reach, where a target is set.
        status: How the figure stands to that target; None where it cannot be told.
        met: Whether the target is met, an old figure's too; None where it cannot be told.
        share: The part of the figure that belongs here: less than one where a unit was split between successors.
    """

    observation: Observation
    weight: Decimal | None = None
    target: Target | None = None
    status: Status | None = None
    met: bool | None = None
    share: Fraction = WHOLE


@frozen(kw_only=True)
class Rule(Generic[S]):
    """A monoid with a way in and a way out.

    Only the state moves upward in the organisation; *lower* runs where a value is asked for, so a mean of means
    cannot happen. The laws (identity, associativity, any order, tree = flat) are checked by styrmodell.testing.

    Attributes:
        key: Name a measure gives in *rule*.
        identity: The state of nothing.
        lift: One item → its state.
        combine: Two states → one. Runs where an inexact Decimal raises.
        lower: A state → its value: a figure in *unit*, a status, or how many have each status; None when there is none.
        unit: The unit of the value, from that of the figures ("antal" for a count).
        gather: Many observations → the combined state, at once; the same as lifting and combining them as whole items
            without weight and target.
        subtract: The state that remains of the first when the second is taken out, where that can be told.
        scale: A state times a plain number, for a rule whose values may be averaged over time in that way.
        adding: True for a rule under which a figure may be told in parts, as money by counterparty: the parts add up.
        in_parts: True for a rule that takes numerators and denominators and has no use for a value alone.
        weighted: True for a rule whose items need a weight; a figure without one is left out and told.
        judged: True for a rule whose items need their target and how the figure stands to it.
        combining: False for a rule that takes a unit's own figure and never folds over units.
        parts: False for a rule that puts nothing at all together: not over units, members or periods.
        excel: Excel function that gives the same over a range of values ("SUM"); None where there is none.
    """

    key: str
    title: Text
    identity: S
    lift: Callable[[Item], S]
    combine: Callable[[S, S], S]
    lower: Callable[[S], Lowered]
    unit: Callable[[str], str] = field(default=_same)
    gather: Callable[[Sequence[Observation]], S] | None = None
    subtract: Callable[[S, S], S] | None = None
    scale: Callable[[S, Fraction], S] | None = None
    adding: bool = False
    in_parts: bool = False
    weighted: bool = False
    judged: bool = False
    combining: bool = True
    parts: bool = True
    excel: str | None = None

    def rest(self, whole: S, part: S) -> S:
        """What remains of *whole* without *part*: of as many figures as the whole, where the rule counts them.

        Nothing left of something is nought, not unknown.

        Raises:
            TypeError: The rule cannot subtract.
        """
        if self.subtract is None:
            raise TypeError(f"the rule {self.key} cannot subtract")
        left = self.subtract(whole, part)
        return left if self.scale is None else self.combine(left, self.scale(part, _NONE))

    def fold(self, observations: Sequence[Observation]) -> S:
        """Combine the states of *observations*, all of which hold a figure, as whole items."""
        if self.gather is not None:
            return self.gather(observations)
        return self.fold_items([Item(observation=observation) for observation in observations])

    def fold_items(self, items: Sequence[Item]) -> S:
        """Combine the states of *items*, all of which hold a figure."""
        state = self.identity
        for item in items:
            state = self.combine(state, self.lift(item))
        return state
