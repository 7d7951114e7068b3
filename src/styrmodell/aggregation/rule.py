"""Rules: how the figures of many units become one, as data."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

from attrs import frozen

from styrmodell.finding import Text
from styrmodell.model.observation import Observation

S = TypeVar("S")


@frozen(kw_only=True)
class Item:
    """What a rule lifts: an observation, with its weight where the rule needs one."""

    observation: Observation
    weight: Decimal | None = None


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
        lower: A state → its value in the measure's unit, or None when there is none.
        gather: Many observations → the combined state, at once; the same as lifting and combining them.
        in_parts: True for a rule that takes numerators and denominators and has no use for a value alone.
        combining: False for a rule that takes a unit's own figure and never folds.
        excel: Excel function that gives the same over a range of values ("SUM"); None where there is none.
    """

    key: str
    title: Text
    identity: S
    lift: Callable[[Item], S]
    combine: Callable[[S, S], S]
    lower: Callable[[S], Decimal | Fraction | None]
    gather: Callable[[Sequence[Observation]], S] | None = None
    in_parts: bool = False
    combining: bool = True
    excel: str | None = None

    def fold(self, observations: Sequence[Observation]) -> S:
        """Combine the states of *observations*, all of which hold a figure."""
        if self.gather is not None:
            return self.gather(observations)
        state = self.identity
        for observation in observations:
            state = self.combine(state, self.lift(Item(observation=observation)))
        return state
