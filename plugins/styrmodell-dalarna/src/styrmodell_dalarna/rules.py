"""The region's own rule: how large a part of the units that ends with a surplus."""

from fractions import Fraction
from typing import TypeAlias

from styrmodell.api import Item, Rule, Text

# How many units have a surplus, and how many have a result; one that was split counts by its share.
Counted: TypeAlias = tuple[Fraction, Fraction]


def _lift(item: Item) -> Counted:
    result = item.observation.value
    if result is None:
        raise ValueError(f"no result: {item.observation.source}")
    return (item.share if result > 0 else Fraction(0), item.share)


def _add(left: Counted, right: Counted) -> Counted:
    return (left[0] + right[0], left[1] + right[1])


def _lower(state: Counted) -> Fraction | None:
    """Of those that have a result; a unit that has not told its own is in neither, and coverage says so."""
    surplus, known = state
    return surplus / known if known else None


def _as_share(_unit: str) -> str:
    return "%"


# The card asks for "Antal verksamheter som levererar ett ekonomiskt överskott: minst 70 %". None of the units has a
# target for its result, which share_meeting_target would ask for: what counts is the sign. Nought is no surplus.
SURPLUS: Rule[Counted] = Rule(
    key="dalarna.andel_overskott",
    title=Text(sv="andel med överskott", en="share with a surplus"),
    identity=(Fraction(0), Fraction(0)),
    lift=_lift,
    combine=_add,
    lower=_lower,
    unit=_as_share,
)
