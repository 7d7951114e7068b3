"""A region with a board, its administration and a cleaning service, and savings plans of it in mnkr."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from styrmodell.aggregation.evaluate import Evaluator
from styrmodell.aggregation.index import build_index
from styrmodell.aggregation.rules.built_in import BUILT_IN
from styrmodell.aggregation.savings.line import Column, Line
from styrmodell.aggregation.savings.savings_plan import SavingsPlan, explain_savings
from styrmodell.aggregation.version import Versions
from styrmodell.model.action import Action, ActionReport, CounterEffect
from styrmodell.model.ids import UnitId
from styrmodell.model.lift import lifted
from styrmodell.model.money import MoneyRange
from styrmodell.model.period import Period
from styrmodell.model.plan import Plan
from styrmodell.model.unit import Unit
from styrmodell.source import Source

MNKR = 1_000_000
YEAR = Period.year(2024)
VERSIONS = ("delår", "oktober", "januari")
UNITS = (
    Unit(id="region", name="Regionen"),
    Unit(id="hsn", name="Nämnden", parent_id="region"),
    Unit(id="hsf", name="Förvaltningen", parent_id="hsn"),
    Unit(id="stad", name="Städ", parent_id="region"),
)
RULES = {rule.key: rule for rule in BUILT_IN}


def mnkr(value: Any) -> Any:
    """Mnkr as kr; None stays None."""
    return None if value is None else Decimal(str(value)) * MNKR


def action(id_: str, target: Any = None, *, unit: str = "hsf", **more: Any) -> Action:
    """An action whose amounts are given in mnkr."""
    money = {key: mnkr(more.pop(key)) for key in ("gross", "net", "original_target") if key in more}
    costs = more.pop("costs", ())
    effects = tuple(CounterEffect(unit_id=where, amount=mnkr(amount)) for where, amount in costs)
    full = more.pop("full_year_effect", None)
    return Action(
        id=id_,
        unit_id=unit,
        target=mnkr(target),
        counter_effects=effects,
        full_year_effect=MoneyRange(low=mnkr(full[0]), high=mnkr(full[1])) if full else None,
        source=Source(file="atgarder.yaml", place=id_),
        **{"name": id_.capitalize(), **money, **more},
    )


def report(name: str, outcome: Any = None, forecast: Any = None, *, day: str = "", **more: Any) -> ActionReport:
    """A follow-up of an action, in mnkr."""
    period = Period.parse(more.pop("period", "2024"))
    return ActionReport(
        action_id=name,
        period=period,
        outcome=mnkr(outcome),
        forecast=mnkr(forecast),
        as_of=date.fromisoformat(day) if day else None,
        source=Source(file="uppfoljning.yaml", place=f"{name} {day}".strip()),
        **more,
    )


def evaluator_of(*things: Action | ActionReport, **more: Any) -> Evaluator:
    """An evaluator of a plan of 2024 with these actions and follow-ups."""
    actions = tuple(thing for thing in things if isinstance(thing, Action))
    reports = tuple(thing for thing in things if isinstance(thing, ActionReport))
    plan = Plan(unit_id="region", period=YEAR, units=UNITS, actions=actions, action_reports=reports, **more)
    return Evaluator(index=build_index(lifted(plan), Versions(order=VERSIONS)), rules=RULES)


def savings_of(*things: Action | ActionReport, unit: str = "region", **more: Any) -> SavingsPlan:
    """The savings plan of *unit* in 2024."""
    return explain_savings(evaluator_of(*things, **more), UnitId(unit), YEAR)


def line_of(plan: SavingsPlan, name: str) -> Line:
    """The line of one action."""
    return next(line for line in plan.lines if line.action.id == name)


def figure(plan: SavingsPlan, name: str, column: Column) -> Any:
    """A line's figure in mnkr; None where it is missing."""
    found = line_of(plan, name).explanation(column).exact
    return None if found is None else Fraction(found) / MNKR


def codes(plan: SavingsPlan) -> list[str]:
    """The codes of what is told, in order."""
    return [finding.code.code for finding in plan.findings]
