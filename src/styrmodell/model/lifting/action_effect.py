"""What an action is to give, gross or net, and what it costs elsewhere."""

from attrs import frozen

from styrmodell.model.action import Action, ActionReport, EffectBasis
from styrmodell.model.ids import MemberId, UnitId
from styrmodell.model.money import Money
from styrmodell.model.number import exact
from styrmodell.model.period import Period

NET = MemberId("netto")
GROSS = MemberId("brutto")
COUNTER = MemberId("moteffekt")


@frozen(kw_only=True)
class Effect:
    """An amount with where it stands in the dimension "effekt".

    Attributes:
        member: GROSS, NET or COUNTER.
        unit_id: Where it falls; None for the action's own unit.
        period: When; None for the action's own period.
        comment: How it was found, where nobody wrote it.
    """

    member: MemberId
    value: Money
    unit_id: UnitId | None = None
    period: Period | None = None
    comment: str = ""


def has_counter_effect(action: Action) -> bool:
    """Whether it is known what *action* costs elsewhere."""
    return any(effect.amount is not None for effect in action.counter_effects)


def member_of(action: Action, report: ActionReport | None = None) -> MemberId:
    """Whether the target of *action*, or what *report* says, is gross or net.

    A report that does not say speaks as the target does. A target of which nobody said it is taken before what the
    action costs elsewhere, where that is known, and else as the whole.
    """
    basis = (report.basis if report is not None else None) or action.basis
    if basis is not None:
        return GROSS if basis is EffectBasis.GROSS else NET
    if action.target is None:
        return GROSS if action.net is None and action.gross is not None else NET
    return GROSS if has_counter_effect(action) else NET


def aim(action: Action) -> Effect | None:
    """What *action* is to give: its target; where none is set, its net, else its gross; None where nothing is known."""
    if action.target is not None:
        return Effect(member=member_of(action), value=action.target)
    if action.net is not None:
        return Effect(member=NET, value=action.net)
    return None if action.gross is None else Effect(member=GROSS, value=action.gross)


def gross_of(action: Action) -> Money | None:
    """The saving before what it costs elsewhere: what was calculated, else a gross target."""
    is_gross = action.target is not None and member_of(action) is GROSS
    return action.target if action.gross is None and is_gross else action.gross


def counter_effects(action: Action) -> tuple[Effect, ...]:
    """What *action* costs elsewhere, one for each unit and period."""
    sums: dict[tuple[UnitId, Period | None], Money] = {}
    with exact():
        for effect in action.counter_effects:
            if effect.amount is not None:
                key = (effect.unit_id, effect.period)
                sums[key] = Money(sums[key] + effect.amount) if key in sums else effect.amount
    return tuple(
        Effect(member=COUNTER, value=amount, unit_id=unit, period=period) for (unit, period), amount in sums.items()
    )


def calculation(action: Action, year: Period) -> tuple[Effect, ...]:
    """What *action* is calculated to give in *year*: gross, and what it costs elsewhere; or its net alone.

    Gross, net and what it costs elsewhere are an identity: of two that are known the third follows.
    """
    gross, beside = gross_of(action), counter_effects(action)
    known = _sum_in(beside, year)
    with exact():
        if gross is None and action.net is not None and known is not None:
            found = Effect(member=GROSS, value=Money(action.net - known), comment="netto minus moteffekter")
            return (found, *beside)
        if gross is not None and action.net is not None and not beside:
            rest = Effect(member=COUNTER, value=Money(action.net - gross), comment="netto minus brutto")
            return (Effect(member=GROSS, value=gross), rest)
    if gross is not None:
        return (Effect(member=GROSS, value=gross), *beside)
    return beside if action.net is None or beside else (Effect(member=NET, value=action.net),)


def netted(action: Action, year: Period) -> Money | None:
    """Gross and what it costs elsewhere in *year*, added; None unless both are known."""
    gross, known = gross_of(action), _sum_in(counter_effects(action), year)
    if gross is None or known is None:
        return None
    with exact():
        return Money(gross + known)


def _sum_in(effects: tuple[Effect, ...], year: Period) -> Money | None:
    amounts = [one.value for one in effects if one.period is None or one.period in year]
    return Money(sum(amounts[1:], amounts[0])) if amounts else None
