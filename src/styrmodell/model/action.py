"""Actions (åtgärder): savings and recovery, with what they are to give and what they gave."""

from datetime import date
from decimal import Decimal
from enum import Enum

from attrs import field, frozen

from styrmodell.model.ids import ActionId, UnitId
from styrmodell.model.link import Link
from styrmodell.model.money import Money, MoneyRange
from styrmodell.model.number import number
from styrmodell.model.period import Period
from styrmodell.source import Source


class ActionOrigin(Enum):
    """Whether it stood in the plan from the start or was added later."""

    ORIGINAL = "original"
    ADDED = "added"


class EffectBasis(Enum):
    """What an effect counts: the saving alone (gross), or after what it costs elsewhere (net)."""

    GROSS = "gross"
    NET = "net"


class OutcomeMethod(Enum):
    """How an outcome was found: in the books, by a calculation, or by judgement."""

    BOOKED = "booked"
    COMPUTED = "computed"
    JUDGED = "judged"


@frozen(kw_only=True)
class CounterEffect:
    """What an action costs somewhere else: another unit, or another post of the same.

    Attributes:
        amount: In kr, a cost negative.
        period: When; None for every period the action has effect in.
    """

    unit_id: UnitId = field(converter=UnitId)
    amount: Money | None = field(default=None, converter=number)
    period: Period | None = None
    description: str = ""


@frozen(kw_only=True)
class Action:
    """An action (åtgärd) of a plan for an economy in balance. Effects are in kr, what improves the result positive.

    Attributes:
        owner: The role or body that answers for it.
        category: The profile's word: effektivisering, ransonering, minska omotiverade kostnadsskillnader, generell.
        feasibility: 1 to 3, where 1 is most likely to succeed (genomförbarhet).
        target: What it is to give in *period*.
        basis: Whether the target is gross or net; None where nobody said.
        gross: The expected saving before what it costs elsewhere.
        net: The expected effect after that.
        original_target: What it was first to give, where the target has been changed since.
        first_month: The month from which it has effect.
        full_year_effect: What it gives in a whole year, once it has full effect.
        full_year: The first year with full effect.
        parent_id: The action it is a part of; a part's effect is in its parent's and is not counted beside it.
        same_as_id: The action that is the same saving, told by another unit: this one is shown and never counted.
        agreed_by: The role that accepted it in writing, and when.
        method: How its outcome is to be measured.
        needs: Political decisions it waits for.
        staff_fte: Posts it concerns (årsarbetare).
        assessment: How it went, in the follow-up's words ("lyckad").
        lessons: Why the target was met or missed.
    """

    id: ActionId = field(converter=ActionId)
    name: str
    unit_id: UnitId | None = None
    owner: str = ""
    period: Period | None = None
    category: str = ""
    feasibility: int | None = None
    target: Money | None = field(default=None, converter=number)
    basis: EffectBasis | None = None
    gross: Money | None = field(default=None, converter=number)
    net: Money | None = field(default=None, converter=number)
    original_target: Money | None = field(default=None, converter=number)
    first_month: Period | None = None
    full_year_effect: MoneyRange | None = None
    full_year: Period | None = None
    origin: ActionOrigin | None = None
    decisions: tuple[Link, ...] = ()
    parent_id: ActionId | None = None
    same_as_id: ActionId | None = None
    counter_effects: tuple[CounterEffect, ...] = ()
    agreed_by: str = ""
    agreed: date | None = None
    method: OutcomeMethod | None = None
    method_text: str = ""
    needs: tuple[str, ...] = ()
    staff_fte: Decimal | None = field(default=None, converter=number)
    goals: tuple[Link, ...] = ()
    assessment: str = ""
    lessons: str = ""
    source: Source = field(default=Source(), eq=False)


@frozen(kw_only=True)
class ActionReport:
    """One follow-up of an action. A later report stands beside the earlier ones; none is overwritten.

    Attributes:
        period: What the outcome covers.
        outcome: The effect so far, in kr.
        forecast: The effect expected for the action's whole period, in kr.
        basis: Whether outcome and forecast are gross or net; None where nobody said.
        version: Which forecast ("P08").
        net_calculated: Whether somebody calculated the net effect; None where nobody said.
        system: Where the outcome was taken from ("ledningsportalen").
    """

    action_id: ActionId = field(converter=ActionId)
    period: Period
    outcome: Money | None = field(default=None, converter=number)
    forecast: Money | None = field(default=None, converter=number)
    basis: EffectBasis | None = None
    version: str = ""
    as_of: date | None = None
    reported: date | None = None
    reporter: str = ""
    method: OutcomeMethod | None = None
    net_calculated: bool | None = None
    system: str = ""
    comment: str = ""
    source: Source = field(default=Source(), eq=False)
