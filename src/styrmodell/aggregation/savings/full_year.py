"""What an action gives in a year when it begins during it."""

from fractions import Fraction

from attrs import frozen

from styrmodell.model.action import Action
from styrmodell.model.period import Period

_MONTHS = 12


@frozen(kw_only=True)
class EffectRange:
    """An effect that lies between two amounts, in kr and exact; of one amount, *low* is *high*."""

    low: Fraction
    high: Fraction


def full_year(first_month: Period, year: Period) -> Fraction:
    """The part of a full-year effect that falls in *year*: its months from *first_month* on, of twelve.

    Nought before it begins, one in every calendar year after.
    """
    months = year.last - max(first_month.first, year.first) + 1
    return Fraction(max(months, 0), _MONTHS)


def part_year_effect(action: Action, year: Period) -> EffectRange | None:
    """What *action* gives in *year*, from its full-year effect and first month; None where one is not known."""
    effect = action.full_year_effect
    if effect is None or action.first_month is None:
        return None
    share = full_year(action.first_month, year)
    return EffectRange(low=Fraction(effect.low) * share, high=Fraction(effect.high) * share)


def is_reachable(action: Action) -> bool | None:
    """Whether the target can be reached in a whole year with full effect; None where one is not known."""
    if action.full_year_effect is None or action.target is None:
        return None
    return action.full_year_effect.high >= action.target
