"""Lowering: from a state to a value, told apart by what sort of value it is."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from styrmodell.aggregation.rule import Rule
from styrmodell.model.number import Exact
from styrmodell.model.status import Counts, Status


@frozen(kw_only=True)
class Lowered:
    """A value: a figure, a status or counts; nothing when all are empty."""

    exact: Exact | None = None
    status: Status | None = None
    counts: Counts = ()


NOTHING = Lowered()


def lowered(rule: Rule[Any] | None, state: Any) -> Lowered:
    """Lower *state* by *rule*; nothing where there is neither."""
    if rule is None or state is None:
        return NOTHING
    value = rule.lower(state)
    # A Fraction's class is abstract: asking whether something is one takes long, and most are Decimals.
    if type(value) is Decimal or isinstance(value, Decimal | Fraction):
        return Lowered(exact=value)
    if isinstance(value, Status):
        return Lowered(status=value)
    return Lowered(counts=value) if value is not None else NOTHING
