"""The columns of the observations' CSV file: one thing a column, plain numbers and days."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from attrs import frozen

from styrmodell.csv_guard import guarded
from styrmodell.model.kind import STATE_WORDS, kind_word
from styrmodell.model.observation import Observation
from styrmodell.model.plan import Plan

_Get: TypeAlias = Callable[[Observation], str]
# (name, type, what it holds, what gives it).
_Columns: TypeAlias = tuple[tuple[str, str, str, _Get], ...]


@frozen(kw_only=True)
class DataColumn:
    """A column of the CSV file."""

    name: str
    type: str
    text: str
    get: _Get


def columns_of(plan: Plan) -> tuple[DataColumn, ...]:
    """The columns of *plan*'s CSV file; the dimensions of its figures have one each."""
    found = (*_whose(plan), *_when(), *_dimensions(plan), *_figure(plan), *_origin())
    return tuple(DataColumn(name=name, type=kind, text=text, get=get) for name, kind, text, get in found)


def _whose(plan: Plan) -> _Columns:
    units = {unit.id: guarded(unit.name) for unit in plan.units}
    measures = {measure.id: guarded(measure.name) for measure in plan.measures}
    return (
        ("measure", "string", "Måttets id.", lambda one: one.measure_id),
        ("measure_name", "string", "Måttets namn.", lambda one: measures.get(one.measure_id, "")),
        ("unit_id", "string", "Enhetens id.", lambda one: one.unit_id),
        ("unit_name", "string", "Enhetens namn.", lambda one: units.get(one.unit_id, "")),
    )


def _when() -> _Columns:
    return (
        ("period", "string", "Perioden: 2024, 2024-08 eller ett spann.", lambda one: one.period.text),
        ("start", "date", "Periodens första dag.", lambda one: _day(one.period.first_day)),
        ("end", "date", "Periodens sista dag.", lambda one: _day(one.period.last_day)),
        ("kind", "string", "utfall, budget, prognos eller plan.", lambda one: kind_word(one.kind)),
        ("version", "string", "Vilken prognos eller budget.", lambda one: guarded(one.version)),
    )


def _dimensions(plan: Plan) -> _Columns:
    names = dict.fromkeys(name for one in plan.observations for name, _ in one.dims)
    return tuple((f"dim_{name}", "string", f"Medlem i indelningen {name}.", _member(name)) for name in names)


def _member(name: str) -> _Get:
    return lambda one: dict(one.dims).get(name, "")


def _figure(plan: Plan) -> _Columns:
    units = {measure.id: measure.unit for measure in plan.measures}
    states = {state: word for word, state in STATE_WORDS}
    return (
        ("value", "number", "Värdet i enheten unit; tomt när det saknas.", lambda one: _plain(one.value)),
        ("numerator", "number", "Täljaren, för en kvot.", lambda one: _plain(one.numerator)),
        ("denominator", "number", "Nämnaren, för en kvot.", lambda one: _plain(one.denominator)),
        ("unit", "string", "Enheten: kr, antal; % är en andel av ett.", lambda one: units.get(one.measure_id, "")),
        ("state", "string", "rapporterad, uppskattad, saknas …", lambda one: states.get(one.state, "rapporterad")),
    )


def _origin() -> _Columns:
    return (
        ("as_of", "date", "Dagen uppgiften gäller.", lambda one: _day(one.as_of)),
        ("reported", "date", "Dagen den lämnades.", lambda one: _day(one.reported)),
        ("reporter", "string", "Rollen som lämnade den.", lambda one: guarded(one.reporter)),
        ("comment", "string", "Kommentar.", lambda one: guarded(one.comment)),
        ("source", "string", "Fil och plats den lästes från.", lambda one: guarded(str(one.source))),
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
