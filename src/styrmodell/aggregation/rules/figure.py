"""What a rule takes of an item: the figure, the part of it that belongs here, and which figure it is."""

from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from styrmodell.aggregation.rule import WHOLE, Item
from styrmodell.model.measure import Dims
from styrmodell.model.number import Exact
from styrmodell.model.observation import Observation

# What it is a value of, who is on the other side, and the I/E code.
Identity: TypeAlias = tuple[tuple[str, str, str, object, str, Dims], str, str]


def figure_of(observation: Observation) -> Decimal:
    """The value of *observation*.

    Raises:
        ValueError: It has none; the message names its place.
    """
    if observation.value is not None:
        return observation.value
    raise ValueError(f"an observation without a figure reached a rule: {observation.source}")


def part_of(figure: Decimal, share: Fraction) -> Exact:
    """The part of *figure* that belongs here: a Decimal as long as that is all of it."""
    return figure if share == WHOLE else Fraction(figure) * share


def parts_counted(item: Item) -> int | Fraction:
    """How many figures *item* is: one, or the share of one that belongs here."""
    return 1 if item.share is WHOLE or item.share == WHOLE else item.share


def identity_of(observation: Observation) -> Identity:
    """Which figure it is, so that one that comes by two ways is counted once."""
    return (observation.key, observation.counterparty, observation.ie)


def in_figures(_unit: str) -> str:
    """The unit of a number of figures, whatever the figures are in."""
    return "antal"
