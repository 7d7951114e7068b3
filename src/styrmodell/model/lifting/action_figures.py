"""The targets, calculations and follow-ups of actions as figures, in kr, what improves the result positive."""

from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType

from attrs import evolve, frozen

from styrmodell.model.action import Action, ActionReport
from styrmodell.model.ids import MeasureId, MemberId
from styrmodell.model.kind import Kind
from styrmodell.model.lifting.action_effect import (
    COUNTER,
    GROSS,
    NET,
    Effect,
    aim,
    calculation,
    counter_effects,
    member_of,
)
from styrmodell.model.lifting.action_tree import ActionTree, Told
from styrmodell.model.lifting.counter_levels import CounterLevels
from styrmodell.model.lifting.lifted_measures import ACTION, CALCULATION, EFFECT, OBJECT, beside
from styrmodell.model.money import Money
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan

_LATER = "senare uppföljning"
_KINDS = MappingProxyType({Told.OUTCOME: Kind.OUTCOME, Told.FORECAST: Kind.FORECAST})


@frozen(kw_only=True, eq=False)
class ActionLifter:
    """Makes figures of a plan's actions.

    Attributes:
        levels: Where counter-effects stand.
    """

    plan: Plan
    tree: ActionTree
    levels: CounterLevels

    def figures(self) -> Iterator[Observation]:
        """Targets as plan figures, the calculation beside them, and each report's outcome and forecast.

        What an action costs elsewhere stands at the unit that bears it, beside a gross target and a gross forecast:
        the net is whole where both units are below.
        """
        for action in self.tree.actions.values():
            goal = aim(action)
            if goal is not None:
                targets = (goal, *_beside(action, goal.member))
                yield from (self._figure(action, Told.TARGET, effect) for effect in targets)
            for effect in calculation(action, action.period or self.plan.period):
                yield self._figure(action, Told.CALCULATION, effect)
            for what in _KINDS:
                yield from self._reported(action, what)

    def _figure(self, action: Action, what: Told, effect: Effect, kind: Kind = Kind.PLAN) -> Observation:
        unit = effect.unit_id or action.unit_id or self.plan.unit_id
        member = self.levels.member(action.id, unit) if effect.member is COUNTER else effect.member
        return Observation(
            measure_id=measure_of(self.tree, action.id, what, effect.member),
            unit_id=unit,
            period=effect.period or action.period or self.plan.period,
            kind=kind,
            dims=((OBJECT, action.id), (EFFECT, member)),
            value=effect.value,
            comment=effect.comment,
            source=action.source,
        )

    def _reported(self, action: Action, what: Told) -> Iterator[Observation]:
        """One follow-up of an action after the other; a later one of the same time corrects the earlier."""
        seen: dict[tuple[object, ...], date] = {}
        for report in sorted(self.tree.reports.get(action.id, ()), key=_told_on):
            for found in self._of_report(action, what, report):
                day, first = _told_on(report), seen.get(found.key)
                seen[found.key] = day
                is_later = first is not None and day > first
                yield evolve(found, correction=report.comment or _LATER) if is_later else found

    def _of_report(self, action: Action, what: Told, report: ActionReport) -> Iterator[Observation]:
        value, member = _value(report, what), member_of(action, report)
        if value is None:
            return
        is_forecast = what is Told.FORECAST
        own = Effect(member=member, value=value, period=None if is_forecast else report.period)
        for effect in (own, *(_beside(action, member) if is_forecast else ())):
            yield evolve(
                self._figure(action, what, effect, _KINDS[what]),
                measure_id=measure_of(self.tree, action.id, what, member),
                version=version_of(report, self.tree.reports[action.id]) if is_forecast else "",
                as_of=report.as_of,
                reported=report.reported or report.as_of,
                reporter=report.reporter,
                comment=report.comment,
                source=report.source,
            )


def measure_of(tree: ActionTree, name: str, what: Told, member: MemberId = NET) -> MeasureId:
    """The measure that holds what is told of an action, gross or net."""
    measure = CALCULATION if what is Told.CALCULATION else ACTION
    return beside(measure) if (name, what) in tree.beside or _is_outdone(tree, name, what, member) else measure


def version_of(report: ActionReport, reports: Iterable[ActionReport]) -> str:
    """The version of *report*'s forecast: the one it names, else its day where several name none."""
    if report.version:
        return report.version
    others = [one for one in reports if one.forecast is not None and not one.version]
    return _day(report).isoformat() if len(others) > 1 else ""


def _day(report: ActionReport) -> date:
    return report.as_of or report.reported or report.period.last_day


def _told_on(report: ActionReport) -> date:
    return report.as_of or report.reported or date.min


def _beside(action: Action, member: MemberId) -> tuple[Effect, ...]:
    return counter_effects(action) if member is GROSS else ()


def _is_outdone(tree: ActionTree, name: str, what: Told, member: MemberId) -> bool:
    """Whether a gross figure stands beside a net one of the same action: the net is the one to add."""
    if what not in _KINDS or member != GROSS:
        return False
    action, reports = tree.actions[name], tree.reports.get(name, ())
    return any(_value(report, what) is not None and member_of(action, report) == NET for report in reports)


def _value(report: ActionReport, what: Told) -> Money | None:
    return report.outcome if what is Told.OUTCOME else report.forecast
