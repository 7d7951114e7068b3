"""The savings plan as dicts, lists and text, ready for JSON; numbers are text with all their digits."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import fields

from styrmodell.aggregation.explanation import Explanation
from styrmodell.aggregation.savings.full_year import EffectRange
from styrmodell.aggregation.savings.line import Column, ForecastChange, Line
from styrmodell.aggregation.savings.plan_level import PlanLevel
from styrmodell.aggregation.savings.savings_plan import By, SavingsPlan
from styrmodell.aggregation.savings.tally import Lacking, Tally
from styrmodell.aggregation.savings.total import Total
from styrmodell.model.money import MoneyRange
from styrmodell.model.number import Exact


def savings_data(plan: SavingsPlan, by: Iterable[By] = tuple(By)) -> dict[str, Any]:
    """Everything *plan* tells. Money is in kr, a share is of one; what is missing is null, never nought.

    A figure that no decimal number is, as a third, is written "1/3".
    """
    return {
        "unit": plan.unit_id,
        "name": plan.name,
        "period": plan.period.text,
        "levels": [_level(level) for level in plan.levels],
        "actions": [_line(line) for line in plan.lines],
        "total": _total(plan.total),
        "by": {one.value: [_total(total) for total in plan.by(one)] for one in by},
        "tally": _tally(plan.tally),
    }


def exact_text(value: Exact | None) -> str | None:
    """*value* with all its digits: "146600000", "0.674", "1/3"; None where there is none."""
    if value is None:
        return None
    fraction = Fraction(value)
    rest, places = fraction.denominator, 0
    for prime in (2, 5):
        while rest % prime == 0:
            rest, places = rest // prime, places + 1
    if rest > 1:
        return f"{fraction.numerator}/{fraction.denominator}"
    digits = tuple(map(int, str(abs(fraction.numerator) * 10**places // fraction.denominator)))
    return _plain(Decimal((int(fraction < 0), digits, -places)))


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _line(line: Line) -> dict[str, Any]:
    action = line.action
    return {
        "id": action.id,
        "name": action.name,
        "unit": line.unit_id,
        "owner": action.owner,
        "category": action.category,
        "feasibility": action.feasibility,
        "origin": action.origin.value if action.origin else None,
        "basis": action.basis.value if action.basis else None,
        "part_of": action.parent_id,
        "same_as": line.repeats,
        "counted": line.is_counted,
        **_figures(line),
        "net_calculation": line.net.value,
        "method": line.method.value if line.method else None,
        "uncertain": line.is_uncertain,
        "needs": list(action.needs),
        "assessment": action.assessment,
        "comment": line.report.comment if line.report else "",
        "outcome_gap": line.gap or None,
        "source": {"file": action.source.file, "place": action.source.place},
    }


def _figures(line: Line) -> dict[str, Any]:
    return {
        **{column.value: _number(line.explanation(column)) for column in Column},
        "deviation": _number(line.deviation),
        "left": _number(line.left),
        "reached": _number(line.reached),
        "cells": {column.value: cell for column in Column if (cell := line.explanation(column).cell)},
        "forecast_change": _change(line.change),
        "full_year_effect": _range(line.action.full_year_effect),
        "part_year_effect": _range(line.part_year),
        "reachable": line.is_reachable,
    }


def _total(total: Total) -> dict[str, Any]:
    parts = {column.value: total.part(column) for column in Column}
    return {
        "key": total.key,
        "name": total.name,
        "actions": [line.action.id for line in total.lines],
        **{key: _number(part.explanation) for key, part in parts.items()},
        "reported": {key: part.reported for key, part in parts.items()},
        "deviation": _number(total.deviation),
        "left": _number(total.left),
        "reached": _number(total.reached),
    }


def _level(level: PlanLevel) -> dict[str, Any]:
    return {
        "measure": level.measure_id,
        "name": level.name,
        "unit": level.unit_id,
        "target": _number(level.target),
        "forecast": _number(level.forecast),
        "deviation": _number(level.deviation),
        "reached": _number(level.reached),
        "forecast_change": _change(level.change),
    }


def _change(change: ForecastChange | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "change": _number(change.explanation),
        "version": change.version,
        "before": change.before,
        "comment": change.comment or None,
    }


def _tally(tally: Tally) -> dict[str, Any]:
    found: dict[str, Any] = {"actions": tally.actions, "parts": tally.parts, "repeated": tally.repeated}
    for one in fields(Tally):
        lacking = getattr(tally, one.name)
        if isinstance(lacking, Lacking):
            amount = _number(lacking.target)
            found[one.name] = {"count": lacking.count, "target": amount, "actions": list(lacking.actions)}
    return found


def _number(found: Explanation) -> str | None:
    return exact_text(found.exact)


def _range(effect: EffectRange | MoneyRange | None) -> list[str | None] | None:
    return None if effect is None else [exact_text(effect.low), exact_text(effect.high)]
