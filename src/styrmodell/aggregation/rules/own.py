"""Rules that do not fold over units: a unit's own figure, and what is never put together.

Under *own* the parts of a unit's figure, along its dimensions and over time, still add up to the unit's own total.
Under *none* not even they do: a figure is shown where it was reported, and two together give nothing.
"""

from decimal import Decimal

from styrmodell.aggregation.rule import Rule
from styrmodell.aggregation.rules.additive import (
    Amount,
    add_amounts,
    gather_amounts,
    lift_amount,
    lower_amount,
    scale_amount,
)
from styrmodell.finding import Text
from styrmodell.model.number import Exact

_NOTHING: Amount = (0, Decimal(0))

OWN: Rule[Amount] = Rule(
    key="own",
    title=Text(sv="enhetens eget värde", en="own value"),
    identity=_NOTHING,
    lift=lift_amount,
    combine=add_amounts,
    lower=lower_amount,
    gather=gather_amounts,
    scale=scale_amount,
    combining=False,
)


def _lower_alone(state: Amount) -> Exact | None:
    return state[1] if state[0] == 1 else None


NONE: Rule[Amount] = Rule(
    key="none",
    title=Text(sv="läggs inte ihop", en="not put together"),
    identity=_NOTHING,
    lift=lift_amount,
    combine=add_amounts,
    lower=_lower_alone,
    gather=gather_amounts,
    combining=False,
    parts=False,
)
